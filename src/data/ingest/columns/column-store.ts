import type { ColumnType } from '../../../metrics/tables.js';
import type { Value } from '../../../metrics/types.js';
import type { Column } from '../../table.js';

type Values = Float64Array | Int32Array | Int8Array;

/** Room that may stay unused at the end of a column, as a part of it. */
const SLACK = 0.05;

/** The growing values of one column; of a category their codes. */
export class ColumnStore {
  readonly #type: ColumnType;
  #values: Values;
  #length = 0;

  constructor(type: ColumnType) {
    this.#type = type;
    this.#values = valuesOf(type, 0);
  }

  /** Makes room for so many values in all. */
  reserve(length: number): void {
    if (length <= this.#values.length) return;
    const grown = valuesOf(this.#type, length);
    grown.set(this.#values.subarray(0, this.#length));
    this.#values = grown;
  }

  append(values: Values): void {
    const end = this.#length + values.length;
    if (end > this.#values.length) this.reserve(Math.max(end, Math.ceil(this.#values.length * 1.5)));
    this.#values.set(values, this.#length);
    this.#length = end;
  }

  /** Appends one value; `code` numbers texts. What is not of the column's type is unknown. */
  push(value: Value | undefined, code: (text: string) => number): void {
    const one = valuesOf(this.#type, 1);
    if (this.#type === 'category') one[0] = typeof value === 'string' ? code(value) : -1;
    else if (this.#type === 'boolean') one[0] = typeof value === 'boolean' ? Number(value) : -1;
    else one[0] = typeof value === 'number' ? value : NaN;
    this.append(one);
  }

  /** The column; `texts` are those of its codes, some of which may be the same unless they are `distinct`. */
  build(texts: readonly string[], distinct = false): Column {
    const fits = this.#values.length - this.#length <= this.#length * SLACK;
    const values = fits ? this.#values.subarray(0, this.#length) : this.#values.slice(0, this.#length);
    if (values instanceof Int32Array) {
      return distinct ? { type: 'category', codes: values, dictionary: texts } : withEachTextOnce(values, texts);
    }
    return values instanceof Int8Array ? { type: 'boolean', values } : { type: this.#type === 'time' ? 'time' : 'number', values };
  }
}

/** Bytes that are no UTF-8 may be written in several ways, all of which read as the same text. */
function withEachTextOnce(codes: Int32Array, texts: readonly string[]): Column {
  const codeOf = new Map<string, number>();
  const moved = Int32Array.from(texts, (text) => {
    const code = codeOf.get(text) ?? codeOf.size;
    codeOf.set(text, code);
    return code;
  });
  if (codeOf.size === texts.length) return { type: 'category', codes, dictionary: texts };
  return { type: 'category', codes: codes.map((code) => (code < 0 ? -1 : (moved[code] ?? -1))), dictionary: [...codeOf.keys()] };
}

function valuesOf(type: ColumnType, length: number): Values {
  if (type === 'category') return new Int32Array(length);
  return type === 'boolean' ? new Int8Array(length) : new Float64Array(length);
}
