import { svg } from 'lit';
import type { SVGTemplateResult } from 'lit';
import type { Box, Line, PlacedText } from './layout.js';

/** A text, hidden from assistive technology, which hears it from the mark. */
export function drawText({ x, y, anchor, text }: PlacedText, name: string): SVGTemplateResult {
  return svg`<text class=${name} x=${x} y=${y} text-anchor=${anchor} aria-hidden="true">${text}</text>`;
}

/** A line of a class. */
export function drawLine({ from, to }: Line, name: string): SVGTemplateResult {
  return svg`<line class=${name} x1=${from.x} y1=${from.y} x2=${to.x} y2=${to.y}></line>`;
}

/** A box of a class; one that is laid out with less than nothing has no length. */
export function drawBox({ x, y, width, height }: Box, name: string): SVGTemplateResult {
  return svg`<rect class=${name} x=${x} y=${y} width=${Math.max(0, width)} height=${Math.max(0, height)}></rect>`;
}
