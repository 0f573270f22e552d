import type { ColumnType } from '../../metrics/tables.js';
import type { Value } from '../../metrics/types.js';
import { StatsError } from '../stats-error.js';
import { CsvRecords } from './csv-records.js';
import { parseInstant } from './instant.js';

/** One row: its number as a spreadsheet counts, the header being row 1, and its cells by column. */
export interface CsvRow {
  readonly row: number;
  readonly cells: ReadonlyMap<string, Value>;
}

/** Rows, and the columns they have. */
export interface CsvRows {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const YES_NO: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

/**
 * Reads rows of CSV (RFC 4180) with a header, of whatever pieces the text comes in, typed as the schema says; times are checked but stay
 * as they were written, so that a date without a time can be told. An empty cell is unknown, columns that the schema does not have are
 * left out. Throws StatsError `invalid` naming row and column.
 */
export class CsvReader {
  readonly #types: Readonly<Record<string, ColumnType>>;
  readonly #place: string;
  readonly #take: (row: CsvRow) => void;
  readonly #records = new CsvRecords();
  #names: readonly string[] | undefined;
  #known: readonly string[] = [];
  #row = 1;

  constructor(types: Readonly<Record<string, ColumnType>>, take: (row: CsvRow) => void, place = 'CSV') {
    this.#types = types;
    this.#take = take;
    this.#place = place;
  }

  /** Columns of the schema that the header has. */
  get columns(): readonly string[] {
    return this.#known;
  }

  push(text: string): void {
    for (const cells of this.#records.push(text)) this.#read(cells);
  }

  end(): void {
    for (const cells of this.#records.end()) this.#read(cells);
  }

  #read(cells: readonly string[]): void {
    if (this.#names === undefined) return this.#header(cells);
    const row = ++this.#row;
    const names = this.#names;
    if (cells.length === 1 && cells[0] === '' && names.length > 1) return;
    if (cells.length !== names.length) {
      throw new StatsError('invalid', `${this.#place}: row ${row}: expected ${names.length} cells, got ${cells.length}.`);
    }
    const values = this.#known.map((name): [string, Value] => {
      const cell = cells[names.indexOf(name)] ?? '';
      return [name, cellValue(cell, this.#types[name] ?? 'category', `${this.#place}: row ${row}, column ${name}`)];
    });
    this.#take({ row, cells: new Map(values) });
  }

  #header(cells: readonly string[]): void {
    const names = cells.map((name, at) => (at === 0 ? name.replace(/^\uFEFF/, '') : name).trim());
    const twice = names.find((name, at) => names.indexOf(name) !== at);
    if (twice !== undefined) throw new StatsError('invalid', `${this.#place}: two columns are named ${JSON.stringify(twice)}.`);
    this.#names = names;
    this.#known = names.filter((name) => Object.hasOwn(this.#types, name));
  }
}

/** The rows of a whole text of CSV; see `CsvReader`. */
export function readCsv(text: string, types: Readonly<Record<string, ColumnType>>, place = 'CSV'): CsvRows {
  const rows: CsvRow[] = [];
  const reader = new CsvReader(types, (row) => rows.push(row), place);
  reader.push(text.replace(/^\uFEFF/, ''));
  reader.end();
  return { columns: reader.columns, rows };
}

function cellValue(cell: string, type: ColumnType, place: string): Value {
  if (cell === '') return null;
  const refuse = (expected: string): never => {
    throw new StatsError('invalid', `${place}: expected ${expected}, got ${JSON.stringify(cell)}.`);
  };
  const trimmed = cell.trim();
  switch (type) {
    case 'category':
      return cell;
    case 'number':
      return NUMBER.test(trimmed) ? Number(trimmed) : refuse('a number');
    case 'boolean':
      return YES_NO.get(trimmed.toLowerCase()) ?? refuse('true or false');
    case 'time': {
      const written = /^-?\d{9,}$/.test(trimmed) ? Number(trimmed) : trimmed;
      return parseInstant(written) === undefined ? refuse('a time (ISO 8601 or epoch milliseconds)') : written;
    }
    default:
      return type satisfies never;
  }
}
