import { css, unsafeCSS } from 'lit';
import type { CSSResult } from 'lit';
import { SERIES, text } from '../../base/tokens.js';

const series = SERIES.map(
  (_, at) => `
  .series-${at + 1} { --_series: var(--_series-${at + 1}); }
  .bar.fill-${at + 1} { --_series: var(--_series-${at + 1}); fill: ${at === 0 ? 'var(--_series)' : `url(#fill-${at + 1})`}; }`,
).join('');

/** Styles of drawings with several measures, of their brush, their legend, and the line above them. */
export const seriesStyles: CSSResult = css`
  ${unsafeCSS(series)}
  .above {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-1) var(--_space-4);
    min-block-size: var(--_target);
    margin-block-end: var(--_space-2);
    color: var(--_muted);
    ${text('small')}
  }
  .body > .state:first-child {
    margin-block-start: calc(var(--_target) + var(--_space-2));
  }
  .base > .above + .body > .state:first-child {
    margin-block-start: 0;
  }
  .legend,
  .range,
  .field {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-1) var(--_space-2);
  }
  .legend {
    column-gap: var(--_space-4);
  }
  .field {
    flex-wrap: nowrap;
    max-inline-size: 100%;
  }
  .entry {
    display: flex;
    align-items: center;
    gap: var(--_space-1);
    min-block-size: var(--_target);
    border-radius: var(--_radius-control);
    white-space: nowrap;
    color: var(--_text);
  }
  .entry svg {
    flex: none;
  }
  .entry .filled {
    margin-inline-end: 0.375rem;
  }
  .legend .entry[aria-pressed='false'] {
    color: var(--_muted);
    text-decoration: line-through;
  }
  .apart {
    padding-inline: var(--_space-2);
    border: var(--_hairline) solid var(--_axis);
  }
  .apart[aria-pressed='true'] {
    background: var(--_selected);
  }
  .apart[aria-pressed='true']:not(:focus-visible) {
    outline: var(--_stroke) solid var(--_text);
    outline-offset: calc(-1 * var(--_stroke));
  }
  .entry[aria-pressed='false'] svg {
    opacity: 0.4;
  }
  .entry[aria-disabled='true'] {
    cursor: default;
  }
  select,
  input {
    min-block-size: var(--_target);
    min-inline-size: 0;
    max-inline-size: 18rem;
    padding: 0 var(--_space-1);
    font: inherit;
    color: var(--_text);
    background: var(--_surface);
    border: var(--_hairline) solid var(--_axis);
    border-radius: var(--_radius-control);
  }
  input {
    inline-size: 5rem;
  }
  .timeline {
    display: flex;
    direction: ltr;
    block-size: 100%;
  }
  /* Around the axis as well, whose texts reach into what is drawn. */
  @supports selector(:has(*)) {
    .timeline:has(.marks:focus-visible) {
      outline: var(--_stroke) solid var(--_focus);
      outline-offset: var(--_stroke);
    }
    .timeline .marks:focus-visible {
      outline: none;
    }
  }
  .track {
    position: relative;
    flex: 1;
    min-inline-size: 0;
    touch-action: pan-y;
  }
  .scrolls-along {
    overflow: auto hidden;
    scrollbar-width: thin;
    scrollbar-color: var(--_axis) transparent;
    touch-action: pan-x pan-y;
  }
  .stop {
    position: absolute;
    inset: 0;
    pointer-events: none;
    border-radius: var(--_radius-control);
  }
  .stop:focus-visible {
    outline-offset: calc(-1 * var(--_stroke));
  }
  .overlay {
    position: absolute;
    inset: 0;
    pointer-events: none;
  }
  .motif {
    fill: none;
    stroke: var(--_surface);
    stroke-width: 1.6;
  }
  pattern rect {
    fill: var(--_series);
  }
  .light rect {
    fill-opacity: 0.25;
  }
  .light .motif {
    stroke: var(--_series);
    stroke-width: var(--_hairline);
  }
  .bar.fill-whole {
    fill: url(#fill-whole);
    stroke: var(--_series-1);
    stroke-width: var(--_hairline);
  }
  .bar.fill-part {
    fill: var(--_series-1);
  }
  .faded .bar {
    fill: var(--_ghost);
    stroke: var(--_axis);
    stroke-width: var(--_hairline);
  }
  .so-far .bar {
    fill-opacity: 0.25;
    stroke: var(--_series);
    stroke-width: var(--_stroke);
    stroke-dasharray: 4 3;
  }
  .faded.so-far .bar {
    stroke: var(--_axis);
    stroke-width: var(--_hairline);
  }
  .line,
  .ghost-line {
    fill: none;
    stroke: var(--_series);
    stroke-width: var(--_stroke);
    stroke-linejoin: round;
  }
  .ghost-line {
    stroke: var(--_axis);
    stroke-width: var(--_hairline);
  }
  .unfinished {
    stroke-dasharray: 1 4;
  }
  .lines {
    pointer-events: none;
  }
  .marker {
    fill: var(--_series);
    stroke: var(--_surface);
    stroke-width: var(--_hairline);
  }
  .marker.open {
    fill: var(--_surface);
    stroke: var(--_series);
    stroke-width: var(--_stroke);
  }
  .point {
    opacity: 0;
  }
  .few .point,
  .mark:hover .point,
  .mark:focus .point {
    opacity: 1;
  }
  .faded .marker {
    fill: var(--_axis);
  }
  .chosen .bar {
    stroke: var(--_text);
    stroke-width: var(--_stroke);
  }
  .window {
    fill: var(--_text);
    fill-opacity: 0.08;
    outline-offset: calc(-1 * var(--_stroke));
  }
  .edge {
    pointer-events: all;
    cursor: ew-resize;
    touch-action: none;
    outline: none;
  }
  .edge-line {
    stroke: var(--_text);
    stroke-width: var(--_stroke);
  }
  .handle {
    fill: var(--_surface);
    stroke: var(--_text);
    stroke-width: var(--_hairline);
  }
  .grip {
    fill: transparent;
  }
  .edge:focus-visible .grip {
    stroke: var(--_focus);
    stroke-width: var(--_stroke);
  }
  .area {
    stroke: none;
  }
  .area.fill-whole {
    fill: url(#fill-whole);
  }
  .area.fill-part {
    fill: var(--_series-1);
  }
  .area-edge {
    fill: none;
    stroke: var(--_series-1);
    stroke-width: var(--_stroke);
  }
  .area-ghost {
    fill: var(--_ghost);
    stroke: var(--_axis);
    stroke-width: var(--_hairline);
  }
  .cursor {
    stroke: var(--_text);
    stroke-width: var(--_hairline);
  }
  @container (inline-size < 30rem) {
    button.entry,
    select,
    input {
      min-block-size: var(--_touch);
    }
    .body > .state:first-child {
      margin-block-start: calc(var(--_touch) + var(--_space-2));
    }
  }
  @media (forced-colors: active) {
    .window {
      fill: Highlight;
      fill-opacity: 0.3;
    }
    .handle {
      fill: Canvas;
      stroke: Highlight;
    }
    .bar.fill-part {
      fill: CanvasText;
    }
    .motif {
      stroke: Canvas;
    }
    .chosen .bar {
      stroke: Highlight;
      stroke-width: var(--_accent-bar);
    }
  }
  @media print {
    .above .range,
    .above .field {
      display: none;
    }
    .scrolls-along {
      overflow: hidden;
    }
  }
`;
