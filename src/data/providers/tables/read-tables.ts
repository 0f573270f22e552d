import { bodyText, chunksOf, piecesOf, wholeText } from '../../ingest/body-text.js';
import { loadRecordReader } from '../../ingest/columns/record-reader.js';
import type { CsvCells } from '../../ingest/csv.js';
import { CsvReader } from '../../ingest/csv.js';
import { ElementReader, readRecords, Tally } from '../../ingest/ndjson.js';
import { ObjectScanner } from '../../ingest/object-scanner.js';
import { peeked } from '../../ingest/peeked.js';
import { readJson } from '../../ingest/read-json.js';
import { within } from '../../ingest/skipped.js';
import { isUrl } from '../../net/is-url.js';
import type { Body, ReadContext, Skipped } from '../../provider.js';
import { StatsError } from '../../stats-error.js';
import type { Table } from '../../table.js';
import { unlike } from '../../unlike.js';
import type { ColumnNames } from './column-names.js';
import { mappedSource } from './column-names.js';
import type { Format } from './formats.js';
import { formatOf, formatOfStart, formatOfType, ofOneTable, ofTables, sized } from './formats.js';
import type { TableColumns } from './table-columns.js';
import { TableParts } from './table-parts.js';
import { tableSchema } from './table-rows.js';

/** The one table that a source holds, and what it calls its columns if they have other names there. */
interface Target {
  readonly table: string;
  readonly names?: ColumnNames;
}

/** Collects tables from URLs, texts, bytes, rows, and objects of these by table. */
export class TablesReader {
  readonly #context: ReadContext;
  readonly #afterPiece: () => Promise<void>;
  readonly #tables = new Map<string, TableParts>();
  #bytes = 0;
  #skipped: Skipped | undefined;

  /** `afterPiece` is waited for after each piece of a body that comes in pieces, once there are rows. */
  constructor(context: ReadContext, afterPiece: () => Promise<void>) {
    this.#context = context;
    this.#afterPiece = afterPiece;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get skipped(): Skipped | undefined {
    return this.#skipped;
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
    if (isUrl(source)) return this.#readUrl(source, path, target);
    if (typeof source === 'string' || source instanceof Uint8Array) {
      this.#context.supplied?.(source);
      const text = await wholeText(source, (count) => {
        this.#bytes += count;
      });
      return this.#readText(text, formatOf(text), path, target);
    }
    return this.#readValue(source, path, target);
  }

