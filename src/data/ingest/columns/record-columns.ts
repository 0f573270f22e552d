import type { Value } from '../../../metrics/types.js';
import type { Skipped } from '../../provider.js';
import type { Column } from '../../table.js';
import { StatsError } from '../../stats-error.js';
import { Tally, unclosed } from '../ndjson.js';
import { ColumnStore } from './column-store.js';
import { Kernel, RUN } from './kernel.js';
import type { WantedColumn } from './shape.js';
import { shapeOf } from './shape.js';

/**
 * The values of a record that was parsed, one for each column; what it throws as StatsError `invalid` leaves the record out. It is
 * asked about records that the fast way does not foresee: escapes, values of another type, required values that are missing.
 */
export type ReadRow = (record: unknown, place: number) => readonly (Value | undefined)[];

/** How records are read. */
export interface RecordOptions {
  /** What messages call the records. */
  readonly place?: string;
  /** Whether one that cannot be read throws `not-json` or `invalid` instead of being left out and counted. */
  readonly isStrict?: boolean;
}

/** What a reader of columns came to. */
export interface RecordsRead {
  readonly columns: ReadonlyMap<string, Column>;
  /** Rows of the columns. */
  readonly rows: number;
  /** Columns that at least one record had, be it as null. */
  readonly named: ReadonlySet<string>;
  readonly total: number;
  readonly skipped?: Skipped;
}

const SLICE = 1 << 19;
const NEWLINE = 10;
const QUOTE = 34;
const COMMA = 44;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/**
 * Reads records of JSON from bytes into columns, of whatever pieces the bytes come in: NDJSON or one array, told apart by the
 * first character. The same records as `readRecords` are taken, left out and counted, and the same errors thrown.
 */
export class RecordColumns {
  readonly #columns: readonly WantedColumn[];
  readonly #kernel: Kernel;
  readonly #stores: readonly ColumnStore[];
  readonly #readRow: ReadRow;
  #place: string;
  readonly #tally: Tally;
  readonly #named = new Set<number>();
  #mode: 'unknown' | 'lines' | 'array' | 'closed' = 'unknown';
  #filled = 0;
  #lines = 0;
  #fastRows = 0;
  #slowRows = 0;
  /** Rows of the bodies before. */
  #rowsBefore = 0;
  #head = '';
  #rest = '';
  /** Bytes of the input behind the end of the array. */
  #behind = 0;
  #seenBytes = 0;
  #reserved = false;
  #ending = false;

  private constructor(columns: readonly WantedColumn[], kernel: Kernel, readRow: ReadRow, options: RecordOptions) {
    this.#columns = columns;
    this.#kernel = kernel;
    this.#readRow = readRow;
    this.#place = options.place ?? 'Records';
    this.#stores = columns.map(({ type }) => new ColumnStore(type));
    const take = (record: unknown, at: number): void => this.#takeSlow(record, at);
    this.#tally = new Tally(take, options.isStrict === true ? this.#place : undefined);
  }

  /** A reader; undefined where WebAssembly is refused or the columns are too many. */
  static create(columns: readonly WantedColumn[], readRow: ReadRow, options: RecordOptions = {}): RecordColumns | undefined {
    const shape = shapeOf(columns);
    const kernel = shape === undefined ? undefined : Kernel.create(columns, shape);
    return kernel === undefined ? undefined : new RecordColumns(columns, kernel, readRow, options);
  }

  /** Rows so far. */
  get rows(): number {
    return this.#fastRows + this.#slowRows;
  }

  /** Takes the next bytes; `bytesTotal` is how many there will be in all, if that is known. */
  push(bytes: Uint8Array, bytesTotal?: number): void {
    const taken = this.take(bytes, bytesTotal);
    if (taken < bytes.length) this.#rest += decoded(bytes.subarray(taken, taken + SLICE)).trim();
  }

