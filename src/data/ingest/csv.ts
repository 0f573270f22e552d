import { csvParseRows } from 'd3-dsv';
import type { ColumnType } from '../../metrics/tables.js';
import type { Value } from '../../metrics/types.js';
import { StatsError } from '../stats-error.js';
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
 * Rows of a CSV text (RFC 4180) with a header, typed as the schema says; times are checked but stay as they were written, so that
 * a date without a time can be told. An empty cell is unknown, columns that the schema does not have are left out. Throws StatsError `invalid` naming row and column.
 */
export function readCsv(text: string, types: Readonly<Record<string, ColumnType>>, place = 'CSV'): CsvRows {
  const [header = [], ...lines] = csvParseRows(text.replace(/^\uFEFF/, ''));
  const names = header.map((name) => name.trim());
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new StatsError('invalid', `${place}: two columns are named ${JSON.stringify(twice)}.`);
  const known = names.filter((name) => Object.hasOwn(types, name));
  const rows: CsvRow[] = [];
  for (const [line, cells] of lines.entries()) {
    if (cells.length === 1 && cells[0] === '' && names.length > 1) continue;
    const row = line + 2;
    if (cells.length !== names.length) {
      throw new StatsError('invalid', `${place}: row ${row}: expected ${names.length} cells, got ${cells.length}.`);
    }
    const values = known.map((name): [string, Value] => {
      const cell = cells[names.indexOf(name)] ?? '';
      return [name, cellValue(cell, types[name] ?? 'category', `${place}: row ${row}, column ${name}`)];
    });
    rows.push({ row, cells: new Map(values) });
  }
  return { columns: known, rows };
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
