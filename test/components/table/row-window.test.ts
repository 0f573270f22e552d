import { expect } from '@open-wc/testing';
import { WINDOW_ROWS, windowOffset } from '../../../src/components/table/row-window.js';

describe('the window of rows', () => {
  it('starts at the first row while the first rows are in sight', () => {
    expect(windowOffset(0, 17, 1000)).to.equal(0);
    expect(windowOffset(16, 17, 1000)).to.equal(0);
  });

  it('always has all rows that are in sight, and ends with the last row', () => {
    for (const total of [0, 1, 49, 50, 51, 60, 67, 1000, 100_000]) {
      for (const visible of [1, 8, 17, 30]) {
        for (let first = 0; first < total; first += Math.max(1, Math.floor(total / 97))) {
          const offset = windowOffset(first, visible, total);
          expect(offset).to.be.at.least(0).and.at.most(first);
          expect(offset + WINDOW_ROWS, `${first} of ${total}, ${visible} in sight`).to.be.at.least(Math.min(total, first + visible));
          expect(offset % 10).to.equal(0);
        }
      }
    }
  });
});
