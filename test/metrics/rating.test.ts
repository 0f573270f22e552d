import { expect } from '@open-wc/testing';
import { ratingCount, ratingMean, wilsonLowerBound } from '../../src/metrics/rating.js';
import type { RatingHistogram } from '../../src/metrics/rating.js';
import { oppiaOracle } from '../support/oppia-oracles.js';

describe('mean rating', () => {
  it('is the mean of the stars given', async function () {
    const { input, expected } = await oppiaOracle<RatingHistogram[], (number | null)[]>(this, 'frontend_average_rating');
    expect(input.map(ratingMean)).to.deep.equal(expected);
  });

  it('is unknown without a rating', () => {
    expect(ratingMean({})).to.equal(null);
    expect(ratingCount({})).to.equal(0);
  });
});

describe('Wilson lower bound', () => {
  it('is the lower bound of the oracle to 1e-4, and unknown where Oppia takes 0 for want of ratings', async function () {
    const { input, expected } = await oppiaOracle<RatingHistogram[], number[]>(this, 'wilson_scaled_rating');
    for (const [at, histogram] of input.entries()) expect(wilsonLowerBound(histogram) ?? 0).to.be.closeTo(expected[at]!, 1e-4);
    expect(wilsonLowerBound({ 5: 0 })).to.equal(null);
  });

  it('is 1 where every rating is one star', () => {
    expect(wilsonLowerBound({ 1: 7 })).to.be.closeTo(1, 1e-12);
  });

  it('stays between 1 and the mean, and nears it with more ratings', () => {
    const few = wilsonLowerBound({ 4: 3, 5: 1 })!;
    const many = wilsonLowerBound({ 4: 300, 5: 100 })!;
    expect(1 < few && few < many && many < 4.25).to.equal(true);
  });
});
