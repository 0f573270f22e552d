import { expect } from '@open-wc/testing';
import { layoutNumbers } from '../../../../src/components/charts/numbers/layout-number.js';
import type { NumberPlace } from '../../../../src/components/charts/numbers/layout-number.js';
import { numberSlots } from '../../../../src/components/charts/numbers/number-slots.js';
import { viewData } from '../../../support/view-data.js';

const ENCODING = { number: 'second', along: 'seconds', values: ['views', 'repeat_views'], unit: 'views' } as const;
const PLACE: NumberPlace = {
  width: 416,
  height: 120,
  scale: 1,
  measure: (text) => text.length * 8,
  unit: 'views',
  along: 'seconds',
  format: { locale: 'en', timezone: 'UTC' },
};

describe('the slots of a number axis', () => {
  it('are every whole number from the first to the last; one without a row has no views', () => {
    const slots = numberSlots(viewData({ second: [12, 10], views: [4, 2], repeat_views: [1, 0] }), undefined, ENCODING);
    expect(slots.map(({ at, values }) => [at, ...values])).to.deep.equal([
      [10, 2, 0],
      [11, 0, 0],
      [12, 4, 1],
    ]);
  });

  it('are none of an empty answer, and those without filters where filters leave none', () => {
    const none = viewData({ second: [], views: [], repeat_views: [] });
    expect(numberSlots(none, undefined, ENCODING)).to.deep.equal([]);
    const slots = numberSlots(none, viewData({ second: [1, 2], views: [3, 3], repeat_views: [1, 1] }), ENCODING);
    expect(slots.map(({ values, wholes }) => [values, wholes])).to.deep.equal([
      [
        [0, 0],
        [3, 1],
      ],
      [
        [0, 0],
        [3, 1],
      ],
    ]);
  });
});

describe('the layout of numbers', () => {
  const slots = numberSlots(viewData({ second: [1, 2, 3, 4], views: [2, 4, 4, 2], repeat_views: [0, 1, 1, 0] }), undefined, ENCODING);

  it('draws steps as wide as a number, from zero', () => {
    const layout = layoutNumbers(slots, PLACE);
    expect([layout.left, layout.step, layout.top, layout.bottom]).to.deep.equal([16, 100, 16, 100]);
    expect(layout.areas[0]).to.equal('M16 100V58H116V16H216V16H316V58H416V100Z');
    expect(layout.areas[1]).to.equal('M16 100V100H116V79H216V79H316V100H416V100Z');
    expect(layout.edges[0]).to.equal('M16 58V58H116V16H216V16H316V58H416');
    expect(layout.ghosts).to.deep.equal([]);
  });

  it('writes places of a recording as a player does, at whole steps of a clock', () => {
    const long = (seconds: number) => Array.from({ length: seconds }, (_, at) => ({ ...slots[0]!, at: at + 1 }));
    const labels = (seconds: number, locale = 'en') =>
      layoutNumbers(long(seconds), { ...PLACE, format: { ...PLACE.format, locale } }).labels.map(({ text }) => text);
    expect(labels(40)).to.deep.equal(['0:10', '0:20', '0:30', '0:40']);
    expect(labels(180)).to.deep.equal(['1:00', '2:00', '3:00']);
    expect(labels(3700)).to.deep.equal(['15:00', '30:00', '45:00', '1:00:00']);
    expect(labels(5 * 3600)).to.deep.equal(['1:00:00', '2:00:00', '3:00:00', '4:00:00', '5:00:00']);
    expect(labels(80, 'ar-EG')).to.deep.equal(['٠:١٥', '٠:٣٠', '٠:٤٥', '١:٠٠', '١:١٥']);
  });

  it('leaves a gap where nothing is known', () => {
    const broken = slots.map((slot) => (slot.at === 2 ? { ...slot, values: [undefined, undefined] } : slot));
    expect(layoutNumbers(broken, PLACE).areas[0]).to.equal('M16 100V58H116V100ZM216 100V16H316V58H416V100Z');
  });

  it('draws an axis even where there is nothing', () => {
    expect(layoutNumbers([], PLACE).areas).to.deep.equal([]);
  });
});
