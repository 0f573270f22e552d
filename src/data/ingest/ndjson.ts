import type { Body, Skipped } from '../provider.js';
import { StatsError } from '../stats-error.js';
import { ArrayScanner } from './array-scanner.js';
import { bodyText } from './body-text.js';
import { jsonFault } from './json-fault.js';
import { skippedAt } from './skipped.js';
import type { FirstSkipped } from './skipped.js';
import { checkNoPage } from './read-json.js';

/** What was read. */
export interface ReadRecords {
  /** Records that were there, those that were skipped among them. */
  readonly total: number;
  readonly bytes: number;
  readonly skipped?: Skipped;
}

/** Takes a record and its place: the line in NDJSON, else the element of the array, counted from 1. */
export type OnRecord = (record: unknown, place: number) => void;

/**
 * Reads records as they come: NDJSON (blank lines and CRLF allowed), or one JSON array, told apart by the first character. A
 * record that is no JSON, or that `onRecord` refuses with StatsError `invalid`, is skipped and counted; the first is named with
 * its place and reason. Throws `truncated` where an array is not closed or the last line is cut off, `not-json` where something
 * follows an array, `signed-out` for a web page; where there are records and none can be used, `not-json` if none of them is JSON,
 * else `invalid`. `afterPiece` is waited for after each piece of a body that comes in pieces.
 */
export async function readRecords(
  body: Body,
  onRecord: OnRecord,
  place = 'Records',
  afterPiece?: () => Promise<void>,
): Promise<ReadRecords> {
  let bytes = 0;
  const tally = new Tally(onRecord);
  let reader: RecordReader | undefined;
  let head = '';
  for await (const text of bodyText(body, (count) => {
    bytes += count;
  })) {
    if (reader !== undefined) {
      reader.push(text);
      await afterPiece?.();
      continue;
    }
    head += text;
    const first = head.trimStart();
    if (first === '') continue;
    reader = first.startsWith('[') ? new ElementReader(tally, place) : new LineReader(tally, place);
    reader.push(first.startsWith('[') ? first : head);
    head = '';
    await afterPiece?.();
  }
  reader?.end();
  return { total: tally.total, bytes, ...(tally.skipped === undefined ? {} : { skipped: tally.skipped }) };
}

interface RecordReader {
  push(text: string): void;
  end(): void;
}

/**
 * Parses records, hands them on and counts them, those among them that are left out. With a `list`, which names them in messages,
 * none may be left out: what is no JSON throws StatsError `not-json`, what is refused `invalid`.
 */
export class Tally {
  readonly #onRecord: OnRecord;
  readonly #list: string | undefined;
  total = 0;
  /** Records that are no JSON, and those that were refused. */
  #broken = 0;
  #refused = 0;
  #first: FirstSkipped | undefined;

  constructor(onRecord: OnRecord, list?: string) {
    this.#onRecord = onRecord;
    this.#list = list;
  }

  /** With `cutOf`, what messages call the records, a text that ends too early throws `truncated`: the rest of it did not come. */
  take(text: string, place: number, unit: 'line' | 'record', cutOf?: string): void {
    this.total++;
    let record: unknown;
    try {
      record = JSON.parse(text);
    } catch {
      const fault = jsonFault(text);
      if (cutOf !== undefined && fault?.truncated === true) throw new StatsError('truncated', `${cutOf}: the last record ends too early.`);
      const reason = fault?.reason ?? '';
      if (this.#list !== undefined) throw new StatsError('not-json', `${this.#list}[${place - 1}]: expected JSON. ${reason}.`);
      this.#broken++;
      this.#note(`${unit} ${place}`, reason);
      return;
    }
    try {
      this.#onRecord(record, place);
    } catch (thrown) {
      if (!(thrown instanceof StatsError) || thrown.code !== 'invalid' || this.#list !== undefined) throw thrown;
      this.#refused++;
      this.#note(`${unit} ${place}`, thrown.message);
    }
  }

  #note(place: string, reason: string): void {
    this.#first ??= skippedAt(place, reason);
  }

  /** Throws where there are records and none can be used; `used` are those taken elsewhere, `head` the start of what may be a web page. */
  check(place: string, used = 0, head = ''): void {
    const { skipped } = this;
    if (skipped === undefined || skipped.count < this.total + used) return;
    if (this.#refused > 0) throw new StatsError('invalid', `${place}: ${skipped.first}`);
    checkNoPage(head, place);
    throw new StatsError('not-json', `${place}: expected JSON records. ${skipped.first}.`);
  }

  get skipped(): Skipped | undefined {
    return this.#first === undefined ? undefined : { count: this.#broken + this.#refused, total: this.total, ...this.#first };
  }
}

class LineReader implements RecordReader {
  readonly #tally: Tally;
  readonly #place: string;
  #line = 0;
  #parts: string[] = [];
  #head = '';

  constructor(tally: Tally, place: string) {
    this.#tally = tally;
    this.#place = place;
  }

  push(text: string): void {
    if (this.#head.length < 2000) this.#head += text.slice(0, 2000);
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      this.#parts.push(text.slice(from, end));
      this.#takeLine();
      from = end + 1;
    }
    this.#parts.push(text.slice(from));
  }

  end(): void {
    this.#takeLine(this.#place);
    this.#tally.check(this.#place, 0, this.#head);
  }

  #takeLine(cutOf?: string): void {
    const text = this.#parts.join('');
    this.#parts = [];
    this.#line++;
    if (text.trim() !== '') this.#tally.take(text, this.#line, 'line', cutOf);
  }
}

/** Takes the elements of one JSON array, of whatever pieces its text comes in. */
export class ElementReader implements RecordReader {
  readonly #scanner: ArrayScanner;
  readonly #tally: Tally;
  readonly #place: string;

  /** The first text pushed begins with the opening bracket. */
  constructor(tally: Tally, place: string) {
    this.#tally = tally;
    this.#place = place;
    let element = 0;
    this.#scanner = new ArrayScanner((text) => tally.take(text, ++element, 'record'));
  }

  push(text: string): void {
    this.#scanner.push(text);
  }

  end(): void {
    if (!this.#scanner.closed) throw unclosed(this.#place, this.#scanner.unfinished);
    if (this.#scanner.rest !== '') throw new StatsError('not-json', `${this.#place}: expected nothing after the JSON array.`);
    this.#tally.check(this.#place);
  }
}

/** The error of an array that is not closed: its last element may be what is wrong with it. */
export function unclosed(place: string, lastElement: string): StatsError {
  const fault = jsonFault(lastElement);
  return fault?.truncated === false
    ? new StatsError('not-json', `${place}: expected JSON. ${fault.reason} of the last record.`)
    : new StatsError('truncated', `${place}: the JSON array ends too early.`);
}
