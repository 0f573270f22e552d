import type { CellCodes } from './cells.js';
import type { Pairs } from './distinct.js';

/** Rows that begin or cease to pass: the first `count` of the list. */
export interface RowList {
  readonly rows: Uint32Array;
  count: number;
}

/** One leaf's numbers over rows that pass, counted on as rows begin and cease to. */
export interface Tally {
  /** Over no rows. */
  clear(): void;
  /** Rows begin to pass (1) or cease to (-1). */
  add(list: RowList, sign: 1 | -1): void;
  /** The numbers by cell, until the next change. */
  numbers(): Float64Array;
}

/** Counts rows, or sums up whole numbers of theirs, unknown ones (NaN) left out. */
export class SumTally implements Tally {
  readonly #cells: CellCodes;
  readonly #values: Float64Array | undefined;
  readonly #sums: Float64Array;
  readonly #out: Float64Array;

  constructor(cells: CellCodes, values: Float64Array | undefined) {
    this.#cells = cells;
    this.#values = values;
    this.#sums = new Float64Array(cells.count + 2);
    this.#out = new Float64Array(cells.count);
  }

  clear(): void {
    this.#sums.fill(0);
  }

  add({ rows, count }: RowList, sign: 1 | -1): void {
    const { codes, lastCodes } = this.#cells;
    const [sums, values] = [this.#sums, this.#values];
    for (let at = 0; at < count; at++) {
      const row = rows[at] ?? 0;
      const value = values === undefined ? sign : sign * (values[row] ?? NaN);
      if (Number.isNaN(value)) continue;
      const cell = codes[row] ?? 0;
      sums[cell] = (sums[cell] ?? 0) + value;
      if (lastCodes === undefined) continue;
      const after = (lastCodes[row] ?? 0) + 1;
      sums[after] = (sums[after] ?? 0) - value;
    }
  }

  /** Of a span, what begins up to a cell and has not ended before it. */
  numbers(): Float64Array {
    const [out, sums] = [this.#out, this.#sums];
    const isSpan = this.#cells.lastCodes !== undefined;
    let sum = 0;
    for (let cell = 0; cell < out.length; cell++) {
      sum = (isSpan ? sum : 0) + (sums[cell] ?? 0);
      out[cell] = sum;
    }
    return out;
  }
}

/** Counts different pairs of a cell and a text. */
export class PairTally implements Tally {
  readonly #pairs: Pairs;
  readonly #cells: Uint16Array;
  /** Rows that pass, by pair. */
  readonly #uses: Uint32Array;
  readonly #numbers: Float64Array;

  constructor(pairs: Pairs, cells: CellCodes) {
    this.#pairs = pairs;
    this.#cells = cells.codes;
    this.#uses = new Uint32Array(pairs.count);
    this.#numbers = new Float64Array(cells.count);
  }

  clear(): void {
    this.#uses.fill(0);
    this.#numbers.fill(0);
  }

  add({ rows, count }: RowList, sign: 1 | -1): void {
    const [cells, uses, numbers] = [this.#cells, this.#uses, this.#numbers];
    const { of } = this.#pairs;
    const edge = sign === 1 ? 0 : 1;
    for (let at = 0; at < count; at++) {
      const row = rows[at] ?? 0;
      const pair = of[row] ?? 0;
      if (pair === 0) continue;
      const before = uses[pair] ?? 0;
      uses[pair] = before + sign;
      if (before !== edge) continue;
      const cell = cells[row] ?? 0;
      numbers[cell] = (numbers[cell] ?? 0) + sign;
    }
  }

  numbers(): Float64Array {
    return this.#numbers;
  }
}

/** Counts texts up to each cell: each in the first cell in which a row that passes has it, and in all after that. */
export class RunningTally implements Tally {
  readonly #pairs: Pairs;
  readonly #cells: CellCodes;
  /** By pair its text's number, its cell, and the rows of it that pass. Pairs of one text stand together. */
  readonly #textOf: Uint32Array;
  readonly #cellOf: Uint16Array;
  readonly #uses: Uint32Array;
  /** By text its first pair; pairs of a text end where those of the next begin. */
  readonly #pairsOf: Uint32Array;
  readonly #firstOf: Uint16Array;
  readonly #starts: Float64Array;
  readonly #out: Float64Array;

  /** `texts` numbers the texts of the rows from 1. */
  constructor(pairs: Pairs, texts: Pairs, cells: CellCodes) {
    this.#pairs = pairs;
    this.#cells = cells;
    this.#textOf = new Uint32Array(pairs.count);
    this.#cellOf = new Uint16Array(pairs.count);
    this.#uses = new Uint32Array(pairs.count);
    for (let row = 0; row < pairs.of.length; row++) {
      const pair = pairs.of[row] ?? 0;
      this.#textOf[pair] = texts.of[row] ?? 0;
      this.#cellOf[pair] = cells.codes[row] ?? 0;
    }
    this.#pairsOf = new Uint32Array(texts.count + 1).fill(pairs.count);
    for (let pair = pairs.count - 1; pair > 0; pair--) this.#pairsOf[this.#textOf[pair] ?? 0] = pair;
    for (let text = texts.count - 1; text > 0; text--) {
      if (this.#pairsOf[text] === pairs.count) this.#pairsOf[text] = this.#pairsOf[text + 1] ?? 0;
    }
    this.#firstOf = new Uint16Array(texts.count + 1).fill(cells.count);
    this.#starts = new Float64Array(cells.count + 1);
    this.#out = new Float64Array(cells.count);
  }

  clear(): void {
    this.#uses.fill(0);
    this.#firstOf.fill(this.#cells.count);
    this.#starts.fill(0);
  }

  add({ rows, count }: RowList, sign: 1 | -1): void {
    const [uses, starts, firstOf] = [this.#uses, this.#starts, this.#firstOf];
    const { of } = this.#pairs;
    const edge = sign === 1 ? 0 : 1;
    for (let at = 0; at < count; at++) {
      const pair = of[rows[at] ?? 0] ?? 0;
      if (pair === 0) continue;
      const before = uses[pair] ?? 0;
      uses[pair] = before + sign;
      if (before !== edge) continue;
      const text = this.#textOf[pair] ?? 0;
      const known = firstOf[text] ?? 0;
      const cell = this.#cellOf[pair] ?? 0;
      if (sign === 1 ? cell >= known : cell > known) continue;
      const first = sign === 1 ? cell : this.#firstCell(text);
      starts[known] = (starts[known] ?? 0) - 1;
      starts[first] = (starts[first] ?? 0) + 1;
      firstOf[text] = first;
    }
  }

  numbers(): Float64Array {
    let sum = 0;
    for (let cell = 0; cell < this.#out.length; cell++) this.#out[cell] = sum += this.#starts[cell] ?? 0;
    return this.#out;
  }

  #firstCell(text: number): number {
    let first = this.#cells.count;
    const end = this.#pairsOf[text + 1] ?? 0;
    for (let pair = this.#pairsOf[text] ?? 0; pair < end; pair++) {
      if ((this.#uses[pair] ?? 0) > 0 && (this.#cellOf[pair] ?? 0) < first) first = this.#cellOf[pair] ?? 0;
    }
    return first;
  }
}

/** Written anew each time. */
let kept = new Uint32Array(0);

/** Only the rows that a leaf's own predicates let through. */
export class PartTally implements Tally {
  readonly #tally: Tally;
  readonly #passes: Uint8Array;

  constructor(tally: Tally, passes: Uint8Array) {
    this.#tally = tally;
    this.#passes = passes;
  }

  clear(): void {
    this.#tally.clear();
  }

  add({ rows, count }: RowList, sign: 1 | -1): void {
    if (kept.length < count) kept = new Uint32Array(2 * count);
    let at = 0;
    for (let place = 0; place < count; place++) {
      const row = rows[place] ?? 0;
      kept[at] = row;
      at += this.#passes[row] ?? 0;
    }
    this.#tally.add({ rows: kept, count: at }, sign);
  }

  numbers(): Float64Array {
    return this.#tally.numbers();
  }
}
