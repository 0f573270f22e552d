import type { ColumnType } from '../../../metrics/tables.js';
import type { Value } from '../../../metrics/types.js';
import { bytesForCodes, copyCodes, lyingCategory, roomForCodes } from '../../narrow-codes.js';
import type { Codes } from '../../narrow-codes.js';
import type { Column } from '../../table.js';

type Numbers = Float64Array | Int8Array;

/** Room that may stay unused at the end of a column, as a part of it. */
const SLACK = 0.05;

/** The growing values of one column; of a category their codes, in as few bytes as its texts so far need. */
export class ColumnStore {
  readonly #type: ColumnType;
  #values: Numbers | Codes;
  #length = 0;

  constructor(type: ColumnType) {
    this.#type = type;
    this.#values = type === 'category' ? roomForCodes(0, 1) : numbersOf(type, 0);
  }

  /** Makes room for so many values in all. */
  reserve(length: number): void {
    if (length > this.#values.length) this.#move(length, 1);
  }

  /** Appends values; codes are below `texts`. */
  append(values: Numbers | Int32Array, texts: number): void {
    const end = this.#length + values.length;
    const [room, bytes] = [this.#values.length, bytesForCodes(texts)];
    if (end > room) this.#move(Math.max(end, Math.ceil(room * 1.5)), bytes);
    else if (this.#type === 'category' && bytes > this.#values.BYTES_PER_ELEMENT) this.#move(room, bytes);
    this.#values.set(values, this.#length);
    this.#length = end;
  }

  /** Appends one value; `code` numbers texts. What is not of the column's type is unknown. */
  push(value: Value | undefined, code: (text: string) => number): void {
    if (this.#type === 'category') {
      const number = typeof value === 'string' ? code(value) : -1;
      this.append(Int32Array.of(number), number + 1);
      return;
    }
    const one = numbersOf(this.#type, 1);
    if (this.#type === 'boolean') one[0] = typeof value === 'boolean' ? Number(value) : -1;
    else one[0] = typeof value === 'number' ? value : NaN;
    this.append(one, 0);
  }

  /** The column; `texts` are those of its codes, some of which may be the same unless they are `distinct`. */
  build(texts: readonly string[], distinct = false): Column {
    const fits = this.#values.length - this.#length <= this.#length * SLACK;
    const values = fits ? this.#values.subarray(0, this.#length) : this.#values.slice(0, this.#length);
    if (values instanceof Float64Array) return { type: this.#type === 'time' ? 'time' : 'number', values };
    if (values instanceof Int8Array) return { type: 'boolean', values };
    return distinct ? categoryOf(values, texts) : withEachTextOnce(values, texts);
  }

  /** Goes on in room for so many values; codes in at least so many bytes each. */
  #move(length: number, bytes: 1 | 2 | 4): void {
    const before = this.#values.subarray(0, this.#length);
    if (before instanceof Float64Array || before instanceof Int8Array) {
      this.#values = numbersOf(this.#type, length);
      this.#values.set(before);
    } else {
      this.#values = roomForCodes(length, Math.max(bytes, before.BYTES_PER_ELEMENT) as 1 | 2 | 4);
      copyCodes(before, this.#values);
    }
  }
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

function numbersOf(type: ColumnType, length: number): Numbers {
  return type === 'boolean' ? new Int8Array(length) : new Float64Array(length);
}
