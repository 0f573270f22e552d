import type { Aggregation, Predicate } from '../../../metrics/types.js';
import type { Column } from '../../table.js';

/** One number by cell, of which measures are made. */
export interface Leaf {
  /** `fold` goes over the rows in the order of the table, for what cubes cannot hold without rounding. */
  readonly kind: 'count' | 'known' | 'sum' | 'distinct' | 'fold';
  readonly field: string;
  readonly aggregation: Aggregation;
  /** Rows that the measure counts. */
  readonly where: readonly Predicate[];
  /** Over the course instead of the selection. */
  readonly course: boolean;
  /** Of a cell and all before it. */
  readonly running: boolean;
}

/** A measure as arithmetic on leaves. */
export interface Formula {
  /** The number of a cell; `numbers` are those of each leaf by cell. */
  value(numbers: readonly Float64Array[], cell: number): number;
  /** The leaf that it is, if it is no more than that. */
  readonly leaf?: number;
}

/** Collects the leaves of the measures of a view, each once. */
export class Leaves {
  readonly list: Leaf[] = [];
  /** Whether a formula reads the rows of the selection. */
  readsRows = false;
  readonly #columnOf: (field: string) => Column;

  constructor(columnOf: (field: string) => Column) {
    this.#columnOf = columnOf;
  }

  /** Rows of the selection: what decides which groups there are. */
  rows(): number {
    return this.#add({ kind: 'count', field: '', aggregation: { op: 'count' }, where: [], course: false, running: false });
  }

  /** The formula of an aggregation. Throws what `columnOf` throws. */
  formula(aggregation: Aggregation, part: Pick<Leaf, 'where' | 'course' | 'running'>): Formula {
    const leaf = (kind: Leaf['kind'], field = ''): number => this.#add({ kind, field, aggregation, ...part });
    switch (aggregation.op) {
      case 'count':
        return read(leaf('count'));
      case 'countDistinct':
        return read(leaf(this.#columnOf(aggregation.field).type === 'category' ? 'distinct' : 'fold', aggregation.field));
      case 'sum':
      case 'mean': {
        if (!sumsExactly(this.#columnOf(aggregation.field))) return read(leaf('fold', aggregation.field));
        const known = hasUnknown(this.#columnOf(aggregation.field)) ? leaf('known', aggregation.field) : leaf('count');
        const total = leaf('sum', aggregation.field);
        const isMean = aggregation.op === 'mean';
        return {
          value: (numbers, cell) => {
            const count = numbers[known]?.[cell] ?? 0;
            const sum = numbers[total]?.[cell] ?? 0;
            return count === 0 ? NaN : isMean ? sum / count : sum;
          },
        };
      }
      case 'ratio': {
        const of = this.formula(aggregation.of, part);
        const over = this.formula(aggregation.over, part);
        return {
          value: (numbers, cell) => {
            const denominator = over.value(numbers, cell);
            return denominator === 0 ? NaN : of.value(numbers, cell) / denominator;
          },
        };
      }
      default:
        return read(leaf('fold', aggregation.field));
    }
  }

  #add(leaf: Leaf): number {
    const key = keyOf(leaf);
    const known = this.list.findIndex((each) => keyOf(each) === key);
    this.readsRows ||= known === 0;
    return known >= 0 ? known : this.list.push(leaf) - 1;
  }
}

/** The values of a column as numbers, yes being 1 and no 0; undefined for text. */
export function numbersOf(column: Column): Float64Array | undefined {
  if (column.type === 'number' || column.type === 'time') return column.values;
  if (column.type !== 'boolean') return undefined;
  let numbers = flags.get(column.values);
  if (numbers === undefined) {
    numbers = Float64Array.from(column.values, (value) => (value < 0 ? NaN : value));
    flags.set(column.values, numbers);
  }
  return numbers;
}

const flags = new WeakMap<Int8Array, Float64Array>();
const exact = new WeakMap<Column, boolean>();

/** Whether any rows of a column sum up to the same number in whatever order: whole numbers that stay below 2^53. */
function sumsExactly(column: Column): boolean {
  let known = exact.get(column);
  if (known === undefined) {
    const values = numbersOf(column);
    let most = 0;
    for (let row = 0; values !== undefined && row < values.length && most <= Number.MAX_SAFE_INTEGER; row++) {
      const value = values[row] ?? NaN;
      if (Number.isNaN(value)) continue;
      most += Number.isInteger(value) ? Math.abs(value) : Infinity;
    }
    exact.set(column, (known = values !== undefined && most <= Number.MAX_SAFE_INTEGER));
  }
  return known;
}

const unknown = new WeakMap<Column, boolean>();

/** Whether a value of a column of numbers is unknown. */
function hasUnknown(column: Column): boolean {
  let found = unknown.get(column);
  if (found === undefined) unknown.set(column, (found = numbersOf(column)?.includes(NaN) !== false));
  return found;
}

function read(leaf: number): Formula {
  return { leaf, value: (numbers, cell) => numbers[leaf]?.[cell] ?? 0 };
}

/** Leaves of one key are the same; what is folded differs by its aggregation too. */
function keyOf({ kind, field, aggregation, where, course, running }: Leaf): string {
  return JSON.stringify([kind, field, kind === 'fold' ? aggregation : 0, where, course, running]);
}
