import { css } from 'lit';
import { ARROW, CONTROL, DROPPED } from '../base/shell/control-styles.js';
import { text } from '../base/tokens.js';

/** Styles of the filter bar and its chips. */
export const filterBarStyles = css`
  .bar {
    display: grid;
    gap: var(--_space-3);
    padding: var(--stats-card, var(--_space-3) var(--_space-4));
    border: var(--stats-card, var(--_hairline) solid var(--_border));
    border-radius: var(--_radius-card);
    background: var(--stats-card, var(--_surface));
    font-variant-numeric: tabular-nums;
    ${text('body')}
  }
  .controls-row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-3);
    align-items: start;
    min-block-size: calc(var(--_line-small) + var(--_leading) + var(--_space-1) + var(--_row));
  }
  .control {
    display: grid;
    gap: var(--_space-1);
    flex: 1 1 7rem;
    min-inline-size: 6.5rem;
    max-inline-size: 14rem;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .control.dates {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    flex: 0 1 auto;
    max-inline-size: 100%;
  }
  legend {
    padding: 0;
    margin-block-end: var(--_space-1);
  }
  .label {
    color: var(--_muted);
    ${text('small')}
  }
  select,
  input,
  summary,
  .button {
    inline-size: 100%;
    min-inline-size: 0;
    ${CONTROL}
    font: inherit;
  }
  .dates input {
    inline-size: 8.25rem;
  }
  .button {
    inline-size: auto;
    justify-self: start;
  }
  .button:hover,
  summary:hover {
    background: var(--_sunken);
  }
  :disabled {
    color: var(--_muted);
    border-color: var(--_border);
  }
  summary {
    display: flex;
    align-items: center;
    justify-content: space-between;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::after {
    ${ARROW}
  }
  .breaks {
    position: relative;
  }
  .break-card {
    ${DROPPED}
    inset-inline-end: 0;
    gap: var(--_space-2);
    max-inline-size: min(22rem, 84vw);
  }
  .break {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-2);
  }
  .fault {
    flex-basis: 100%;
    color: var(--_error);
    ${text('small')}
  }
  .outcome {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-3);
    min-block-size: calc(var(--_target) + var(--_leading) + 2 * var(--_hairline));
  }
  .count {
    font-weight: 600;
  }
  .count:empty {
    display: none;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1) var(--_space-2);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .chip {
    display: flex;
    align-items: center;
    min-inline-size: 0;
    padding-inline-start: var(--_space-2);
    border: var(--_hairline) solid var(--_axis);
    border-radius: var(--_radius-control);
    background: var(--_selected);
    overflow-wrap: anywhere;
  }
  .chip > :first-child {
    padding-block: 0.1875rem;
  }
  .clear {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: var(--_target);
    block-size: var(--_target);
  }
  .clear svg {
    inline-size: 0.75rem;
    block-size: 0.75rem;
    fill: none;
    stroke: var(--_text);
    stroke-width: 1.5;
  }
  .clear:hover svg {
    stroke: var(--_accent);
  }
  @container (inline-size < 30rem) {
    .control {
      flex-basis: 6.5rem;
      max-inline-size: none;
    }
    .control.dates {
      flex-basis: 100%;
    }
    .dates input {
      flex: 1 1 6.5rem;
      inline-size: auto;
    }
    .breaks {
      position: static;
    }
    .bar {
      position: relative;
      padding: var(--stats-card, var(--_space-3));
    }
    .break-card {
      inset-block-start: auto;
      inset-inline: var(--_space-3);
      inline-size: auto;
      max-inline-size: none;
    }
    select,
    input,
    summary,
    .button,
    .clear {
      min-block-size: var(--_touch);
    }
    .clear {
      inline-size: var(--_touch);
    }
  }
  @media (pointer: coarse) {
    select,
    input,
    summary,
    .button {
      min-block-size: var(--_touch);
    }
  }
  @media print {
    .controls-row,
    .clear,
    .clear-all {
      display: none;
    }
    .chip {
      padding-inline-end: var(--_space-2);
    }
  }
`;
