import { expect } from '@open-wc/testing';
import { OPEN_END, OPEN_START } from '../../../src/components/base/clauses/open-range.js';
import { endsOf, rangeOf } from '../../../src/components/table/table-filters.js';

describe('a range that a reader types', () => {
  it('has both ends in it', () => {
    const [from, to] = rangeOf(20, 80, 100)!.range;
    expect(from).to.equal(0.2);
    for (const inside of [0.2, 0.5, 0.8]) expect(inside >= from && inside < to, String(inside)).to.equal(true);
    for (const outside of [0.199, 0.801]) expect(outside >= from && outside < to, String(outside)).to.equal(false);
  });

  it('is open where nothing is typed, and none where both are open', () => {
    expect(rangeOf(5, undefined)!.range).to.deep.equal([5, OPEN_END]);
    expect(rangeOf(undefined, 5)!.range[0]).to.equal(OPEN_START);
    expect(rangeOf(undefined, undefined)).to.equal(undefined);
  });

  it('reads as it was typed', () => {
    for (const [from, to] of [
      [0, 0],
      [12.5, 99.9],
      [-3, undefined],
      [undefined, 1_000_000],
    ] as const)
      expect(endsOf(rangeOf(from, to, 100)?.range, 100)).to.deep.equal([from, to]);
  });
});
