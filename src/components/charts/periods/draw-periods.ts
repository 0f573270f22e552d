import { nothing, svg } from 'lit';
import type { SVGTemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { SIZES } from '../../base/tokens.js';
import type { SlotRange } from '../brush/brush-geometry.js';
import { includes } from '../brush/brush-geometry.js';
import { drawLock } from '../gaps.js';
import type { Box, Point } from '../layout.js';
import type { PeriodLayout, PlacedLine, PlacedPeriod } from './layout-periods.js';
import { dashOf, drawMarker } from '../series/series-patterns.js';
import { drawBox, drawLine, drawText } from '../shapes.js';

/** Most points of a line that are marked each. */
const MOST_POINTS = 25;

/** How periods are marked and spoken. */
export interface PeriodMarks {
  readonly chosen: SlotRange | undefined;
  readonly speak: (index: number) => string;
}

/** The value axis, which stays while the periods scroll. */
export function drawPeriodAxis({ axisWidth, grid, bottom, ticks }: PeriodLayout): SVGTemplateResult {
  const across = (y: number, name: string): SVGTemplateResult => drawLine({ from: { x: 0, y }, to: { x: axisWidth, y } }, name);
  return svg`<g part="axis" aria-hidden="true">${grid.map((y) => across(y, 'grid'))}${across(bottom, 'baseline')}${ticks.map((tick) => drawText(tick, 'tick'))}</g>`;
}

/** The periods, each an option that can be chosen, on their gridlines. */
export function drawPeriods(layout: PeriodLayout, marks: PeriodMarks): SVGTemplateResult {
  const { width, bottom, grid } = layout;
  const across = (y: number, name: string): SVGTemplateResult => drawLine({ from: { x: 0, y }, to: { x: width, y } }, name);
  return svg`
    <g aria-hidden="true">
      ${grid.map((y) => across(y, 'grid'))}
      ${layout.marks.map((line) => drawLine(line, 'baseline'))}${layout.labels.map((label) => drawText(label, 'tick'))}
    </g>
    ${drawLines(layout, marks.chosen)}
    ${repeat(
      layout.periods,
      ({ slot }) => slot.id,
      (period, index) => drawPeriod(layout, period, index, marks),
    )}
    <g aria-hidden="true">${across(bottom, 'baseline')}</g>`;
}

/** Names at the ends of the lines. */
export function drawEndLabels({ endLabels }: PeriodLayout): SVGTemplateResult {
  return svg`<g aria-hidden="true">${endLabels.map((label) => drawText(label, 'label'))}</g>`;
}

function drawPeriod(layout: PeriodLayout, period: PlacedPeriod, index: number, { chosen, speak }: PeriodMarks): SVGTemplateResult {
  const { slot, hit } = period;
  const isChosen = includes(chosen, index);
  const looks = [
    'mark',
    isChosen ? 'chosen' : chosen === undefined ? '' : 'faded',
    slot.soFar ? 'so-far' : '',
    layout.periods.length < MOST_POINTS ? 'few' : '',
  ].join(' ');
  return svg`
    <g role="option" part="bar" class=${looks} data-index=${index} tabindex="-1" aria-selected=${String(isChosen)}
      aria-label=${speak(index)} aria-posinset=${index + 1} aria-setsize=${layout.periods.length}>
      ${drawBox(hit, 'hit')}
      ${period.ghosts.map((box) => (box === undefined ? nothing : drawBox(box, 'ghost')))}
      ${period.bars.map((box, at) => (box === undefined ? nothing : drawBox(box, `bar fill-${at + 1}`)))}
      ${period.bars.some((box) => box === undefined) ? drawUnknown(hit, slot.hidden) : nothing}
      ${period.points.map((point, at) => (point === undefined ? nothing : svg`<g class="point" aria-hidden="true">${drawMarker(at, point, SIZES.dot)}</g>`))}
    </g>`;
}

/** The hatched gap of a bar whose value is not known, or is withheld. */
function drawUnknown(hit: Box, isHidden: boolean): SVGTemplateResult {
  const width = Math.min(SIZES.bar.most, Math.max(SIZES.bar.least, hit.width * SIZES.bar.share));
  const [x, y] = [hit.x + (hit.width - width) / 2, hit.height - SIZES.hatchLength];
  const gap = drawBox({ x, y, width, height: SIZES.hatchLength }, 'gap');
  return isHidden && width >= SIZES.lock ? svg`${gap}${drawLock({ x: hit.x + hit.width / 2, y: y - SIZES.lock })}` : gap;
}

/** Lines behind the points: without filters, then as filtered; what is not chosen is a ghost. */
function drawLines({ lines, ghostLines, step, width, height }: PeriodLayout, chosen: SlotRange | undefined): SVGTemplateResult {
  const all = (name: string): SVGTemplateResult => svg`${lines.map((line, at) => drawPlaced(line, at, name))}`;
  const ghosts = ghostLines.map((line, at) => drawPlaced(line, at, 'ghost-line'));
  if (chosen === undefined) return svg`<g class="lines" aria-hidden="true">${ghosts}${all('line')}</g>`;
  return svg`
    <defs><clipPath id="chosen"><rect x=${step * chosen.from} width=${Math.min(width, step * (chosen.to - chosen.from + 1))} height=${height}></rect></clipPath></defs>
    <g class="lines" aria-hidden="true">${ghosts}${all('ghost-line')}<g clip-path="url(#chosen)">${all('line')}</g></g>`;
}

function drawPlaced({ stretches, dashed }: PlacedLine, at: number, name: string): SVGTemplateResult {
  const looks = `${name} series-${at + 1}`;
  return svg`
    ${stretches.map((points) => svg`<path class=${looks} stroke-dasharray=${dashOf(at)} d=${pathOf(points)}></path>`)}
    ${dashed === undefined ? nothing : svg`<path class=${`${looks} unfinished`} d=${pathOf([dashed.from, dashed.to])}></path>`}`;
}

function pathOf(points: readonly Point[]): string {
  return points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('');
}
