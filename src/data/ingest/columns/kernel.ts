import type { ColumnType } from '../../../metrics/tables.js';
import { JSON_COLUMNS_WASM } from '../../engine/kernels/json-columns-wasm.js';
import { offerKernel } from '../../engine/kernels/number-kernel.js';
import type { Shape, WantedColumn } from './shape.js';

/** How a run of records ended, as the kernel says it. */
export const RUN = { more: 0, slow: 1, full: 2, closed: 3 } as const;

/** Rows of one run; what comes of them lies in the kernel's memory until the next. */
const RUN_ROWS = 8192;

/** Zeros after the input, at which every rule of JSON fails. */
const PADDING = 64;
const KINDS: Readonly<Record<ColumnType, number>> = { number: 1, category: 2, boolean: 3, time: 4 };
const NODE = 5;
const FIRST = 6;
const INSTANT = 7;
const KEY_SIZE = 24;
const COLUMN_SIZE = 16;
const BYTES: Readonly<Record<ColumnType, number>> = { number: 8, time: 8, category: 4, boolean: 1 };

interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly position: WebAssembly.Global;
  readonly rows: WebAssembly.Global;
  readonly lines: WebAssembly.Global;
  readonly named: WebAssembly.Global;
  readonly allocate: (size: number) => number;
  readonly configure: (
    keys: number,
    nodes: number,
    columns: number,
    count: number,
    required: bigint,
    anyOf: bigint,
    leaves: bigint,
  ) => void;
  readonly run: (start: number, end: number, limit: number, ndjson: number) => number;
  readonly internInto: (column: number, text: number, length: number) => number;
}

let compiled: WebAssembly.Module | null | undefined;

/** The compiled kernel; undefined where WebAssembly or its vectors are refused or missing. */
export function kernelModule(): WebAssembly.Module | undefined {
  if (compiled === undefined) {
    try {
      compiled = new WebAssembly.Module(bytesOfDigits(JSON_COLUMNS_WASM));
      offerKernel(compiled);
    } catch {
      compiled = null;
    }
  }
  return compiled ?? undefined;
}

/** The bytes that hexadecimal digits stand for; newer browsers have them at once. */
function bytesOfDigits(digits: string): Uint8Array<ArrayBuffer> {
  const { fromHex } = Uint8Array as { fromHex?: (digits: string) => Uint8Array<ArrayBuffer> };
  if (fromHex !== undefined) return fromHex(digits);
  const bytes = new Uint8Array(digits.length / 2);
  for (let at = 0; at < bytes.length; at++) bytes[at] = parseInt(digits.slice(2 * at, 2 * at + 2), 16);
  return bytes;
}

/** The kernel that reads JSON into columns, with its memory. */
export class Kernel {
  readonly #exports: Exports;
  readonly #types: readonly ColumnType[];
  readonly #values: readonly number[];
  readonly #columnTable: number;
  #input = 0;
  #room = 0;
  #text = 0;
  #textRoom = 0;

  private constructor(exports: Exports, columns: readonly WantedColumn[], shape: Shape) {
    this.#exports = exports;
    this.#types = columns.map((column) => column.type);
    this.#values = columns.map(({ type }) => exports.allocate(RUN_ROWS * BYTES[type]));
    this.#columnTable = exports.allocate(columns.length * COLUMN_SIZE);
    this.#configure(columns, shape);
  }

  /** A kernel for records of a shape; undefined where WebAssembly is refused. */
  static create(columns: readonly WantedColumn[], shape: Shape): Kernel | undefined {
    const module = kernelModule();
    if (module === undefined) return undefined;
    return new Kernel(new WebAssembly.Instance(module).exports as Exports & WebAssembly.Exports, columns, shape);
  }

