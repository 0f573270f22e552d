import { css } from 'lit';
import { text } from '../base/tokens.js';

/** Styles of drawings and of their tables. */
export const chartStyles = css`
  .body.compact {
    --_plot-height: var(--_plot-compact);
  }
  .body.full {
    --_plot-height: var(--_plot-full);
  }
  .key .entry {
    display: inline-flex;
    gap: var(--_space-1);
    min-block-size: 0;
    margin-inline-start: var(--_space-1);
    vertical-align: top;
    color: inherit;
  }
  .plot {
    position: relative;
    display: flex;
    flex-direction: column;
    block-size: var(--_plot-height, var(--_plot-default));
    contain: size;
  }
  .marks {
    border-radius: var(--_radius-control);
    user-select: none;
  }
  .marks .label {
    unicode-bidi: plaintext;
  }
  .marks.fills {
    flex: 1;
    min-block-size: 0;
  }
  .marks:focus-visible {
    outline-offset: calc(-1 * var(--_stroke));
  }
  .scrolls {
    position: relative;
    overflow: hidden auto;
    scrollbar-width: thin;
    scrollbar-color: var(--_axis) transparent;
  }
  .plot svg {
    display: block;
    flex: none;
    overflow: visible;
  }
  .scrolls svg {
    overflow: hidden;
  }
  .grid,
  .baseline {
    stroke: var(--_grid);
    stroke-width: var(--_hairline);
    shape-rendering: crispEdges;
  }
  .baseline {
    stroke: var(--_axis);
  }
  .tick,
  .label {
    font-variant-numeric: tabular-nums;
    ${text('small')}
  }
  .tick {
    fill: var(--_muted);
  }
  .label {
    fill: var(--_text);
  }
  .labels,
  .whiskers {
    pointer-events: none;
  }
  .mark {
    cursor: pointer;
    outline: none;
  }
  .read-only .mark {
    cursor: default;
  }
  .hit {
    fill: var(--_text);
    fill-opacity: 0;
  }
  .mark:hover .hit {
    fill-opacity: 0.05;
  }
  .mark:focus-visible .hit {
    stroke: var(--_focus);
    stroke-width: var(--_stroke);
  }
  .bar {
    fill: var(--_series-1);
  }
  .ghost,
  .faded .bar {
    fill: var(--_ghost);
    stroke: var(--_axis);
    stroke-width: var(--_hairline);
  }
  .chosen .bar {
    stroke: var(--_text);
    stroke-width: var(--_stroke);
  }
  .gap {
    fill: url(#hatch);
    stroke: var(--_axis);
    stroke-width: var(--_hairline);
    stroke-dasharray: 3 2;
  }
  .lock {
    fill: none;
    stroke: var(--_muted);
    stroke-width: var(--_hairline);
  }
  .hatch-line {
    stroke: var(--_axis);
    stroke-width: var(--_hairline);
  }
  .casing,
  .whisker {
    fill: none;
    stroke: var(--_surface);
    stroke-width: calc(var(--_stroke) * 2);
  }
  .whisker {
    stroke: var(--_text);
    stroke-width: var(--_stroke);
  }
  .mean {
    fill: var(--_text);
    stroke: var(--_surface);
    stroke-width: var(--_stroke);
  }
  .reference {
    pointer-events: none;
  }
  .reference line {
    shape-rendering: crispEdges;
  }
  .around {
    stroke: var(--_surface);
    stroke-width: calc(var(--_hairline) * 3);
  }
  .average {
    stroke: var(--_text);
    stroke-width: var(--_hairline);
  }
  .data-frame {
    position: relative;
    overflow: auto;
    block-size: var(--_plot-height, var(--_plot-default));
    scroll-snap-type: inline proximity;
    scrollbar-width: thin;
  }
  .data-table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
  }
  .data-table th,
  .data-table td {
    padding: var(--_space-1) var(--_space-2);
    border-block-end: var(--_hairline) solid var(--_border);
    text-align: start;
    vertical-align: baseline;
  }
  .data-table tr > :first-child {
    min-inline-size: min(14rem, 45cqi);
  }
  .data-table thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    background: var(--_sunken);
    font-weight: 600;
    scroll-snap-align: start;
  }
  .data-table tbody th {
    font-weight: 400;
  }
  .data-table tfoot th,
  .data-table tfoot td {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
    background: var(--_sunken);
    font-weight: 600;
  }
  .table-note {
    margin: var(--_space-1) var(--_space-2);
    color: var(--_muted);
  }
  .data-table .unknown {
    color: var(--_muted);
  }
  .data-table .number {
    text-align: right;
    white-space: nowrap;
  }
  @container (inline-size < 37.5rem) {
    .data-table tr > :first-child {
      position: sticky;
      inset-inline-start: 0;
      z-index: 1;
      border-inline-end: var(--_hairline) solid var(--_border);
    }
    .data-table tbody > tr > :first-child {
      background: var(--_surface);
    }
    .data-table :is(thead, tfoot) > tr > :first-child {
      z-index: 2;
    }
  }
  /* A finger that taps a row shows its whole title, and the focus those of all. */
  @container (inline-size < 30rem) {
    .data-frame:not(:focus-visible) tbody > tr:not(:hover) > th > bdi {
      display: -webkit-box;
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .moving rect {
      transition-property: x, y, width, height;
      transition-duration: var(--_calm);
      transition-timing-function: ease-out;
    }
  }
  @media (forced-colors: active) {
    .grid {
      stroke-dasharray: 1 3;
    }
    .bar {
      stroke: CanvasText;
      stroke-width: var(--_hairline);
    }
    .chosen .bar {
      stroke: Highlight;
      stroke-width: var(--_accent-bar);
    }
  }
  @media print {
    .data-table tr > :is(th, td) {
      position: static !important;
    }
    .data-frame tbody > tr > th > bdi {
      display: inline !important;
    }
    .plot,
    .data-frame {
      block-size: auto;
      contain: none;
    }
    .scrolls,
    .data-frame {
      overflow: visible;
      mask: none !important;
    }
    /* Until a drawing is as wide as the paper, which browsers would make smaller for it. */
    .plot svg[viewBox] {
      max-inline-size: 100%;
      block-size: auto;
    }
  }
`;
