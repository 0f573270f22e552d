import { css } from 'lit';
import { ARROW, CONTROL, DROPPED } from './control-styles.js';
import { text } from '../tokens.js';

/** Styles of what stands above a table: search, columns, filters, actions. */
export const toolsStyles = css`
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
    margin-block-end: var(--_space-3);
  }
  .kept {
    visibility: hidden;
  }
  .search {
    flex: 1 1 10rem;
    max-inline-size: 18rem;
  }
  .search input {
    inline-size: 100%;
  }
  .tool,
  .search input {
    ${CONTROL}
    ${text('body')}
    font-family: inherit;
  }
  .tool:hover,
  .drop[open] > .tool {
    background: var(--_sunken);
  }
  .drop {
    position: relative;
  }
  summary.tool {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    list-style: none;
    cursor: pointer;
  }
  summary.tool::-webkit-details-marker {
    display: none;
  }
  summary.tool::after {
    ${ARROW}
  }
  .drop-card {
    ${DROPPED}
    inset-inline-start: 0;
    gap: var(--_space-1);
    min-inline-size: var(--_menu-width);
    max-inline-size: min(var(--_card-width), 80vw);
    max-block-size: 24rem;
    overflow: auto;
    margin: 0;
  }
  .drop-card ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .drop-card a {
    display: flex;
    align-items: center;
    min-block-size: var(--_target);
    color: var(--_accent);
  }
  .check {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    min-block-size: var(--_target);
  }
  .check input {
    accent-color: var(--_accent);
  }
  @container (inline-size < 30rem) {
    .search {
      flex-basis: 100%;
      max-inline-size: none;
    }
    .tool,
    .search input,
    .check,
    .drop-card a {
      min-block-size: var(--_touch);
    }
    .drop {
      position: static;
    }
    .tools {
      position: relative;
    }
    .drop-card {
      inset-inline: 0;
      inline-size: auto;
      max-inline-size: none;
    }
  }
  @media print {
    .tools {
      display: none;
    }
  }
`;
