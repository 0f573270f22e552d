import type { TableSchema } from '../../../metrics/tables.js';
import type { RecordColumns } from '../../ingest/columns/record-columns.js';
import { recordReader } from '../../ingest/columns/record-reader.js';
import type { ReadRecords } from '../../ingest/ndjson.js';
import type { Table } from '../../table.js';
import type { ColumnNames } from './column-names.js';
import { checkedRow, noteDays, withDays } from './table-rows.js';

/** Rows of one table, read from the bytes of its JSON into columns. */
export class TableColumns {
  readonly #schema: TableSchema;
  readonly #reader: RecordColumns;
  readonly #days: Map<string, number[]>;

  private constructor(schema: TableSchema, reader: RecordColumns, days: Map<string, number[]>) {
    this.#schema = schema;
    this.#reader = reader;
    this.#days = days;
  }

  /**
   * Takes the same rows and refuses the same values as `TableRows`. In lines of NDJSON a wrong one is left out and counted, in a list
   * it throws `invalid` or `not-json`. Undefined where bytes cannot be read fast.
   */
  static create(schema: TableSchema, names: ColumnNames | undefined, kind: 'lines' | 'list'): TableColumns | undefined {
    const { name } = schema;
    const days = new Map<string, number[]>();
    const wanted = Object.entries(schema.columns).map(([column, type]) => ({
      name: column,
      path: [names?.nameOf(column) ?? column],
      type,
      required: schema.key?.includes(column) === true,
    }));
    const readRow = (record: unknown, place: number): CheckedValues => {
      const path = kind === 'list' ? (): string => `${name}[${place - 1}]` : name;
      const { values, dayOnly } = checkedRow(schema, names?.row(record) ?? record, path);
      noteDays(days, schema, dayOnly, reader?.rows ?? 0);
      return values;
    };
    const reader: RecordColumns | undefined = recordReader(wanted, readRow, { place: name, isStrict: kind === 'list' });
    return reader === undefined ? undefined : new TableColumns(schema, reader, days);
  }

  get length(): number {
    return this.#reader.rows;
  }

  /** Whether the list that the bytes are of has ended. */
  get isClosed(): boolean {
    return this.#reader.isClosed;
  }

  /** Takes the next bytes of a whole body. */
  push(bytes: Uint8Array): void {
    this.#reader.push(bytes);
  }

  /** Takes the next bytes up to the end of the list, and gives how many that were. */
  take(bytes: Uint8Array): number {
    return this.#reader.take(bytes);
  }

  /** Ends the bytes; throws `truncated` and `not-json` as `readRecords` does. */
  finish(): Pick<ReadRecords, 'skipped'> {
    return this.#reader.finish();
  }

  /** The columns that the source has, and beside each with dates that have no time one that says which. */
  build(): Table {
    const { columns, rows, named } = this.#reader.soFar();
    const had = [...columns].filter(([column]) => named.has(column));
    return withDays({ name: this.#schema.name, length: rows, columns: new Map(had) }, this.#days);
  }
}

type CheckedValues = ReturnType<typeof checkedRow>['values'];
