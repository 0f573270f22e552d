import type { Predicate } from '../../../metrics/types.js';
import type { CodeTest } from './code-test.js';
import { codeTest } from './code-test.js';
import type { RowsByCode } from '../rows-by-code.js';
import type { TableIndex } from './table-index.js';

/** The codes of a field in the order of a list of rows. */
export interface Arranged {
  readonly of: Uint16Array;
  readonly codes: Uint16Array;
}

/** The list of rows that is written anew each time: what is thrown away after each step halts some later ones. */
let scratch = new Uint32Array(256);

const EVERYTHING: CodeTest = { codes: new Uint16Array(0), passing: Uint8Array.of(1) };

/** Tests single rows against filters by their codes. */
export class RowTest {
  readonly #codes: Uint16Array;
  readonly #passing: Uint8Array;
  readonly #others: readonly CodeTest[];
  /** Rows that `passing` found last. */
  count = 0;

  private constructor(tests: readonly CodeTest[]) {
    const [first = EVERYTHING, ...others] = tests;
    this.#codes = first.codes;
    this.#passing = first.passing;
    this.#others = others;
  }

  /** A test of filters on fields of a table or its parents; undefined where one cuts through a code. That on `first` comes first. */
  static create(index: TableIndex, own: readonly Predicate[], first?: Uint16Array): RowTest | undefined {
    const tests: CodeTest[] = [];
    for (const predicate of own) {
      const test = codeTest(index.axis(predicate.field), predicate);
      if (test === undefined) return undefined;
      if (test.codes === first) tests.unshift(test);
      else tests.push(test);
    }
    return new RowTest(tests);
  }

  /**
   * The rows of a code that pass, in a list that is written anew each time; there are `count` of them. `arranged` are the codes of the
   * field that is tested first, in the order of the rows by code: they lie together.
   */
  passing({ offsets, rows }: RowsByCode, code: number, arranged?: Arranged): Uint32Array {
    const codes = this.#codes;
    const inOrder = arranged?.of === codes ? arranged.codes : undefined;
    const passes = this.#passing;
    const alone = this.#others.length === 0;
    const all = codes.length === 0;
    const from = offsets[code] ?? 0;
    const to = offsets[code + 1] ?? 0;
    if (scratch.length < to - from) scratch = new Uint32Array(2 * (to - from));
    const kept = scratch;
    let count = 0;
    for (let at = from; at < to; at++) {
      const row = rows[at] ?? 0;
      const first = inOrder === undefined ? (codes[row] ?? 0) : (inOrder[at] ?? 0);
      if (all || (passes[first] === 1 && (alone || this.passes(row)))) kept[count++] = row;
    }
    this.count = count;
    return kept;
  }

  /** Those of the rows that pass, in their order. */
  kept(rows: Int32Array): Int32Array {
    let found = rows;
    for (const { codes, passing } of [{ codes: this.#codes, passing: this.#passing }, ...this.#others]) {
      if (codes.length === 0) continue;
      const kept = new Int32Array(found.length);
      let count = 0;
      for (let at = 0; at < found.length; at++) {
        const row = found[at] ?? 0;
        kept[count] = row;
        count += passing[codes[row] ?? 0] ?? 0;
      }
      found = kept.subarray(0, count);
    }
    return found;
  }

  passes(row: number): boolean {
    if (this.#codes.length > 0 && this.#passing[this.#codes[row] ?? 0] !== 1) return false;
    for (const { codes, passing } of this.#others) if (passing[codes[row] ?? 0] !== 1) return false;
    return true;
  }
}
