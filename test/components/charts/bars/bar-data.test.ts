import { expect } from '@open-wc/testing';
import { ColumnBuilder } from '../../../../src/data/table.js';
import type { ViewData } from '../../../../src/data/view-result.js';
import type { Value } from '../../../../src/metrics/types.js';
import { barsOf } from '../../../../src/components/charts/bars/bar-data.js';

function answer(columns: Readonly<Record<string, readonly Value[]>>): ViewData {
  const length = Object.values(columns)[0]?.length ?? 0;
  return {
    view: 'test',
    length,
    total: length,
    applied: [],
    unanswered: [],
    columns: Object.entries(columns).map(([name, values]) => {
      const builder = new ColumnBuilder(values.some((value) => typeof value === 'string') ? 'category' : 'number');
      for (const value of values) builder.push(value);
      return { name, meaning: name, data: builder.build() };
    }),
  };
}

const tracks = { category: 'track', value: 'learners', unit: 'learners' } as const;
const times = { category: 'id', label: 'title', value: 'mean', low: 'least', high: 'most', unit: 'seconds' } as const;
const all = answer({ track: ['audit', 'honor', null], learners: [10, 5, 1] });

describe('the bars of an answer', () => {
  it('keep its order, and tell what is not known from 0', () => {
    const bars = barsOf(
      answer({ id: ['a', 'b'], title: ['Fractions', null], mean: [0, null], least: [0, null], most: [9, null] }),
      undefined,
      times,
      'Not known',
    );
    expect(bars.map(({ label, value, reach }) => [label, value, reach])).to.deep.equal([
      ['Fractions', 0, 9],
      ['b', undefined, 0],
    ]);
  });

  it('name the group that is not known', () => {
    expect(barsOf(all, undefined, tracks, 'Not known').map(({ label }) => label)).to.deep.equal(['audit', 'honor', 'Not known']);
  });

  it('stay in their places under filters: a count of nothing is 0', () => {
    const bars = barsOf(answer({ track: ['honor'], learners: [2] }), all, tracks, 'Not known');
    expect(bars.map(({ label, value, whole }) => [label, value, whole])).to.deep.equal([
      ['audit', 0, 10],
      ['honor', 2, 5],
      ['Not known', 0, 1],
    ]);
  });

  it('stay in their places under filters: what is not known without them is no 0', () => {
    const ghost = answer({ track: ['audit', 'honor'], learners: [null, 5] });
    const bars = barsOf(answer({ track: ['honor'], learners: [2] }), ghost, tracks, 'Not known');
    expect(bars.map(({ label, value, whole }) => [label, value, whole])).to.deep.equal([
      ['audit', undefined, undefined],
      ['honor', 2, 5],
    ]);
  });

  it('stay in their places under filters: a mean of nothing is none', () => {
    const ghost = answer({ id: ['a', 'b'], title: ['A', 'B'], mean: [60, 30], least: [1, 2], most: [90, 40] });
    const bars = barsOf(answer({ id: ['b'], title: ['B'], mean: [20], least: [2], most: [40] }), ghost, times, 'Not known');
    expect(bars.map(({ value, whole, filteredOut }) => [value, whole, filteredOut])).to.deep.equal([
      [undefined, 60, true],
      [20, 30, false],
    ]);
    expect(bars.map(({ reach }) => reach)).to.deep.equal([90, 40]);
  });

  it('pass over a ghost of other columns', () => {
    expect(barsOf(all, answer({ track: ['audit'], other: [1] }), tracks, 'Not known')).to.have.length(3);
  });
});
