import { nothing, svg } from 'lit';
import type { SVGTemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { SIZES } from '../../base/tokens.js';
import type { BarLayout, PlacedBar, PlacedText } from '../layout.js';
import { drawGap } from '../gaps.js';
import { drawBox, drawText } from '../shapes.js';

/** How the bars of one chart are marked and spoken. */
export interface BarMarks {
  /** Left out where none can be chosen. */
  readonly isChosen?: (bar: PlacedBar) => boolean;
  readonly anyChosen: boolean;
  readonly speak: (index: number) => string;
}

/** The bars, each an option that can be chosen. Handlers listen above them and find a bar by its `data-index`. */
export function drawBars(layout: BarLayout, marks: BarMarks): SVGTemplateResult {
  return svg`${repeat(
    layout.bars,
    ({ bar }) => bar.key,
    (placed, index) => drawBar(layout, placed, index, marks),
  )}
    ${drawLabels(layout.bars.map(({ label }) => label))}`;
}

function drawBar({ bars }: BarLayout, placed: PlacedBar, index: number, marks: BarMarks): SVGTemplateResult {
  const chosen = marks.isChosen?.(placed);
  const looks = chosen === true ? 'mark chosen' : marks.anyChosen ? 'mark faded' : 'mark';
  return svg`
    <g role="option" part="bar" class=${looks} data-index=${index} tabindex="-1" aria-selected=${chosen === undefined ? nothing : String(chosen)}
      aria-label=${marks.speak(index)} aria-posinset=${index + 1} aria-setsize=${bars.length}>
      ${drawBox(placed.hit, 'hit')}
      ${placed.ghost === undefined ? nothing : drawBox(placed.ghost, 'ghost')}
      ${placed.box === undefined ? nothing : drawBox(placed.box, 'bar')}
      ${placed.gap === undefined ? nothing : drawGap(placed.gap)}
    </g>`;
}

/** Texts beside marks, which are named by their `aria-label`: a text that is cut would contradict the name it stands in. */
export function drawLabels(labels: readonly (readonly PlacedText[])[]): SVGTemplateResult {
  return svg`<g class="labels" aria-hidden="true">${labels.map((lines) => lines.map((line) => drawText(line, 'label')))}</g>`;
}

/** The pattern of gaps: no number is shown. */
export function drawHatch(): SVGTemplateResult {
  return svg`
    <defs>
      <pattern id="hatch" width=${SIZES.hatch} height=${SIZES.hatch} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line class="hatch-line" y2=${SIZES.hatch}></line>
      </pattern>
    </defs>`;
}