  /** Rows of lines, of CSV, of a list and of lists by table are taken as they come; what else there is, once it is all there. */
  async #readUrl(url: string, path: string, target: Target | undefined): Promise<void> {
    const { body, headers } = await this.#context.fetch(url);
    const type = formatOfType(headers.get('content-type') ?? '');
    const [head, begun] = await peeked(body ?? '', (text) => text.trim() !== '' && (type ?? formatOfStart(text)) !== undefined);
    const format = type ?? formatOfStart(head);
    if (format === 'csv') return this.#readCsv(this.#pieces(begun), path, target);
    const start = /^\uFEFF?\s*([[{])/.exec(head)?.[1];
    const kind = target === undefined ? ofTables(type, start) : ofOneTable(format, start);
    const [isLarge, whole] = kind === undefined ? [false, begun] : await sized(begun, headers);
    if (isLarge && typeof whole !== 'string') {
      await loadRecordReader();
      if (kind === 'object') return this.#readObject(whole, path);
      if (kind !== undefined && target !== undefined && (await this.#readBytes(whole, path, target, kind))) return;
    }
    if (format === 'ndjson') return this.#readLines(whole, path, target);
    if (format === 'json' && start === '[') return this.#readList(this.#pieces(whole), path, target);
    const text = await wholeText(whole, (count) => {
      this.#bytes += count;
    });
    await this.#readText(text, format ?? formatOf(text), path, target);
  }

  /** Reads the rows of one table from bytes into columns; false, with nothing read, where that cannot be. */
  async #readBytes(body: Exclude<Body, string>, path: string, target: Target, kind: 'lines' | 'list'): Promise<boolean> {
    const into = this.#rowsOf(target.table, path).ofBytes(target.names, kind);
    if (into === undefined) return false;
    for await (const chunk of this.#chunks(body)) into.push(chunk);
    this.#noteSkipped(into.finish().skipped, path);
    return true;
  }

  /** Reads lists by table; what is no list, once all of them are there. */
  async #readObject(body: Exclude<Body, string>, path: string): Promise<void> {
    const others: [string, unknown][] = [];
    const list = (name: string): TableColumns | undefined => this.#rowsOf(name, name).ofBytes(undefined, 'list');
    const scanner = new ObjectScanner({ list, value: (name, value) => others.push([name, value]) }, path);
    for await (const chunk of this.#chunks(body)) scanner.push(chunk);
    scanner.end();
    for (const [name, value] of others) await this.#readNamed(name, value);
  }

  async #pieceRead(): Promise<void> {
    if ([...this.#tables.values()].some(({ length }) => length > 0)) await this.#afterPiece();
  }

  /** Bytes of a body, between which what was read so far can be shown. */
  async *#chunks(body: Exclude<Body, string>): AsyncGenerator<Uint8Array> {
    for await (const { bytes, isAll } of piecesOf(chunksOf(body))) {
      this.#bytes += bytes.byteLength;
      yield bytes;
      if (!isAll) await this.#pieceRead();
    }
  }

  /** Texts of a body, between which what was read so far can be shown. */
  #pieces(body: Body): AsyncGenerator<string> {
    if (typeof body !== 'string') return bodyText(this.#chunks(body), () => undefined);
    return bodyText(body, (count) => {
      this.#bytes += count;
    });
  }

  async #readText(text: string, format: Format, path: string, target: Target | undefined): Promise<void> {
    if (format === 'csv') await this.#readCsv([text], path, target);
    else if (format === 'json') await this.#readJson(text, path, target);
    else await this.#readLines(text, path, target);
  }

  /** What is wrong with a list is said of the row, as where it comes in pieces. */
  async #readJson(text: string, path: string, target: Target | undefined): Promise<void> {
    let value: unknown;
    try {
      value = readJson(text, path);
    } catch (error) {
      if (/^\uFEFF?\s*\[/.test(text)) await this.#readList([text.replace(/^\uFEFF/, '')], path, target);
      throw error;
    }
    await this.#readValue(value, path, target);
  }

  async #readLines(body: Body, path: string, target: Target | undefined): Promise<void> {
    const take = (record: unknown): void => this.#push(record, target?.table ?? 'row', target);
    const { skipped } = await readRecords(typeof body === 'string' ? body : this.#chunks(body), take, path);
    this.#noteSkipped(skipped, path);
  }

  #noteSkipped(skipped: Skipped | undefined, path: string): void {
    if (skipped === undefined) return;
    const before = this.#skipped ?? { ...within(`${path}: `, skipped), count: 0, total: 0 };
    this.#skipped = { ...before, count: before.count + skipped.count, total: before.total + skipped.total };
  }

  async #readCsv(texts: AsyncIterable<string> | readonly string[], path: string, target: Target | undefined): Promise<void> {
    if (target === undefined) {
      throw new StatsError('invalid', `${path}: CSV holds one table; give one source for each table, by its name.`);
    }
    const rows = this.#rowsOf(target.table, path);
    const { names } = target;
    const columns = new Map(Object.keys(rows.schema.columns).map((column) => [names?.nameOf(column) ?? column, column]));
    const named = (cells: CsvCells): CsvCells =>
      Object.fromEntries(Object.entries(cells).map(([name, cell]) => [columns.get(name) ?? name, cell]));
    const take = (row: number, cells: CsvCells): void =>
      rows.push(names === undefined ? cells : named(cells), () => `${path}: row ${row}`, ', column ');
    const needed = (rows.schema.key ?? []).map((column) => names?.nameOf(column) ?? column);
    const reader = new CsvReader(names?.types() ?? rows.schema.columns, take, path, needed);
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

  /** A list of rows, one after another. */
  async #readList(texts: AsyncIterable<string> | readonly string[], path: string, target: Target | undefined): Promise<void> {
    if (target !== undefined) this.#rowsOf(target.table, path);
    const take = (row: unknown, place: number): void => this.#push(row, `${path}[${place - 1}]`, target);
    const reader = new ElementReader(new Tally(take, path), path);
    let isBegun = false;
    for await (const text of texts) {
      const rest: string = isBegun ? text : text.trimStart();
      isBegun ||= rest !== '';
      if (isBegun) reader.push(rest);
    }
    reader.end();
  }

  async #readValue(value: unknown, path: string, target: Target | undefined): Promise<void> {
    if (Array.isArray(value)) {
      const list: readonly unknown[] = value;
      if (target !== undefined) this.#rowsOf(target.table, path);
      for (const [at, row] of list.entries()) this.#push(row, `${path}[${at}]`, target);
    } else if (
      typeof value === 'object' &&
      value !== null &&
      (target !== undefined || ('table' in value && typeof value.table === 'string'))
    ) {
      this.#push(value, path, target);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, source] of Object.entries(value)) {
        if (source !== undefined) await this.#readNamed(name, source);
      }
    } else {
      throw unlike('invalid', path, `rows${target === undefined ? ', or rows by table' : ''}`, value);
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

  #rowsOf(name: unknown, path: string): TableParts {
    const schema = tableSchema(name, path);
    const rows = this.#tables.get(schema.name) ?? new TableParts(schema);
    this.#tables.set(schema.name, rows);
    return rows;
  }
}
