import type { Codes } from '../narrow-codes.js';
import type { Packed, Plane, PlaneBits } from './bit-planes.js';
import { packPlane, planesOf, roomOf, unpackPlane } from './bit-planes.js';
import { wholeRange } from './whole-range.js';

/** How the numbers of a column lie in its bytes. */
export interface Packing {
  /**
   * Bits of one number. 64 hold it as it is; fewer hold a whole number, where 0 is unknown, 1 stands for the least, 2 for a step more, in
   * planes (`planesOf`).
   */
  readonly bits: number;
  readonly least: number;
  /** What the numbers are multiples of from the least on: 86,400,000 for days. */
  readonly step: number;
  /** The whole numbers count parts of one: 10 where all numbers have at most one decimal. */
  readonly parts: number;
}

const AS_IT_IS: Packing = { bits: 64, least: 0, step: 1, parts: 1 };
const CODE_BITS: readonly PlaneBits[] = [1, 2, 4, 8, 16];
const PARTS: readonly number[] = [1, 10, 100, 1000];
/** The most bits that are packed: of more, little would be saved. */
export const MOST_BITS = 40;

/** The fewest bytes for numbers of which NaN is unknown, from which every one of them comes back to the bit. */
export function packNumbers(values: Float64Array): { readonly packing: Packing; readonly runs: readonly Uint8Array[] } {
  for (const parts of PARTS) {
    const range = wholeRange(values, parts);
    if (range === undefined) continue;
    const { least, greatest, step } = range;
    const bits = bitsOf((greatest - least) / step + 1);
    if (bits > MOST_BITS) break;
    const whole = new Float64Array(values.length);
    for (let row = 0; row < whole.length; row++) {
      const value = values[row] ?? NaN;
      whole[row] = Number.isNaN(value) ? 0 : (Math.round(value * parts) - least) / step + 1;
    }
    let scale = 1;
    const runs = planesOf(bits).map((plane) => {
      const numbers = roomOf(plane, whole.length);
      // What does not fit a plane is left out of it.
      for (let row = 0; row < whole.length; row++) numbers[row] = (whole[row] ?? 0) / scale;
      scale *= 2 ** plane;
      return packPlane(numbers, plane);
    });
    return { packing: { bits, least, step, parts }, runs };
  }
  return { packing: AS_IT_IS, runs: [new Uint8Array(values.buffer, values.byteOffset, values.byteLength)] };
}

/** The numbers of planes, least bits first. */
export function unpackNumbers(planes: readonly Plane[], packing: Packing): Float64Array {
  const [low = BYTES, high, top] = planes.map((plane) => unpackPlane(plane, 0));
  if (!(low instanceof Uint8Array) || high !== undefined) return numbersOf(packing, low, high, top);
  const numberOf = numbersOf(packing, BYTES);
  const values = new Float64Array(low.length);
  for (let row = 0; row < values.length; row++) values[row] = numberOf[low[row] ?? 0] ?? 0;
  return values;
}

function numbersOf({ least, step, parts }: Packing, low: Packed, high?: Packed, top?: Packed): Float64Array {
  const scale = 2 ** (8 * low.BYTES_PER_ELEMENT);
  const values = new Float64Array(low.length);
  for (let row = 0; row < values.length; row++) {
    let number = low[row] ?? 0;
    if (high !== undefined) number += scale * (high[row] ?? 0);
    if (top !== undefined) number += 256 * scale * (top[row] ?? 0);
    values[row] = number === 0 ? NaN : (least + (number - 1) * step) / parts;
  }
  return values;
}

/** Each byte once. */
const BYTES = Uint8Array.from({ length: 256 }, (_, byte) => byte);

/** Codes below `size` in the fewest bits of one plane; what stands for unknown, however it lies, becomes 0. */
export function packCodes(codes: Codes | Int8Array, size: number): { readonly bits: PlaneBits; readonly bytes: Uint8Array } {
  const bits = CODE_BITS.find((each) => size < 2 ** each) ?? 32;
  const packed = roomOf(bits, codes.length);
  for (let row = 0; row < packed.length; row++) packed[row] = (codes[row] ?? -1) + 1;
  return { bits, bytes: packPlane(packed, bits) };
}

/** The codes of packed ones, in the fewest bytes each. */
export function unpackCodes(plane: Plane): Codes {
  const codes = unpackPlane(plane, 1);
  return codes instanceof Uint32Array ? new Int32Array(codes.buffer) : codes;
}

/** The bits that hold whole numbers up to `greatest`. */
function bitsOf(greatest: number): number {
  let bits = 1;
  while (greatest >= 2 ** bits) bits++;
  return bits;
}
