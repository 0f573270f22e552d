import type { Predicate } from '../../../metrics/types.js';
import { spansOf } from './coding.js';
import type { TableIndex } from './table-index.js';

/** Codes of a field by row, and whether each passes. */
interface CodeTest {
  readonly codes: Uint16Array;
  readonly passing: Uint8Array;
}

const EVERYTHING: CodeTest = { codes: new Uint16Array(0), passing: Uint8Array.of(1) };

/** Tests single rows against filters by their codes. */
export class RowTest {
  readonly #codes: Uint16Array;
  readonly #passing: Uint8Array;
  readonly #others: readonly CodeTest[];

  private constructor(tests: readonly CodeTest[]) {
    const [first = EVERYTHING, ...others] = tests;
    this.#codes = first.codes;
    this.#passing = first.passing;
    this.#others = others;
  }

  /** A test of filters on fields of a table or its parents; undefined where one cuts through a code. */
  static create(index: TableIndex, own: readonly Predicate[]): RowTest | undefined {
    const tests: CodeTest[] = [];
    for (const predicate of own) {
      const axis = index.axis(predicate.field);
      const spans = axis === undefined ? undefined : spansOf(axis, predicate);
      if (axis === undefined || spans === undefined) return undefined;
      const passing = new Uint8Array(axis.size);
      for (const [from, to] of spans) passing.fill(1, from, to);
      tests.push({ codes: axis.codes, passing });
    }
    return new RowTest(tests);
  }

  /** Moves the rows that pass, of those at places from ≤ x < to, to the front; where they end. */
  keep(rows: Uint32Array, from: number, to: number): number {
    const codes = this.#codes;
    const passing = this.#passing;
    const alone = this.#others.length === 0;
    let end = from;
    for (let place = from; place < to; place++) {
      const row = rows[place] ?? 0;
      if (passing[codes[row] ?? 0] === 1 && (alone || this.passes(row))) rows[end++] = row;
    }
    return end;
  }

  passes(row: number): boolean {
    if (this.#passing[this.#codes[row] ?? 0] !== 1) return false;
    for (const { codes, passing } of this.#others) if (passing[codes[row] ?? 0] !== 1) return false;
    return true;
  }
}

/** The greatest value of each group; -Infinity for groups without a known one. */
export function greatestOf(codes: Int32Array, values: Float64Array, size: number): Float64Array {
  const greatest = new Float64Array(size).fill(-Infinity);
  for (let row = 0; row < codes.length; row++) {
    const group = codes[row] ?? 0;
    const value = values[row] ?? NaN;
    if (value > (greatest[group] ?? 0)) greatest[group] = value;
  }
  return greatest;
}
