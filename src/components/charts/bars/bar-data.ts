import type { Unit, Value } from '../../../metrics/types.js';
import { isCount } from '../../../metrics/unit.js';
import type { ViewData } from '../../../workers/connect.js';
import { isHiddenRow } from '../../base/audience/audience.js';
import { cell, numberCell } from '../../base/dataset/cell.js';
import { shownText } from '../../base/text/format.js';

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

/** One bar. What is not known is undefined, never 0. */
export interface Bar {
  readonly key: Value;
  readonly label: string;
  /** What stands after the label and is kept where that is cut. */
  readonly note?: string | undefined;
  readonly value: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
  /** The value without any filter, where filters apply. */
  readonly whole: number | undefined;
  /** The greatest of all of these; filters do not lower it, so that the scale stays. */
  readonly reach: number;
  /** Filters leave nothing of it to measure: only the ghost stands. */
  readonly filteredOut: boolean;
  /** Its number is withheld from who reads. */
  readonly hidden: boolean;
}

/**
 * The bars of an answer, in its order. Where filters apply the bars of `ghost`, the answer without them, all stay in their
 * places: of one that the filters emptied a count is 0 where it is known without them, and any other measure is of nothing, so that only
 * its ghost stands.
 * `unknownLabel` names the group whose category is not known.
 */
export function barsOf(result: ViewData, ghost: ViewData | undefined, encoding: BarEncoding, unknownLabel: string): readonly Bar[] {
  const read = (from: ViewData, row: number): Bar => barOf(from, row, encoding, unknownLabel);
  const shown = Array.from({ length: result.length }, (_, row) => read(result, row));
  if (ghost === undefined || !ghost.columns.some(({ name }) => name === encoding.value)) return shown;
  const byKey = new Map(shown.map((bar) => [bar.key, bar]));
  const emptied = (whole: Bar): Bar => {
    const value = isCount(encoding.unit) && whole.value !== undefined ? 0 : undefined;
    return { ...whole, value, low: undefined, high: undefined, filteredOut: true };
  };
  const kept = Array.from({ length: ghost.length }, (_, row) => {
    const whole = read(ghost, row);
    const bar = byKey.get(whole.key);
    byKey.delete(whole.key);
    return { ...(bar ?? emptied(whole)), whole: whole.value, reach: Math.max(whole.reach, bar?.reach ?? 0) };
  });
  return [...kept, ...byKey.values()];
}

function barOf(result: ViewData, row: number, encoding: BarEncoding, unknownLabel: string): Bar {
  const key = cell(result, encoding.category, row);
  const label = cell(result, encoding.label ?? encoding.category, row) ?? key;
  const optional = (column: string | undefined): number | undefined => (column === undefined ? undefined : numberCell(result, column, row));
  const [value, low, high] = [optional(encoding.value), optional(encoding.low), optional(encoding.high)];
  return {
    key,
    label: label === null ? unknownLabel : shownText(String(label)),
    value,
    low,
    high,
    whole: undefined,
    reach: Math.max(0, value ?? 0, high ?? 0),
    filteredOut: false,
    hidden: isHiddenRow(result, row),
  };
}
