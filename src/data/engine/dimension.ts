import { everyPeriod, startOfPeriod } from '../../metrics/period.js';
import type { Binning, Dimension, Grain, Value } from '../../metrics/types.js';
import { StatsError } from '../stats-error.js';
import type { Column } from '../table.js';

/**
 * A grouping field as ranks: group by group in the order in which groups stand, unknown last. `ranks` is -1 for a row that is in
 * no group; a row of a span is in all groups from `ranks` to `lastRanks`.
 */
export interface Coded {
  readonly ranks: Int32Array;
  readonly lastRanks?: Int32Array;
  readonly size: number;
  valueOf(rank: number): Value;
  /** Type of the output column. */
  readonly type: Column['type'];
  /** Ranks that are groups whether or not a row is in them. */
  readonly always: readonly number[];
  /** Whether every rank between two that have rows is a group. */
  readonly filled: boolean;
}

/** What the bins of a dimension are made from, as columns of the view's table. */
export interface BinInput {
  readonly column: Column;
  /** End of a span. */
  readonly to?: Column;
  readonly grain: Grain;
  readonly timezone: string;
  /** Names the view in errors. */
  readonly view: string;
}

/** The groups of one dimension over all rows of a table. Throws `bad-option` for a binning that the field's type cannot have. */
export function codeDimension(dimension: Dimension, input: BinInput): Coded {
  const bin = dimension.bin ?? { kind: 'category' };
  const coded = binned(bin, dimension, input);
  const skipped = dimension.skipNull === true ? withoutUnknown(coded) : coded;
  return dimension.values === undefined ? skipped : withValues(skipped, dimension.values);
}

function binned(bin: Binning, dimension: Dimension, input: BinInput): Coded {
  const { column, to } = input;
  if (bin.kind === 'category') return byValue(column);
  if (bin.kind === 'period') return byPeriod(numbers(column, ['time'], dimension, input), input, bin.fill === true);
  const values = numbers(column, ['number'], dimension, input);
  if (bin.kind === 'span') return bySpan(values, numbers(to ?? column, ['number'], dimension, input));
  if (!(bin.width > 0 && Number.isFinite(bin.width))) {
    throw new StatsError('bad-option', `View "${input.view}": bins of "${dimension.field}" need a width above 0, got ${bin.width}.`);
  }
  return byWidth(values, bin.width, bin.from ?? 0);
}

function numbers(column: Column, types: readonly Column['type'][], dimension: Dimension, input: BinInput): Float64Array {
  if ((column.type === 'number' || column.type === 'time') && types.includes(column.type)) return column.values;
  const kind = dimension.bin?.kind ?? 'category';
  throw new StatsError('bad-option', `View "${input.view}": "${dimension.field}" is ${column.type} and has no ${kind} bins.`);
}

function byValue(column: Column): Coded {
  if (column.type === 'category') {
    const unknown = column.dictionary.length;
    return coded(
      column.codes.map((code) => (code < 0 ? unknown : code)),
      column.dictionary,
      column.type,
    );
  }
  const keys: ArrayLike<number> = column.values;
  const known = [...new Set(Array.from(keys))]
    .filter((key) => (column.type === 'boolean' ? key >= 0 : !Number.isNaN(key)))
    .sort((a, b) => a - b);
  const rankOf = new Map(known.map((key, rank) => [key, rank]));
  const ranks = Int32Array.from(keys, (key) => rankOf.get(key) ?? known.length);
  return coded(ranks, column.type === 'boolean' ? known.map((key) => key === 1) : known, column.type);
}

function byPeriod(instants: Float64Array, input: BinInput, fill: boolean): Coded {
  const starts = Array.from(instants, (instant) => (Number.isNaN(instant) ? null : startOfPeriod(instant, input.grain, input.timezone)));
  const distinct = [...new Set(starts)].filter((start) => start !== null).sort();
  const periods = fill ? everyPeriod(distinct, input.grain) : distinct;
  const rankOf = new Map<string | null, number>(periods.map((start, rank) => [start, rank]));
  const ranks = Int32Array.from(starts, (start) => rankOf.get(start) ?? periods.length);
  return { ...coded(ranks, periods, 'category'), filled: fill };
}

