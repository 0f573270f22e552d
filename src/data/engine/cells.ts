import type { Coded } from './dimension.js';

const DENSE_LIMIT = 1 << 22;

/** Combinations of the ranks of several dimensions, numbered as they come up. Without dimensions there is one, number 0. */
export class Cells {
  readonly #sizes: readonly number[];
  readonly #steps: readonly Numbering[];
  readonly #ranks: number[][];
  #count: number;

  constructor(dimensions: readonly Coded[]) {
    this.#sizes = dimensions.map((dimension) => dimension.size);
    let product = 1;
    this.#steps = this.#sizes.map((size) => numbering((product *= size)));
    this.#ranks = dimensions.map(() => []);
    this.#count = dimensions.length === 0 ? 1 : 0;
  }

  get count(): number {
    return this.#count;
  }

  /** The number of a combination, made if it is new. */
  cell(ranks: readonly number[]): number {
    let cell = 0;
    for (const [at, step] of this.#steps.entries()) cell = step(cell * (this.#sizes[at] ?? 1) + (ranks[at] ?? 0));
    if (cell === this.#count) {
      this.#count++;
      for (const [at, column] of this.#ranks.entries()) column.push(ranks[at] ?? 0);
    }
    return cell;
  }

  /** The rank of a cell in one dimension. */
  rank(cell: number, dimension: number): number {
    return this.#ranks[dimension]?.[cell] ?? 0;
  }

  /** All cells by their ranks, dimensions compared in the given order. */
  sorted(dimensions: readonly number[]): Int32Array {
    const compare = (a: number, b: number): number => {
      for (const dimension of dimensions) {
        const difference = this.rank(a, dimension) - this.rank(b, dimension);
        if (difference !== 0) return difference;
      }
      return a - b;
    };
    return Int32Array.from({ length: this.#count }, (_, cell) => cell).sort(compare);
  }
}

/** A row and the cells it is in; a row of a span is in several. */
export interface Membership {
  readonly rows: readonly number[];
  readonly cells: readonly number[];
}

/** Puts the rows that pass into their cells. */
export function assignCells(cells: Cells, dimensions: readonly Coded[], mask: Uint8Array): Membership {
  const rows: number[] = [];
  const found: number[] = [];
  const ranks = dimensions.map(() => 0);
  const visit = (row: number, from: number): void => {
    const dimension = dimensions[from];
    if (dimension === undefined) {
      rows.push(row);
      found.push(cells.cell(ranks));
      return;
    }
    const first = dimension.ranks[row] ?? -1;
    const last = dimension.lastRanks === undefined ? first : (dimension.lastRanks[row] ?? -1);
    for (let rank = first; rank >= 0 && rank <= last; rank++) {
      ranks[from] = rank;
      visit(row, from + 1);
    }
  };
  for (let row = 0; row < mask.length; row++) if (mask[row] === 1) visit(row, 0);
  return { rows, cells: found };
}

/** Gives each key below `limit` a number, counting up from 0 as new keys come. */
type Numbering = (key: number) => number;

function numbering(limit: number): Numbering {
  let count = 0;
  if (limit <= DENSE_LIMIT) {
    const numbers = new Int32Array(limit).fill(-1);
    return (key) => {
      const known = numbers[key] ?? -1;
      if (known >= 0) return known;
      numbers[key] = count;
      return count++;
    };
  }
  const numbers = new Map<number, number>();
  return (key) => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, count);
    return count++;
  };
}
