import { expect } from '@open-wc/testing';
import { weightedMean } from '../../src/metrics/weighted-mean.js';

describe('the mean of means', () => {
  it('is weighted by how many each is of', () => {
    expect(
      weightedMean([
        [5, 3],
        [1, 1],
      ]),
    ).to.equal(4);
  });

  it('leaves out what is unknown', () => {
    expect(
      weightedMean([
        [2, 4],
        [null, 100],
        [null, null],
      ]),
    ).to.equal(2);
  });

  it('is unknown where of one it is not known of how many it is, of none, and of nothing', () => {
    expect(
      weightedMean([
        [2, 4],
        [5, null],
      ]),
    ).to.equal(null);
    expect(weightedMean([[4.2, 0]])).to.equal(null);
    expect(weightedMean([])).to.equal(null);
  });
});
