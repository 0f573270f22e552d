import type { Unit, Value } from '../../metrics/types.js';
import type { ViewData } from '../../workers/connect.js';
import { cell, numberCell } from '../base/cell.js';

/** Which columns of a view a bar chart draws. */
export interface BarEncoding {
  /** The column that is chosen; a clause names its field. */
  readonly category: string;
  /** The column that is shown, where it is another. */
  readonly label?: string;
  readonly value: string;
  /** The ends of the range drawn as a whisker. */
  readonly low?: string;
  readonly high?: string;
  readonly unit: Unit;
  /** The bars are parts of one whole, so that the share of each of all can be said. */
  readonly adds?: boolean;
}

const COUNTED: ReadonlySet<Unit> = new Set(['learners', 'sessions', 'plays', 'attempts', 'views', 'items', 'ratings', 'threads']);

/** One bar. What is not known is undefined, never 0. */
export interface Bar {
  readonly key: Value;
  readonly label: string;
  readonly value: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
  /** The value without any filter, where filters apply. */
  readonly whole: number | undefined;
}

/**
 * The bars of an answer, in its order, then those that a filter has emptied: a count of them is 0, any other measure of nothing
 * is left out. `unknownLabel` names the group whose category is not known.
 */
export function barsOf(result: ViewData, ghost: ViewData | undefined, encoding: BarEncoding, unknownLabel: string): readonly Bar[] {
  const wholes = new Map<Value, number | undefined>();
  for (let row = 0; row < (ghost?.length ?? 0); row++) wholes.set(cell(ghost, encoding.category, row), numberCell(ghost, encoding.value, row));
  const bars = Array.from({ length: result.length }, (_, row) => barOf(result, row, encoding, unknownLabel, wholes));
  if (!COUNTED.has(encoding.unit)) return bars;
  const shown = new Set(bars.map((bar) => bar.key));
  const emptied = [...wholes].filter(([key]) => !shown.has(key)).map(([key, whole]) => ({
    key, label: labelOf(ghost, encoding, key, unknownLabel), value: 0, low: undefined, high: undefined, whole,
  }));
  return [...bars, ...emptied];
}

function barOf(result: ViewData, row: number, encoding: BarEncoding, unknownLabel: string, wholes: ReadonlyMap<Value, number | undefined>): Bar {
  const key = cell(result, encoding.category, row);
  const label = cell(result, encoding.label ?? encoding.category, row) ?? key;
  return {
    key,
    label: label === null ? unknownLabel : String(label),
    value: numberCell(result, encoding.value, row),
    low: encoding.low === undefined ? undefined : numberCell(result, encoding.low, row),
    high: encoding.high === undefined ? undefined : numberCell(result, encoding.high, row),
    whole: wholes.get(key),
  };
}

function labelOf(ghost: ViewData | undefined, encoding: BarEncoding, key: Value, unknownLabel: string): string {
  for (let row = 0; row < (ghost?.length ?? 0); row++) {
    if (cell(ghost, encoding.category, row) === key) return String(cell(ghost, encoding.label ?? encoding.category, row) ?? unknownLabel);
  }
  return unknownLabel;
}
