import type { ColumnType } from '../../metrics/tables.js';
import type { Value } from '../../metrics/types.js';
import { StatsError } from '../stats-error.js';
import { unlike } from '../unlike.js';
import { CsvRecords } from './csv-records.js';
import { parseInstant } from './instant.js';
import { checkNoPage } from './read-json.js';

/** The cells of a row by column. */
export type CsvCells = Readonly<Record<string, Value>>;

/** One row: its number as a spreadsheet counts, the header being row 1, and its cells. */
export interface CsvRow {
  readonly row: number;
  readonly cells: CsvCells;
}

/** Rows, and the columns they have. */
export interface CsvRows {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
}

/** A column of the schema: what it is called, at which place its cells stand, and how they are read. */
interface KnownColumn {
  readonly name: string;
  readonly at: number;
  readonly type: ColumnType;
}

const DATE_ONLY = /^\d{4}-\d{2}-\d{2}$/;
/** A path or the name of a file, which somebody gave in place of its text. */
const ADDRESS = /^\S*\/\S*$|^\S+\.csv$/i;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const YES_NO: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

/**
 * Reads rows of CSV (RFC 4180) with a header, of whatever pieces the text comes in, typed as the schema says; a time is epoch
 * milliseconds, but a date without a time stays as it was written. An empty cell is unknown, columns that the schema does not have
 * are left out. Throws StatsError `invalid` naming row and column.
 */
export class CsvReader {
  readonly #types: Readonly<Record<string, ColumnType>>;
  readonly #place: string;
  readonly #take: (row: number, cells: CsvCells) => void;
  readonly #needed: readonly string[];
  readonly #records = new CsvRecords();
  #width: number | undefined;
  #known: readonly KnownColumn[] = [];
  #row = 1;

  /** A header without the columns that are `needed`, or without any of the schema, is refused: such a text is no table. */
  constructor(
    types: Readonly<Record<string, ColumnType>>,
    take: (row: number, cells: CsvCells) => void,
    place = 'CSV',
    needed: readonly string[] = [],
  ) {
    this.#types = types;
    this.#take = take;
    this.#place = place;
    this.#needed = needed;
  }

  /** Columns of the schema that the header has. */
  get columns(): readonly string[] {
    return this.#known.map(({ name }) => name);
  }

  push(text: string): void {
    for (const cells of this.#records.push(text)) this.#read(cells);
  }

  end(): void {
    for (const cells of this.#records.end()) this.#read(cells);
  }

  #read(cells: readonly string[]): void {
    if (this.#width === undefined) return this.#header(cells);
    const row = ++this.#row;
    if (cells.length === 1 && cells[0] === '' && this.#width > 1) return;
    if (cells.length !== this.#width) {
      throw new StatsError('invalid', `${this.#place}: row ${row}: expected ${this.#width} cells, got ${cells.length}.`);
    }
    const values: Record<string, Value> = {};
    for (const { name, at, type } of this.#known)
      values[name] = cellValue(cells[at] ?? '', type, () => `${this.#place}: row ${row}, column ${name}`);
    this.#take(row, values);
  }

  #header(cells: readonly string[]): void {
    const names = cells.map((name, at) => (at === 0 ? name.replace(/^\uFEFF/, '') : name).trim());
    this.#width = names.length;
    this.#known = names.flatMap((name, at): KnownColumn[] => {
      const type = Object.hasOwn(this.#types, name) ? this.#types[name] : undefined;
      return type === undefined ? [] : [{ name, at, type }];
    });
    const isTable = this.#known.length > 0 && this.#needed.every((name) => names.includes(name));
    if (!isTable && names.join('') !== '') throw this.#noTable(names);
    const twice = names.find((name, at) => names.indexOf(name) !== at);
    if (twice !== undefined) throw new StatsError('invalid', `${this.#place}: two columns are named ${JSON.stringify(twice)}.`);
  }

  /** The error of a text that is no table. Of its first line, which may be of persons, it quotes the names of columns alone. */
  #noTable(names: readonly string[]): StatsError {
    const { length } = names;
    const line = names.join();
    checkNoPage(line, this.#place);
    const expected = this.#needed.length > 0 ? this.#needed : Object.keys(this.#types);
    const known = this.columns.length > 0 ? `only ${this.columns.join(', ')} among them` : 'none of them a column';
    const got = length === 1 && ADDRESS.test(line) ? 'an address' : `a first line of ${length} cell${length === 1 ? '' : 's'}, ${known}`;
    return new StatsError('invalid', `${this.#place}: expected a CSV header with ${expected.join(', ')}, got ${got}.`);
  }
}

/** The rows of a whole text of CSV; see `CsvReader`. */
export function readCsv(text: string, types: Readonly<Record<string, ColumnType>>, place = 'CSV'): CsvRows {
  const rows: CsvRow[] = [];
  const reader = new CsvReader(types, (row, cells) => rows.push({ row, cells }), place);
  reader.push(text.replace(/^\uFEFF/, ''));
  reader.end();
  return { columns: reader.columns, rows };
}

function cellValue(cell: string, type: ColumnType, place: () => string): Value {
  if (cell === '') return null;
  const refuse = (expected: string): never => {
    throw unlike('invalid', place(), expected, cell);
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
      const instant = parseInstant(/^-?\d{9,}(\.\d+)?$/.test(trimmed) ? Number(trimmed) : trimmed);
      if (instant === undefined) return refuse('a time (ISO 8601 or epoch milliseconds)');
      return DATE_ONLY.test(trimmed) ? trimmed : instant;
    }
    default:
      return type satisfies never;
  }
}
