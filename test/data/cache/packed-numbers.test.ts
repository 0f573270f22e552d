import { expect } from '@open-wc/testing';
import { bytesForCodes, copyCodes, roomForCodes } from '../../../src/data/narrow-codes.js';
import { exceeds, packPlane, planeAt, planesOf, roomOf, unpackPlane } from '../../../src/data/cache/bit-planes.js';
import type { Plane, PlaneBits } from '../../../src/data/cache/bit-planes.js';
import { packCodes, packNumbers, unpackCodes, unpackNumbers } from '../../../src/data/cache/packed-numbers.js';
import { Random } from '../../support/random.js';

const PLANES: readonly PlaneBits[] = [1, 2, 4, 8, 16, 32];

/** A plane that lies in a longer buffer, between others. */
function stored(bytes: Uint8Array, length: number, bits: PlaneBits): Plane {
  const buffer = new ArrayBuffer(8 + Math.ceil(bytes.length / 8) * 8 + 8);
  new Uint8Array(buffer).set(bytes, 8);
  new Uint8Array(buffer).fill(0xff, buffer.byteLength - 8).fill(0xff, 0, 8);
  return planeAt(buffer, 8, length, bits);
}

/** The numbers after they were packed, stored and read. */
function cameBack(values: Float64Array): Float64Array {
  const { packing, runs } = packNumbers(values);
  if (packing.bits === 64) return new Float64Array(runs[0]!.slice().buffer);
  const planes = planesOf(packing.bits).map((bits, at) => stored(runs[at]!, values.length, bits));
  return unpackNumbers(planes, packing);
}

