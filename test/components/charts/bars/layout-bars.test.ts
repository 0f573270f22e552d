import { expect } from '@open-wc/testing';
import type { Bar } from '../../../../src/components/charts/bars/bar-data.js';
import { layoutBars } from '../../../../src/components/charts/bars/layout-bars.js';
import type { BarLayout, Box, Place } from '../../../../src/components/charts/layout.js';

const bar = (value: number | undefined, more: Partial<Bar> = {}): Bar => {
  const made = {
    key: `k${value}`,
    label: 'audit',
    value,
    low: undefined,
    high: undefined,
    whole: undefined,
    filteredOut: false,
    hidden: false,
    ...more,
  };
  return { ...made, reach: Math.max(0, made.value ?? 0, made.high ?? 0, made.whole ?? 0) };
};
const place: Place = {
  width: 600,
  height: 200,
  rtl: false,
  lying: false,
  scale: 1,
  measure: (text) => text.length * 6,
  unit: 'learners',
  format: { locale: 'en', timezone: 'UTC' },
};
const titled = (count: number): Bar[] =>
  Array.from({ length: count }, (_, at) => bar(at + 1, { key: at, label: `An exploration with a rather long title ${at}` }));
const boxes = (layout: BarLayout): Box[] => layout.bars.map(({ box }) => box!);

