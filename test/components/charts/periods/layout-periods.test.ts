import { expect } from '@open-wc/testing';
import { layoutPeriods } from '../../../../src/components/charts/periods/layout-periods.js';
import type { PeriodPlace, PeriodSlot } from '../../../../src/components/charts/periods/layout-periods.js';

const PLACE: PeriodPlace = {
  width: 424,
  height: 236,
  scale: 1,
  measure: (text) => text.length * 8,
  unit: 'learners',
  format: { locale: 'en', timezone: 'UTC' },
  kind: 'bars',
  endLabels: [],
  soFar: 'so far',
};

function slots(
  values: readonly (number | undefined)[],
  options: { wholes?: readonly number[]; soFar?: boolean } = {},
): readonly PeriodSlot[] {
  return values.map((value, at) => ({
    keys: [`p${at}`],
    id: `p${at}`,
    start: `p${at}`,
    values: [value],
    wholes: options.wholes === undefined ? undefined : [options.wholes[at]],
    filteredOut: false,
    hidden: false,
    title: `Period ${at}`,
    label: `P${at}`,
    year: at < 2 ? '2023' : '2024',
    soFar: options.soFar === true && at === values.length - 1,
  }));
}

describe('the layout of periods', () => {
  it('keeps the value axis apart and gives each period an equal step, zero at the bottom', () => {
    const layout = layoutPeriods(slots([10, 0, 20, 5]), PLACE);
    expect(layout.axisWidth).to.equal(24);
    expect(layout.step).to.equal(100);
    expect([layout.top, layout.bottom]).to.deep.equal([16, 200]);
    const [first, zero, most] = layout.periods.map(({ bars }) => bars[0]);
    expect(most).to.include({ y: 16, height: 184, width: 48, x: 226 });
    expect(first).to.include({ y: 108, height: 92 });
    expect(zero).to.include({ y: 200, height: 0 });
    expect(layout.ticks.map(({ text }) => text)).to.deep.equal(['0', '5', '10', '15', '20 learners']);
  });

  it('never squeezes more than 25 bars: they scroll, and leave room for the scrollbar', () => {
    const few = layoutPeriods(slots(Array.from({ length: 25 }, () => 1)), PLACE);
    expect(few.width).to.equal(few.viewWidth);
    const many = layoutPeriods(slots(Array.from({ length: 60 }, () => 1)), PLACE);
    expect(many.step).to.equal(24);
    expect(many.width).to.equal(60 * 24);
    expect(many.height).to.be.below(few.height);
  });

  it('keeps the scale of what is without filters, which stands behind', () => {
    const layout = layoutPeriods(slots([5, 5], { wholes: [20, 10] }), PLACE);
    expect(layout.periods.map(({ ghosts }) => ghosts[0]?.y)).to.deep.equal([16, 108]);
    expect(layout.periods[0]?.bars[0]).to.include({ y: 154 });
  });

  it('breaks a line where nothing is known, and dashes the piece to what is so far', () => {
    const layout = layoutPeriods(slots([10, undefined, 20, 20, 5], { soFar: true }), { ...PLACE, kind: 'line' });
    const [line] = layout.lines;
    expect(line?.stretches.map((points) => points.length)).to.deep.equal([1, 2]);
    expect(line?.dashed).to.deep.equal({ from: layout.periods[3]?.points[0], to: layout.periods[4]?.points[0] });
    expect(layout.periods[1]?.points[0]).to.equal(undefined);
  });

  it('names the newest period first, as many as fit, and each year once', () => {
    const layout = layoutPeriods(slots([1, 2, 3, 4], { soFar: true }), PLACE);
    expect(layout.labels.map(({ text }) => text)).to.deep.equal(['P0', 'P1', 'P2', 'P3', '2023', '2024', 'so far']);
    const narrow = layoutPeriods(slots(Array.from({ length: 20 }, () => 1)), { ...PLACE, width: 224 });
    const texts = narrow.labels.map(({ text }) => text);
    expect(texts).to.include('P19');
    const places = narrow.labels
      .filter(({ text }) => text.startsWith('P'))
      .map(({ x, text }) => [x - text.length * 4, x + text.length * 4] as const);
    places.forEach(([left, right], at) => {
      expect(left).to.be.at.least(0);
      expect(right).to.be.at.most(narrow.width);
      if (at > 0) expect(left).to.be.at.least(places[at - 1]![1]);
    });
  });

  it('cuts neither a bar nor a label at the edge of the newest periods, and says their year', () => {
    for (let width = 200; width < 300; width++) {
      const many = layoutPeriods(slots(Array.from({ length: 60 }, () => 1)), { ...PLACE, width });
      const edge = many.width - many.viewWidth;
      expect(Math.abs(edge / many.step - Math.round(edge / many.step)), `bars at ${width}`).to.be.below(1e-6);
      const spans = many.labels.map(({ x, text }) => [x - text.length * 4, x + text.length * 4] as const);
      for (const [left, right] of spans) expect(left >= edge + 40 - 1e-6 || right <= edge + 1e-6, `labels at ${width}`).to.equal(true);
      const inView = many.labels.filter(({ x }) => x >= edge).map(({ text }) => text);
      expect(inView, `year at ${width}`).to.include('2024');
    }
  });

  it('marks no period whose name finds no room, and says the year under the first that is named', () => {
    for (const count of [5, 12, 20]) {
      const ofOneYear = slots(Array.from({ length: count }, () => 1)).map((slot) => ({ ...slot, year: '2024' }));
      const narrow = layoutPeriods(ofOneYear, {
        ...PLACE,
        width: 224,
        measure: (text) => text.length * 16,
      });
      const named = narrow.labels.filter(({ text }) => text.startsWith('P'));
      expect(narrow.marks.length).to.equal(named.length);
      const year = narrow.labels.find(({ text }) => text.startsWith('20'))!;
      expect(Math.abs(year.x - named[0]!.x)).to.be.below(32);
    }
  });

  it('moves the names of lines apart that end at the same height', () => {
    const two = slots([5, 5]).map((slot) => ({ ...slot, values: [5, 5] }));
    const layout = layoutPeriods(two, { ...PLACE, kind: 'line', endLabels: ['So far', 'Now'] });
    const [a, b] = layout.endLabels;
    expect(Math.abs((a?.y ?? 0) - (b?.y ?? 0))).to.be.at.least(16);
    expect(layout.endWidth).to.equal(56);
  });

  it('names no line that is not drawn, and one that is drawn only as it is without filters', () => {
    const two = (values: readonly (number | undefined)[], wholes?: readonly number[]) =>
      layoutPeriods(
        slots([5, 5]).map((slot) => ({ ...slot, values, wholes })),
        { ...PLACE, kind: 'line', endLabels: ['One', 'All'] },
      ).endLabels.map(({ text }) => text);
    expect(two([5, undefined])).to.deep.equal(['One', '']);
    expect(two([5, undefined], [5, 9])).to.deep.equal(['One', 'All']);
  });

  it('draws no axis of numbers where nothing is known', () => {
    const layout = layoutPeriods(slots([undefined, undefined]), PLACE);
    expect([layout.ticks, layout.grid]).to.deep.equal([[], []]);
  });

  it('draws an axis even where there is no period', () => {
    const layout = layoutPeriods([], PLACE);
    expect(layout.periods).to.deep.equal([]);
    expect(layout.ticks.length).to.be.above(1);
  });
});
