import type { Predicate } from '../../../metrics/types.js';
import { spansOf } from './coding.js';
import type { TableIndex } from './table-index.js';

/** Tests single rows against filters by their codes. */
export class RowTest {
  readonly #codes: readonly Uint16Array[];
  readonly #passes: readonly Uint8Array[];

  private constructor(codes: readonly Uint16Array[], passes: readonly Uint8Array[]) {
    this.#codes = codes;
    this.#passes = passes;
  }

  /** A test of filters on fields of a table or its parents; undefined where one cuts through a code. */
  static create(index: TableIndex, own: readonly Predicate[]): RowTest | undefined {
    const codes: Uint16Array[] = [];
    const passes: Uint8Array[] = [];
    for (const predicate of own) {
      const axis = index.axis(predicate.field);
      const spans = axis === undefined ? undefined : spansOf(axis, predicate);
      if (axis === undefined || spans === undefined) return undefined;
      const passing = new Uint8Array(axis.size);
      for (const [from, to] of spans) passing.fill(1, from, to);
      codes.push(axis.codes);
      passes.push(passing);
    }
    return new RowTest(codes, passes);
  }

  passes(row: number): boolean {
    for (let at = 0; at < this.#codes.length; at++) {
      if (this.#passes[at]?.[this.#codes[at]?.[row] ?? 0] !== 1) return false;
    }
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
