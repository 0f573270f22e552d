import { expect } from '@open-wc/testing';
import { isSoFar, periodLabel, periodsWithin, periodTitle } from '../../../../src/components/charts/periods/periods.js';
import { slotsOf } from '../../../../src/components/charts/periods/period-slots.js';
import { viewData } from '../../../support/view-data.js';

const WEEKS = ['2024-02-26', '2024-03-04', '2024-03-11'];
const at = (text: string): number => Date.parse(text);

describe('periods of time', () => {
  it('are named in full and shortly, by grain', () => {
    expect(periodTitle('2024-03-04', 'day', 'en-GB')).to.equal('4 Mar 2024');
    expect(periodTitle('2024-03-04', 'week', 'en-GB')).to.equal('Week of 4 Mar 2024');
    expect(periodTitle('2024-03-01', 'month', 'en')).to.equal('March 2024');
    expect(periodTitle('2024-01-01', 'quarter', 'en').replace(/\s/g, ' ')).to.equal('Jan – Mar 2024');
    expect(periodTitle('2024-01-01', 'year', 'en')).to.equal('2024');
    expect(periodLabel('2024-03-01', 'month', 'en')).to.deep.equal({ text: 'Mar', year: '2024' });
    expect(periodLabel('2024-10-01', 'quarter', 'en')).to.deep.equal({ text: 'Q4', year: '2024' });
    expect(periodLabel('2024-01-01', 'year', 'en')).to.deep.equal({ text: '2024', year: '' });
  });

  it('are so far from their first instant up to the first of the next, in the time zone of the dataset', () => {
    expect(isSoFar('2024-03-01', 'month', 'UTC', at('2024-03-31T23:59:59Z'))).to.equal(true);
    expect(isSoFar('2024-03-01', 'month', 'UTC', at('2024-04-01T00:00:00Z'))).to.equal(false);
    expect(isSoFar('2024-03-01', 'month', 'Europe/Paris', at('2024-02-29T23:00:00Z'))).to.equal(true);
    expect(isSoFar('2024-03-01', 'month', 'UTC', at('2024-02-29T23:00:00Z'))).to.equal(false);
  });

  it('are within a span that touches them, of any other grain', () => {
    expect(periodsWithin(WEEKS, 'week', 'UTC', [at('2024-03-04T00:00Z'), at('2024-03-11T00:00Z')])).to.deep.equal({ from: 1, to: 1 });
    expect(periodsWithin(WEEKS, 'week', 'UTC', [at('2024-03-01T00:00Z'), at('2024-04-01T00:00Z')])).to.deep.equal({ from: 0, to: 2 });
    expect(periodsWithin(WEEKS, 'week', 'UTC', [at('2020-01-01T00:00Z'), at('2020-02-01T00:00Z')])).to.equal(undefined);
  });
});

describe('the slots of a time axis', () => {
  const terms = { grain: 'month', zone: 'UTC', locale: 'en', now: at('2024-03-13T00:00:00Z') } as const;
  const answer = viewData({ period: ['2024-01-01', '2024-03-01'], learners: [4, 2] });

  it('say "so far" of the last period alone, and only while it is not over', () => {
    const encoding = { period: 'period', values: ['learners'], unit: 'learners', kind: 'bars' } as const;
    expect(slotsOf(answer, undefined, encoding, terms).map(({ soFar }) => soFar)).to.deep.equal([false, false, true]);
    expect(slotsOf(answer, undefined, encoding, { ...terms, now: at('2024-04-01T00:00:00Z') }).some(({ soFar }) => soFar)).to.equal(false);
    expect(slotsOf(answer, undefined, encoding, { ...terms, now: undefined }).some(({ soFar }) => soFar)).to.equal(false);
  });

  it('leave a gap for a period that the view lacks, or count it as nothing where that is what it means', () => {
    const encoding = { period: 'period', values: ['learners'], unit: 'learners', kind: 'line' } as const;
    expect(slotsOf(answer, undefined, encoding, terms).map(({ values }) => values[0])).to.deep.equal([4, undefined, 2]);
    expect(slotsOf(answer, undefined, { ...encoding, absent: 'nothing' }, terms).map(({ values }) => values[0])).to.deep.equal([4, 0, 2]);
  });

  it('carry what is counted from the beginning through a period that the view lacks', () => {
    const running = viewData({ period: ['2024-01-01', '2024-03-01'], so_far: [4, 5] });
    const encoding = {
      period: 'period',
      values: ['so_far'],
      running: ['so_far'],
      unit: 'learners',
      kind: 'line',
      absent: 'nothing',
    } as const;
    expect(slotsOf(running, undefined, encoding, terms).map(({ values }) => values[0])).to.deep.equal([4, 4, 5]);
  });

  it('are those without filters too, so that the axis stays', () => {
    const encoding = { period: 'period', values: ['learners'], unit: 'learners', kind: 'bars', absent: 'nothing' } as const;
    const slots = slotsOf(viewData({ period: ['2024-03-01'], learners: [1] }), answer, encoding, terms);
    expect(slots.map(({ start, values, wholes }) => [start, values[0], wholes?.[0]])).to.deep.equal([
      ['2024-01-01', 0, 4],
      ['2024-02-01', 0, 0],
      ['2024-03-01', 1, 2],
    ]);
  });
});
