import { css } from 'lit';
import { text } from '../base/tokens.js';

/** Styles of tables. */
export const tableStyles = css`
  .body {
    --_table-height: var(--stats-table-height, 36rem);
  }
  .state.loading {
    min-block-size: var(--_table-height);
  }
  .frame {
    position: relative;
    overflow: auto;
    max-block-size: var(--_table-height);
    scroll-padding-block-start: var(--_row);
    scrollbar-width: thin;
    scrollbar-color: var(--_axis) transparent;
    overflow-anchor: none;
    scroll-snap-type: inline proximity;
  }
  .frame.plain {
    max-block-size: none;
  }
  .grid thead > tr > * {
    scroll-snap-align: start;
  }
  .grid .space td {
    block-size: 0;
    padding: 0;
    border: 0;
  }
  .grid .choice {
    inline-size: var(--_touch);
    text-align: center;
  }
  .grid {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    ${text('body')}
  }
  .grid.fixed {
    table-layout: fixed;
  }
  .grid.measuring {
    table-layout: auto;
    inline-size: max-content;
    min-inline-size: 0;
  }
  .grid th,
  .grid td {
    block-size: var(--_row);
    max-inline-size: 15rem;
    padding: 0 var(--_space-2);
    overflow: hidden;
    text-align: start;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-weight: 400;
    background: var(--_surface);
    border-block-end: var(--_hairline) solid var(--_border);
  }
  /* Cut at the end of its own direction, which is not that of its cell. */
  .frame:not(.plain) tbody bdi {
    display: inline-block;
    max-inline-size: 100%;
    overflow: hidden;
    vertical-align: top;
    text-overflow: ellipsis;
    text-decoration: inherit;
  }
  .frame.plain :is(th, td) {
    max-inline-size: none;
    white-space: normal;
    overflow-wrap: break-word;
  }
  .frame.plain :is(tbody > tr > *, .sort) {
    padding-block: var(--_space-1);
  }
  .frame.plain td:is(.number, .date) {
    white-space: nowrap;
  }
  .frame.plain .sort-label {
    overflow: visible;
  }
  .grid thead > tr > * {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    padding: 0;
    font-weight: 600;
    background: var(--_sunken);
  }
  .grid tbody tr:last-child > * {
    border-block-end-color: var(--_axis);
  }
  .sort {
    display: flex;
    align-items: center;
    gap: var(--_space-1);
    inline-size: 100%;
    block-size: 100%;
    min-block-size: var(--_row);
    padding-inline: var(--_space-2);
  }
  .sort-label {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .sort svg {
    flex: none;
    inline-size: 0.625rem;
    block-size: 0.625rem;
    fill: none;
    stroke: var(--_accent);
    stroke-width: 1.5;
  }
  .sort svg.unsorted {
    visibility: hidden;
  }
  .sort:hover svg.unsorted,
  .sort:focus-visible svg.unsorted {
    visibility: visible;
    stroke: var(--_axis);
  }
  .grid tbody > tr > :not(.number) {
    unicode-bidi: plaintext;
    text-align: left;
  }
  :host(:dir(rtl)) .grid tbody > tr > :not(.number) {
    text-align: right;
  }
  .grid .number {
    text-align: right;
  }
  .number .sort {
    flex-direction: row-reverse;
  }
  :host(:dir(rtl)) .number .sort {
    flex-direction: row;
  }
  .grid :focus-visible {
    outline-offset: calc(-1 * var(--_stroke));
  }
  .grid tbody tr {
    cursor: pointer;
  }
  .grid tbody tr:hover > * {
    background: var(--_sunken);
  }
  .grid tbody tr[aria-selected='true'] > *,
  .grid tbody tr.chosen > * {
    background: var(--_selected);
  }
  .grid tbody tr[aria-selected='true'] > :first-child {
    border-inline-start: var(--_accent-bar) solid var(--_accent);
    padding-inline-start: calc(var(--_space-2) - var(--_accent-bar));
  }
  .grid .unknown,
  .grid .waiting {
    color: var(--_muted);
  }
  .grid .failed {
    color: var(--_error);
  }
  .grid a {
    padding-block: calc((var(--_target) - var(--_text-body)) / 2);
    color: var(--_accent);
  }
  .pager {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_space-1);
    min-block-size: calc(var(--_row) + var(--_space-2));
    padding-block-start: var(--_space-2);
    color: var(--_muted);
    ${text('small')}
  }
  .turns {
    display: flex;
    gap: var(--_space-1);
    margin-inline-start: auto;
  }
  .turn {
    display: grid;
    place-items: center;
    inline-size: var(--_row);
    block-size: var(--_row);
    border: var(--_hairline) solid var(--_axis);
    border-radius: var(--_radius-control);
  }
  .turn[aria-disabled='true'] {
    border-color: var(--_border);
    cursor: default;
  }
  .turn:not([aria-disabled='true']):hover {
    background: var(--_sunken);
  }
  .turn svg {
    inline-size: 0.75rem;
    block-size: 0.75rem;
    fill: none;
    stroke: var(--_text);
    stroke-width: 1.5;
  }
  .turn[aria-disabled='true'] svg {
    stroke: var(--_axis);
  }
  .turn .back,
  :host(:dir(rtl)) .turn .forward {
    transform: scaleX(-1);
  }
  :host(:dir(rtl)) .turn .back {
    transform: none;
  }
  @container (inline-size < 37.5rem) {
    .grid tr > :first-child {
      position: sticky;
      inset-inline-start: 0;
      z-index: 1;
      max-inline-size: min(10rem, 42cqi);
      border-inline-end: var(--_hairline) solid var(--_border);
    }
    .grid thead tr > :first-child {
      z-index: 2;
    }
  }
  @container (inline-size < 30rem) {
    .grid th,
    .grid td,
    .sort {
      block-size: var(--_touch);
    }
    .number .sort-label {
      min-inline-size: min-content;
      max-inline-size: 4.5rem;
      text-align: right;
      white-space: normal;
      line-height: 1.2;
    }
    .grid a {
      padding-block: var(--_space-3);
    }
    .frame {
      scroll-padding-block-start: var(--_touch);
    }
    .pager {
      min-block-size: calc(var(--_touch) + var(--_space-2));
    }
    .turn {
      inline-size: var(--_touch);
      block-size: var(--_touch);
    }
  }
  @media (pointer: coarse) {
    .grid th,
    .grid td,
    .sort {
      block-size: var(--_touch);
    }
    .grid a {
      padding-block: var(--_space-3);
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .grid tbody tr > * {
      transition: background-color var(--_quick) ease-out;
    }
  }
  @media (forced-colors: active) {
    .grid tbody tr[aria-selected='true'] {
      outline: var(--_accent-bar) double Highlight;
      outline-offset: calc(-1 * var(--_accent-bar));
    }
  }
  @media print {
    .base {
      display: block;
      min-inline-size: min-content;
      break-inside: auto;
    }
    header,
    .notice {
      break-after: avoid;
    }
    .space,
    .turns,
    .seen,
    .unsorted {
      display: none;
    }
    .pager {
      break-before: avoid;
    }
    .pager::before {
      content: attr(data-printed);
      unicode-bidi: plaintext;
    }
    .frame {
      max-block-size: none;
      min-block-size: 0 !important;
      overflow: visible;
      mask: none !important;
    }
    .grid {
      ${text('small')}
      font-size: 0.6875rem;
    }
    .grid.fixed {
      table-layout: auto;
      min-inline-size: 0 !important;
    }
    .grid col {
      inline-size: auto !important;
    }
    .grid tr > :is(th, td) {
      position: static;
      block-size: auto;
      padding: var(--_space-1) 0.1875rem;
      white-space: normal;
    }
    .grid td:is(.number, .date) {
      white-space: nowrap;
    }
    .grid tr > .number + :not(.number) {
      padding-inline-start: var(--_space-2);
    }
    .grid thead th {
      font-size: 0.625rem;
    }
    .grid tr > :first-child {
      min-inline-size: 7rem;
      overflow-wrap: anywhere;
    }
    /* Browsers do not repeat headers on the next page that hold a button. */
    .grid .sort {
      display: contents;
    }
    .sort svg {
      margin-inline: var(--_space-1);
    }
    .grid tr {
      break-inside: avoid;
    }
  }
`;
