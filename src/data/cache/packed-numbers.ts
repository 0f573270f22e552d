import { roomForCodes } from '../narrow-codes.js';
import type { Codes } from '../narrow-codes.js';

/** How the numbers of a column lie in its bytes. */
export interface Packing {
  /** Bytes of one number. 8 hold it as it is; fewer hold a whole number, where 0 is unknown and 1 stands for the least. */
  readonly width: 1 | 2 | 4 | 8;
  readonly least: number;
  /** The whole numbers count parts of one: 10 where all numbers have at most one decimal. */
  readonly parts: number;
}

/** Whole numbers of one width. */
export type Packed = Uint8Array | Uint16Array | Uint32Array;

const AS_IT_IS: Packing = { width: 8, least: 0, parts: 1 };
const PARTS: readonly number[] = [1, 10, 100, 1000];

/** The fewest bytes for numbers of which NaN is unknown, from which every one of them comes back to the bit. */
export function packNumbers(values: Float64Array): { readonly packing: Packing; readonly bytes: Uint8Array } {
  for (const parts of PARTS) {
    const range = wholeRange(values, parts);
    if (range === undefined) continue;
    const [least, greatest] = range;
    const width = widthOf(greatest - least + 1);
    if (width === undefined) break;
    const packed = room(width, values.length);
    for (let row = 0; row < packed.length; row++) {
      const value = values[row] ?? NaN;
      packed[row] = Number.isNaN(value) ? 0 : Math.round(value * parts) - least + 1;
    }
    return { packing: { width, least, parts }, bytes: bytesOf(packed) };
  }
  return { packing: AS_IT_IS, bytes: bytesOf(values) };
}

/** The numbers of bytes; throws a RangeError where these do not hold as many. */
export function unpackNumbers(bytes: ArrayBuffer, start: number, length: number, { width, least, parts }: Packing): Float64Array {
  if (width === 8) return new Float64Array(bytes, start, length);
  const packed = packedAt(bytes, start, length, width);
  const values = new Float64Array(length);
  const before = least - 1;
  for (let row = 0; row < values.length; row++) {
    const number = packed[row] ?? 0;
    values[row] = number === 0 ? NaN : (number + before) / parts;
  }
  return values;
}

/** Codes below `size` in the fewest bytes; what stands for unknown, however it lies, becomes 0. */
export function packCodes(codes: Codes, size: number): { readonly width: 1 | 2 | 4; readonly bytes: Uint8Array } {
  const width = widthOf(size) ?? 4;
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

/** The least and greatest whole numbers of parts; undefined where a number is none, or does not come back from them. */
function wholeRange(values: Float64Array, parts: number): readonly [least: number, greatest: number] | undefined {
  let least = Infinity;
  let greatest = -Infinity;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? NaN;
    if (Number.isNaN(value)) continue;
    const whole = Math.round(value * parts);
    if (whole / parts !== value || Object.is(value, -0) || !Number.isSafeInteger(whole)) return undefined;
    if (whole < least) least = whole;
    if (whole > greatest) greatest = whole;
  }
  return greatest < least ? [0, 0] : [least, greatest];
}

/** The bytes that hold whole numbers up to `greatest`. */
function widthOf(greatest: number): 1 | 2 | 4 | undefined {
  if (greatest <= 0xff) return 1;
  if (greatest <= 0xffff) return 2;
  return greatest <= 0xffff_ffff ? 4 : undefined;
}

function room(width: 1 | 2 | 4, length: number): Packed {
  if (width === 1) return new Uint8Array(length);
  return width === 2 ? new Uint16Array(length) : new Uint32Array(length);
}

function bytesOf({ buffer, byteOffset, byteLength }: Packed | Float64Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
