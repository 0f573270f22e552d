import { viewSpec } from '../../metrics/views.js';
import type { Clause, Value, ViewSpec } from '../../metrics/types.js';
import type { ResultColumn, ViewData } from '../../workers/connect.js';
import { cell, numberCell, rowsIn } from '../base/dataset/cell.js';

/** Two explorations that are shown beside each other. */
export type Two = readonly [first: string, second: string];

/** The two explorations that filters leave, in the order in which they were chosen; undefined where they leave one, or more. */
export function twoExplorations(clauses: readonly Clause[]): Two | undefined {
  const named = clauses.flatMap(({ field, in: ids }) => (field === 'exploration' && ids !== undefined ? [ids] : []));
  const [first, second, ...more] = (named[0] ?? []).filter((id) => named.every((ids) => ids.includes(id)));
  return typeof first === 'string' && typeof second === 'string' && more.length === 0 ? [first, second] : undefined;
}

const TREND = viewSpec('creator.trend');

/** The weeks of `creator.trend`, each exploration by itself. */
export const WEEKS_OF_EACH: ViewSpec = {
  id: 'creator.trend-of-each',
  table: 'weekly',
  by: [
    { field: 'week', skipNull: true },
    { field: 'exploration', skipNull: true },
  ],
  measures: TREND?.measures ?? [],
  order: [{ column: 'week' }],
};

/**
 * Weeks with one measure of two explorations beside each other, as columns `first` and `second`, from an answer to `WEEKS_OF_EACH`. In a
 * week without a row of one of them it is `missing` there. `label` says what each column is called.
 */
export function weeksOfTwo(
  each: ViewData,
  two: Two,
  { measure, missing }: { readonly measure: string; readonly missing: number },
  label: (id: string) => string,
): ViewData {
  const weeks = [...new Set(rowsIn(each).map((row) => String(cell(each, 'week', row))))].sort();
  const rows = new Map(rowsIn(each).map((row) => [keyOf(cell(each, 'week', row), cell(each, 'exploration', row)), row]));
  const meaning = (name: string): string => each.columns.find((column) => column.name === name)?.meaning ?? name;
  const valuesOf = (id: string): Float64Array =>
    Float64Array.from(weeks, (week) => {
      const row = rows.get(keyOf(week, id));
      return row === undefined ? missing : (numberCell(each, measure, row) ?? NaN);
    });
  const columns = [
    {
      name: 'week',
      field: 'week',
      meaning: meaning('week'),
      data: { type: 'category' as const, codes: Int32Array.from(weeks.keys()), dictionary: weeks },
    },
    ...two.map((id, at): ResultColumn => ({
      name: at === 0 ? 'first' : 'second',
      meaning: meaning(measure),
      label: label(id),
      data: { type: 'number', values: valuesOf(id) },
    })),
  ];
  return { ...each, length: weeks.length, total: weeks.length, columns };
}

function keyOf(week: Value, exploration: Value): string {
  return JSON.stringify([week, exploration]);
}
