import { ArrayScanner } from '../../ingest/array-scanner.js';
import { bodyText, chunksOf, wholeText } from '../../ingest/body-text.js';
import type { CsvRow } from '../../ingest/csv.js';
import { CsvReader } from '../../ingest/csv.js';
import { readRecords } from '../../ingest/ndjson.js';
import { peeked } from '../../ingest/peeked.js';
import { readJson } from '../../ingest/read-json.js';
import type { Body, ReadContext, SnapshotNotes } from '../../provider.js';
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
  readonly #afterPiece: () => Promise<void>;
  readonly #tables = new Map<string, TableRows>();
  #bytes = 0;
  #skipped: SnapshotNotes['skipped'];

  /** `afterPiece` is waited for after each piece of a body that comes in pieces, once there are rows. */
  constructor(context: ReadContext, afterPiece: () => Promise<void>) {
    this.#context = context;
    this.#afterPiece = afterPiece;
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

  /** Rows of lines, of CSV and of a list are taken as they come; what else there is, once it is all there. */
  async #readUrl(url: string, path: string, target: Target | undefined): Promise<void> {
    const { body, headers } = await this.#context.fetch(url);
    const type = formatOfType(headers.get('content-type') ?? '');
    const [head, whole] = await peeked(body ?? '', (text) => text.trim() !== '' && (type ?? formatOfStart(text)) !== undefined);
    const format = type ?? formatOfStart(head);
    if (format === 'ndjson') return this.#readLines(whole, path, target);
    if (format === 'csv') return this.#readCsv(this.#pieces(whole), path, target);
    if (format === 'json' && /^\uFEFF?\s*\[/.test(head)) return this.#readList(this.#pieces(whole), path, target);
    const text = await wholeText(whole, (count) => {
      this.#bytes += count;
    });
    await this.#readText(text, format ?? formatOf(text), path, target);
  }

  async #pieceRead(): Promise<void> {
    if ([...this.#tables.values()].some(({ length }) => length > 0)) await this.#afterPiece();
  }

  /** Texts of a body, between which what was read so far can be shown. */
  async *#pieces(body: Body): AsyncGenerator<string> {
    const texts = bodyText(body, (count) => {
      this.#bytes += count;
    });
    for await (const text of texts) {
      yield text;
      await this.#pieceRead();
    }
  }

  async #readText(text: string, format: Format, path: string, target: Target | undefined): Promise<void> {
    if (format === 'csv') await this.#readCsv([text], path, target);
    else if (format === 'json') await this.#readValue(readJson(text, path), path, target);
    else await this.#readLines(text, path, target);
  }

  async #readLines(body: Body, path: string, target: Target | undefined): Promise<void> {
    const isText = typeof body === 'string';
    const count = (bytes: number): void => {
      if (!isText) this.#bytes += bytes;
    };
    const take = (record: unknown): void => this.#push(record, target?.table ?? 'row', target);
    const { skipped } = await readRecords(isText ? body : counted(body, count), take, path, isText ? undefined : () => this.#pieceRead());
    if (skipped === undefined) return;
    const before = this.#skipped ?? { count: 0, total: 0, first: `${path}: ${skipped.first}` };
    this.#skipped = { count: before.count + skipped.count, total: before.total + skipped.total, first: before.first };
  }

  async #readCsv(texts: AsyncIterable<string> | readonly string[], path: string, target: Target | undefined): Promise<void> {
    if (target === undefined) {
      throw new StatsError('invalid', `${path}: CSV holds one table; give one source for each table, by its name.`);
    }
    const rows = this.#rowsOf(target.table, path);
    const columns = new Map(Object.keys(rows.schema.columns).map((column) => [target.names?.nameOf(column) ?? column, column]));
    const take = ({ row, cells }: CsvRow): void => {
      const named = Object.fromEntries([...cells].map(([name, cell]) => [columns.get(name) ?? name, cell]));
      rows.push(named, `${path}: row ${row}`, ', column ');
    };
    const reader = new CsvReader(target.names?.types() ?? rows.schema.columns, take, path);
    const name = (): void => {
      for (const column of reader.columns) rows.name(columns.get(column) ?? column);
    };
    for await (const text of texts) {
      reader.push(text);
      name();
    }
    reader.end();
    name();
  }

  /** A list of rows, one after another. What is wrong with it as JSON is said of all of it. */
  async #readList(texts: AsyncIterable<string>, path: string, target: Target | undefined): Promise<void> {
    if (target !== undefined) this.#rowsOf(target.table, path);
    const all: string[] = [];
    let at = 0;
    const scanner = new ArrayScanner((text) => this.#push(JSON.parse(text), `${path}[${at++}]`, target));
    try {
      for await (const text of texts) {
        const isFirst = all.length === 0;
        all.push(text);
        const start = isFirst ? text.replace(/^\uFEFF/, '').trimStart() : text;
        if (isFirst && start === '') all.pop();
        else scanner.push(start);
      }
      if (!scanner.closed || scanner.rest !== '') throw new SyntaxError(path);
    } catch (thrown) {
      if (thrown instanceof SyntaxError) readJson(all.join(''), path);
      throw thrown;
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

/** The format as far as the first text tells: undefined where more must be known. */
function formatOfStart(text: string): Format | undefined {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (start === '') return undefined;
  if (!/^[[{<)]/.test(start)) return 'csv';
  if (!start.startsWith('{')) return 'json';
  const lineEnd = start.indexOf('\n');
  return lineEnd >= 0 && start.slice(lineEnd).trim() !== '' && isJson(start.slice(0, lineEnd)) ? 'ndjson' : undefined;
}

async function* counted(body: Exclude<Body, string>, count: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunksOf(body)) {
    count(chunk.byteLength);
    yield chunk;
  }
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
