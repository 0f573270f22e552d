import { parseInstant } from '../../ingest/instant.js';
import type { Skipped } from '../../provider.js';
import { StatsError } from '../../stats-error.js';
import { unlike } from '../../unlike.js';

const SINK_TABLES = ['course_overviews', 'course_blocks', 'user_profile', 'external_id'] as const;

/** A table that Open edX sinks. */
export type SinkTable = (typeof SINK_TABLES)[number];

/** One row of a table as Open edX sinks it, with its path in messages: `tables.course_blocks[3]`. */
export class SinkRow {
  readonly #row: Readonly<Record<string, unknown>>;
  readonly #path: string;

  constructor(row: unknown, path: string) {
    if (!isRecord(row)) throw new StatsError('invalid', `${path}: expected an object, got ${kindOf(row)}`);
    this.#row = row;
    this.#path = path;
  }

  /** Text that has to be there. */
  requiredText(key: string): string {
    const value = this.text(key);
    if (value === null) throw new StatsError('invalid', `${this.#path}.${key}: expected text, got ${kindOf(this.#row[key])}`);
    return value;
  }

  /** Text, numbers too; null where there is none, also for ''. Throws for anything else. */
  text(key: string): string | null {
    const value = this.#row[key];
    if (value === undefined || value === null || value === '') return null;
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return String(value);
    throw new StatsError('invalid', `${this.#path}.${key}: expected text, got ${kindOf(value)}`);
  }

  /** A number, also as text; null where there is none. Throws for anything else. */
  number(key: string): number | null {
    const value = this.#row[key];
    if (value === undefined || value === null || value === '') return null;
    const number = typeof value === 'string' ? Number(value) : value;
    if (typeof number === 'number' && Number.isFinite(number)) return number;
    throw unlike('invalid', `${this.#path}.${key}`, 'a number', value);
  }

  /** true or false, also as 1 or 0; null for anything else. */
  flag(key: string): boolean | null {
    const value = this.#row[key];
    if (typeof value === 'boolean') return value;
    return value === 1 || value === 0 ? value === 1 : null;
  }

  /** Epoch milliseconds; null where there is no date that can be read. */
  instant(key: string): number | null {
    return parseInstant(this.#row[key]) ?? null;
  }

  /** An object, also as JSON text; of nothing an empty one. Throws where the text is no JSON object. */
  json(key: string): SinkRow {
    const path = `${this.#path}.${key}`;
    const value = this.#row[key];
    if (value === undefined || value === null || value === '') return new SinkRow({}, path);
    if (typeof value !== 'string') return new SinkRow(value, path);
    try {
      return new SinkRow(JSON.parse(value), path);
    } catch (thrown) {
      if (thrown instanceof StatsError) throw thrown;
      throw new StatsError('invalid', `${path}: expected JSON, got text that is none`);
    }
  }
}

/** The rows of a table among `tables`; none where the table is not given. Throws `invalid` for anything but an array. */
export function sinkList(tables: Readonly<Record<string, unknown>>, name: SinkTable): readonly unknown[] {
  const rows = tables[name] ?? [];
  if (!Array.isArray(rows)) throw new StatsError('invalid', `tables.${name}: expected an array of rows, got ${kindOf(rows)}`);
  return rows;
}

/** The same as rows that can be read. Throws `invalid` for a row that is no object. */
export function sinkRows(tables: Readonly<Record<string, unknown>>, name: SinkTable): SinkRow[] {
  return sinkList(tables, name).map((row, at) => new SinkRow(row, `tables.${name}[${at}]`));
}

/**
 * Hands on each row of a table without which the rest is good: one that `take` refuses is left out and counted, the first with its reason.
 */
export function takeRows(tables: Readonly<Record<string, unknown>>, name: SinkTable, take: (row: SinkRow) => void): Skipped {
  const rows = sinkList(tables, name);
  let count = 0;
  let [first, place] = ['', ''];
  for (const [at, row] of rows.entries()) {
    const path = `tables.${name}[${at}]`;
    try {
      take(new SinkRow(row, path));
    } catch (thrown) {
      if (!(thrown instanceof StatsError)) throw thrown;
      if (count++ === 0) [first, place] = [thrown.message, path];
    }
  }
  return { count, total: rows.length, first, place };
}

/** `tables` as an object of tables. Throws `invalid` for anything else, and where none of them is one that is read. */
export function sinkTables(tables: unknown): Readonly<Record<string, unknown>> {
  if (isRecord(tables)) {
    const names = Object.keys(tables);
    if (names.length === 0 || SINK_TABLES.some((name) => names.includes(name))) return tables;
    throw new StatsError('invalid', `tables: expected one of ${SINK_TABLES.join(', ')}, got ${JSON.stringify(names[0])}`);
  }
  throw new StatsError('invalid', `tables: expected {course_overviews, course_blocks, …}, got ${kindOf(tables)}`);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a value is, never the value: these tables hold names. */
function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (value === '') return 'empty text';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'text';
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'an object';
}
