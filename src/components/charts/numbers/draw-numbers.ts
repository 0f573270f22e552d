import { nothing, svg } from 'lit';
import type { SVGTemplateResult } from 'lit';
import { SIZES } from '../../base/tokens.js';
import type { SlotRange } from '../brush/brush-geometry.js';
import type { NumberLayout } from './layout-number.js';
import type { Fill } from '../series/series-patterns.js';
import { drawLine, drawText } from '../shapes.js';

/** What is under the cursor. */
export interface CursorMark {
  /** Its place among `count` numbers. */
  readonly at: number;
  readonly count: number;
  /** The first measure there; undefined where it is not known. */
  readonly value: number | undefined;
  readonly spoken: string;
  readonly chosen: boolean;
  /** Which of the two marks stands for it. */
  readonly turn: 0 | 1;
}

/** The fill of a measure: the whole has a pattern, its part is plain. */
export function fillOfNumber(measure: number): Fill {
  return measure === 0 ? 'fill-whole' : 'fill-part';
}

/** The areas on their axes; outside of what is chosen they are ghosts. */
export function drawNumbers(layout: NumberLayout, chosen: SlotRange | undefined): SVGTemplateResult {
  const { left, step, width, height, bottom } = layout;
  return svg`
    <g aria-hidden="true">
      ${layout.grid.map((line) => drawLine(line, 'grid'))}
      ${layout.ghosts.slice(0, 1).map((d) => drawPath(d, 'area-ghost'))}
      ${
        chosen === undefined
          ? drawAreas(layout)
          : svg`
        ${layout.areas.slice(0, 1).map((d) => drawPath(d, 'area-ghost'))}
        <defs><clipPath id="chosen">
          <rect x=${left + chosen.from * step} width=${(chosen.to - chosen.from + 1) * step} height=${height}></rect>
        </clipPath></defs>
        <g clip-path="url(#chosen)">${drawAreas(layout)}</g>`
      }
      ${drawLine({ from: { x: 0, y: bottom }, to: { x: width, y: bottom } }, 'baseline')}
      ${layout.marks.map((line) => drawLine(line, 'baseline'))}
      ${layout.labels.map((label) => drawText(label, 'tick'))}${layout.ticks.map((tick) => drawText(tick, 'tick'))}
    </g>`;
}

/**
 * The mark of the chart, an option that stands for the number it is at. There are two, which take turns: what has the focus and changes its
 * name is not spoken by every screen reader, what gets the focus is.
 */
export function drawCursor(layout: NumberLayout, cursor: CursorMark): SVGTemplateResult {
  return svg`${[0, 1].map((turn) => drawMark(layout, cursor, turn === cursor.turn))}`;
}

function drawMark(layout: NumberLayout, { at, count, spoken, chosen, value }: CursorMark, isOn: boolean): SVGTemplateResult {
  const on = <T>(text: T): T | typeof nothing => (isOn ? text : nothing);
  return svg`
    <g role=${on('option')} part=${on('bar')} class=${on('mark')} data-index=${on(at)} tabindex=${on('-1')} aria-selected=${on(String(chosen))}
      aria-label=${on(spoken)} aria-posinset=${on(at + 1)} aria-setsize=${on(count)}>
      ${on(drawPoint(layout, at, value))}
    </g>`;
}

function drawPoint({ left, step, bottom, y }: NumberLayout, at: number, value: number | undefined): SVGTemplateResult {
  const x = left + (at + 0.5) * step;
  return svg`
    <rect class="hit" x=${x - SIZES.bar.gap / 2} y="0" width=${SIZES.bar.gap} height=${bottom}></rect>
    <g class="point">
      <line class="cursor" x1=${x} x2=${x} y1="0" y2=${bottom}></line>
      ${value === undefined ? nothing : svg`<circle class="marker series-1" cx=${x} cy=${y(value)} r=${SIZES.dot}></circle>`}
    </g>`;
}

function drawAreas({ areas, edges }: NumberLayout): SVGTemplateResult {
  return svg`
    ${areas.map((d, at) => drawPath(d, `area ${fillOfNumber(at)}`))}
    ${edges.slice(0, 1).map((d) => drawPath(d, 'area-edge'))}`;
}

function drawPath(d: string, name: string): SVGTemplateResult {
  return svg`<path class=${name} d=${d}></path>`;
}
