import { suppliedMean } from '../../../metrics/rating.js';
import type { Column, Table } from '../../table.js';
import { numberAt, numbersOf } from '../xapi/columns.js';

const MEAN = 'average_rating';

/**
 * A table whose means of stars are at most 5, and unknown where nobody rated: by the column of `ratings` that goes with each mean. Those of
 * a week are of all ratings up to then, of which it does not tell how many they are.
 */
export function withStars(table: Table): Table {
  const columns = new Map(table.columns);
  for (const name of table.columns.keys()) {
    if (!name.startsWith(MEAN)) continue;
    const stars = numbersOf(table, name);
    const ratings = table.name === 'weekly' ? undefined : numbersOf(table, name.replace(MEAN, 'ratings'));
    columns.set(
      name,
      numbersBy(stars, (row) => suppliedMean(numberAt(stars, row), ratings === undefined ? null : numberAt(ratings, row))),
    );
  }
  return { ...table, columns };
}

/** A column of numbers, each worked out by its row. */
export function numbersBy(of: Float64Array, value: (row: number) => number | null): Column {
  return { type: 'number', values: of.map((_, row) => value(row) ?? NaN) };
}
