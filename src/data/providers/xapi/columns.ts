import type { CategoryColumn, Column, Table, Tables } from '../../table.js';

/** The table of that name, without rows where there is none. */
export function tableOf(tables: Tables, name: string): Table {
  return tables.get(name) ?? { name, length: 0, columns: new Map() };
}

/** A text column; unknown in every row where the table has none of that name. */
export function textsOf(table: Table, name: string): CategoryColumn {
  const column = table.columns.get(name);
  return column?.type === 'category' ? column : { type: 'category', codes: new Int32Array(table.length).fill(-1), dictionary: [] };
}

/** Numbers or instants, NaN where unknown; unknown in every row where the table has no such column. */
export function numbersOf(table: Table, name: string): Float64Array {
  const column = table.columns.get(name);
  return column?.type === 'number' || column?.type === 'time' ? column.values : new Float64Array(table.length).fill(NaN);
}

/** Yes (1), no (0) or unknown (-1); unknown in every row where the table has no such column. */
export function flagsOf(table: Table, name: string): Int8Array {
  const column = table.columns.get(name);
  return column?.type === 'boolean' ? column.values : new Int8Array(table.length).fill(-1);
}

/** The text in a row; null where it is unknown. */
export function textAt(column: CategoryColumn, row: number): string | null {
  return column.dictionary[column.codes[row] ?? -1] ?? null;
}

/** The number in a row; null where it is unknown. */
export function numberAt(values: Float64Array, row: number): number | null {
  const value = values[row] ?? NaN;
  return Number.isNaN(value) ? null : value;
}

/** Yes or no in a row; null where it is unknown. */
export function flagAt(values: Int8Array, row: number): boolean | null {
  const value = values[row] ?? -1;
  return value < 0 ? null : value === 1;
}

/** The given rows of a table, in the given order. */
export function rowsOf(table: Table, rows: Int32Array): Table {
  const columns = new Map<string, Column>();
  for (const [name, column] of table.columns) columns.set(name, pick(column, rows));
  return { name: table.name, length: rows.length, columns };
}

function pick(column: Column, rows: Int32Array): Column {
  if (column.type === 'category') return { ...column, codes: rows.map((row) => column.codes[row] ?? -1) };
  if (column.type === 'boolean') return { type: 'boolean', values: Int8Array.from(rows, (row) => column.values[row] ?? -1) };
  return { type: column.type, values: Float64Array.from(rows, (row) => column.values[row] ?? NaN) };
}
