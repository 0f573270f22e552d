import { nothing, svg } from 'lit';
import type { SVGTemplateResult } from 'lit';
import { SIZES } from '../base/tokens.js';
import type { BarLayout, Line, PlacedBar, Point } from './layout.js';
import { drawLine } from './shapes.js';

/** The ranges of the bars, which a line of reference must not cover. */
export function drawWhiskers({ bars, lying }: BarLayout): SVGTemplateResult {
  return svg`<g class="whiskers" aria-hidden="true">${bars.map(({ whisker }) => (whisker === undefined ? nothing : drawWhisker(whisker, lying)))}</g>`;
}

/** A range from least to most with the mean as a dot, on a casing that keeps it apart from its bar. */
function drawWhisker({ range, mean }: NonNullable<PlacedBar['whisker']>, lying: boolean): SVGTemplateResult {
  const cap = (at: Point): Line =>
    lying
      ? { from: { x: at.x, y: at.y - SIZES.cap }, to: { x: at.x, y: at.y + SIZES.cap } }
      : { from: { x: at.x - SIZES.cap, y: at.y }, to: { x: at.x + SIZES.cap, y: at.y } };
  const lines = [range, cap(range.from), cap(range.to)];
  return svg`
    <g>
      ${lines.map((line) => drawLine(line, 'casing'))}${lines.map((line) => drawLine(line, 'whisker'))}
      <circle class="mean" cx=${mean.x} cy=${mean.y} r=${SIZES.dot}></circle>
    </g>`;
}
