import type { TableSchema } from '../../../metrics/tables.js';
import type { Column, Table } from '../../table.js';
import { ColumnBuilder, valueAt } from '../../table.js';
import type { ColumnNames } from './column-names.js';
import { TableColumns } from './table-columns.js';
import { TableRows } from './table-rows.js';

/** One table of whatever sources its rows come from, one after another. */
export class TableParts {
  readonly schema: TableSchema;
  readonly #parts: (TableRows | TableColumns)[] = [];

  constructor(schema: TableSchema) {
    this.schema = schema;
  }

  get length(): number {
    return this.#parts.reduce((sum, { length }) => sum + length, 0);
  }

  /** Takes a row; throws as `TableRows` does. */
  push(row: unknown, path: string | (() => string), separator?: string): void {
    this.#rows().push(row, path, separator);
  }

  /** Says that the source has a column, also where no row has a value in it. */
  name(column: string): void {
    this.#rows().name(column);
  }

  /** What takes the bytes of the next source, which must end before another begins; undefined where they cannot be read fast. */
  ofBytes(names: ColumnNames | undefined, kind: 'lines' | 'list'): TableColumns | undefined {
    const columns = TableColumns.create(this.schema, names, kind);
    if (columns !== undefined) this.#parts.push(columns);
    return columns;
  }

  /** The rows so far, with the columns that at least one source has. */
  build(): Table {
    const tables = this.#parts.map((part) => part.build());
    return tables.length === 1 && tables[0] !== undefined ? tables[0] : joined(this.schema, tables);
  }

  #rows(): TableRows {
    const last = this.#parts.at(-1);
    if (last instanceof TableRows) return last;
    const rows = new TableRows(this.schema);
    this.#parts.push(rows);
    return rows;
  }
}

/** The rows of tables one after another; what one of them does not have is unknown in its rows. */
function joined({ name, columns }: TableSchema, tables: readonly Table[]): Table {
  const names = new Set([...Object.keys(columns), ...tables.flatMap((table) => [...table.columns.keys()])]);
  const all = [...names].flatMap((column): [string, Column][] => {
    const type = tables.map((table) => table.columns.get(column)?.type).find((each) => each !== undefined);
    if (type === undefined) return [];
    const builder = new ColumnBuilder(type);
    for (const table of tables) {
      const part = table.columns.get(column);
      for (let row = 0; row < table.length; row++) builder.push(part === undefined ? null : valueAt(part, row));
    }
    return [[column, builder.build()]];
  });
  return { name, length: tables.reduce((sum, table) => sum + table.length, 0), columns: new Map(all) };
}