describe('packed numbers', () => {
  it('take the fewest bytes that hold them', () => {
    const widths = (...values: number[]): number[] => {
      const { packing, runs } = packNumbers(Float64Array.from(values));
      return [packing.bits, packing.step, packing.parts, ...runs.map(({ length }) => length)];
    };
    expect(widths(1_700_000_000_000, NaN, 1_700_000_000_254, 1_700_000_000_001)).to.deep.equal([8, 1, 1, 4]);
    expect(widths(1_700_000_000_000, 1_700_000_000_255, 1_700_000_000_001)).to.deep.equal([9, 1, 1, 3, 4]);
    expect(widths(0.1, 25, 0.2, NaN)).to.deep.equal([8, 1, 10, 4]);
    expect(widths(-2, 0.001, -1.999)).to.deep.equal([11, 1, 1000, 3, 4]);
    expect(widths(0, 1, 65_535)).to.deep.equal([17, 1, 1, 6, 4]);
    expect(widths(0, 1, 16_777_214)).to.deep.equal([24, 1, 1, 6, 3]);
    expect(widths(0, 1, 16_777_215)).to.deep.equal([25, 1, 1, 6, 3, 4]);
    expect(widths(0, 4_294_967_294, 1)).to.deep.equal([32, 1, 1, 12]);
    expect(widths(0, 4_294_967_295, 1)).to.deep.equal([33, 1, 1, 12, 4]);
    expect(widths(0, 1, 2 ** 40 - 2)).to.deep.equal([40, 1, 1, 12, 3]);
    expect(widths(0, 1, 2 ** 40 - 1)).to.deep.equal([64, 1, 1, 24]);
    expect(widths(-0)).to.deep.equal([64, 1, 1, 8]);
    expect(widths(Infinity, 1)).to.deep.equal([64, 1, 1, 16]);
    expect(widths(1 / 3)).to.deep.equal([64, 1, 1, 8]);
    expect(widths(NaN, NaN)).to.deep.equal([1, 1, 1, 4]);
    expect(widths()).to.deep.equal([1, 1, 1, 0]);
    expect(widths(...new Array<number>(33).fill(7))).to.deep.equal([1, 1, 1, 8]);
  });

  it('lie in at most three planes, which hold them, of which each but the first is a byte at most', () => {
    for (let bits = 1; bits <= 40; bits++) {
      const [first, ...more] = planesOf(bits);
      const held = more.reduce((sum, plane) => sum + plane, Number(first));
      expect(held, `${bits} bits`).to.be.within(bits, bits + 3);
      expect(more.length, `${bits} bits`).to.be.below(3);
      expect(Math.max(...more, 1), `${bits} bits`).to.be.at.most(8);
    }
  });

  it('take fewer bytes where all are so many steps apart, as days and whole seconds are', () => {
    const days = Float64Array.from({ length: 200 }, (_, at) => 1_700_006_400_000 + (at % 120) * 86_400_000);
    const seconds = Float64Array.of(1_700_000_000_000, NaN, 1_700_000_077_000, 1_700_000_001_000);
    const packed = [days, seconds].map((values) => packNumbers(values).packing);
    expect(packed.map(({ bits, step }) => [bits, step])).to.deep.equal([
      [7, 86_400_000],
      [7, 1000],
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
      expect([...cameBack(values)].map(bits), `seed ${seed}`).to.deep.equal([...values].map(bits));
    }
  });

  it('come back of every width up to where they stay as they are, in any number', () => {
    for (let width = 1; width <= 42; width++) {
      for (const length of [1, 2, 3, 7, 8, 9, 31, 32, 33, 100]) {
        const greatest = 2 ** width - 2;
        const values = Float64Array.from({ length }, (_, row) => (row % 5 === 3 ? NaN : row % 2 === 0 ? greatest - (row >> 1) : row));
        expect([...cameBack(values)], `${width} bits, ${length} numbers`).to.deep.equal([...values]);
      }
    }
  });

  it(`lie in a plane and come out of it, or one less (seeds from ${first})`, () => {
    for (let seed = first; seed < first + 300; seed++) {
      const random = new Random(seed);
      const width = random.pick(PLANES);
      const numbers = roomOf(width, random.below(80));
      for (const at of numbers.keys()) numbers[at] = random.pick([0, 2 ** width - 1, random.below(2 ** width)]);
      const plane = stored(packPlane(numbers, width), numbers.length, width);
      expect([...unpackPlane(plane, 0)], `seed ${seed}`).to.deep.equal([...numbers]);
      expect([...unpackPlane(plane, 1)], `seed ${seed}`).to.deep.equal([...numbers.map((number) => number - 1)]);
    }
  });

  it(`say whether one of them is too great (seeds from ${first})`, () => {
    for (let seed = first; seed < first + 600; seed++) {
      const random = new Random(seed);
      const width = random.pick(PLANES);
      const limit = 2 ** width;
      const most = Math.floor(random.pick([0, 5 % limit, limit / 2 - 1, limit / 2, limit - 1, random.below(limit)]));
      const numbers = roomOf(width, random.below(50));
      for (const at of numbers.keys()) numbers[at] = random.pick([most, random.below(most + 1)]);
      const isFound = (): boolean => exceeds(stored(packPlane(numbers, width), numbers.length, width), most);
      expect(isFound(), `seed ${seed}`).to.equal(false);
      if (numbers.length === 0 || most === limit - 1) continue;
      numbers[random.below(numbers.length)] = random.pick([most + 1, limit - 1, Math.min(limit - 1, most + 1 + random.below(limit))]);
      expect(isFound(), `seed ${seed}`).to.equal(true);
    }
  });

  it('of codes take the fewest bits of one plane, too, with or without unknown ones', () => {
    const widths = [
      [1, 1],
      [2, 2],
      [3, 2],
      [4, 4],
      [15, 4],
      [16, 8],
      [255, 8],
      [256, 16],
      [65_535, 16],
      [65_536, 32],
    ] as const;
    for (const [size, width] of widths) {
      for (const length of [1, 4, 9, 33]) {
        const codes = Int32Array.from({ length }, (_, row) => (row % 3 === 0 ? -1 : row % 3 === 1 ? size - 1 : row % size));
        const narrow = roomForCodes(codes.length, bytesForCodes(size));
        copyCodes(codes, narrow);
        for (const packed of [packCodes(codes, size), packCodes(narrow, size)]) {
          expect(packed.bits).to.equal(width);
          const plane = stored(packed.bytes, length, packed.bits);
          expect(exceeds(plane, size)).to.equal(false);
          const unpacked = new Int32Array(codes.length);
          copyCodes(unpackCodes(plane), unpacked);
          expect([...unpacked]).to.deep.equal([...codes]);
        }
      }
    }
  });
});

function bits(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}
