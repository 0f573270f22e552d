import type { Predicate } from '../../../metrics/types.js';
import type { Coding } from './coding.js';
import { spansOf } from './coding.js';

/** Codes of a field by row, and whether each passes. */
export interface CodeTest {
  readonly codes: Uint16Array;
  readonly passing: Uint8Array;
}

/** What a predicate says of codes; undefined where it cuts through one, or where the field has none. */
export function codeTest(axis: Coding | undefined, predicate: Predicate): CodeTest | undefined {
  const spans = axis === undefined ? undefined : spansOf(axis, predicate);
  if (axis === undefined || spans === undefined) return undefined;
  const passing = new Uint8Array(axis.size);
  for (const [from, to] of spans) passing.fill(1, from, to);
  return { codes: axis.codes, passing };
}
