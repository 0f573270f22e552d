import type { Value } from '../../metrics/types.js';
import type { Column, Table } from '../table.js';
import { valueAt } from '../table.js';

/** One row of a table, read by the name of a column. What is unknown, of another type or in no column is null. */
export class Row {
  readonly #columns: ReadonlyMap<string, Column>;
  readonly #at: number;

  constructor(table: Table, at: number) {
    this.#columns = table.columns;
    this.#at = at;
  }

  text(column: string): string | null {
    const value = this.#value(column);
    return typeof value === 'string' ? value : null;
  }

  /** Numbers, and instants in epoch milliseconds. */
  number(column: string): number | null {
    const value = this.#value(column);
    return typeof value === 'number' ? value : null;
  }

  flag(column: string): boolean | null {
    const value = this.#value(column);
    return typeof value === 'boolean' ? value : null;
  }

  #value(name: string): Value {
    const column = this.#columns.get(name);
    return column === undefined ? null : valueAt(column, this.#at);
  }
}

/** The rows of a table in order; none of one that is missing. */
export function* rowsOf(table: Table | undefined): Generator<Row> {
  if (table === undefined) return;
  for (let at = 0; at < table.length; at++) yield new Row(table, at);
}
