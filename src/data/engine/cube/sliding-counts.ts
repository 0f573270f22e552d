import type { Span } from './coding.js';
import type { Pairs, RowsByCode } from './distinct.js';

/**
 * Different texts by cell in a window that moves along an axis: only the rows that leave and enter are counted. For axes that are
 * too long for a window cube.
 */
export class SlidingCounts {
  readonly #byCode: RowsByCode;
  readonly #pairs: Pairs;
  readonly #cells: Uint16Array;
  readonly #rowsOfPair: Uint32Array;
  readonly #counts: Float64Array;
  #from = 0;
  #to = 0;

  constructor(byCode: RowsByCode, pairs: Pairs, cells: Uint16Array, cellCount: number) {
    this.#byCode = byCode;
    this.#pairs = pairs;
    this.#cells = cells;
    this.#rowsOfPair = new Uint32Array(pairs.count);
    this.#counts = new Float64Array(cellCount + 1);
  }

  /** The counts of a span, cell by cell. */
  at([from, to]: Span): Float64Array {
    if (from >= this.#to || to <= this.#from) {
      this.#leave(this.#from, this.#to);
      this.#enter(from, to);
    } else {
      this.#enter(from, this.#from);
      this.#enter(this.#to, to);
      this.#leave(this.#from, from);
      this.#leave(to, this.#to);
    }
    this.#from = from;
    this.#to = to;
    return this.#counts.slice(0, -1);
  }

  #enter(from: number, to: number): void {
    const { rows, offsets } = this.#byCode;
    const end = to > from ? (offsets[to] ?? 0) : 0;
    for (let at = offsets[from] ?? 0; at < end; at++) {
      const row = rows[at] ?? 0;
      const pair = this.#pairs.of[row] ?? 0;
      const before = this.#rowsOfPair[pair] ?? 0;
      this.#rowsOfPair[pair] = before + 1;
      if (before > 0 || pair === 0) continue;
      const cell = this.#cells[row] ?? 0;
      this.#counts[cell] = (this.#counts[cell] ?? 0) + 1;
    }
  }

  #leave(from: number, to: number): void {
    const { rows, offsets } = this.#byCode;
    const end = to > from ? (offsets[to] ?? 0) : 0;
    for (let at = offsets[from] ?? 0; at < end; at++) {
      const row = rows[at] ?? 0;
      const pair = this.#pairs.of[row] ?? 0;
      const after = (this.#rowsOfPair[pair] ?? 0) - 1;
      this.#rowsOfPair[pair] = after;
      if (after > 0 || pair === 0) continue;
      const cell = this.#cells[row] ?? 0;
      this.#counts[cell] = (this.#counts[cell] ?? 0) - 1;
    }
  }
}
