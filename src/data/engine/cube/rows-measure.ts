import type { Aggregation } from '../../../metrics/types.js';
import type { Column } from '../../table.js';
import { accumulate } from '../accumulate.js';
import { numbersOf } from './leaves.js';

/** What an aggregation comes to over the rows at places from ≤ x < to of a list, in their order. */
export type RowsMeasure = (rows: Uint32Array, from: number, to: number) => number;

/** The same numbers as the accumulator of the aggregation gives, with a loop of its own for the usual ones. */
export function rowsMeasure(aggregation: Aggregation, columnOf: (field: string) => Column): RowsMeasure {
  const { op } = aggregation;
  if (op === 'count') return (_rows, from, to) => to - from;
  const values = op === 'sum' || op === 'max' ? numbersOf(columnOf(aggregation.field)) : undefined;
  if (values !== undefined) return op === 'sum' ? sumOf(values) : maxOf(values);
  const accumulator = accumulate(aggregation, columnOf);
  return (rows, from, to) => {
    accumulator.reset();
    for (let at = from; at < to; at++) accumulator.add(rows[at] ?? 0);
    return accumulator.value();
  };
}

function sumOf(values: Float64Array): RowsMeasure {
  return (rows, from, to) => {
    let sum = 0;
    let isKnown = false;
    for (let at = from; at < to; at++) {
      const value = values[rows[at] ?? 0] ?? NaN;
      if (Number.isNaN(value)) continue;
      sum = isKnown ? sum + value : value;
      isKnown = true;
    }
    return isKnown ? sum : NaN;
  };
}

function maxOf(values: Float64Array): RowsMeasure {
  return (rows, from, to) => {
    let most = NaN;
    for (let at = from; at < to; at++) {
      const value = values[rows[at] ?? 0] ?? NaN;
      if (!Number.isNaN(value)) most = Number.isNaN(most) ? value : Math.max(most, value);
    }
    return most;
  };
}
