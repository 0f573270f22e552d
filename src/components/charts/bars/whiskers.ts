import { nothing, svg } from 'lit';
import type { SVGTemplateResult } from 'lit';
import { SIZES } from '../../base/tokens.js';
import type { BarLayout, Line, Point, Whisker } from '../layout.js';
import { drawLine } from '../shapes.js';

/** The ranges of the bars, which a line of reference must not cover. */
export function drawWhiskers({ bars, lying }: BarLayout): SVGTemplateResult {
  const drawn = bars.map(({ whisker }, index) => (whisker === undefined ? nothing : drawWhisker(whisker, lying, index)));
  return svg`<g class="whiskers" aria-hidden="true">${drawn}</g>`;
}

/** A range from least to most with the mean as a dot, on a casing that keeps it apart from its bar. */
function drawWhisker({ range, mean, goesOn }: Whisker, lying: boolean, index: number): SVGTemplateResult {
  const cap = (at: Point): Line =>
    lying
      ? { from: { x: at.x, y: at.y - SIZES.cap }, to: { x: at.x, y: at.y + SIZES.cap } }
      : { from: { x: at.x - SIZES.cap, y: at.y }, to: { x: at.x + SIZES.cap, y: at.y } };
  const { from, to } = range;
  const back = -Math.sign(lying ? to.x - from.x : to.y - from.y) * SIZES.cap;
  const barb = cap(lying ? { x: to.x + back, y: to.y } : { x: to.x, y: to.y + back });
  const ends = goesOn ? [barb.from, barb.to].map((at) => ({ from: at, to })) : [cap(to)];
  const lines = [range, cap(from), ...ends];
  return svg`
    <g data-whisker=${index}>
      ${lines.map((line) => drawLine(line, 'casing'))}${lines.map((line) => drawLine(line, 'whisker'))}
      <circle class="mean" cx=${mean.x} cy=${mean.y} r=${SIZES.dot}></circle>
    </g>`;
}
