import { readCsv } from '../../ingest/csv.js';
import { wholeText } from '../../ingest/body-text.js';
import { readRecords } from '../../ingest/ndjson.js';
import { readJson } from '../../ingest/read-json.js';
import type { ReadContext, SnapshotNotes } from '../../provider.js';
import { StatsError } from '../../stats-error.js';
import type { Table } from '../../table.js';
import type { ColumnNames } from './column-names.js';
import { mappedSource } from './column-names.js';
import { tableSchema, TableRows } from './table-rows.js';

type Format = 'csv' | 'ndjson' | 'json';

/** The one table that a source holds, and what it calls its columns if they have other names there. */
interface Target {
  readonly table: string;
  readonly names?: ColumnNames;
}

/** Collects tables from URLs, texts, bytes, rows, and objects of these by table. */
export class TablesReader {
  readonly #context: ReadContext;
  readonly #tables = new Map<string, TableRows>();
  #bytes = 0;
  #skipped: SnapshotNotes['skipped'];

  constructor(context: ReadContext) {
    this.#context = context;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get skipped(): SnapshotNotes['skipped'] {
    return this.#skipped;
  }

  get rows(): ReadonlyMap<string, TableRows> {
    return this.#tables;
  }

  /** What was read, by table. */
  tables(): Map<string, Table> {
    return new Map([...this.#tables].map(([name, rows]) => [name, rows.build()]));
  }

  /** Reads a source of tables that it names itself. `path` stands in errors. */
  async read(source: unknown, path: string): Promise<void> {
    return this.#readSource(source, path);
  }

  async #readSource(source: unknown, path: string, target?: Target): Promise<void> {
    if (typeof source === 'string' && /^https?:\/\//i.test(source)) return this.#readUrl(source, path, target);
    if (typeof source === 'string' || source instanceof Uint8Array) {
      const text = await wholeText(source, (count) => {
        this.#bytes += count;
      });
      return this.#readText(text, formatOf(text), path, target);
    }
    return this.#readValue(source, path, target);
  }

  async #readUrl(url: string, path: string, target: Target | undefined): Promise<void> {
    const answer = await this.#context.fetch(url);
    const text =
      answer.body === undefined
        ? ''
        : await wholeText(answer.body, (count) => {
            this.#bytes += count;
          });
    await this.#readText(text, formatOfType(answer.headers.get('content-type') ?? '') ?? formatOf(text), path, target);
  }

  async #readText(text: string, format: Format, path: string, target: Target | undefined): Promise<void> {
    if (format === 'csv') this.#readCsv(text, path, target);
    else if (format === 'json') await this.#readValue(readJson(text, path), path, target);
    else await this.#readLines(text, path, target);
  }

  async #readLines(text: string, path: string, target: Target | undefined): Promise<void> {
    const { skipped } = await readRecords(
      text,
      (record) => {
        this.#push(record, target?.table ?? 'row', target);
      },
      path,
    );
    if (skipped === undefined) return;
    const before = this.#skipped ?? { count: 0, total: 0, first: `${path}: ${skipped.first}` };
    this.#skipped = { count: before.count + skipped.count, total: before.total + skipped.total, first: before.first };
  }

  #readCsv(text: string, path: string, target: Target | undefined): void {
    if (target === undefined) {
      throw new StatsError('invalid', `${path}: CSV holds one table; give one source for each table, by its name.`);
    }
    const rows = this.#rowsOf(target.table, path);
    const columns = new Map(Object.keys(rows.schema.columns).map((column) => [target.names?.nameOf(column) ?? column, column]));
    const csv = readCsv(text, target.names?.types() ?? rows.schema.columns, path);
    for (const name of csv.columns) rows.name(columns.get(name) ?? name);
    for (const { row, cells } of csv.rows) {
      const named = Object.fromEntries([...cells].map(([name, cell]) => [columns.get(name) ?? name, cell]));
      rows.push(named, `${path}: row ${row}`, ', column ');
    }
  }

  async #readValue(value: unknown, path: string, target: Target | undefined): Promise<void> {
    if (Array.isArray(value)) {
      const list: readonly unknown[] = value;
      if (target !== undefined) this.#rowsOf(target.table, path);
      for (const [at, row] of list.entries()) this.#push(row, `${path}[${at}]`, target);
    } else if (typeof value === 'object' && value !== null && target !== undefined) {
      this.#push(value, path, target);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, source] of Object.entries(value)) {
        if (source !== undefined) await this.#readNamed(name, source);
      }
    } else {
      throw new StatsError('invalid', `${path}: expected rows${target === undefined ? ', or rows by table' : ''}, got ${typeof value}.`);
    }
  }

  async #readNamed(name: string, source: unknown): Promise<void> {
    const schema = tableSchema(name, name);
    const mapped = mappedSource(source, schema, name);
    if (mapped === undefined) await this.#readSource(source, name, { table: schema.name });
    else await this.#readSource(mapped.source, name, { table: schema.name, names: mapped.names });
  }

  #push(row: unknown, path: string, target: Target | undefined): void {
    const named = typeof row === 'object' && row !== null && 'table' in row ? row.table : undefined;
    this.#rowsOf(target?.table ?? named, `${path}.table`).push(target?.names?.row(row) ?? row, path);
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