  /** Where the last run stopped, counted from the start of the input. */
  get position(): number {
    return (this.#exports.position.value as number) - this.#input;
  }

  get rows(): number {
    return this.#exports.rows.value as number;
  }

  get lines(): number {
    return this.#exports.lines.value as number;
  }

  /** Whether any record had the column. */
  named(column: number): boolean {
    return (((this.#exports.named.value as bigint) >> BigInt(column)) & 1n) === 1n;
  }

  /** The input, with room for `room` bytes; what was in it is kept. */
  input(room: number): Uint8Array {
    const { memory, allocate } = this.#exports;
    if (room > this.#room) {
      const next = allocate(room + PADDING);
      new Uint8Array(memory.buffer).copyWithin(next, this.#input, this.#input + this.#room);
      this.#input = next;
      this.#room = room;
    }
    return new Uint8Array(memory.buffer, this.#input, this.#room + PADDING);
  }

  /** Reads records of the input from ≤ x < to; the bytes after it are overwritten with zeros. */
  run(from: number, to: number, ndjson: boolean): number {
    new Uint8Array(this.#exports.memory.buffer, this.#input + to, PADDING).fill(0);
    return this.#exports.run(this.#input + from, this.#input + to, RUN_ROWS, Number(ndjson));
  }

  /** How many texts a column has; 0 where it has none. */
  textCount(column: number): number {
    if (this.#types[column] !== 'category') return 0;
    const memory = new DataView(this.#exports.memory.buffer);
    return memory.getUint32(memory.getUint32(this.#columnTable + column * COLUMN_SIZE + 4, true) + 8, true);
  }

  /** The values of a column in the last run. */
  values(column: number): Float64Array | Int32Array | Int8Array {
    const { buffer } = this.#exports.memory;
    const at = this.#values[column] ?? 0;
    switch (this.#types[column]) {
      case 'category':
        return new Int32Array(buffer, at, this.rows);
      case 'boolean':
        return new Int8Array(buffer, at, this.rows);
      default:
        return new Float64Array(buffer, at, this.rows);
    }
  }

  /** The code of a text that was not read by the kernel. */
  code(column: number, text: string): number {
    // A lone surrogate has no UTF-8; a quotation mark begins no text that the kernel read.
    const bytes = new TextEncoder().encode(isWellFormed(text) ? text : `"${JSON.stringify(text)}`);
    if (bytes.length > this.#textRoom) {
      this.#textRoom = bytes.length * 2;
      this.#text = this.#exports.allocate(this.#textRoom + 16);
    }
    new Uint8Array(this.#exports.memory.buffer, this.#text, bytes.length).set(bytes);
    return this.#exports.internInto(column, this.#text, bytes.length);
  }

  /** Whether all texts of a column are ASCII; then no two of its codes stand for the same text. */
  isAscii(column: number): boolean {
    const memory = new DataView(this.#exports.memory.buffer);
    return memory.getUint32(memory.getUint32(this.#columnTable + column * COLUMN_SIZE + 4, true) + 32, true) === 0;
  }

  /** The texts of a column by code. */
  texts(column: number): string[] {
    const memory = this.#exports.memory.buffer;
    const at = new DataView(memory).getUint32(this.#columnTable + column * COLUMN_SIZE + 4, true);
    const fields = new Uint32Array(memory, at, 9);
    const count = fields[2] ?? 0;
    const ends = new Uint32Array(memory, fields[4] ?? 0, count + 1);
    const pool = new Uint8Array(memory, fields[6] ?? 0, ends[count] ?? 0);
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    if (fields[8] === 0) {
      const whole = decoder.decode(pool);
      return Array.from({ length: count }, (_, code) => written(whole.slice(ends[code], ends[code + 1])));
    }
    return Array.from({ length: count }, (_, code) => written(decoder.decode(pool.subarray(ends[code], ends[code + 1]))));
  }

  #configure(columns: readonly WantedColumn[], shape: Shape): void {
    const { allocate, configure, memory } = this.#exports;
    const encoder = new TextEncoder();
    const keys = shape.flat().map((key) => ({ ...key, bytes: encoder.encode(key.key) }));
    const places = keys.map(({ bytes }) => allocate(bytes.length + 8));
    const keyTable = allocate(keys.length * KEY_SIZE + 8);
    const nodeTable = allocate(shape.length * 8);
    const view = new DataView(memory.buffer);
    const kindOf = ({ type, written }: WantedColumn): number => (written === true ? INSTANT : KINDS[type]);
    for (const [at, { bytes, column, node, listed }] of keys.entries()) {
      const key = keyTable + at * KEY_SIZE;
      new Uint8Array(memory.buffer, places[at], bytes.length + 8).fill(0).set(bytes);
      view.setUint32(key, places[at] ?? 0, true);
      view.setUint32(key + 4, bytes.length, true);
      const wanted = columns[column ?? -1];
      view.setUint32(key + 8, wanted !== undefined ? kindOf(wanted) : listed === true ? FIRST : NODE, true);
      view.setUint32(key + 12, column ?? node ?? 0, true);
      view.setBigUint64(key + 16, 1n << BigInt(column ?? columns.length + (node ?? 0) - 1), true);
    }
    let first = 0;
    for (const [at, node] of shape.entries()) {
      view.setUint32(nodeTable + at * 8, first, true);
      view.setUint32(nodeTable + at * 8 + 4, node.length, true);
      first += node.length;
    }
    for (const [at, { type }] of columns.entries()) {
      view.setUint32(this.#columnTable + at * COLUMN_SIZE, KINDS[type], true);
      view.setUint32(this.#columnTable + at * COLUMN_SIZE + 8, this.#values[at] ?? 0, true);
    }
    const bitsOf = (required: true | 'any'): bigint =>
      columns.reduce((bits, column, at) => (column.required === required ? bits | (1n << BigInt(at)) : bits), 0n);
    configure(keyTable, nodeTable, this.#columnTable, columns.length, bitsOf(true), bitsOf('any'), (1n << BigInt(columns.length)) - 1n);
  }
}

/** Whether UTF-8 holds the text as it is. */
function isWellFormed(text: string): boolean {
  return !/[\uD800-\uDFFF]/.test(text) || new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text)) === text;
}

/** The text that an entry stands for. */
function written(entry: string): string {
  if (!entry.startsWith('""')) return entry;
  const parsed: unknown = JSON.parse(entry.slice(1));
  return String(parsed);
}
