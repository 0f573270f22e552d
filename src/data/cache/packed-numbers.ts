import { roomForCodes } from '../narrow-codes.js';
import type { Codes } from '../narrow-codes.js';
import { wholeRange } from './whole-range.js';

/** How the numbers of a column lie in its bytes. */
export interface Packing {
  /**
   * Bytes of one number. 8 hold it as it is; fewer hold a whole number, where 0 is unknown, 1 stands for the least, 2 for a step more. 3
   * and 5 are 2 and 4 of each number, one after the other, then the last of each.
   */
  readonly width: 1 | 2 | 3 | 4 | 5 | 8;
  readonly least: number;
  /** What the numbers are multiples of from the least on: 86,400,000 for days. */
  readonly step: number;
  /** The whole numbers count parts of one: 10 where all numbers have at most one decimal. */
  readonly parts: number;
}

/** Whole numbers of one width. */
export type Packed = Uint8Array | Uint16Array | Uint32Array;

const AS_IT_IS: Packing = { width: 8, least: 0, step: 1, parts: 1 };
const PARTS: readonly number[] = [1, 10, 100, 1000];

/** The fewest bytes for numbers of which NaN is unknown, from which every one of them comes back to the bit. */
export function packNumbers(values: Float64Array): { readonly packing: Packing; readonly bytes: Uint8Array } {
  for (const parts of PARTS) {
    const range = wholeRange(values, parts);
    if (range === undefined) continue;
    const { least, greatest, step } = range;
    const width = widthOf((greatest - least) / step + 1);
    if (width === undefined) break;
    const bytes = new Uint8Array(width * values.length);
    const [low, high] = planesAt(bytes.buffer, 0, values.length, width);
    for (let row = 0; row < values.length; row++) {
      const value = values[row] ?? NaN;
      const number = Number.isNaN(value) ? 0 : (Math.round(value * parts) - least) / step + 1;
      // What does not fit a plane is left out of it.
      low[row] = number;
      if (high !== undefined) high[row] = number / 2 ** (8 * low.BYTES_PER_ELEMENT);
    }
    return { packing: { width, least, step, parts }, bytes };
  }
  return { packing: AS_IT_IS, bytes: bytesOf(values) };
}

/** The numbers of bytes; throws a RangeError where these do not hold as many. */
export function unpackNumbers(bytes: ArrayBuffer, start: number, length: number, { width, least, step, parts }: Packing): Float64Array {
  if (width === 8) return new Float64Array(bytes, start, length);
  const [low, high] = planesAt(bytes, start, length, width);
  const scale = 2 ** (8 * low.BYTES_PER_ELEMENT);
  const values = new Float64Array(length);
  for (let row = 0; row < values.length; row++) {
    const number = (low[row] ?? 0) + (high === undefined ? 0 : scale * (high[row] ?? 0));
    values[row] = number === 0 ? NaN : (least + (number - 1) * step) / parts;
  }
  return values;
}

/** Where whole numbers of a width lie: those of 3 and 5 bytes in two parts. */
function planesAt(bytes: ArrayBuffer, start: number, length: number, width: 1 | 2 | 3 | 4 | 5): readonly [low: Packed, high?: Uint8Array] {
  if (width !== 3 && width !== 5) return [packedAt(bytes, start, length, width)];
  const low = packedAt(bytes, start, length, width === 3 ? 2 : 4);
  return [low, new Uint8Array(bytes, start + low.byteLength, length)];
}

/** Codes below `size` in the fewest bytes; what stands for unknown, however it lies, becomes 0. */
export function packCodes(codes: Codes, size: number): { readonly width: 1 | 2 | 4; readonly bytes: Uint8Array } {
  const width = size <= 0xff ? 1 : size <= 0xffff ? 2 : 4;
  const packed = room(width, codes.length);
  for (let row = 0; row < packed.length; row++) packed[row] = (codes[row] ?? -1) + 1;
  return { width, bytes: bytesOf(packed) };
}

/** The codes of packed ones, in as many bytes each. */
export function unpackCodes(packed: Packed): Codes {
  const codes = roomForCodes(packed.length, packed.BYTES_PER_ELEMENT as 1 | 2 | 4);
  for (let row = 0; row < codes.length; row++) codes[row] = (packed[row] ?? 0) - 1;
  return codes;
}

/** Whole numbers of a width in bytes; throws a RangeError where these do not hold as many. */
export function packedAt(bytes: ArrayBuffer, start: number, length: number, width: 1 | 2 | 4): Packed {
  if (width === 1) return new Uint8Array(bytes, start, length);
  return width === 2 ? new Uint16Array(bytes, start, length) : new Uint32Array(bytes, start, length);
}

/** Whether any of the whole numbers is greater than `most`. */
export function exceeds(packed: Packed, most: number): boolean {
  const bits = packed.BYTES_PER_ELEMENT * 8;
  const half = 2 ** (bits - 1);
  const words = bits < 32 && most < half && packed.byteOffset % 4 === 0 ? packed.length - (packed.length % (32 / bits)) : 0;
  if (words > 0 && anyExceeds(new Uint32Array(packed.buffer, packed.byteOffset, (words * bits) / 32), bits, most)) return true;
  for (let at = words; at < packed.length; at++) if ((packed[at] ?? 0) > most) return true;
  return false;
}

/**
 * The same of several numbers of 8 or 16 bits in each word, `most` below half of what they hold: a greater number reaches its top bit
 * when the rest to that is added, and none carries into the next.
 */
function anyExceeds(words: Uint32Array, bits: number, most: number): boolean {
  const each = bits === 8 ? 0x0101_0101 : 0x0001_0001;
  const tops = each << (bits - 1);
  const rest = each * (2 ** (bits - 1) - 1 - most);
  let found = 0;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? 0;
    found |= ((word & ~tops) + rest) | word;
  }
  return (found & tops) !== 0;
}

/** The bytes that hold whole numbers up to `greatest`. */
function widthOf(greatest: number): 1 | 2 | 3 | 4 | 5 | undefined {
  for (const width of [1, 2, 3, 4, 5] as const) if (greatest < 2 ** (8 * width)) return width;
  return undefined;
}

function room(width: 1 | 2 | 4, length: number): Packed {
  if (width === 1) return new Uint8Array(length);
  return width === 2 ? new Uint16Array(length) : new Uint32Array(length);
}

function bytesOf({ buffer, byteOffset, byteLength }: Packed | Float64Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
