import type { Unit } from '../../metrics/types.js';
import type { FormatOptions } from '../base/text/format.js';
import type { Bar } from './bars/bar-data.js';
import type { Reference } from './reference.js';
import type { Measure } from './text-width.js';

/** A box in px of the drawing, from its left top corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A point in px of the drawing. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A straight line. */
export interface Line {
  readonly from: Point;
  readonly to: Point;
}

/** A text at a point. `start` and `end` are meant in reading direction, as SVG does. */
export interface PlacedText extends Point {
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
}

/** Where a range is drawn. */
export interface Whisker {
  readonly range: Line;
  readonly mean: Point;
  /** The range goes on beyond the axis, at whose end the line ends in an arrow. */
  readonly goesOn: boolean;
}

/** The hatched gap of a bar without a number, and where the dash beside it stands. */
export interface PlacedGap {
  readonly box: Box;
  readonly dash: PlacedText;
  /** The number is withheld, which is not the same as not known. */
  readonly isHidden: boolean;
}

/** Where one bar and what belongs to it are drawn. */
export interface PlacedBar {
  readonly bar: Bar;
  /** Undefined where the value is not known. */
  readonly box: Box | undefined;
  /** The value without filters. */
  readonly ghost: Box | undefined;
  /** Undefined where there is a value. */
  readonly gap: PlacedGap | undefined;
  /** The range, and the mean on it. */
  readonly whisker: Whisker | undefined;
  /** What can be pointed at: the whole step. */
  readonly hit: Box;
  /** Lines of the label, from above. */
  readonly label: readonly PlacedText[];
}

/** A whole drawing of bars. */
export interface BarLayout {
  /** Bars lie, one under the other. */
  readonly lying: boolean;
  readonly width: number;
  /** Of the bars, which scroll in `viewHeight` where they are more than fit. */
  readonly height: number;
  readonly viewHeight: number;
  readonly grid: readonly Line[];
  /** The line of zero; undefined where labels stand in its way. */
  readonly baseline: Line | undefined;
  readonly ticks: readonly PlacedText[];
  /** Of a value axis that stands apart, so that it stays while bars scroll; undefined where ticks stand on their gridlines. */
  readonly axis: { readonly height: number; readonly marks: readonly Line[] } | undefined;
  readonly bars: readonly PlacedBar[];
  /** The line of what bars are held against; in pieces where labels stand in its way. */
  readonly reference: readonly Line[];
}

/** The place to draw in. */
export interface Place {
  readonly width: number;
  readonly height: number;
  readonly rtl: boolean;
  /** Whether bars always lie; else they do where labels do not fit beside each other. */
  readonly lying: boolean;
  /** Multiple of the designed size of text. */
  readonly scale: number;
  /** Measures that are drawn beside each other in each row of lying bars; 1 if left out. */
  readonly across?: number;
  readonly measure: Measure;
  readonly unit: Unit;
  /** Whether bars count several things, of which the axis then names none. */
  readonly mixed?: boolean;
  readonly format: FormatOptions;
  /** What bars are held against: a value of the axis, or a place among them. */
  readonly reference?: Pick<Reference, 'at' | 'along'> | undefined;
}

/** An axis reaches so many times as far as the greatest value, not as far as a range that is longer. */
const MOST_REACH = 3;

/** The greatest value that is drawn. One long range does not make all bars short. */
export function greatest(bars: readonly Bar[], { reference }: Place): number {
  const least = reference?.along === 'values' ? reference.at : 0;
  const most = bars.reduce((value, bar) => Math.max(value, bar.value ?? 0, bar.whole ?? 0), least);
  const reach = bars.reduce((value, bar) => Math.max(value, bar.reach), least);
  return most > 0 ? Math.min(reach, MOST_REACH * most) : reach;
}

/** The line of a reference, as a layout places values and bars. */
export function referenceLine(
  reference: Place['reference'],
  places: { readonly value: (at: number) => readonly Line[]; readonly bar: (at: number) => readonly Line[] },
): readonly Line[] {
  if (reference === undefined) return [];
  return reference.along === 'values' ? places.value(reference.at) : places.bar(reference.at);
}
