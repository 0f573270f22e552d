import { css } from 'lit';
import { text } from '../base/tokens.js';

/** Styles of the dashboard: its tabs, and how the parts of a tab stand beside each other. */
export const dashboardStyles = css`
  .dashboard {
    position: relative;
  }
  .dashboard,
  .parts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-4);
  }
  [role='tabpanel'] [role='tablist'] {
    margin-block-end: var(--_space-4);
  }
  .head {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    column-gap: var(--_space-2);
    border-block-end: var(--_hairline) solid var(--_border);
  }
  .head .controls {
    align-self: center;
  }
  .tabs {
    display: flex;
    overflow-x: auto;
    scrollbar-width: none;
  }
  [role='tabpanel'] > .tabs {
    border-block-end: var(--_hairline) solid var(--_border);
  }
  .tab {
    flex: none;
    min-block-size: 2.25rem;
    padding: var(--_space-2) var(--_space-3);
    color: var(--_muted);
    border-block-end: var(--_accent-bar) solid transparent;
    ${text('title')}
  }
  .tab:hover {
    color: var(--_text);
  }
  .tab[aria-selected='true'] {
    color: var(--_accent);
    border-block-end-color: var(--_accent);
  }
  .tab:focus-visible {
    outline-offset: calc(-1 * var(--_stroke));
  }
  [role='tabpanel'][hidden] {
    display: none;
  }
  .aside {
    position: absolute;
    inset-inline: 0;
    block-size: 0;
    overflow: hidden;
  }
  .parts > * {
    min-inline-size: 0;
  }
  .parts > :not(:fullscreen)::part(base) {
    block-size: 100%;
  }
  @container (inline-size >= 56rem) {
    .parts {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .parts > :not(.wide) {
      --stats-table-height: 15rem;
    }
    .wide {
      grid-column: 1 / -1;
    }
  }
  @container (inline-size < 30rem) {
    .tab {
      min-block-size: var(--_touch);
      padding-inline: var(--_space-2);
    }
  }
  @media (forced-colors: active) {
    .tab {
      border-block-end-color: Canvas;
    }
    .tab[aria-selected='true'] {
      border-block-end-color: Highlight;
    }
  }
  @media print {
    .tabs {
      display: none;
    }
    /* Of rows of a grid browsers do not know how high they get by breaking across pages. */
    .dashboard,
    .parts {
      display: block;
    }
    .parts > * {
      margin-block-start: var(--_space-4);
    }
  }
`;
