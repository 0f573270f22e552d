import { expect } from '@open-wc/testing';
import { addedSince, changeSince, hasFallen } from '../../src/metrics/change.js';

describe('a change', () => {
  it('is what is there now less what was there, and unknown where either is unknown', () => {
    expect([changeSince(1019, 1080), changeSince(5, 3), changeSince(0, 0), changeSince(null, 3), changeSince(3, null)]).to.deep.equal([
      61,
      -2,
      0,
      null,
      null,
    ]);
  });
});

describe('what was added to a total', () => {
  it('is the difference, and unknown, never negative, where the total went down', () => {
    expect([addedSince(1019, 1080), addedSince(5, 5), addedSince(5, 3), addedSince(null, 3), addedSince(3, null)]).to.deep.equal([
      61,
      0,
      null,
      null,
      null,
    ]);
    expect([hasFallen(5, 3), hasFallen(5, 5), hasFallen(null, 3), hasFallen(5, null)]).to.deep.equal([true, false, false, false]);
  });
});
