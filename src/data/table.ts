import type { Value } from '../metrics/types.js';
import type { ColumnType } from '../metrics/tables.js';

/** Text with a dictionary; code -1 is unknown. The dictionary holds each text once, in order of first appearance. */
export interface CategoryColumn {
  readonly type: 'category';
  readonly codes: Int32Array;
  readonly dictionary: readonly string[];
}
/** Numbers, or instants in epoch milliseconds; NaN is unknown. */
export interface NumberColumn {
  readonly type: 'number' | 'time';
  readonly values: Float64Array;
}
/** 1 true, 0 false, -1 unknown. */
export interface BooleanColumn {
  readonly type: 'boolean';
  readonly values: Int8Array;
}
export type Column = CategoryColumn | NumberColumn | BooleanColumn;

/** Rows as columns. Plain data: it crosses the worker boundary and lies in the cache as it is. */
export interface Table {
  readonly name: string;
  readonly length: number;
  readonly columns: ReadonlyMap<string, Column>;
}

/** Tables by name. */
export type Tables = ReadonlyMap<string, Table>;

/** The value of a column in a row; `null` where it is unknown. Instants are epoch milliseconds. */
export function valueAt(column: Column, row: number): Value {
  switch (column.type) {
    case 'category': {
      const code = column.codes[row] ?? -1;
      return code < 0 ? null : (column.dictionary[code] ?? null);
    }
    case 'boolean': {
      const value = column.values[row] ?? -1;
      return value < 0 ? null : value === 1;
    }
    default: {
      const value = column.values[row] ?? NaN;
      return Number.isNaN(value) ? null : value;
    }
  }
}

/** A column of which no value is known. */
export function unknownColumn(type: ColumnType, length: number): Column {
  if (type === 'category') return { type, codes: new Int32Array(length).fill(-1), dictionary: [] };
  if (type === 'boolean') return { type, values: new Int8Array(length).fill(-1) };
  return { type, values: new Float64Array(length).fill(NaN) };
}

/** Collects the values of one column, of any number of rows. */
export class ColumnBuilder {
  readonly type: ColumnType;
  #length = 0;
  #numbers: Float64Array | undefined;
  #codes: Int32Array | undefined;
  #flags: Int8Array | undefined;
  #dictionary: string[] = [];
  #index = new Map<string, number>();

  constructor(type: ColumnType) {
    this.type = type;
    if (type === 'category') this.#codes = new Int32Array(64);
    else if (type === 'boolean') this.#flags = new Int8Array(64);
    else this.#numbers = new Float64Array(64);
  }

  get length(): number {
    return this.#length;
  }

  /** Appends a value of the column's type; null, undefined, NaN and values of another type are unknown. */
  push(value: Value | undefined): void {
    const at = this.#length++;
    if (this.#codes !== undefined) {
      if (at === this.#codes.length) this.#codes = grown(this.#codes, new Int32Array(at * 2));
      this.#codes[at] = typeof value === 'string' ? this.code(value) : -1;
    } else if (this.#flags !== undefined) {
      if (at === this.#flags.length) this.#flags = grown(this.#flags, new Int8Array(at * 2));
      this.#flags[at] = typeof value === 'boolean' ? Number(value) : -1;
    } else if (this.#numbers !== undefined) {
      if (at === this.#numbers.length) this.#numbers = grown(this.#numbers, new Float64Array(at * 2));
      this.#numbers[at] = typeof value === 'number' ? value : NaN;
    }
  }

  /** The code of a text, made if it is new. */
  code(text: string): number {
    let code = this.#index.get(text);
    if (code === undefined) {
      code = this.#dictionary.length;
      this.#dictionary.push(text);
      this.#index.set(text, code);
    }
    return code;
  }

  /** The column; the builder may go on afterwards without changing it. */
  build(): Column {
    if (this.#codes !== undefined)
      return { type: 'category', codes: this.#codes.slice(0, this.#length), dictionary: [...this.#dictionary] };
    if (this.#flags !== undefined) return { type: 'boolean', values: this.#flags.slice(0, this.#length) };
    return { type: this.type as 'number' | 'time', values: (this.#numbers ?? new Float64Array(0)).slice(0, this.#length) };
  }
}

/** Collects the rows of a table with the given columns. */
export class TableBuilder {
  readonly name: string;
  #columns: Map<string, ColumnBuilder>;
  #length = 0;

  constructor(name: string, columns: Readonly<Record<string, ColumnType>>) {
    this.name = name;
    this.#columns = new Map(Object.entries(columns).map(([column, type]) => [column, new ColumnBuilder(type)]));
  }

  get length(): number {
    return this.#length;
  }

  /** Appends a row; columns it does not name are unknown, names that are no column are left out. */
  push(row: Readonly<Record<string, Value | undefined>>): void {
    this.#length++;
    for (const [name, column] of this.#columns) column.push(Object.hasOwn(row, name) ? row[name] : null);
  }

  build(): Table {
    return { name: this.name, length: this.#length, columns: new Map([...this.#columns].map(([name, column]) => [name, column.build()])) };
  }
}

function grown<T extends Float64Array | Int32Array | Int8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
