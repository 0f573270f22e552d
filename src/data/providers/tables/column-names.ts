import type { ColumnType, TableSchema } from '../../../metrics/tables.js';
import { unlike } from '../../unlike.js';

/** A source of one table with its columns under other names. */
export interface MappedSource {
  readonly source: unknown;
  readonly names: ColumnNames;
}

/** How a source names the columns of a table: those it renames, by the name that they have here; all others are named as here. */
export class ColumnNames {
  readonly #schema: TableSchema;
  readonly #given: ReadonlyMap<string, string>;

  /** Throws StatsError `invalid` for a column that the table does not have, and for a name that is no text. */
  constructor(schema: TableSchema, given: object, path: string) {
    const entries = Object.entries(given).map(([column, name]: [string, unknown]): [string, string] => {
      if (!Object.hasOwn(schema.columns, column)) {
        throw unlike('invalid', `${path}.columns`, `columns of ${schema.name}`, column);
      }
      if (typeof name !== 'string') throw unlike('invalid', `${path}.columns.${column}`, 'a name', name);
      return [column, name];
    });
    this.#schema = schema;
    this.#given = new Map(entries);
  }

  /** Types of the columns by the names that they have in the source. */
  types(): Readonly<Record<string, ColumnType>> {
    return Object.fromEntries(Object.entries(this.#schema.columns).map(([column, type]) => [this.nameOf(column), type]));
  }

  /** The name that a column has in the source. */
  nameOf(column: string): string {
    return this.#given.get(column) ?? column;
  }

  /** A row of the source under the names that columns have here; what is no row stays as it is. */
  row(row: unknown): unknown {
    if (typeof row !== 'object' || row === null || Array.isArray(row)) return row;
    const given = new Map<string, unknown>(Object.entries(row));
    return Object.fromEntries(
      Object.keys(this.#schema.columns).flatMap((column) => {
        const name = this.nameOf(column);
        return given.has(name) ? [[column, given.get(name)]] : [];
      }),
    );
  }
}

/** The source in `{ source, columns }`, which is how one with other names of columns is given; undefined for any other value. */
export function mappedSource(value: unknown, schema: TableSchema, path: string): MappedSource | undefined {
  if (typeof value !== 'object' || value === null || !('source' in value) || !('columns' in value)) return undefined;
  const { source, columns } = value;
  if (typeof columns === 'object' && columns !== null) return { source, names: new ColumnNames(schema, columns, path) };
  throw unlike('invalid', `${path}.columns`, 'names by column', columns);
}
