import { nothing, svg } from 'lit';
import type { SVGTemplateResult } from 'lit';
import type { BarLayout } from './layout.js';
import { drawLine } from './shapes.js';

/** A number that what is drawn is held against, as an average. */
export interface Reference {
  /** A value of the axis, or a place among the bars: 0.5 is between the first and the second. */
  readonly at: number;
  readonly along: 'values' | 'bars';
  /** What it is, for the eye and for assistive technology. */
  readonly sentence: string;
  /** Its row in the table of the chart: what it is called, and the column whose value it is. */
  readonly row?: { readonly label: string; readonly column: string };
}

/** The line of a reference across the bars, over them; its sentence says what it is. */
export function drawReference({ reference }: BarLayout): SVGTemplateResult | typeof nothing {
  if (reference.length === 0) return nothing;
  const lines = reference.map((line) => [drawLine(line, 'around'), drawLine(line, 'average')]);
  return svg`<g part="reference" class="reference" aria-hidden="true">${lines}</g>`;
}
