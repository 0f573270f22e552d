import { TABLES } from '../../../metrics/tables.js';
import type { TableSchema } from '../../../metrics/tables.js';
import type { Value } from '../../../metrics/types.js';
import { parseInstant } from '../../ingest/instant.js';
import { StatsError } from '../../stats-error.js';
import type { Table } from '../../table.js';
import { ColumnBuilder } from '../../table.js';

const DATE_ONLY = /^\d{4}-\d{2}-\d{2}$/;

/** Name of the snapshot's column that says which values of a time column are known by their day alone. */
export function dayOnlyColumn(column: string): string {
  return `${column}:day_only`;
}

/** The schema of a table that rows are given for. Throws StatsError `invalid` for a name that is no table. */
export function tableSchema(name: unknown, path: string): TableSchema {
  const schema = typeof name === 'string' ? TABLES.get(name) : undefined;
  if (schema !== undefined) return schema;
  throw new StatsError('invalid', `${path}: expected one of ${[...TABLES.keys()].join(', ')}, got ${described(name)}.`);
}

/** Collects rows of one table, each checked whole before any of it is taken. */
export class TableRows {
  readonly schema: TableSchema;
  readonly #columns: ReadonlyMap<string, ColumnBuilder>;
  readonly #dayOnly: ReadonlyMap<string, ColumnBuilder>;
  readonly #named = new Set<string>();
  readonly #withDays = new Set<string>();
  #length = 0;

  constructor(schema: TableSchema) {
    const columns = Object.entries(schema.columns);
    this.schema = schema;
    this.#columns = new Map(columns.map(([name, type]) => [name, new ColumnBuilder(type)]));
    this.#dayOnly = new Map(columns.filter(([, type]) => type === 'time').map(([name]) => [name, new ColumnBuilder('boolean')]));
  }

  get length(): number {
    return this.#length;
  }

  /** Appends a row. Keys that are no column are left out; a wrong value throws StatsError `invalid` naming its place and value. */
  push(row: unknown, path: string, separator = '.'): void {
    if (typeof row !== 'object' || row === null || Array.isArray(row)) {
      throw new StatsError('invalid', `${path}: expected a row as an object, got ${described(row)}.`);
    }
    const given = new Map<string, unknown>(Object.entries(row));
    const values = [...this.#columns].map(([name, { type }]) => checked(given.get(name), type, `${path}${separator}${name}`));
    for (const name of this.schema.key ?? []) {
      if ((given.get(name) ?? null) !== null) continue;
      throw new StatsError('invalid', `${path}${separator}${name}: expected text, got nothing.`);
    }
    this.#length++;
    for (const [at, [name, builder]] of [...this.#columns].entries()) {
      const raw = given.get(name);
      const dayOnly = typeof raw === 'string' && DATE_ONLY.test(raw);
      builder.push(values[at]);
      this.#dayOnly.get(name)?.push(dayOnly);
      if (raw !== undefined) this.#named.add(name);
      if (dayOnly && this.#dayOnly.has(name)) this.#withDays.add(name);
    }
  }

  /** Says that the source has a column, also where no row has a value in it. */
  name(column: string): void {
    this.#named.add(column);
  }

  /** The columns that the source has; beside each with dates that have no time one that says which. */
  build(): Table {
    const columns = new Map([...this.#columns].filter(([name]) => this.#named.has(name)).map(([name, builder]) => [name, builder.build()]));
    for (const name of this.#withDays) {
      const flags = this.#dayOnly.get(name);
      if (flags !== undefined) columns.set(dayOnlyColumn(name), flags.build());
    }
    return { name: this.schema.name, length: this.#length, columns };
  }

  /** Columns of the schema that the source does not have. */
  missing(): readonly string[] {
    return [...this.#columns.keys()].filter((name) => !this.#named.has(name));
  }
}

function checked(value: unknown, type: ColumnBuilder['type'], path: string): Value {
  if (value === null || value === undefined) return null;
  switch (type) {
    case 'category':
      if (typeof value === 'string') return value;
      throw new StatsError('invalid', `${path}: expected text, got ${described(value)}.`);
    case 'number':
      if (typeof value === 'number' && Number.isFinite(value)) return value;
      throw new StatsError('invalid', `${path}: expected a number, got ${described(value)}.`);
    case 'boolean':
      if (typeof value === 'boolean') return value;
      throw new StatsError('invalid', `${path}: expected true or false, got ${described(value)}.`);
    case 'time': {
      const instant = parseInstant(value);
      if (instant !== undefined) return instant;
      throw new StatsError('invalid', `${path}: expected a time (ISO 8601 or epoch milliseconds), got ${described(value)}.`);
    }
    default:
      return type satisfies never;
  }
}

/** A value as it may stand in a message: short, and of an object only that it is one. */
function described(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