  /** Takes the next bytes up to the end of the array that they are of, and gives how many that were: all, but where it ended. */
  take(bytes: Uint8Array, bytesTotal?: number): number {
    let at = 0;
    while (at < bytes.length && this.#mode !== 'closed') {
      let input = this.#kernel.input(SLICE);
      let room = input.length - PADDING - this.#filled;
      if (room === 0) {
        input = this.#kernel.input(this.#filled * 2);
        room = this.#filled;
      }
      const piece = bytes.subarray(at, at + Math.min(room, SLICE));
      input.set(piece, this.#filled);
      this.#filled += piece.length;
      at += piece.length;
      this.#seenBytes += piece.length;
      if (this.#head.length < HEAD) this.#head += new TextDecoder().decode(piece.subarray(0, HEAD));
      this.#read();
      if (bytesTotal !== undefined) this.#reserve(bytesTotal);
    }
    const taken = at - this.#behind;
    this.#behind = 0;
    return taken;
  }

  /** Whether the array that the bytes are of has ended. */
  get isClosed(): boolean {
    return this.#mode === 'closed';
  }

  /** Takes a record that was parsed already and is not of the body. Throws what `ReadRow` throws. */
  add(record: unknown): void {
    this.#takeSlow(record, this.rows + 1);
  }

  /** Ends one body of several; the rows of the next, which messages may name otherwise, come after. Throws as `end` does. */
  nextBody(place = this.#place): void {
    this.#finish();
    this.#place = place;
    this.#mode = 'unknown';
    this.#filled = 0;
    this.#lines = 0;
    this.#ending = false;
    this.#reserved = false;
    this.#seenBytes = 0;
    this.#rowsBefore = this.rows;
  }

  /** What all bytes came to. Throws `truncated`, `not-json` and `signed-out` as `readRecords` does. */
  end(): RecordsRead {
    return { ...this.finish(), ...this.soFar() };
  }

  /** Ends the bytes: records that were there, those that were left out among them. Throws as `end` does. */
  finish(): Pick<RecordsRead, 'total' | 'skipped'> {
    this.#finish();
    const total = this.#tally.total + this.#fastRows;
    const { skipped } = this.#tally;
    return { total, ...(skipped === undefined ? {} : { skipped: { ...skipped, total } }) };
  }

  /** The rows so far; more may come after. */
  soFar(): Pick<RecordsRead, 'columns' | 'rows' | 'named'> {
    const columns = this.#columns.map(({ name, type }, at): [string, Column] => {
      const built =
        type === 'category' ? this.#stores[at]?.build(this.#kernel.texts(at), this.#kernel.isAscii(at)) : this.#stores[at]?.build([]);
      return [name, built ?? { type: 'number', values: new Float64Array(0) }];
    });
    const named = this.#columns.filter((_, at) => this.#kernel.named(at) || this.#named.has(at)).map((column) => column.name);
    return { columns: new Map(columns), rows: this.rows, named: new Set(named) };
  }

