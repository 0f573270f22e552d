import type { Predicate, Value } from '../metrics/types.js';
import { StatsError } from './stats-error.js';
import { unlike } from './unlike.js';

/** What `isValue` expects. */
export const VALUE = 'a text, a number, true, false or null';

/**
 * The condition in an object, whatever else is in it; without `in` and `range` where it has neither.
 * @throws StatsError `bad-option`, naming the path and the value.
 */
export function parsePredicate(given: unknown, place: string): Predicate {
  const wrong = (path: string, expected: string, got: unknown): StatsError => unlike('bad-option', place + path, expected, got);
  if (typeof given !== 'object' || given === null) throw wrong('', 'an object', given);
  const { field, in: values, range } = given as Record<string, unknown>;
  if (typeof field !== 'string' || field === '') throw wrong('.field', 'the name of a field', field);
  if (values !== undefined) {
    if (range !== undefined) throw wrong('', 'in or range, not both', given);
    if (!Array.isArray(values)) throw wrong('.in', 'a list of values', values);
    const at = values.findIndex((value) => !isValue(value));
    if (at >= 0) throw wrong(`.in[${at}]`, VALUE, values[at]);
    return { field, in: values as readonly Value[] };
  }
  if (range === undefined) return { field };
  const [from, to] = Array.isArray(range) && range.length === 2 ? (range as unknown[]) : [];
  if (typeof from !== 'number' || typeof to !== 'number' || Number.isNaN(from) || Number.isNaN(to))
    throw wrong('.range', 'two numbers, from and to', range);
  return { field, range: [from, to] };
}

/** The same where it has to be a condition: neither `in` nor `range` is refused too. */
export function parseCondition(given: unknown, place: string): void {
  const { in: values, range } = parsePredicate(given, place);
  if (values === undefined && range === undefined) throw new StatsError('bad-option', `${place}: expected either in or range, got neither`);
}

/** Whether it is a value that a field may have. */
export function isValue(value: unknown): value is Value {
  return value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}
