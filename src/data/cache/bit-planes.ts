/** Whole numbers of one width. */
export type Packed = Uint8Array | Uint16Array | Uint32Array;

/** Bits of each number of a plane. */
export type PlaneBits = 1 | 2 | 4 | 8 | 16 | 32;

/** A plane: numbers of few bits in words. Where several share a byte, each word has four of the first, four of the next part, and so on. */
export interface Plane {
  readonly words: Uint32Array;
  readonly bits: PlaneBits;
  readonly length: number;
}

/**
 * The planes in which numbers of so many bits lie, one after the other, the least bits first: whole bytes as they are, what is left of
 * them in one, two or four bits. Each but the first has a byte at most, of up to 40 bits there are three at most.
 */
export function planesOf(bits: number): readonly PlaneBits[] {
  const planes: PlaneBits[] = [];
  let left = bits;
  for (const plane of [32, 16, 8] as const) {
    // Three bits more would be two planes: they are filled up.
    if (left + 3 < plane) continue;
    planes.push(plane);
    left -= plane;
  }
  if (left > 0) planes.push(left > 2 ? 4 : left > 1 ? 2 : 1);
  return planes;
}

/** Room for so many numbers, before they are made a plane. */
export function roomOf(bits: PlaneBits, length: number): Packed {
  if (bits === 32) return new Uint32Array(length);
  return bits === 16 ? new Uint16Array(length) : new Uint8Array(length);
}

/** The bytes of a plane of numbers that fit it. */
export function packPlane(numbers: Packed, bits: PlaneBits): Uint8Array {
  if (bits >= 8) return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  const packed = new Uint32Array(wordsOf(bits, numbers.length));
  const bytes = new Uint8Array((packed.byteLength * 8) / bits);
  bytes.set(numbers);
  const words = new Uint32Array(bytes.buffer);
  for (let at = 0, shift = 0; shift < 8; shift += bits) {
    for (let to = 0; to < packed.length; to++, at++) packed[to] = (packed[to] ?? 0) | ((words[at] ?? 0) << shift);
  }
  return new Uint8Array(packed.buffer);
}

/** A plane where it lies, at a multiple of four; throws a RangeError where the bytes end before. */
export function planeAt(bytes: ArrayBuffer, start: number, length: number, bits: PlaneBits): Plane {
  return { words: new Uint32Array(bytes, start, wordsOf(bits, length)), bits, length };
}

/** The numbers of a plane, each less by one or by none; of whole bytes, and by none, as they lie. */
export function unpackPlane({ words, bits, length }: Plane, less: 0 | 1): Packed {
  const parts = Math.max(1, 8 / bits);
  let unpacked = words;
  if (parts > 1 || less > 0) {
    unpacked = new Uint32Array(parts * words.length);
    const [tops, ones, mask] = [repeated(2 ** (Math.max(bits, 8) - 1), bits), repeated(less, bits), repeated(2 ** bits - 1, bits)];
    for (let at = 0, shift = 0; at < unpacked.length; shift += bits) {
      for (let from = 0; from < words.length; from++, at++) {
        const word = ((words[from] ?? 0) >>> shift) & mask;
        // Under a top bit that is set nothing is borrowed from the next number; then it is what it would be.
        unpacked[at] = ((word | tops) - ones) ^ (~word & tops);
      }
    }
  }
  const { buffer, byteOffset } = unpacked;
  if (bits === 32) return unpacked;
  return bits === 16 ? new Uint16Array(buffer, byteOffset, length) : new Uint8Array(buffer, byteOffset, length);
}

/** Whether any number of a plane is greater than `most`, of several in a word at once. */
export function exceeds({ words, bits }: Plane, most: number): boolean {
  const half = 2 ** (bits - 1);
  const each = 0xffff_ffff / (2 ** bits - 1);
  const [tops, isLow] = [each * half, most < half];
  // What a number below the top bit must be given for it to be set if it is too great; none carries into the next.
  const rest = each * ((isLow ? half : 2 * half) - 1 - most);
  let found = 0;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? 0;
    const sum = (word & ~tops) + rest;
    found |= isLow ? sum | word : sum & word;
  }
  return (found & tops) !== 0;
}

/** A number in each place of a word, each of `bits`, but of a byte at least. */
function repeated(number: number, bits: PlaneBits): number {
  return (0xffff_ffff / (2 ** Math.max(bits, 8) - 1)) * number;
}

function wordsOf(bits: PlaneBits, length: number): number {
  return Math.ceil((length * bits) / 32);
}
