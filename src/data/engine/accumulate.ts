import { quantile } from '../../metrics/quantile.js';
import type { Aggregation } from '../../metrics/types.js';
import { StatsError } from '../stats-error.js';
import type { Column } from '../table.js';

/** Takes rows one after another and says at any time what they come to; NaN is unknown. One serves group after group. */
export interface Accumulator {
  /** Forgets all rows. */
  reset(): void;
  add(row: number): void;
  value(): number;
}

/** The accumulator of an aggregation over columns of one table. Throws `bad-option` for arithmetic on text. */
export function accumulate(aggregation: Aggregation, columnOf: (field: string) => Column): Accumulator {
  switch (aggregation.op) {
    case 'count':
      return counting();
    case 'countDistinct':
      return countingDistinct(distinctCodes(columnOf(aggregation.field)));
    case 'quantile':
      return quantileOf(numbersOf(columnOf(aggregation.field), aggregation), aggregation.p);
    case 'ratio':
      return ratio(accumulate(aggregation.of, columnOf), accumulate(aggregation.over, columnOf));
    default:
      return folding(aggregation.op, numbersOf(columnOf(aggregation.field), aggregation));
  }
}

/** Whether the aggregation of a field of instants is an instant itself. */
export function isInstant(aggregation: Aggregation, columnOf: (field: string) => Column): boolean {
  switch (aggregation.op) {
    case 'min':
    case 'max':
    case 'mean':
    case 'same':
    case 'quantile':
      return columnOf(aggregation.field).type === 'time';
    default:
      return false;
  }
}

function counting(): Accumulator {
  let count = 0;
  return {
    reset() {
      count = 0;
    },
    add() {
      count++;
    },
    value: () => count,
  };
}

function countingDistinct(codes: Int32Array): Accumulator {
  const seenIn = new Int32Array(codes.reduce((most, code) => Math.max(most, code), -1) + 1);
  let round = 1;
  let count = 0;
  return {
    reset() {
      round++;
      count = 0;
    },
    add(row) {
      const code = codes[row] ?? -1;
      if (code < 0 || seenIn[code] === round) return;
      seenIn[code] = round;
      count++;
    },
    value: () => count,
  };
}

const FOLDS = {
  sum: (a: number, b: number) => a + b,
  mean: (a: number, b: number) => a + b,
  min: Math.min,
  max: Math.max,
  same: (a: number, b: number) => (a === b ? a : NaN),
};

function folding(op: keyof typeof FOLDS, values: Float64Array): Accumulator {
  let count = 0;
  let total = 0;
  const fold = FOLDS[op];
  return {
    reset() {
      count = 0;
      total = 0;
    },
    add(row) {
      const value = values[row] ?? NaN;
      if (Number.isNaN(value)) return;
      total = count === 0 ? value : fold(total, value);
      count++;
    },
    value() {
      if (count === 0) return NaN;
      return op === 'mean' ? total / count : total;
    },
  };
}

function quantileOf(values: Float64Array, p: number): Accumulator {
  if (!(p >= 0 && p <= 1)) throw new StatsError('bad-option', `A quantile needs p from 0 to 1, got ${p}.`);
  let seen: number[] = [];
  return {
    reset() {
      seen = [];
    },
    add(row) {
      const value = values[row] ?? NaN;
      if (!Number.isNaN(value)) seen.push(value);
    },
    value: () => quantile(Float64Array.from(seen).sort(), p),
  };
}

function ratio(of: Accumulator, over: Accumulator): Accumulator {
  return {
    reset() {
      of.reset();
      over.reset();
    },
    add(row) {
      of.add(row);
      over.add(row);
    },
    value() {
      const denominator = over.value();
      return denominator === 0 ? NaN : of.value() / denominator;
    },
  };
}

/** Yes counts as 1 and no as 0, so that a mean of yes-no is a share. */
function numbersOf(column: Column, aggregation: { readonly op: string; readonly field: string }): Float64Array {
  if (column.type === 'number' || column.type === 'time') return column.values;
  if (column.type === 'boolean') return Float64Array.from(column.values, (value) => (value < 0 ? NaN : value));
  throw new StatsError('bad-option', `"${aggregation.field}" is text and has no ${aggregation.op}.`);
}

function distinctCodes(column: Column): Int32Array {
  if (column.type === 'category') return column.codes;
  const numberOf = new Map<number, number>();
  return Int32Array.from(column.values as ArrayLike<number>, (value) => {
    if (Number.isNaN(value) || (column.type === 'boolean' && value < 0)) return -1;
    const code = numberOf.get(value) ?? numberOf.size;
    numberOf.set(value, code);
    return code;
  });
}
