import { svg } from 'lit';
import type { SVGTemplateResult } from 'lit';
import { SIZES } from '../base/tokens.js';
import type { Line, PlacedBar, Point } from './layout.js';
import { drawLine } from './shapes.js';

/** A range from least to most with the mean as a dot, on a casing that keeps it apart from its bar. */
export function drawWhisker({ range, mean }: NonNullable<PlacedBar['whisker']>, lying: boolean): SVGTemplateResult {
  const cap = (at: Point): Line =>
    lying
      ? { from: { x: at.x, y: at.y - SIZES.cap }, to: { x: at.x, y: at.y + SIZES.cap } }
      : { from: { x: at.x - SIZES.cap, y: at.y }, to: { x: at.x + SIZES.cap, y: at.y } };
  const lines = [range, cap(range.from), cap(range.to)];
  return svg`
    <g aria-hidden="true">
      ${lines.map((line) => drawLine(line, 'casing'))}${lines.map((line) => drawLine(line, 'whisker'))}
      <circle class="mean" cx=${mean.x} cy=${mean.y} r=${SIZES.dot}></circle>
    </g>`;
}
