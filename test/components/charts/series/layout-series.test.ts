import { expect } from '@open-wc/testing';
import { layoutSeries } from '../../../../src/components/charts/series/layout-series.js';
import type { SeriesRow } from '../../../../src/components/charts/series/layout-series.js';
import { seriesRows } from '../../../../src/components/charts/series/series-rows.js';
import { viewData } from '../../../support/view-data.js';

const PLACE = {
  width: 600,
  height: 280,
  rtl: false,
  scale: 1,
  measure: (text: string) => text.length * 8,
  unit: 'learners',
  format: { locale: 'en', timezone: 'UTC' },
} as const;

function row(id: string, values: readonly (number | undefined)[], wholes?: readonly number[]): SeriesRow {
  return { key: id, keys: [id], id, label: id, values, wholes, filteredOut: false, hidden: false };
}

describe('the layout of several measures', () => {
  it('draws a part inside its whole, from the same start', () => {
    const [whole, part] = layoutSeries([row('a', [40, 10])], 'part', PLACE).rows[0]?.bars ?? [];
    expect(part?.box.x).to.equal(whole?.box.x);
    expect(part?.box.width).to.be.closeTo((whole?.box.width ?? 0) / 4, 1e-9);
    expect(part?.box.height).to.equal(whole?.box.height);
  });

  it('stacks parts without overlap, on the scale of their sum', () => {
    const layout = layoutSeries([row('a', [30, 10]), row('b', [5, 0])], 'stack', PLACE);
    const [full, partial] = layout.rows[0]?.bars ?? [];
    expect((full?.box.x ?? 0) + (full?.box.width ?? 0)).to.be.at.most(partial?.box.x ?? 0);
    const end = (partial?.box.x ?? 0) + (partial?.box.width ?? 0);
    const grouped = layoutSeries([row('a', [40])], 'grouped', PLACE).rows[0]?.bars[0]?.box;
    expect(end).to.be.closeTo((grouped?.x ?? 0) + (grouped?.width ?? 0), 1e-9);
  });

  it('puts grouped measures beside each other in one row', () => {
    const bars = layoutSeries([row('a', [4, 2])], 'grouped', PLACE).rows[0]?.bars ?? [];
    expect((bars[0]?.box.y ?? 0) + (bars[0]?.box.height ?? 0)).to.be.closeTo(bars[1]?.box.y ?? 0, 1e-9);
  });

  it('grows from the right where reading goes that way', () => {
    const [left] = layoutSeries([row('a', [40, 10])], 'part', PLACE).rows;
    const [right] = layoutSeries([row('a', [40, 10])], 'part', { ...PLACE, rtl: true }).rows;
    left?.bars.forEach(({ box }, at) => {
      expect(right?.bars[at]?.box.x).to.be.closeTo(600 - box.x - box.width, 1e-9);
    });
  });

  it('keeps the scale of what is without filters, which stands behind', () => {
    const [placed] = layoutSeries([row('a', [10, 5], [40, 20])], 'part', PLACE).rows;
    expect(placed?.bars[0]?.box.width).to.be.closeTo((placed?.ghosts[0]?.box.width ?? 0) / 4, 1e-9);
  });

  it('draws one ghost of a whole and its part, which would cover each other', () => {
    const ghosts = (mode: 'part' | 'stack'): number => layoutSeries([row('a', [10, 5], [40, 20])], mode, PLACE).rows[0]!.ghosts.length;
    expect([ghosts('part'), ghosts('stack')]).to.deep.equal([1, 2]);
  });

  it('gives each measure beside others as much room as a measure alone has', () => {
    const tall = { ...PLACE, height: 700 };
    const thickest = (values: readonly number[]): number => layoutSeries([row('a', values)], 'grouped', tall).rows[0]!.bars[0]!.box.height;
    expect(thickest([4, 3, 2, 1])).to.be.closeTo(thickest([4]), 1e-9);
  });

  it('keeps a note beside a label that is cut', () => {
    const brief = { label: 'A section with a rather long title', note: '2026_T2' };
    const layout = layoutSeries([{ ...row('a', [1, 1]), brief }, row('b', [1, 1])], 'part', { ...PLACE, height: 80 });
    expect(layout.rows[0]!.place.label.map(({ text }) => text)).to.deep.equal(['A section with a ra… · 2026_T2']);
  });

  it('shows a gap where no measure of a category is known, and no bar', () => {
    const [known, unknown] = layoutSeries([row('a', [1, 1]), row('b', [undefined, undefined])], 'part', PLACE).rows;
    expect(known?.place.gap).to.equal(undefined);
    expect(unknown?.place.gap).to.not.equal(undefined);
    expect(unknown?.bars).to.deep.equal([]);
  });

  it('draws nothing of a measure below 0, which its words tell', () => {
    const [negative] = layoutSeries([row('a', [40, -2]), row('b', [10, 10])], 'grouped', PLACE).rows;
    expect(negative?.bars.map(({ box }) => box.width >= 0)).to.deep.equal([true, true]);
    expect(negative?.bars[1]?.box.width).to.equal(0);
  });

  it('scrolls where categories are too many for the height', () => {
    const many = layoutSeries(
      Array.from({ length: 40 }, (_, at) => row(`r${at}`, [1, 1])),
      'part',
      PLACE,
    );
    expect(many.frame.height).to.be.above(many.frame.viewHeight);
    expect(layoutSeries([], 'part', PLACE).rows).to.deep.equal([]);
  });
});

describe('the categories of a view', () => {
  const encoding = { category: 'name', id: 'block', course: 'course', values: ['one'], unit: 'learners', mode: 'part' } as const;

  it('are chosen by id and shown by name, with the course where there are several', () => {
    const rows = seriesRows(
      viewData({ name: ['Week 1', 'Week 1'], block: ['x', 'y'], course: ['course-v1:A+1+2024', 'course-v1:B+1+2024'], one: [3, 5] }),
      undefined,
      encoding,
      '?',
    );
    expect(rows.map(({ key, label, brief }) => [key, label, brief])).to.deep.equal([
      ['x', 'Week 1 (A+1+2024)', { label: 'Week 1', note: 'A+1+2024' }],
      ['y', 'Week 1 (B+1+2024)', { label: 'Week 1', note: 'B+1+2024' }],
    ]);
  });

  it('are chosen by name where the view has no ids', () => {
    const rows = seriesRows(viewData({ name: ['Week 1', null], one: [3, 5] }), undefined, encoding, 'Not known');
    expect(rows.map(({ key, label }) => [key, label])).to.deep.equal([
      ['Week 1', 'Week 1'],
      [null, 'Not known'],
    ]);
  });
});
