import { nothing, svg } from 'lit';
import type { SVGTemplateResult } from 'lit';
import type { BarLayout, Line, PlacedText } from './layout.js';

/** Gridlines and the line of zero; decoration, hidden from assistive technology. */
export function drawGrid({ grid, baseline }: BarLayout): SVGTemplateResult {
  return svg`
    <g aria-hidden="true">${grid.map((line) => drawLine(line, 'grid'))}${baseline === undefined ? nothing : drawLine(baseline, 'baseline')}</g>`;
}

/** Labels of a value axis, and its marks where it stands apart. */
export function drawTicks({ ticks, axis }: BarLayout): SVGTemplateResult {
  return svg`<g part="axis" aria-hidden="true">${axis?.marks.map((line) => drawLine(line, 'baseline'))}${ticks.map((tick) => drawText(tick, 'tick'))}</g>`;
}

/** A text, hidden from assistive technology, which hears it from the mark. */
export function drawText({ x, y, anchor, text }: PlacedText, name: string): SVGTemplateResult {
  return svg`<text class=${name} x=${x} y=${y} text-anchor=${anchor} aria-hidden="true">${text}</text>`;
}

/** A line of a class. */
export function drawLine({ from, to }: Line, name: string): SVGTemplateResult {
  return svg`<line class=${name} x1=${from.x} y1=${from.y} x2=${to.x} y2=${to.y}></line>`;
}
