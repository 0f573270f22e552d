import { unlike } from './unlike.js';

/** Throws StatsError `bad-option` for what is not as expected at a place. */
export function check(given: unknown, place: string, isGood: (value: unknown) => boolean, expected: string): void {
  if (!isGood(given)) throw unlike('bad-option', place, expected, given);
}

/** The same of what may be left out. */
export function checkGiven(given: unknown, place: string, isGood: (value: unknown) => boolean, expected: string): void {
  if (given !== undefined) check(given, place, isGood, expected);
}

/**
 * The named parts of an object. A name that there is not is refused: misspelt, it would change nothing without a word.
 * @throws StatsError `bad-option`, naming the place and the value.
 */
export function parseObject<Name extends string>(
  given: unknown,
  place: string,
  names: readonly Name[],
  expected = 'an object',
): { readonly [K in Name]?: unknown } {
  check(given, place, (value) => typeof value === 'object' && value !== null && !Array.isArray(value), expected);
  for (const name of Object.keys(given as object)) check(name, place, (value) => names.some((known) => known === value), names.join(', '));
  return given as { readonly [K in Name]?: unknown };
}

/** Hands each item of a list, if one is given, to `parse`, with its place. Throws StatsError `bad-option` for what is no list. */
export function parseList(given: unknown, place: string, parse: (item: unknown, place: string) => void): void {
  checkGiven(given, place, Array.isArray, 'a list');
  for (const [at, item] of ((given ?? []) as readonly unknown[]).entries()) parse(item, `${place}[${at}]`);
}

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export function isFlag(value: unknown): value is boolean {
  return typeof value === 'boolean';
}
