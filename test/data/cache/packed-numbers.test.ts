import { expect } from '@open-wc/testing';
import { bytesForCodes, copyCodes, roomForCodes } from '../../../src/data/narrow-codes.js';
import { exceeds, packCodes, packedAt, packNumbers, unpackCodes, unpackNumbers } from '../../../src/data/cache/packed-numbers.js';
import { Random } from '../../support/random.js';

/** The bytes at the start of a buffer that is longer. */
function stored(bytes: Uint8Array): ArrayBuffer {
  const buffer = new ArrayBuffer(bytes.length + 16);
  new Uint8Array(buffer).set(bytes, 8);
  return buffer;
}

describe('packed numbers', () => {
  it('take the fewest bytes that hold them', () => {
    const widths = (...values: number[]): number[] => {
      const { packing, bytes } = packNumbers(Float64Array.from(values));
      return [packing.width, packing.step, packing.parts, bytes.length];
    };
    expect(widths(1_700_000_000_000, NaN, 1_700_000_000_254, 1_700_000_000_001)).to.deep.equal([1, 1, 1, 4]);
    expect(widths(1_700_000_000_000, 1_700_000_000_255, 1_700_000_000_001)).to.deep.equal([2, 1, 1, 6]);
    expect(widths(0.1, 25, 0.2, NaN)).to.deep.equal([1, 1, 10, 4]);
    expect(widths(-2, 0.001, -1.999)).to.deep.equal([2, 1, 1000, 6]);
    expect(widths(0, 1, 65_535)).to.deep.equal([3, 1, 1, 9]);
    expect(widths(0, 1, 16_777_214)).to.deep.equal([3, 1, 1, 9]);
    expect(widths(0, 1, 16_777_215)).to.deep.equal([4, 1, 1, 12]);
    expect(widths(0, 4_294_967_294, 1)).to.deep.equal([4, 1, 1, 12]);
    expect(widths(0, 4_294_967_295, 1)).to.deep.equal([5, 1, 1, 15]);
    expect(widths(0, 1, 2 ** 40 - 1)).to.deep.equal([8, 1, 1, 24]);
    expect(widths(-0)).to.deep.equal([8, 1, 1, 8]);
    expect(widths(Infinity, 1)).to.deep.equal([8, 1, 1, 16]);
    expect(widths(1 / 3)).to.deep.equal([8, 1, 1, 8]);
    expect(widths(NaN, NaN)).to.deep.equal([1, 1, 1, 2]);
    expect(widths()).to.deep.equal([1, 1, 1, 0]);
  });

  it('take fewer bytes where all are so many steps apart, as days and whole seconds are', () => {
    const days = Float64Array.from({ length: 200 }, (_, at) => 1_700_006_400_000 + (at % 120) * 86_400_000);
    const seconds = Float64Array.of(1_700_000_000_000, NaN, 1_700_000_077_000, 1_700_000_001_000);
    const packed = [days, seconds].map((values) => packNumbers(values).packing);
    expect(packed.map(({ width, step }) => [width, step])).to.deep.equal([
      [1, 86_400_000],
      [1, 1000],
    ]);
  });

  const first = Math.floor(Math.random() * 1e9);
  it(`come back to the bit (seeds from ${first})`, () => {
    for (let seed = first; seed < first + 400; seed++) {
      const random = new Random(seed);
      const parts = random.pick([1, 10, 100, 1000, 7]);
      const spread = random.pick([3, 250, 300, 70_000, 20_000_000, 5e9, 5e12, 1e17]);
      const step = random.pick([1, 1, 2, 1000, 86_400_000]);
      const start = random.pick([0, 0, -100, 1.7e12, 1e15]);
      const odd = random.chance(0.2) ? [-0, Infinity, 5e-324, 9_007_199_254_740_992, Math.PI] : [NaN];
      const values = Float64Array.from({ length: random.below(60) }, () =>
        random.chance(0.1) ? random.pick(odd) : start + (step * random.below(spread)) / parts,
      );
      const { packing, bytes } = packNumbers(values);
      const back = unpackNumbers(stored(bytes), 8, values.length, packing);
      expect([...back].map(bits), `seed ${seed}`).to.deep.equal([...values].map(bits));
    }
  });

  it(`say whether one of them is too great (seeds from ${first})`, () => {
    for (let seed = first; seed < first + 600; seed++) {
      const random = new Random(seed);
      const Type = random.pick([Uint8Array, Uint16Array, Uint32Array]);
      const limit = 2 ** (8 * Type.BYTES_PER_ELEMENT);
      const most = random.pick([0, 5, limit / 2 - 1, limit / 2, limit - 1, random.below(limit)]);
      const whole = new Type(random.below(20));
      for (const at of whole.keys()) whole[at] = random.below(most + 1);
      const packed = whole.subarray(random.below(whole.length + 1));
      expect(exceeds(packed, most), `seed ${seed}`).to.equal(false);
      if (packed.length === 0 || most === limit - 1) continue;
      packed[random.below(packed.length)] = random.pick([most + 1, limit - 1, Math.min(limit - 1, most + 1 + random.below(limit))]);
      expect(exceeds(packed, most), `seed ${seed}`).to.equal(true);
    }
  });

  it('of codes take the fewest bytes, too, with or without unknown ones', () => {
    const widths = [
      [1, 1],
      [255, 1],
      [256, 2],
      [65_535, 2],
      [65_536, 4],
    ] as const;
    for (const [size, width] of widths) {
      const codes = Int32Array.of(-1, 0, size - 1, -1);
      const narrow = roomForCodes(codes.length, bytesForCodes(size));
      copyCodes(codes, narrow);
      for (const packed of [packCodes(codes, size), packCodes(narrow, size)]) {
        expect(packed.width).to.equal(width);
        const unpacked = new Int32Array(codes.length);
        copyCodes(unpackCodes(packedAt(stored(packed.bytes), 8, 4, packed.width)), unpacked);
        expect([...unpacked]).to.deep.equal([...codes]);
      }
    }
  });
});

function bits(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}
