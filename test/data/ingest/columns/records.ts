import type { ReadRow } from '../../../../src/data/ingest/columns/record-columns.js';
import { RecordColumns } from '../../../../src/data/ingest/columns/record-columns.js';
import type { WantedColumn } from '../../../../src/data/ingest/columns/shape.js';
import { parseInstant } from '../../../../src/data/ingest/instant.js';
import { readRecords } from '../../../../src/data/ingest/ndjson.js';
import { StatsError } from '../../../../src/data/stats-error.js';
import { valueAt } from '../../../../src/data/table.js';
import type { Value } from '../../../../src/metrics/types.js';

export const WANTED: readonly WantedColumn[] = [
  { name: 'id', path: ['id'], type: 'category', required: true },
  { name: 'score', path: ['score'], type: 'number' },
  { name: 'passed', path: ['passed'], type: 'boolean' },
  { name: 'at', path: ['at'], type: 'time' },
  { name: 'deep', path: ['object', 'definition', 'type'], type: 'category' },
  { name: 'scaled', path: ['object', 'score'], type: 'number' },
  { name: 'a long key with ünïcode', path: ['a long key with ünïcode'], type: 'category' },
  { name: 'parent', path: ['context', { first: 'parent' }, 'id'], type: 'category' },
  { name: 'parent type', path: ['context', { first: 'parent' }, 'definition', 'type'], type: 'category' },
  { name: 'stamp', path: ['stamp'], type: 'time', written: true },
];

/** Either of two columns is enough. */
export const EITHER: readonly WantedColumn[] = [
  { name: 'name', path: ['account', 'name'], type: 'category', required: 'any' },
  { name: 'id', path: ['id'], type: 'category', required: 'any' },
  { name: 'score', path: ['score'], type: 'number' },
];

/** The exact way: values of a parsed record by path, of their type or refused. */
export const exactRow =
  (wanted: readonly WantedColumn[]): ReadRow =>
  (record) => {
    const row = wanted.map((column) => exactValue(record, column));
    const isSaid = (_: unknown, at: number): boolean => row[at] !== undefined && row[at] !== null && row[at] !== '';
    const either = wanted.filter(({ required }) => required === 'any');
    if (either.length > 0 && !wanted.filter(isSaid).some(({ required }) => required === 'any'))
      throw new StatsError('invalid', `expected ${either.map(({ name }) => name).join(' or ')}`);
    return row;
  };

function exactValue(record: unknown, { path, type, required, name, written }: WantedColumn): Value | undefined {
  let value: unknown = record;
  for (const part of path) {
    const key = typeof part === 'string' ? part : part.first;
    const holds: boolean = typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, key);
    value = holds ? (value as Record<string, unknown>)[key] : undefined;
    if (typeof part !== 'string' && Array.isArray(value)) value = value[0] as unknown;
  }
  if (value === undefined || value === null || (value === '' && required === true)) {
    if (required === true) throw new StatsError('invalid', `${name}: expected a value`);
    return value;
  }
  if (written === true && typeof value !== 'string') throw new StatsError('invalid', `${name}: expected text`);
  const taken = type === 'time' ? parseInstant(value) : value;
  if (type === 'category' ? typeof taken === 'string' : type === 'boolean' ? typeof taken === 'boolean' : Number.isFinite(taken))
    return taken as Value;
  throw new StatsError('invalid', `${name}: expected ${type}`);
}

/** What reading comes to, as text: rows, columns that were named, what was left out, or the error. */
export type Outcome = string;

function shown(rows: readonly (readonly (Value | undefined)[])[], named: Iterable<string>, total: number, skipped: unknown): Outcome {
  const values = rows.map((row) => row.map((value) => (Object.is(value, -0) ? '-0' : (value ?? null))));
  return JSON.stringify({ values, named: [...named].sort(), total, skipped }, null, 1);
}

/** The records of the bytes by JSON.parse. */
export async function readExactly(bytes: Uint8Array, wanted = WANTED): Promise<Outcome> {
  const rows: (readonly (Value | undefined)[])[] = [];
  try {
    const { total, skipped } = await readRecords(bytes, (record, place) => {
      rows.push(exactRow(wanted)(record, place));
    });
    const named = wanted.filter((_, at) => rows.some((row) => row[at] !== undefined)).map(({ name }) => name);
    return shown(rows, named, total, skipped);
  } catch (thrown) {
    return thrown instanceof StatsError ? thrown.message : String(thrown);
  }
}

/** The same by the reader of columns, in the given pieces. Texts of a column stand once in its dictionary. */
export function readColumns(pieces: readonly Uint8Array[], wanted = WANTED): Outcome {
  const reader = RecordColumns.create(wanted, exactRow(wanted));
  if (reader === undefined) throw new Error('WebAssembly is refused here.');
  try {
    for (const piece of pieces) reader.push(piece);
    const { columns, rows, named, total, skipped } = reader.end();
    for (const column of columns.values()) {
      if (column.type === 'category' && new Set(column.dictionary).size !== column.dictionary.length)
        return 'a text stands twice in a dictionary';
    }
    const list = Array.from({ length: rows }, (_, row) => [...columns.values()].map((column) => valueAt(column, row)));
    return shown(list, named, total, skipped);
  } catch (thrown) {
    return thrown instanceof StatsError ? thrown.message : `crash: ${String(thrown)}`;
  }
}
