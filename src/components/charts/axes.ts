import { nothing, svg } from 'lit';
import type { SVGTemplateResult } from 'lit';
import type { BarLayout } from './layout.js';
import { drawLine, drawText } from './shapes.js';

/** Gridlines and the line of zero; decoration, hidden from assistive technology. */
export function drawGrid({ grid, baseline }: BarLayout): SVGTemplateResult {
  return svg`
    <g aria-hidden="true">${grid.map((line) => drawLine(line, 'grid'))}${baseline === undefined ? nothing : drawLine(baseline, 'baseline')}</g>`;
}

/** Labels of a value axis, and its marks where it stands apart. */
export function drawTicks({ ticks, axis }: BarLayout): SVGTemplateResult {
  return svg`<g part="axis" aria-hidden="true">${axis?.marks.map((line) => drawLine(line, 'baseline'))}${ticks.map((tick) => drawText(tick, 'tick'))}</g>`;
}