describe('the layout of bars', () => {
  it('lays what bars are held against across them: one line, from either side, or a piece at each bar under its label', () => {
    const reference = { at: 20, along: 'values' } as const;
    const [upright] = layoutBars([bar(10), bar(40)], { ...place, reference }).reference;
    expect(upright!.from.y).to.equal(upright!.to.y);
    const lying = layoutBars([bar(10), bar(40)], { ...place, lying: true, reference });
    const [ten, forty] = boxes(lying);
    expect(lying.reference).to.have.length(1);
    expect(lying.reference[0]!.from.x)
      .to.be.closeTo(forty!.x + forty!.width / 2, 0.01)
      .and.greaterThan(ten!.x + ten!.width);
    const turned = layoutBars([bar(10), bar(40)], { ...place, lying: true, rtl: true, reference });
    expect(turned.reference[0]!.from.x).to.be.closeTo(place.width - lying.reference[0]!.from.x, 0.01);
    const narrow = layoutBars([bar(10), bar(40)], { ...place, width: 300, lying: true, reference });
    expect(narrow.reference).to.have.length(2);
    for (const [at, { from, to }] of narrow.reference.entries()) {
      const box = boxes(narrow)[at]!;
      expect(from.y).to.be.within(box.y - 4, box.y);
      expect(to.y).to.be.within(box.y + box.height, box.y + box.height + 4);
    }
  });

  it('lays what bars are held against between them, and has room for a value that is more than theirs', () => {
    const lying = layoutBars([bar(10), bar(40)], { ...place, lying: true, reference: { at: 0.5, along: 'bars' } });
    const [ten, forty] = boxes(lying);
    expect(lying.reference[0]!.from.y).to.be.within(ten!.y + ten!.height, forty!.y);
    const narrow = { ...place, width: 300, lying: true };
    const on = layoutBars([bar(10), bar(40)], { ...narrow, reference: { at: 1, along: 'bars' } });
    const { y, height } = on.bars[1]!.box!;
    expect(on.reference[0]!.from.y, 'in the middle of its bar, whose label stands above').to.be.closeTo(y + height / 2, 0.01);
    const between = layoutBars([bar(10), bar(40)], { ...narrow, reference: { at: 0.7, along: 'bars' } });
    const [second] = between.bars[1]!.label;
    expect(between.reference[0]!.from.y).to.be.within(second!.y - 16, second!.y + 4);
    expect(between.reference[0]!.from.x, 'beside the label that it would cross').to.be.greaterThan(narrow.measure(second!.text));
    const above = layoutBars([bar(10)], { ...place, lying: true, reference: { at: 1000, along: 'values' } });
    expect(above.reference[0]!.from.x).to.be.at.most(place.width);
    expect(layoutBars([bar(10)], place).reference).to.deep.equal([]);
  });

  it('lets bars stand where labels fit, 60 to 70 % of their step and at most 48 px', () => {
    const layout = layoutBars([bar(10), bar(40)], place);
    expect(layout.lying).to.equal(false);
    for (const { width } of boxes(layout)) expect(width).to.equal(48);
    const many = layoutBars(
      Array.from({ length: 12 }, (_, at) => bar(at)),
      place,
    );
    const step = many.bars[0]!.hit.width;
    expect(boxes(many)[0]!.width / step).to.be.within(0.6, 0.7);
  });

  it('draws no axis of numbers where nothing is known, upright and lying; of zeros it does', () => {
    for (const lying of [false, true]) {
      const layout = layoutBars([bar(undefined), bar(undefined, { key: 'b' })], { ...place, lying });
      expect([layout.ticks, layout.grid, layout.axis?.marks ?? []]).to.deep.equal([[], [], []]);
      expect(layoutBars([bar(0)], { ...place, lying }).ticks.map(({ text }) => text)).to.deep.equal(['0', '1 learner']);
    }
  });

  it('starts every bar at 0, in proportion', () => {
    const [ten, forty] = boxes(layoutBars([bar(10), bar(40)], place));
    expect(forty!.height).to.be.closeTo(4 * ten!.height, 1e-9);
    expect(ten!.y + ten!.height).to.equal(forty!.y + forty!.height);
    const [one, three] = boxes(layoutBars([bar(1), bar(3)], { ...place, lying: true }));
    expect(three!.width).to.be.closeTo(3 * one!.width, 1e-9);
    expect(one!.x).to.equal(three!.x);
  });

  it('lays bars down where their labels do not fit, or where they are more than 25', () => {
    expect(layoutBars(titled(4), place).lying).to.equal(true);
    expect(
      layoutBars(
        Array.from({ length: 25 }, () => bar(1, { label: '' })),
        place,
      ).lying,
    ).to.equal(false);
    expect(
      layoutBars(
        Array.from({ length: 26 }, () => bar(1, { label: '' })),
        place,
      ).lying,
    ).to.equal(true);
  });

  it('never squeezes: lying bars keep 16 px and a gap of 8, and scroll under an axis that stays', () => {
    const layout = layoutBars(titled(200), { ...place, lying: true });
    expect(layout.height / 200).to.be.within(24, 28);
    expect(layout.viewHeight + layout.axis!.height).to.equal(200);
    for (const { height } of boxes(layout)) expect(height).to.equal(16);
    expect(layout.bars.every(({ hit }) => hit.height >= 24)).to.equal(true);
  });

  it('ends what is in sight in the middle of a bar where bars scroll, under its label, so that none seems to be the last', () => {
    for (const width of [280, 600]) {
      for (let height = 120; height < 300; height += 7) {
        const { bars, viewHeight } = layoutBars(titled(40), { ...place, width, height, lying: true });
        const cut = bars.filter(({ hit }) => hit.y < viewHeight && hit.y + hit.height > viewHeight);
        expect(cut).to.have.length(1);
        const { y, height: thickness } = cut[0]!.box!;
        expect(viewHeight, `${height} px high`).to.be.closeTo(y + thickness / 2, 1e-9);
      }
    }
  });

  it('spreads few bars over the height', () => {
    const layout = layoutBars(titled(3), { ...place, height: 280, lying: true });
    expect(layout.height).to.equal(layout.viewHeight);
    for (const { height } of boxes(layout)) expect(height).to.be.within(16, 28);
  });

  it('puts labels above bars where it is narrow', () => {
    const { bars, baseline } = layoutBars(titled(3), { ...place, width: 280, lying: true });
    for (const { label, box } of bars) {
      expect(label).to.have.length(1);
      expect(label[0]!.y).to.be.lessThan(box!.y);
      expect(box!.x).to.equal(0);
    }
    expect(baseline).to.equal(undefined);
  });

  it('mirrors everything in a page that reads from right to left', () => {
    for (const lying of [false, true]) {
      const ltr = layoutBars([bar(1), bar(3)], { ...place, lying });
      const rtl = layoutBars([bar(1), bar(3)], { ...place, lying, rtl: true });
      rtl.bars.forEach(({ box, hit, label }, at) => {
        const other = ltr.bars[at]!;
        expect(box!.x + box!.width).to.be.closeTo(600 - other.box!.x, 1e-9);
        expect(hit.x + hit.width).to.be.closeTo(600 - other.hit.x, 1e-9);
        expect(label[0]!.x).to.be.closeTo(600 - other.label[0]!.x, 1e-9);
        expect(label[0]!.anchor).to.equal(other.label[0]!.anchor);
      });
    }
  });

  it('leaves a gap with a dash where a value is not known, and a bar of no length where it is 0', () => {
    for (const lying of [false, true]) {
      const [unknown, zero] = layoutBars([bar(undefined), bar(0), bar(3)], { ...place, lying }).bars;
      expect(unknown!.box).to.equal(undefined);
      expect(unknown!.gap!.dash.text).to.equal('–');
      expect(unknown!.gap!.box.width).to.be.greaterThan(0);
      expect(zero!.gap).to.equal(undefined);
      expect(lying ? zero!.box!.width : zero!.box!.height).to.equal(0);
    }
  });

  it('draws only the ghost of what filters leave nothing of', () => {
    const [out] = layoutBars([bar(undefined, { whole: 5, filteredOut: true }), bar(2, { whole: 4 })], place).bars;
    expect(out!.gap).to.equal(undefined);
    expect(out!.box).to.equal(undefined);
    expect(out!.ghost!.height).to.be.greaterThan(0);
  });

  it('draws a range on the scale of the bars, with its mean at the end of the bar', () => {
    const [ranged] = layoutBars([bar(60, { low: 20, high: 120 })], { ...place, unit: 'seconds', lying: true }).bars;
    const { range, mean } = ranged!.whisker!;
    const perSecond = ranged!.box!.width / 60;
    expect(range.from.x).to.be.closeTo(ranged!.box!.x + 20 * perSecond, 1e-9);
    expect(range.to.x).to.be.closeTo(ranged!.box!.x + 120 * perSecond, 1e-9);
    expect(mean.x).to.be.closeTo(ranged!.box!.x + ranged!.box!.width, 1e-9);
  });

  it('lets no single range make all bars short: one that is more than three times as far as they goes on beyond the axis', () => {
    const far = [bar(60, { low: 20, high: 120 }), bar(40, { key: 'far', low: 1, high: 5000 })];
    for (const lying of [false, true]) {
      const layout = layoutBars(far, { ...place, unit: 'seconds', lying });
      const [near, beyond] = layout.bars.map(({ whisker }) => whisker!);
      expect([near!.goesOn, beyond!.goesOn]).to.deep.equal([false, true]);
      const { x, y } = beyond!.range.to;
      expect(x).to.be.within(0, place.width);
      expect(y).to.be.within(0, place.height);
      const { width, height } = layout.bars[0]!.box!;
      const { from, to } = beyond!.range;
      expect(lying ? to.x - from.x : from.y - to.y, 'the axis').to.be.within(2 * (lying ? width : height), 4 * (lying ? width : height));
    }
    const only = layoutBars([bar(0, { low: 0, high: 90 })], { ...place, unit: 'seconds', lying: true });
    expect(only.bars[0]!.whisker!.goesOn, 'of nothing but a range').to.equal(false);
  });

  it('keeps all inside of the drawing, for seven digits and one bar too', () => {
    for (const width of [288, 600, 1248]) {
      for (const bars of [[bar(1_234_567)], titled(1), titled(200), [bar(9_999_999, { high: 9_999_999, low: 0 })]]) {
        for (const lying of [false, true]) {
          const layout = layoutBars(bars, { ...place, width, lying });
          for (const box of boxes(layout)) {
            expect(box.x).to.be.at.least(0);
            expect(box.x + box.width).to.be.at.most(width);
          }
          for (const tick of layout.ticks.filter(({ anchor }) => anchor === 'middle')) {
            expect(tick.x + place.measure(tick.text) / 2).to.be.at.most(width + 1e-9);
          }
        }
      }
    }
  });

  it('says the unit with the last tick alone', () => {
    expect(layoutBars([bar(40)], place).ticks.map(({ text }) => text)).to.deep.equal(['0', '10', '20', '30', '40 learners']);
  });
});
