import { expect } from '@open-wc/testing';
import { dashboardAverage, roundHalfEven } from '../../src/metrics/rounding.js';
import { oppiaOracle } from '../support/oppia-oracles.js';

describe('rounding half to even', () => {
  it('takes the even neighbour of a true tie', () => {
    expect([3.125, 4.375, 4.625, 2.5, 3.5].map((value) => roundHalfEven(value, 2))).to.deep.equal([3.12, 4.38, 4.62, 2.5, 3.5]);
    expect([2.5, 3.5, 0.5].map((value) => roundHalfEven(value, 0))).to.deep.equal([2, 4, 0]);
  });

  it('goes by the exact binary value, as Python does', () => {
    expect([2.675, 1.005, 4.285, 1.115].map((value) => roundHalfEven(value, 2))).to.deep.equal([2.67, 1, 4.29, 1.11]);
  });
});

describe('average on the dashboard', () => {
  it('has two decimals', async function () {
    const { input, expected } = await oppiaOracle<
      { UserStatsModel: { num_ratings: number; average_ratings: number } },
      { average_ratings: number }
    >(this, 'dashboard_stats_rounding');
    expect(dashboardAverage(input.UserStatsModel.average_ratings, input.UserStatsModel.num_ratings)).to.equal(expected.average_ratings);
  });

  it('is unknown without a rating, even where the host says 0', () => {
    expect(dashboardAverage(0, 0)).to.equal(null);
    expect(dashboardAverage(null, null)).to.equal(null);
  });

  it('stands where the number of ratings is unknown', () => {
    expect(dashboardAverage(4.951, null)).to.equal(4.95);
  });
});
