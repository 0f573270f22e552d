import { expect } from '@open-wc/testing';
import {
  brushKey,
  dragged,
  extendedBy,
  includes,
  movedBy,
  rangeBetween,
  sameRange,
} from '../../../../src/components/charts/brush/brush-geometry.js';
import type { BrushPart } from '../../../../src/components/charts/brush/brush-geometry.js';
import { Random } from '../../../support/random.js';

const RANGE = { from: 3, to: 5 };
const key = (name: string, shiftKey = false) => ({ key: name, shiftKey, ctrlKey: false, metaKey: false, altKey: false });

describe('a range of slots', () => {
  it('lies between two slots, whichever was first, and within those that there are', () => {
    expect(rangeBetween(5, 3, 10)).to.deep.equal(RANGE);
    expect(rangeBetween(-4, 99, 10)).to.deep.equal({ from: 0, to: 9 });
  });

  it('is moved by an edge, which stops at the other edge and at the ends', () => {
    expect(movedBy(RANGE, 'from', -1, 10)).to.deep.equal({ from: 2, to: 5 });
    expect(movedBy(RANGE, 'from', 9, 10)).to.deep.equal({ from: 5, to: 5 });
    expect(movedBy(RANGE, 'to', -9, 10)).to.deep.equal({ from: 3, to: 3 });
    expect(movedBy(RANGE, 'to', 99, 10)).to.deep.equal({ from: 3, to: 9 });
  });

  it('keeps its length when it is moved as a whole', () => {
    expect(movedBy(RANGE, 'window', 2, 10)).to.deep.equal({ from: 5, to: 7 });
    expect(movedBy(RANGE, 'window', -99, 10)).to.deep.equal({ from: 0, to: 2 });
    expect(movedBy(RANGE, 'window', 99, 10)).to.deep.equal({ from: 7, to: 9 });
  });

  it('grows and shrinks at its end', () => {
    expect(extendedBy(RANGE, 1, 10)).to.deep.equal({ from: 3, to: 6 });
    expect(extendedBy(RANGE, -9, 10)).to.deep.equal({ from: 3, to: 3 });
  });

  it('turns over when an edge is dragged past the other', () => {
    expect(dragged(RANGE, 'from', 3, 8, 10)).to.deep.equal({ from: 5, to: 8 });
    expect(dragged(RANGE, 'to', 5, 1, 10)).to.deep.equal({ from: 1, to: 3 });
    expect(dragged(RANGE, 'window', 4, 6, 10)).to.deep.equal({ from: 5, to: 7 });
  });

  it('is moved by arrows, by pages, and to the ends; Shift extends the whole, Esc clears', () => {
    expect(brushKey(key('ArrowRight'), 'window', RANGE, 30)).to.deep.equal({ from: 4, to: 6 });
    expect(brushKey(key('ArrowRight', true), 'window', RANGE, 30)).to.deep.equal({ from: 3, to: 6 });
    expect(brushKey(key('ArrowLeft'), 'from', RANGE, 30)).to.deep.equal({ from: 2, to: 5 });
    expect(brushKey(key('PageUp'), 'to', RANGE, 30)).to.deep.equal({ from: 3, to: 8 });
    expect(brushKey(key('Home'), 'from', RANGE, 30)).to.deep.equal({ from: 0, to: 5 });
    expect(brushKey(key('End'), 'window', RANGE, 30)).to.deep.equal({ from: 27, to: 29 });
    expect(brushKey(key('Escape'), 'to', RANGE, 30)).to.equal('clear');
    for (const held of [{ altKey: true }, { metaKey: true }])
      expect(brushKey({ ...key('ArrowLeft'), ...held }, 'to', RANGE, 30), 'one of the browser').to.equal(undefined);
    expect(brushKey(key('a'), 'to', RANGE, 30)).to.equal(undefined);
  });

  it('includes its ends, and equals only the same', () => {
    expect([2, 3, 5, 6].map((slot) => includes(RANGE, slot))).to.deep.equal([false, true, true, false]);
    expect(includes(undefined, 3)).to.equal(false);
    expect(sameRange(RANGE, { ...RANGE })).to.equal(true);
    expect(sameRange(undefined, undefined)).to.equal(true);
    expect(sameRange(RANGE, undefined)).to.equal(false);
  });

  for (const seed of [1, 2, 3]) {
    it(`stays whole and within the slots whatever is done to it (seed ${seed})`, () => {
      const random = new Random(seed);
      const parts: readonly BrushPart[] = ['from', 'to', 'window'];
      for (let round = 0; round < 500; round++) {
        const count = 1 + random.below(40);
        const range = rangeBetween(random.below(count), random.below(count), count);
        const part = random.pick(parts);
        const by = random.below(80) - 40;
        for (const next of [movedBy(range, part, by, count), dragged(range, part, random.below(count), random.below(count), count)]) {
          expect(next.from, JSON.stringify({ range, part, by, count })).to.be.within(0, next.to);
          expect(next.to).to.be.within(next.from, count - 1);
          if (part === 'window') expect(next.to - next.from).to.equal(range.to - range.from);
        }
      }
    });
  }
});
