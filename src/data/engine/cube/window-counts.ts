import type { Coding, Span } from './coding.js';
import type { RowsByCode } from '../rows-by-code.js';
import type { Pairs } from './distinct.js';

/**
 * Different texts by cell in a window that moves along an axis, for axes that are too long for a window cube. Of each pair of cell and
 * text and each code there is one entry, which knows the code before and after at which its pair is met: so a move goes over the
 * entries of the codes that enter and leave, and nothing else.
 */
export class WindowCounts {
  /** Entries of code `c` are those from `offsets[c]` up to `offsets[c + 1]`. */
  readonly #offsets: Uint32Array;
  readonly #cells: Uint16Array;
  /** One more than the code before, 0 where there is none. */
  readonly #before: Uint16Array;
  /** The code after, the size of the axis where there is none. */
  readonly #after: Uint16Array;
  readonly #counts: Float64Array;
  #from = 0;
  #to = 0;

  constructor({ size }: Coding, { offsets, rows }: RowsByCode, pairs: Pairs, cells: Uint16Array, cellCount: number) {
    const { length } = rows;
    this.#offsets = new Uint32Array(size + 1);
    this.#cells = new Uint16Array(length);
    this.#before = new Uint16Array(length);
    this.#after = new Uint16Array(length).fill(size);
    this.#counts = new Float64Array(cellCount);
    const lastEntry = new Int32Array(pairs.count).fill(-1);
    const lastCode = new Int32Array(pairs.count).fill(-1);
    let count = 0;
    for (let code = 0; code < size; code++) {
      const end = offsets[code + 1] ?? 0;
      for (let at = offsets[code] ?? 0; at < end; at++) {
        const row = rows[at] ?? 0;
        const pair = pairs.of[row] ?? 0;
        if (pair === 0 || lastCode[pair] === code) continue;
        const known = lastEntry[pair] ?? -1;
        if (known >= 0) this.#after[known] = code;
        this.#before[count] = (lastCode[pair] ?? -1) + 1;
        this.#cells[count] = cells[row] ?? 0;
        lastCode[pair] = code;
        lastEntry[pair] = count++;
      }
      this.#offsets[code + 1] = count;
    }
  }

  /** The counts of a span, cell by cell. */
  at([from, to]: Span): Float64Array {
    if (from >= this.#to || to <= this.#from) {
      this.#counts.fill(0);
      this.#from = from;
      this.#to = from;
    }
    // At its end a window gains or loses what it does not hold before, at its start what it does not hold after.
    if (to > this.#to) this.#atEnd(this.#to, to, 1);
    else this.#atEnd(to, this.#to, -1);
    this.#to = to;
    if (from < this.#from) this.#atStart(from, this.#from, 1);
    else this.#atStart(this.#from, from, -1);
    this.#from = from;
    return this.#counts.slice();
  }

  #atEnd(from: number, to: number, step: number): void {
    const [cells, before, counts, start] = [this.#cells, this.#before, this.#counts, this.#from];
    const end = this.#offsets[to] ?? 0;
    for (let at = this.#offsets[from] ?? 0; at < end; at++) {
      const cell = cells[at] ?? 0;
      if ((before[at] ?? 0) <= start) counts[cell] = (counts[cell] ?? 0) + step;
    }
  }

  #atStart(from: number, to: number, step: number): void {
    const [cells, after, counts, stop] = [this.#cells, this.#after, this.#counts, this.#to];
    const end = this.#offsets[to] ?? 0;
    for (let at = this.#offsets[from] ?? 0; at < end; at++) {
      const cell = cells[at] ?? 0;
      if ((after[at] ?? 0) >= stop) counts[cell] = (counts[cell] ?? 0) + step;
    }
  }
}