function byWidth(values: Float64Array, width: number, from: number): Coded {
  const { binOf, edgeOf } = widthBins(width, from);
  return byValue({ type: 'number', values: values.map((value) => edgeOf(binOf(value))) });
}

/** The bins of a width: the number of a value's bin, and a bin's lower edge. */
export function widthBins(
  width: number,
  from: number,
): { readonly binOf: (value: number) => number; readonly edgeOf: (bin: number) => number } {
  // Of widths such as 0.1 the multiples are nearest to the decimal number when they are divided: 3 / 10, not 3 * 0.1.
  const parts = Math.round(1 / width);
  const divides = 1 / parts === width;
  const edgeOf = (bin: number): number => from + (divides ? bin / parts : bin * width);
  const binOf = (value: number): number => {
    const bin = Math.floor((value - from) / width);
    // Division may round across an edge; the edge itself decides.
    return value >= edgeOf(bin + 1) ? bin + 1 : value < edgeOf(bin) ? bin - 1 : bin;
  };
  return { binOf, edgeOf };
}

function bySpan(from: Float64Array, to: Float64Array): Coded {
  let first = Infinity;
  let last = -Infinity;
  from.forEach((start, row) => {
    const end = to[row] ?? NaN;
    if (start <= end) {
      first = Math.min(first, Math.ceil(start));
      last = Math.max(last, Math.floor(end));
    }
  });
  const size = last >= first ? last - first + 1 : 0;
  const place = (row: number, rank: (start: number, end: number) => number): number => {
    const start = from[row] ?? NaN;
    const end = to[row] ?? NaN;
    if (Number.isNaN(start) || Number.isNaN(end)) return size;
    return Math.ceil(start) <= Math.floor(end) ? rank(start, end) : -1;
  };
  return {
    ranks: Int32Array.from(from, (_, row) => place(row, (start) => Math.ceil(start) - first)),
    lastRanks: Int32Array.from(from, (_, row) => place(row, (_start, end) => Math.floor(end) - first)),
    size: size + 1,
    valueOf: (rank) => (rank < size ? first + rank : null),
    type: 'number',
    always: [],
    filled: false,
  };
}

function coded(ranks: Int32Array, values: readonly Value[], type: Column['type']): Coded {
  return { ranks, size: values.length + 1, valueOf: (rank) => values[rank] ?? null, type, always: [], filled: false };
}

/** Rows of an unknown value are in no group. Unknown has the last rank. */
function withoutUnknown(dimension: Coded): Coded {
  const known = dimension.size - 1;
  const leave = (rank: number): number => (rank === known ? -1 : rank);
  return {
    ...dimension,
    size: known,
    ranks: dimension.ranks.map(leave),
    ...(dimension.lastRanks === undefined ? {} : { lastRanks: dimension.lastRanks.map(leave) }),
  };
}

/** The given values first and always, then the others as they stood. */
function withValues(dimension: Coded, values: readonly Value[]): Coded {
  const order = new Map([...values].map((value, rank) => [value, rank]));
  const all = [...order.keys()];
  for (let rank = 0; rank < dimension.size; rank++) {
    const value = dimension.valueOf(rank);
    if (order.has(value)) continue;
    order.set(value, all.length);
    all.push(value);
  }
  const moved = Int32Array.from({ length: dimension.size }, (_, rank) => order.get(dimension.valueOf(rank)) ?? -1);
  if (dimension.lastRanks !== undefined) throw new StatsError('bad-option', 'A span takes no list of values.');
  return {
    ...dimension,
    ranks: dimension.ranks.map((rank) => (rank < 0 ? -1 : (moved[rank] ?? -1))),
    size: all.length,
    valueOf: (rank) => all[rank] ?? null,
    always: Array.from(new Set(values), (_, rank) => rank),
  };
}
