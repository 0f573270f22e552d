import type { ColumnType } from '../../../metrics/tables.js';
import type { Value } from '../../../metrics/types.js';
import { bytesForCodes, copyCodes, lyingCategory, roomForCodes } from '../../narrow-codes.js';
import type { Codes } from '../../narrow-codes.js';
import type { Column } from '../../table.js';

type Numbers = Float64Array | Int8Array;
type Width = 1 | 2 | 4;

/** Room that may stay unused at the end of a column, as a part of it. */
const SLACK = 0.05;
/** Values that are so few that they are moved where there is more room; more stay where they are until the column is built. */
const FEW = 1 << 16;

/**
 * The growing values of one column; of a category their codes, in as few bytes as its texts so far need. They lie in one run where it was
 * known how many there would be, else in a few, each with room for half of those before it: none is copied more than once.
 */
export class ColumnStore {
  readonly #type: ColumnType;
  /** Runs that are full, and how many values they have together. */
  #full: (Numbers | Codes)[] = [];
  #before = 0;
  #values: Numbers | Codes;
  #length = 0;
  #expected = 0;

  constructor(type: ColumnType) {
    this.#type = type;
    this.#values = roomFor(type, 0, 1);
  }

  /** Makes room for so many values in all. */
  reserve(length: number): void {
    this.#expected = length;
    if (this.#before === 0 && this.#length <= FEW) this.#begin(0, 1);
  }

  /** Appends values; codes are below `texts`. */
  append(values: Numbers | Int32Array, texts: number): void {
    const bytes = bytesForCodes(texts);
    const isTooNarrow = this.#type === 'category' && bytes > this.#values.BYTES_PER_ELEMENT;
    if (isTooNarrow || this.#length + values.length > this.#values.length) this.#begin(values.length, bytes);
    this.#values.set(values, this.#length);
    this.#length += values.length;
  }

  /** Appends one value; `code` numbers texts. What is not of the column's type is unknown. */
  push(value: Value | undefined, code: (text: string) => number): void {
    if (this.#type === 'category') {
      const number = typeof value === 'string' ? code(value) : -1;
      this.append(Int32Array.of(number), number + 1);
      return;
    }
    const one = this.#type === 'boolean' ? new Int8Array(1) : new Float64Array(1);
    if (this.#type === 'boolean') one[0] = typeof value === 'boolean' ? Number(value) : -1;
    else one[0] = typeof value === 'number' ? value : NaN;
    this.append(one, 0);
  }

  /** The column; `texts` are those of its codes, some of which may be the same unless they are `distinct`. */
  build(texts: readonly string[], distinct = false): Column {
    const count = this.#before + this.#length;
    if (this.#before > 0) this.#goOnIn(this.#joined(count), count);
    const fits = this.#values.length - count <= count * SLACK;
    const values = fits ? this.#values.subarray(0, count) : this.#values.slice(0, count);
    if (values instanceof Float64Array) return { type: this.#type === 'time' ? 'time' : 'number', values };
    if (values instanceof Int8Array) return { type: 'boolean', values };
    return distinct ? categoryOf(values, texts) : withEachTextOnce(values, texts);
  }

  /** Begins a run for at least so many more values; codes take at least so many bytes each. */
  #begin(more: number, bytes: Width): void {
    const count = this.#before + this.#length;
    const room = Math.max(count + more, this.#expected, Math.ceil(count * 1.5));
    if (count <= FEW) {
      this.#goOnIn(this.#joined(room, bytes), count);
      return;
    }
    this.#full.push(this.#values.subarray(0, this.#length));
    this.#before = count;
    this.#length = 0;
    this.#values = roomFor(this.#type, room - count, Math.max(bytes, this.#values.BYTES_PER_ELEMENT) as Width);
  }

  #goOnIn(values: Numbers | Codes, length: number): void {
    this.#full = [];
    this.#before = 0;
    this.#values = values;
    this.#length = length;
  }

  /** All values in one run with room for so many. */
  #joined(room: number, bytes: Width = 1): Numbers | Codes {
    const joined = roomFor(this.#type, room, Math.max(bytes, this.#values.BYTES_PER_ELEMENT) as Width);
    let at = 0;
    for (const run of [...this.#full, this.#values.subarray(0, this.#length)]) {
      const to = joined.subarray(at, (at += run.length));
      if (isNumbers(run) || isNumbers(to)) to.set(run);
      else copyCodes(run, to);
    }
    return joined;
  }
}

function isNumbers(values: Numbers | Codes): values is Numbers {
  return values instanceof Float64Array || values instanceof Int8Array;
}

function categoryOf(codes: Codes, dictionary: readonly string[]): Column {
  return codes instanceof Int32Array ? { type: 'category', codes, dictionary } : lyingCategory(() => codes, dictionary);
}

/** Bytes that are no UTF-8 may be written in several ways, all of which read as the same text. */
function withEachTextOnce(codes: Codes, texts: readonly string[]): Column {
  const codeOf = new Map<string, number>();
  const moved = Int32Array.from(texts, (text) => {
    const code = codeOf.get(text) ?? codeOf.size;
    codeOf.set(text, code);
    return code;
  });
  if (codeOf.size === texts.length) return categoryOf(codes, texts);
  const wide = new Int32Array(codes.length);
  copyCodes(codes, wide);
  return { type: 'category', codes: wide.map((code) => (code < 0 ? -1 : (moved[code] ?? -1))), dictionary: [...codeOf.keys()] };
}

function roomFor(type: ColumnType, length: number, bytes: Width): Numbers | Codes {
  if (type === 'category') return roomForCodes(length, bytes);
  return type === 'boolean' ? new Int8Array(length) : new Float64Array(length);
}
