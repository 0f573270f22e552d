import type { Value } from '../metrics/types.js';
import type { Column } from './table.js';
import { valueAt } from './table.js';
import type { ResultRow, ViewData } from './view-result.js';

/** The rows of an answer as plain objects: instants as ISO 8601 UTC strings, unknown as null, columns of any name as own properties. */
export function rowsOf(data: ViewData): ResultRow[] {
  return Array.from({ length: data.length }, (_, row) =>
    Object.fromEntries(data.columns.map(({ name, data: column }) => [name, plainValue(column, row)])),
  );
}

function plainValue(column: Column, row: number): Value {
  const value = valueAt(column, row);
  return column.type === 'time' && typeof value === 'number' ? new Date(value).toISOString() : value;
}