  #finish(): void {
    this.#ending = true;
    if (this.#mode === 'unknown') this.#read();
    if (this.#mode === 'lines') this.push(Uint8Array.of(NEWLINE));
    if (this.#mode === 'array') throw unclosed(this.#place, decoded(this.#kernel.input(0).subarray(0, this.#filled)));
    if (this.#rest !== '') throw new StatsError('not-json', `${this.#place}: expected nothing after the JSON array.`);
    this.#tally.check(this.#place, this.#fastRows, this.#head);
  }

  #read(): void {
    const input = this.#kernel.input(0);
    let from = this.#mode === 'unknown' ? this.#begin(input) : 0;
    while (this.#mode === 'lines' || this.#mode === 'array') {
      const how = this.#kernel.run(from, this.#filled, this.#mode === 'lines');
      this.#takeRun();
      from = this.#kernel.position;
      if (how === RUN.more) break;
      if (how === RUN.closed) this.#close(from);
      if (how !== RUN.slow) continue;
      const end = this.#mode === 'lines' ? this.#slowLine(from) : this.#slowElement(from);
      if (end < 0) break;
      from = end;
    }
    this.#keepFrom(from);
  }

  /** Tells lines from an array by the first character that is no space; -1 places are not known yet. */
  #begin(input: Uint8Array): number {
    let at = input[0] === 0xef && input[1] === 0xbb && input[2] === 0xbf ? 3 : 0;
    const start = at;
    if (input[0] === 0xef && this.#filled < 3 && !this.#ending) return 0;
    while (at < this.#filled && isSpace(input[at] ?? 0)) at++;
    if (at >= this.#filled) return 0;
    this.#mode = input[at] === OPEN_BRACKET ? 'array' : 'lines';
    return this.#mode === 'array' ? at + 1 : start;
  }

  #takeRun(): void {
    const { rows, lines } = this.#kernel;
    this.#lines += lines;
    if (rows === 0) return;
    for (const [at, store] of this.#stores.entries()) store.append(this.#kernel.values(at), this.#kernel.textCount(at));
    this.#fastRows += rows;
  }

  /** One line in the exact way; where the next begins, -1 where it is not whole. */
  #slowLine(from: number): number {
    const input = this.#kernel.input(0).subarray(0, this.#filled);
    const end = input.indexOf(NEWLINE, from);
    if (end < 0) return -1;
    const text = decoded(input.subarray(from, end));
    this.#lines++;
    if (text.trim() !== '') this.#tally.take(text, this.#lines, 'line', this.#ending ? this.#place : undefined);
    return end + 1;
  }

  /** One element in the exact way; where the next begins, -1 where it is not whole. */
  #slowElement(from: number): number {
    const input = this.#kernel.input(0);
    const end = elementEnd(input, from, this.#filled);
    if (end < 0) return -1;
    const text = decoded(input.subarray(from, end));
    const last = input[end] === CLOSE_BRACKET;
    const place = this.#tally.total + this.#fastRows + 1;
    if (!last || place > 1 || text.trim() !== '') this.#tally.take(text, place, 'record');
    if (last) this.#close(end + 1);
    return end + 1;
  }

  #takeSlow(record: unknown, place: number): void {
    const values = this.#readRow(record, place);
    for (const [at, store] of this.#stores.entries()) {
      if (values[at] !== undefined) this.#named.add(at);
      store.push(values[at], (text) => this.#kernel.code(at, text));
    }
    this.#slowRows++;
  }

  #close(end: number): void {
    this.#mode = 'closed';
    this.#behind = this.#filled - end;
    this.#filled = end;
  }

  #keepFrom(from: number): void {
    if (from > 0) this.#kernel.input(0).copyWithin(0, from, this.#filled);
    this.#filled -= from;
  }

  /** Room for the rows that are to come, by those that came. */
  #reserve(bytesTotal: number): void {
    const rows = this.rows - this.#rowsBefore;
    if (this.#reserved || rows < ENOUGH) return;
    this.#reserved = true;
    const expected = Math.ceil((rows / (this.#seenBytes - this.#filled)) * bytesTotal * MARGIN);
    for (const store of this.#stores) store.reserve(this.#rowsBefore + expected);
  }
}

const PADDING = 64;
const HEAD = 2000;
/** Rows from which the number of all rows is estimated, and by how much more than that room is made. */
const ENOUGH = 1000;
const MARGIN = 1.02;

function isSpace(byte: number): boolean {
  return byte === 32 || (byte >= 9 && byte <= 13);
}

function decoded(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** Where the element that starts at `from` is followed by a comma or the end of the array; -1 where it is not whole. */
function elementEnd(input: Uint8Array, from: number, end: number): number {
  let depth = 0;
  for (let at = from; at < end; at++) {
    const byte = input[at] ?? 0;
    if (byte === QUOTE) {
      for (at++; at < end && input[at] !== QUOTE; at++) if (input[at] === BACKSLASH) at++;
    } else if (byte === OPEN_BRACKET || byte === OPEN_BRACE) {
      depth++;
    } else if (depth > 0 && (byte === CLOSE_BRACKET || byte === CLOSE_BRACE)) {
      depth--;
    } else if (depth === 0 && (byte === COMMA || byte === CLOSE_BRACKET)) {
      return at;
    }
  }
  return -1;
}
