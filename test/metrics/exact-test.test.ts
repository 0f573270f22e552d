import { expect } from '@open-wc/testing';
import { chanceOfDifference } from '../../src/metrics/exact-test.js';

describe('the chance of a difference', () => {
  it('of 3 in 4 and 1 in 4, the tea that was tasted, is twice 17/70', () => {
    expect(chanceOfDifference({ part: 3, count: 4 }, { part: 1, count: 4 })).to.be.closeTo(34 / 70, 1e-12);
  });

  it('of 4 in 4 and 0 in 4 is twice 1/70, whichever comes first', () => {
    expect(chanceOfDifference({ part: 4, count: 4 }, { part: 0, count: 4 })).to.be.closeTo(2 / 70, 1e-12);
    expect(chanceOfDifference({ part: 0, count: 4 }, { part: 4, count: 4 })).to.be.closeTo(2 / 70, 1e-12);
  });

  it('is 1 where there is none, and where all or nobody did', () => {
    expect(chanceOfDifference({ part: 5, count: 10 }, { part: 50, count: 100 })).to.equal(1);
    expect(chanceOfDifference({ part: 30, count: 30 }, { part: 40, count: 40 })).to.be.closeTo(1, 1e-12);
    expect(chanceOfDifference({ part: 0, count: 30 }, { part: 0, count: 40 })).to.be.closeTo(1, 1e-12);
  });

  it('is near that of the normal distribution for many cases, and finite for very many', () => {
    expect(chanceOfDifference({ part: 5100, count: 10_000 }, { part: 5000, count: 10_000 })).to.be.closeTo(0.1615, 0.003);
    expect(chanceOfDifference({ part: 600_000, count: 1_000_000 }, { part: 500_000, count: 1_000_000 })).to.be.below(1e-100);
  });
});
