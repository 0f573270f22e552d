import type { RowsByCode } from '../rows-by-code.js';
import type { Span } from './coding.js';

/** Numbers of one window cube at most. */
const WINDOW_LIMIT = 1 << 21;

/** Rows with the same cell and the same text have the same number, from 1 to below `count`; 0 where cell or text is none. */
export interface Pairs {
  readonly of: Uint32Array;
  readonly count: number;
}

/** The same with another number for none. */
export interface AnyPairs {
  readonly of: Uint32Array | Int32Array | Uint16Array;
  readonly count: number;
  readonly none: number;
}

/** Numbers the pairs of a cell and a text; rows that are not in `texts` have none. */
export function pairUp(cells: Uint16Array, cellCount: number, { offsets, rows }: RowsByCode): Pairs {
  const of = new Uint32Array(cells.length);
  const owner = new Int32Array(cellCount + 1).fill(-1);
  const pairOfCell = new Uint32Array(cellCount + 1);
  let count = 1;
  for (let text = 0; text + 1 < offsets.length; text++) {
    const end = offsets[text + 1] ?? 0;
    for (let at = offsets[text] ?? 0; at < end; at++) {
      const row = rows[at] ?? 0;
      const cell = cells[row] ?? 0;
      if (owner[cell] !== text) {
        owner[cell] = text;
        pairOfCell[cell] = cell === cellCount ? 0 : count++;
      }
      of[row] = pairOfCell[cell] ?? 0;
    }
  }
  return { of, count };
}

/** By row the number of its text from 1, 0 where it is unknown. */
export function textsOf({ offsets, rows }: RowsByCode, length: number): Pairs {
  const of = new Uint32Array(length);
  const count = offsets.length;
  for (let text = 0; text + 1 < count; text++) {
    const end = offsets[text + 1] ?? 0;
    for (let at = offsets[text] ?? 0; at < end; at++) of[rows[at] ?? 0] = text + 1;
  }
  return { of, count };
}

/** Counts different texts by cell, over any rows in any order. */
export class DistinctCounter {
  readonly #pairs: Pairs;
  readonly #cells: Uint16Array;
  readonly #cellCount: number;
  readonly #firsts: Uint16Array;
  #counted: Uint32Array;

  constructor(pairs: Pairs, cells: Uint16Array, cellCount: number) {
    this.#pairs = pairs;
    this.#cells = cells;
    this.#cellCount = cellCount;
    this.#firsts = new Uint16Array(pairs.count).fill(cellCount);
    this.#counted = new Uint32Array(64);
  }

  /** The counts over the given rows, over all if left out; a pair that is in several cells counts in the first of them. */
  count(rows: Uint32Array | undefined): Float64Array {
    const { of } = this.#pairs;
    const cells = this.#cells;
    const firsts = this.#firsts;
    const none = this.#cellCount;
    const { length } = rows ?? of;
    if (this.#counted.length < Math.min(length, firsts.length)) this.#counted = new Uint32Array(firsts.length);
    const counted = this.#counted;
    let count = 0;
    for (let place = 0; place < length; place++) {
      const row = rows === undefined ? place : (rows[place] ?? 0);
      const pair = of[row] ?? 0;
      const cell = cells[row] ?? 0;
      const first = firsts[pair] ?? 0;
      if (cell >= first || pair === 0) continue;
      if (first === none) counted[count++] = pair;
      firsts[pair] = cell;
    }
    const out = new Float64Array(none);
    for (let at = 0; at < count; at++) {
      const pair = counted[at] ?? 0;
      const cell = firsts[pair] ?? 0;
      out[cell] = (out[cell] ?? 0) + 1;
      firsts[pair] = none;
    }
    return out;
  }
}

/** Different texts by cell for every window of the axis: line `(from, to)` answers codes from ≤ x < to. */
export interface WindowCube {
  readonly lines: Uint32Array;
  readonly axisSize: number;
  readonly cellCount: number;
}

/** Whether a window cube of these sizes is small enough to be kept. */
export function windowFits(axisSize: number, cellCount: number): boolean {
  return (axisSize + 1) * (axisSize + 1) * cellCount <= WINDOW_LIMIT;
}

/**
 * Counts every pair once in each window that has a row of it: in the windows that hold one of its codes but not the code before.
 * `rows` are in order of the axis; those of no pair count nowhere. Without `cells` all are of the first.
 */
export function windowCube(
  axis: Uint16Array,
  axisSize: number,
  rows: Uint32Array,
  pairs: Pairs | AnyPairs,
  cells: Uint16Array | undefined,
  cellCount: number,
): WindowCube {
  const { of } = pairs;
  const none = 'none' in pairs ? pairs.none : 0;
  const width = axisSize + 1;
  const lines = new Uint32Array(width * width * cellCount);
  const lastCode = new Int32Array(pairs.count).fill(-1);
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] ?? 0;
    const pair = of[row] ?? 0;
    const code = axis[row] ?? 0;
    const before = lastCode[pair] ?? -1;
    if (pair === none || before === code) continue;
    lastCode[pair] = code;
    const at = ((before + 1) * width + code + 1) * cellCount + (cells === undefined ? 0 : (cells[row] ?? 0));
    lines[at] = (lines[at] ?? 0) + 1;
  }
  const step = width * cellCount;
  for (let at = step; at < lines.length; at++) lines[at] = (lines[at] ?? 0) + (lines[at - step] ?? 0);
  for (let from = 0; from < width; from++) {
    const start = (from * width + from) * cellCount;
    lines.fill(0, from * step, start + cellCount);
    for (let at = start + cellCount; at < (from + 1) * step; at++) lines[at] = (lines[at] ?? 0) + (lines[at - cellCount] ?? 0);
  }
  return { lines, axisSize, cellCount };
}

/** What one span comes to, cell by cell. */
export function readWindow({ lines, axisSize, cellCount }: WindowCube, [from, to]: Span): Float64Array {
  const start = (from * (axisSize + 1) + to) * cellCount;
  return new Float64Array(lines.subarray(start, start + cellCount));
}
