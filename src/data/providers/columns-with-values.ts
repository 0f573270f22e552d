import { valueAt } from '../table.js';
import type { Column, Table } from '../table.js';

/** The table without the columns that are unknown in every row, so that a filter on them is known to have no answer. */
export function columnsWithValues(table: Table): Table {
  const hasValue = (column: Column): boolean => Array.from({ length: table.length }).some((_, row) => valueAt(column, row) !== null);
  return { ...table, columns: new Map([...table.columns].filter(([, column]) => hasValue(column))) };
}
