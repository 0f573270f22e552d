import { expect } from '@open-wc/testing';
import { hiddenGroups } from '../../src/metrics/small-groups.js';
import { Random } from '../support/random.js';

const RUNS = 400;

/** Sizes that are still hidden, and whether anything is shown. */
const split = (sizes: readonly (number | null)[], least: number) => {
  const flags = hiddenGroups(sizes, least);
  return { hidden: sizes.filter((_, at) => flags[at]), shown: sizes.filter((_, at) => !flags[at]) };
};

function randomSizes(random: Random): number[] {
  return Array.from({ length: 1 + random.below(8) }, () => random.below(random.chance(0.5) ? 15 : 200));
}

describe('groups that have to be hidden', () => {
  it('hides nothing where every group is large enough', () => {
    expect(split([10, 11, 300], 10)).to.deep.equal({ hidden: [], shown: [10, 11, 300] });
    expect(hiddenGroups([], 10)).to.deep.equal([]);
  });

  it('hides the next smallest with a single small group, which the whole would give away', () => {
    expect(split([120, 4, 60], 10)).to.deep.equal({ hidden: [4, 60], shown: [120] });
  });

  it('hides one more where the small groups together are still few', () => {
    expect(split([120, 3, 2, 60], 10)).to.deep.equal({ hidden: [3, 2, 60], shown: [120] });
    expect(split([120, 6, 5, 60], 10)).to.deep.equal({ hidden: [6, 5], shown: [120, 60] });
  });

  it('hides an empty group too, and one of unknown size', () => {
    expect(split([0, 50, 70], 10)).to.deep.equal({ hidden: [0, 50], shown: [70] });
    expect(split([null, 50, 70], 10)).to.deep.equal({ hidden: [null, 50], shown: [70] });
  });

  it('hides everything where that is not enough', () => {
    expect(split([4], 10)).to.deep.equal({ hidden: [4], shown: [] });
    expect(split([4, 3], 10)).to.deep.equal({ hidden: [4, 3], shown: [] });
  });

  it('hides the earlier of two equally large groups, so that the choice does not depend on chance', () => {
    expect(hiddenGroups([60, 4, 60], 10)).to.deep.equal([true, true, false]);
  });

  for (let seed = 1; seed <= 3; seed++) {
    it(`never shows or lets subtract a small group (seed ${seed})`, () => {
      const random = new Random(seed);
      for (let run = 0; run < RUNS; run++) {
        const [sizes, least] = [randomSizes(random), 2 + random.below(20)];
        const { hidden, shown } = split(sizes, least);
        const rest = hidden.reduce<number>((sum, size) => sum + (size ?? 0), 0);
        const about = `${JSON.stringify(sizes)}, least ${least}`;
        expect(
          shown.every((size) => size !== null && size >= least),
          `a small group is shown: ${about}`,
        ).to.equal(true);
        if (hidden.length > 0 && shown.length > 0) {
          expect(hidden.length, `the whole less the shown gives a group away: ${about}`).to.be.at.least(2);
          expect(rest, `what is hidden together is small: ${about}`).to.be.at.least(least);
        }
      }
    });

    it(`hides no more than it takes (seed ${seed})`, () => {
      const random = new Random(seed * 101);
      for (let run = 0; run < RUNS; run++) {
        const [sizes, least] = [randomSizes(random), 2 + random.below(20)];
        const { hidden } = split(sizes, least);
        const large = hidden.filter((size) => (size ?? 0) >= least);
        if (large.length === 0) continue;
        const without = hidden.filter((size) => size !== Math.max(...large.map(Number)));
        const rest = without.reduce<number>((sum, size) => sum + (size ?? 0), 0);
        expect(without.length < 2 || rest < least, `${JSON.stringify(sizes)}, least ${least}`).to.equal(true);
      }
    });
  }
});
