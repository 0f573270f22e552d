import { expect } from '@open-wc/testing';
import { countPairs } from '../../../../src/data/engine/cube/pair-counts.js';
import { Random } from '../../../support/random.js';

describe('the counts of pairs of codes', () => {
  const first = Math.floor(Math.random() * 1e9);

  it(`are those of a pass over the rows for each pair, however many codes there are (seeds from ${first})`, () => {
    for (let seed = first; seed < first + 60; seed++) {
      const random = new Random(seed);
      const rows = random.pick([0, 1, 40, 3000]);
      const codings = Array.from({ length: random.below(7) }, () => {
        const size = 1 + random.below(random.pick([1, 5, 30, 700]));
        return { size, codes: Uint16Array.from({ length: rows }, () => random.below(size)) };
      });
      const left = random.below(8);
      const expected = new Map<string, number[]>();
      for (const [a, one] of codings.entries()) {
        for (const [b, other] of codings.entries()) {
          const counts = new Array<number>(one.size * other.size).fill(0);
          for (let row = 0; row < rows; row++) counts[(one.codes[row] ?? 0) * other.size + (other.codes[row] ?? 0)]!++;
          expected.set(`${a} ${b}`, counts);
        }
      }
      const taken = new Set<string>();
      countPairs(
        codings,
        (a, b) => a !== left && b !== left,
        (a, b, counts) => {
          expect([...counts], `seed ${seed}, ${a} with ${b}`).to.deep.equal(expected.get(`${a} ${b}`));
          expect(taken.has(`${Math.min(a, b)} ${Math.max(a, b)}`), `seed ${seed}, twice`).to.equal(false);
          taken.add(`${Math.min(a, b)} ${Math.max(a, b)}`);
        },
      );
      const places = [...codings.keys()].filter((place) => place !== left);
      expect(taken.size, `seed ${seed}`).to.equal((places.length * (places.length - 1)) / 2);
    }
  });
});
