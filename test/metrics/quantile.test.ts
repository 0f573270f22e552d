import { expect } from '@open-wc/testing';
import { engagementSummary } from '../../src/metrics/engagement-summary.js';
import { quantile } from '../../src/metrics/quantile.js';

describe('a quantile', () => {
  it('lies between the closest ranks', () => {
    expect([0, 0.25, 0.5, 0.75, 1].map((p) => quantile([1, 2, 4, 8], p))).to.deep.equal([1, 1.75, 3, 5, 8]);
  });

  it('is the number itself of one, and no number of none', () => {
    expect(quantile([5], 0.3)).to.equal(5);
    expect(quantile([], 0.5)).to.be.NaN;
  });
});

describe('the median of engagement times', () => {
  it('is the middle of those that are known, whatever their order', () => {
    expect(engagementSummary([100, null, 9, 20]).median).to.equal(20);
    expect(engagementSummary([100, 9, 21, 20]).median).to.equal(20.5);
  });

  it('is unknown where none is, and 0 where all are', () => {
    expect(engagementSummary([null, null]).median).to.equal(null);
    expect(engagementSummary([0, 0, null]).median).to.equal(0);
  });
});
