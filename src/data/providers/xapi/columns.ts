import type { ColumnType } from '../../../metrics/tables.js';
import { TABLES } from '../../../metrics/tables.js';
import type { Value } from '../../../metrics/types.js';
import { ColumnBuilder } from '../../table.js';
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

/** A table of the schema; columns that are not given are unknown in every row. */
export function factTable(name: string, length: number, given: Readonly<Record<string, Column | undefined>>): Table {
  const columns = Object.entries(TABLES.get(name)?.columns ?? {}).map(([column, type]): [string, Column] => [
    column,
    given[column] ?? unknown(type, length),
  ]);
  return { name, length, columns: new Map(columns) };
}

function unknown(type: ColumnType, length: number): Column {
  if (type === 'category') return { type, codes: new Int32Array(length).fill(-1), dictionary: [] };
  return type === 'boolean' ? { type, values: new Int8Array(length).fill(-1) } : { type, values: new Float64Array(length).fill(NaN) };
}

/** The given rows of a table's column, its texts only those that are left; undefined where it has no such column. */
export function chosen(table: Table, name: string, rows: Int32Array): Column | undefined {
  const column = table.columns.get(name);
  if (column === undefined) return undefined;
  const own = pick(column, rows);
  return own.type === 'category' ? compacted(own) : own;
}

/** The given rows of a column; of a category with the dictionary as it is. */
export function pick(column: Column, rows: Int32Array): Column {
  if (column.type === 'category') return { ...column, codes: pickCodes(column, rows) };
  if (column.type === 'boolean') return { type: 'boolean', values: picked(column.values, rows, new Int8Array(rows.length)) };
  return { type: column.type, values: picked(column.values, rows, new Float64Array(rows.length)) };
}

function picked<T extends Float64Array | Int32Array | Int8Array>(from: T, rows: Int32Array, to: T): T {
  for (let at = 0; at < rows.length; at++) to[at] = from[rows[at] ?? 0] ?? 0;
  return to;
}

/** Tables of the same columns under each other. */
export function stacked(name: string, tables: readonly Table[]): Table {
  const length = tables.reduce((sum, table) => sum + table.length, 0);
  const columns = [...(tables[0]?.columns ?? [])].map(([column, { type }]): [string, Column] => {
    const parts = tables.map((table) => table.columns.get(column)).filter((part) => part !== undefined);
    return [column, type === 'category' ? stackedTexts(parts, length) : stackedValues(type, parts, length)];
  });
  return { name, length, columns: new Map(columns) };
}

function stackedTexts(parts: readonly Column[], length: number): Column {
  const texts = new ColumnBuilder('category');
  const codes = new Int32Array(length);
  let at = 0;
  for (const part of parts) {
    if (part.type !== 'category') continue;
    const moved = Int32Array.from(part.dictionary, (text) => texts.code(text));
    for (let row = 0; row < part.codes.length; row++) codes[at++] = moved[part.codes[row] ?? -1] ?? -1;
  }
  return { type: 'category', codes, dictionary: (texts.build() as CategoryColumn).dictionary };
}

function stackedValues(type: 'number' | 'time' | 'boolean', parts: readonly Column[], length: number): Column {
  const values = type === 'boolean' ? new Int8Array(length) : new Float64Array(length);
  let at = 0;
  for (const part of parts) {
    if (part.type === 'category') continue;
    values.set(part.values, at);
    at += part.values.length;
  }
  return { type, values } as Column;
}

/** The codes of the given rows. */
export function pickCodes({ codes }: CategoryColumn, rows: Int32Array): Int32Array {
  return picked(codes, rows, new Int32Array(rows.length));
}

/** A column of values, null where unknown. */
export function columnFrom(type: ColumnType, values: readonly Value[]): Column {
  const builder = new ColumnBuilder(type);
  for (const value of values) builder.push(value);
  return builder.build();
}

/** A text column with other texts in the place of its own; null makes a row unknown. */
export function renamed({ codes, dictionary }: CategoryColumn, rename: (text: string, code: number) => string | null): CategoryColumn {
  const texts = new Map<string, number>();
  const moved = Int32Array.from(dictionary, (text, code) => {
    const other = rename(text, code);
    if (other === null) return -1;
    const number = texts.get(other) ?? texts.size;
    texts.set(other, number);
    return number;
  });
  return { type: 'category', codes: codes.map((code) => moved[code] ?? -1), dictionary: [...texts.keys()] };
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
