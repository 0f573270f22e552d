import { expect } from '@open-wc/testing';
import { isCount } from '../../src/metrics/unit.js';

describe('a unit', () => {
  it('counts, so that of nothing there is 0, or measures, so that of nothing it is not known', () => {
    expect((['learners', 'sessions', 'plays', 'attempts', 'views', 'items', 'ratings', 'threads'] as const).every(isCount)).to.equal(true);
    expect((['fraction', 'seconds', 'stars', 'days', 'instant'] as const).some(isCount)).to.equal(false);
  });
});
