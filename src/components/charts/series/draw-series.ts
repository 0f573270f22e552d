import { nothing, svg } from 'lit';
import type { SVGTemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { drawLabels } from '../bars/bars.js';
import { drawGap } from '../gaps.js';
import type { PlacedRow, SeriesLayout, SeriesMode } from './layout-series.js';
import type { Fill } from './series-patterns.js';
import { drawBox } from '../shapes.js';

/** How categories are marked and spoken. */
export interface SeriesMarks {
  /** Left out where none can be chosen. */
  readonly isChosen?: (row: PlacedRow) => boolean;
  readonly anyChosen: boolean;
  readonly speak: (index: number) => string;
  readonly fillOf: (measure: number) => Fill;
}

/**
 * How the measures of a mode are filled. Two measures of one thing are both of the first colour, the part plain and the whole (or
 * the rest) with a pattern; measures that stand beside each other are series.
 */
export function fillOf(mode: SeriesMode, count: number, measure: number): Fill {
  if (mode === 'grouped' || count !== 2) return `fill-${measure + 1}`;
  const plain = mode === 'part' ? 1 : 0;
  return measure === plain ? 'fill-part' : 'fill-whole';
}

/** The categories, each an option that can be chosen. */
export function drawSeries({ rows }: SeriesLayout, marks: SeriesMarks): SVGTemplateResult {
  return svg`${repeat(
    rows,
    ({ row }) => row.id,
    (placed, index) => drawRow(placed, index, rows.length, marks),
  )}${drawLabels(rows.map(({ place }) => place.label))}`;
}

function drawRow(
  placed: PlacedRow,
  index: number,
  count: number,
  { isChosen, anyChosen, speak, fillOf: fill }: SeriesMarks,
): SVGTemplateResult {
  const { place } = placed;
  const chosen = isChosen?.(placed);
  return svg`
    <g role="option" part="bar" class=${chosen === true ? 'mark chosen' : anyChosen ? 'mark faded' : 'mark'} data-index=${index} tabindex="-1"
      aria-selected=${chosen === undefined ? nothing : String(chosen)} aria-label=${speak(index)} aria-posinset=${index + 1} aria-setsize=${count}>
      ${drawBox(place.hit, 'hit')}
      ${placed.ghosts.map(({ box }) => drawBox(box, 'ghost'))}
      ${placed.bars.map(({ box, at }) => drawBox(box, `bar ${fill(at)}`))}
      ${place.gap === undefined ? nothing : drawGap(place.gap)}
    </g>`;
}
