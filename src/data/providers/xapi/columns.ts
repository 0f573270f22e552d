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

/** The given rows of a column; of a category with the dictionary as it is. */
export function pick(column: Column, rows: Int32Array): Column {
  if (column.type === 'category') return { ...column, codes: picked(column.codes, rows, new Int32Array(rows.length)) };
  if (column.type === 'boolean') return { type: 'boolean', values: picked(column.values, rows, new Int8Array(rows.length)) };
  return { type: column.type, values: picked(column.values, rows, new Float64Array(rows.length)) };
}

function picked<T extends Float64Array | Int32Array | Int8Array>(from: T, rows: Int32Array, to: T): T {
  for (let at = 0; at < rows.length; at++) to[at] = from[rows[at] ?? 0] ?? 0;
  return to;
}

/** A text column whose dictionary has the texts of its rows only, in the order in which they come up. */
export function compacted(column: CategoryColumn): CategoryColumn {
  const { codes, dictionary } = column;
  if (isCompact(codes, dictionary.length)) return column;
  const moved = new Int32Array(dictionary.length).fill(-1);
  const texts: string[] = [];
  const compact = new Int32Array(codes.length).fill(-1);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? -1;
    if (code < 0) continue;
    if (moved[code] === -1) moved[code] = texts.push(dictionary[code] ?? '') - 1;
    compact[row] = moved[code] ?? -1;
  }
  return { type: 'category', codes: compact, dictionary: texts };
}

function isCompact(codes: Int32Array, texts: number): boolean {
  let next = 0;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? -1;
    if (code > next) return false;
    if (code === next) next++;
  }
  return next === texts;
}
