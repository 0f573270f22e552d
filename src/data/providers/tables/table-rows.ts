import { TABLES } from '../../../metrics/tables.js';
import type { ColumnType, TableSchema } from '../../../metrics/tables.js';
import type { Value } from '../../../metrics/types.js';
import { parseInstant } from '../../ingest/instant.js';
import type { Column, Table } from '../../table.js';
import { ColumnBuilder } from '../../table.js';
import { unlike } from '../../unlike.js';

const DATE_ONLY = /^\d{4}-\d{2}-\d{2}$/;

/** Name of the snapshot's column that says which values of a time column are known by their day alone. */
export function dayOnlyColumn(column: string): string {
  return `${column}:day_only`;
}

/** The schema of a table that rows are given for. Throws StatsError `invalid` for a name that is no table. */
export function tableSchema(name: unknown, path: string): TableSchema {
  const schema = typeof name === 'string' ? TABLES.get(name) : undefined;
  if (schema !== undefined) return schema;
  throw unlike('invalid', path, `one of ${[...TABLES.keys()].join(', ')}`, name);
}

/** A row as its table has it, by column in the schema's order. */
export interface CheckedRow {
  /** Undefined where the row does not have the column, null where it has it without a value. */
  readonly values: readonly (Value | undefined)[];
  /** Places of the columns that hold a date without a time. */
  readonly dayOnly: readonly number[];
}

/**
 * Checks a row whole. Keys that are no column are left out; a wrong value throws StatsError `invalid` naming its place and value.
 * A path as a function is asked for where an error needs it.
 */
export function checkedRow(schema: TableSchema, row: unknown, path: string | (() => string), separator = '.'): CheckedRow {
  const place = (): string => (typeof path === 'string' ? path : path());
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    throw unlike('invalid', place(), 'a row as an object', row);
  }
  const given = row as Readonly<Record<string, unknown>>;
  const dayOnly: number[] = [];
  const values = typesOf(schema).map(([name, type], at) => {
    const raw = Object.hasOwn(given, name) ? given[name] : undefined;
    if (type === 'time' && typeof raw === 'string' && DATE_ONLY.test(raw)) dayOnly.push(at);
    return raw === undefined ? undefined : checked(raw, type, () => `${place()}${separator}${name}`);
  });
  for (const name of schema.key ?? []) {
    if (Object.hasOwn(given, name) && (given[name] ?? null) !== null) continue;
    throw unlike('invalid', `${place()}${separator}${name}`, 'text', undefined);
  }
  return { values, dayOnly };
}

const known = new WeakMap<TableSchema, readonly (readonly [string, ColumnType])[]>();

/** The columns of a schema as a list, made once: rows are many. */
function typesOf(schema: TableSchema): readonly (readonly [string, ColumnType])[] {
  let types = known.get(schema);
  if (types === undefined) known.set(schema, (types = Object.entries(schema.columns)));
  return types;
}

/** Collects rows of one table, each checked whole before any of it is taken. */
export class TableRows {
  readonly #schema: TableSchema;
  readonly #columns: readonly (readonly [string, ColumnBuilder])[];
  readonly #named = new Set<string>();
  readonly #dayOnly = new Map<string, number[]>();
  #length = 0;

  constructor(schema: TableSchema) {
    this.#schema = schema;
    this.#columns = Object.entries(schema.columns).map(([name, type]) => [name, new ColumnBuilder(type)] as const);
  }

  get length(): number {
    return this.#length;
  }

  /** Appends a row; throws as `checkedRow` does. */
  push(row: unknown, path: string | (() => string), separator?: string): void {
    const { values, dayOnly } = checkedRow(this.#schema, row, path, separator);
    for (const [at, [name, builder]] of this.#columns.entries()) {
      builder.push(values[at]);
      if (values[at] !== undefined) this.#named.add(name);
    }
    noteDays(this.#dayOnly, this.#schema, dayOnly, this.#length++);
  }

  /** Says that the source has a column, also where no row has a value in it. */
  name(column: string): void {
    this.#named.add(column);
  }

  /** The columns that the source has; beside each with dates that have no time one that says which. */
  build(): Table {
    const columns = this.#columns.flatMap(([name, builder]): [string, Column][] =>
      this.#named.has(name) ? [[name, builder.build()]] : [],
    );
    return withDays({ name: this.#schema.name, length: this.#length, columns: new Map(columns) }, this.#dayOnly);
  }
}

/** Keeps that a row's values in those columns are known by their day alone. */
export function noteDays(days: Map<string, number[]>, schema: TableSchema, dayOnly: readonly number[], row: number): void {
  for (const at of dayOnly) {
    const name = Object.keys(schema.columns)[at] ?? '';
    const rows = days.get(name) ?? [];
    rows.push(row);
    days.set(name, rows);
  }
}

/** The table with a column beside each of those that says which of its values are known by their day alone. */
export function withDays(table: Table, days: ReadonlyMap<string, readonly number[]>): Table {
  const columns = new Map(table.columns);
  for (const [name, rows] of days) {
    const values = new Int8Array(table.length);
    for (const row of rows) values[row] = 1;
    columns.set(dayOnlyColumn(name), { type: 'boolean', values });
  }
  return { ...table, columns };
}

function checked(value: unknown, type: ColumnType, path: () => string): Value {
  if (value === null) return null;
  switch (type) {
    case 'category':
      if (typeof value === 'string') return value;
      throw unlike('invalid', path(), 'text', value);
    case 'number':
      if (typeof value === 'number' && Number.isFinite(value)) return value;
      throw unlike('invalid', path(), 'a number', value);
    case 'boolean':
      if (typeof value === 'boolean') return value;
      throw unlike('invalid', path(), 'true or false', value);
    case 'time': {
      const instant = parseInstant(value);
      if (instant !== undefined) return instant;
      throw unlike('invalid', path(), 'a time (ISO 8601 or epoch milliseconds)', value);
    }
    default:
      return type satisfies never;
  }
}
