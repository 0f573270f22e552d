import { css } from 'lit';

/** Styles of tables. */
export const tableStyles = css`
  .frame { overflow: auto; max-block-size: var(--stats-table-height, 36rem); position: relative; scrollbar-width: thin; }
  table { border-collapse: separate; border-spacing: 0; inline-size: 100%; font: var(--_text-body); }
  th, td {
    padding: 0 var(--_space-2); block-size: var(--_row); text-align: start; border-block-end: var(--_hairline) solid var(--_border);
    white-space: nowrap; max-inline-size: var(--_label-width); overflow: hidden; text-overflow: ellipsis; background: inherit;
  }
  thead th { position: sticky; inset-block-start: 0; z-index: 1; background: var(--_sunken); font-weight: 600; padding: 0; }
  thead tr, tbody tr { background: var(--_surface); }
  .sort { display: flex; align-items: center; gap: var(--_space-1); inline-size: 100%; min-block-size: var(--_row); padding-inline: var(--_space-2); font-weight: 600; white-space: nowrap; }
  .sort:focus-visible, td:focus-visible, tbody th:focus-visible { outline-offset: calc(-1 * var(--_focus-width)); }
  .number { text-align: end; }
  .number .sort { flex-direction: row-reverse; }
  .sort svg { inline-size: 0.625rem; block-size: 0.625rem; fill: none; stroke: var(--_accent); stroke-width: 2; flex: none; }
  .sort svg.unsorted { visibility: hidden; }
  .sort:hover svg.unsorted, .sort:focus-visible svg.unsorted { visibility: visible; stroke: var(--_axis); }
  tbody th { font-weight: 400; }
  tbody tr { cursor: pointer; }
  tbody tr:hover { background: var(--_sunken); }
  tbody tr[aria-selected='true'] { background: var(--_selected); }
  tbody tr[aria-selected='true'] > :first-child { box-shadow: inset var(--_bar-width) 0 0 var(--_accent); }
  :host(:dir(rtl)) tbody tr[aria-selected='true'] > :first-child { box-shadow: inset calc(-1 * var(--_bar-width)) 0 0 var(--_accent); }
  tbody tr:last-child > * { border-block-end-color: var(--_axis); }
  td a { color: var(--_accent); }
  .pager { display: flex; flex-wrap: wrap; align-items: center; gap: var(--_space-2); min-block-size: var(--_row); padding-block-start: var(--_space-2); font: var(--_text-small); color: var(--_muted); }
  .pager .link { font: inherit; }
  .turns { margin-inline-start: auto; display: flex; gap: var(--_space-1); }
  .turn { inline-size: var(--_row); block-size: var(--_row); display: grid; place-items: center; border: var(--_hairline) solid var(--_axis); border-radius: var(--_radius-control); }
  .turn:disabled { opacity: 0.4; cursor: default; }
  .turn:hover:not(:disabled) { background: var(--_sunken); }
  .turn svg { inline-size: 0.75rem; block-size: 0.75rem; fill: none; stroke: var(--_text); stroke-width: 1.5; }
  .turn .back { transform: scaleX(-1); }
  :host(:dir(rtl)) .turn .back { transform: none; }
  :host(:dir(rtl)) .turn .forward { transform: scaleX(-1); }
  @container (inline-size < 37.5rem) {
    tr > :first-child { position: sticky; inset-inline-start: 0; z-index: 1; max-inline-size: 10rem; }
    thead tr > :first-child { z-index: 2; }
  }
  @container (inline-size < 30rem) {
    th, td, .sort { block-size: var(--_touch); }
    .turn { inline-size: var(--_touch); block-size: var(--_touch); }
  }
  @media (forced-colors: active) {
    tbody tr[aria-selected='true'] { outline: var(--_bar-width) double Highlight; outline-offset: calc(-1 * var(--_bar-width)); }
  }
  @media print {
    .frame { max-block-size: none; overflow: visible; }
    .turns { display: none; }
    thead { display: table-header-group; }
  }
`;
