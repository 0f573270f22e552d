import type { Predicate, Value } from '../../metrics/types.js';
import { parseInstant } from '../ingest/instant.js';
import type { Column } from '../table.js';

/** Whether a column can be asked the predicate at all: a range has no meaning on text or yes-no. */
export function canAnswer(column: Column, predicate: Predicate): boolean {
  return predicate.range === undefined || column.type === 'number' || column.type === 'time';
}

/** Sets `mask` to 0 in every row whose value does not pass. Unknown passes only by `in: [null]`. */
export function applyPredicate(mask: Uint8Array, column: Column, predicate: Predicate): void {
  const { in: values, range } = predicate;
  if (column.type === 'category') {
    const wanted = new Set(values);
    // The last place stands for unknown: a code of -1 counts from the end.
    const passes = Uint8Array.from([...column.dictionary, null], (text) => Number(wanted.has(text)));
    const unknown = column.dictionary.length;
    column.codes.forEach((code, row) => {
      mask[row] = (mask[row] ?? 0) & (passes[code < 0 ? unknown : code] ?? 0);
    });
  } else if (column.type === 'boolean') {
    const wanted = new Set(values);
    const passes = [wanted.has(null), wanted.has(false), wanted.has(true)].map(Number);
    column.values.forEach((value, row) => {
      mask[row] = (mask[row] ?? 0) & (passes[value + 1] ?? 0);
    });
  } else if (range !== undefined) {
    const [from, to] = range;
    column.values.forEach((value, row) => {
      mask[row] = (mask[row] ?? 0) & Number(value >= from && value < to);
    });
  } else {
    const wanted = new Set((values ?? []).map((value) => numberOf(value, column.type)));
    column.values.forEach((value, row) => {
      mask[row] = (mask[row] ?? 0) & Number(wanted.has(Number.isNaN(value) ? null : value));
    });
  }
}

/** What a value of `in` means to a column of numbers or instants; undefined where it means none. */
function numberOf(value: Value, type: 'number' | 'time'): number | null | undefined {
  if (value === null || (typeof value === 'number' && !Number.isNaN(value))) return value;
  return type === 'time' && typeof value === 'string' ? parseInstant(value) : undefined;
}
