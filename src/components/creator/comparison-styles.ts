import { css } from 'lit';
import { text } from '../base/tokens.js';

/** Styles of `creator-comparison`: a table, whose rows are stacked where it is narrow. */
export const comparisonStyles = css`
  select.tool {
    inline-size: 100%;
  }
  .tools {
    align-items: end;
  }
  .tool[aria-pressed='true'] {
    background: var(--_selected);
  }
  .tool[aria-pressed='true']:not(:focus-visible) {
    outline: var(--_stroke) solid var(--_text);
    outline-offset: calc(-1 * var(--_stroke));
  }
  .choice {
    flex: 1 1 14rem;
    display: grid;
    min-inline-size: 0;
    max-inline-size: 26rem;
  }
  .choice span,
  .remark {
    color: var(--_muted);
    ${text('small')}
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: var(--_space-1) var(--_space-2);
    border-block-end: var(--_hairline) solid var(--_border);
    text-align: right;
    vertical-align: baseline;
  }
  th:first-child {
    text-align: start;
  }
  thead th + th {
    min-inline-size: 6rem;
  }
  thead th {
    background: var(--_sunken);
    font-weight: 600;
  }
  tbody th {
    font-weight: 400;
  }
  .remark {
    display: block;
  }
  @container (inline-size < 30rem) {
    table,
    thead,
    tbody {
      display: block;
    }
    tr {
      display: grid;
      grid-template-columns: 1fr 1fr;
      border-block-end: var(--_hairline) solid var(--_border);
    }
    thead tr {
      background: var(--_sunken);
    }
    th,
    td {
      border: 0;
    }
    thead th:is(:first-child, :last-child) {
      position: absolute;
      inline-size: 0.0625rem;
      block-size: 0.0625rem;
      padding: 0;
      overflow: hidden;
      white-space: nowrap;
      clip-path: inset(50%);
    }
    thead th + th {
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
    tbody :is(th, td:last-child) {
      grid-column: 1 / -1;
    }
    tbody th {
      padding-block-end: 0;
      color: var(--_muted);
    }
    td:last-child {
      padding-block-start: 0;
    }
    td:last-child::before {
      content: attr(data-label) ' ';
      color: var(--_muted);
    }
  }
  /* Names as wide as the table, each over the end at which its numbers stand: in half of it words would be broken. */
  @container (inline-size < 14rem) {
    thead th + th {
      grid-column: 1 / -1;
    }
    tr > :nth-child(2) {
      text-align: start;
    }
    tr > :nth-child(3) {
      text-align: end;
    }
  }
`;
