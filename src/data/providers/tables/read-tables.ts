import { readCsv } from '../../ingest/csv.js';
import { wholeText } from '../../ingest/body-text.js';
import { readRecords } from '../../ingest/ndjson.js';
import { readJson } from '../../ingest/read-json.js';
import type { ReadContext, SnapshotNotes } from '../../provider.js';
import { StatsError } from '../../stats-error.js';
import type { Table } from '../../table.js';
import { tableSchema, TableRows } from './table-rows.js';

type Format = 'csv' | 'ndjson' | 'json';

/** Collects tables from URLs, texts, bytes, rows, and objects of these by table. */
export class TablesReader {
  readonly #context: ReadContext;
  readonly #tables = new Map<string, TableRows>();
  #bytes = 0;
  #skipped: SnapshotNotes['skipped'];

  constructor(context: ReadContext) {
    this.#context = context;
  }

  get bytes(): number { return this.#bytes; }

  get skipped(): SnapshotNotes['skipped'] { return this.#skipped; }

  get rows(): ReadonlyMap<string, TableRows> { return this.#tables; }

  /** What was read, by table. */
  tables(): Map<string, Table> {
    return new Map([...this.#tables].map(([name, rows]) => [name, rows.build()]));
  }

  /** Reads a source: of one table if it is named, else of those that it names itself. `path` stands in errors. */
  async read(source: unknown, path: string, table?: string): Promise<void> {
    if (typeof source === 'string' && /^https?:\/\//i.test(source)) return this.#readUrl(source, path, table);
    if (typeof source === 'string' || source instanceof Uint8Array) {
      const text = await wholeText(source, (count) => { this.#bytes += count; });
      return this.#readText(text, formatOf(text), path, table);
    }
    return this.#readValue(source, path, table);
  }

  async #readUrl(url: string, path: string, table: string | undefined): Promise<void> {
    const answer = await this.#context.fetch(url);
    const text = answer.body === undefined ? '' : await wholeText(answer.body, (count) => { this.#bytes += count; });
    await this.#readText(text, formatOfType(answer.headers.get('content-type') ?? '') ?? formatOf(text), path, table);
  }

  async #readText(text: string, format: Format, path: string, table: string | undefined): Promise<void> {
    if (format === 'csv') this.#readCsv(text, path, table);
    else if (format === 'json') await this.#readValue(readJson(text, path), path, table);
    else await this.#readLines(text, path, table);
  }

  async #readLines(text: string, path: string, table: string | undefined): Promise<void> {
    const { skipped } = await readRecords(text, (record) => { this.#push(record, table ?? 'row', table); }, path);
    if (skipped === undefined) return;
    const before = this.#skipped ?? { count: 0, total: 0, first: `${path}: ${skipped.first}` };
    this.#skipped = { count: before.count + skipped.count, total: before.total + skipped.total, first: before.first };
  }

  #readCsv(text: string, path: string, table: string | undefined): void {
    if (table === undefined) {
      throw new StatsError('invalid', `${path}: CSV holds one table; give one source for each table, by its name.`);
    }
    const rows = this.#rowsOf(table, path);
    const csv = readCsv(text, rows.schema.columns, path);
    for (const column of csv.columns) rows.name(column);
    for (const { row, cells } of csv.rows) rows.push(Object.fromEntries(cells), `${path}: row ${row}`, ', column ');
  }

  async #readValue(value: unknown, path: string, table: string | undefined): Promise<void> {
    if (Array.isArray(value)) {
      const list: readonly unknown[] = value;
      if (table !== undefined) this.#rowsOf(table, path);
      for (const [at, row] of list.entries()) this.#push(row, `${path}[${at}]`, table);
    } else if (typeof value === 'object' && value !== null && table !== undefined) {
      this.#push(value, path, table);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, source] of Object.entries(value)) {
        if (source !== undefined) await this.read(source, name, tableSchema(name, path).name);
      }
    } else {
      throw new StatsError('invalid', `${path}: expected rows${table === undefined ? ', or rows by table' : ''}, got ${typeof value}.`);
    }
  }

  #push(row: unknown, path: string, table: string | undefined): void {
    const named = typeof row === 'object' && row !== null && 'table' in row ? row.table : undefined;
    this.#rowsOf(table ?? named, `${path}.table`).push(row, path);
  }

  #rowsOf(name: unknown, path: string): TableRows {
    const schema = tableSchema(name, path);
    const rows = this.#tables.get(schema.name) ?? new TableRows(schema);
    this.#tables.set(schema.name, rows);
    return rows;
  }
}

function formatOfType(contentType: string): Format | undefined {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'text/csv') return 'csv';
  if (type === 'application/json') return 'json';
  return /^application\/(x-)?(ndjson|jsonl|json-lines|jsonlines)$/.test(type) ? 'ndjson' : undefined;
}

/** By the first character; an object is NDJSON if its first line is a whole value and others follow. */
function formatOf(text: string): Format {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (!/^[[{<)]/.test(start)) return 'csv';
  if (!start.startsWith('{')) return 'json';
  const lineEnd = start.indexOf('\n');
  if (lineEnd < 0 || start.slice(lineEnd).trim() === '') return 'json';
  return isJson(start.slice(0, lineEnd)) || !isJson(start) ? 'ndjson' : 'json';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
