import { expect } from '@open-wc/testing';
import { weeklyDifferences } from '../../src/metrics/weekly.js';
import type { CumulativeSnapshot } from '../../src/metrics/weekly.js';

function snapshot(
  date: string,
  plays: number | null,
  ratings: number | null = null,
  averageRating: number | null = null,
): CumulativeSnapshot {
  return { date, plays, ratings, averageRating };
}

function brief(snapshots: readonly CumulativeSnapshot[]): unknown[] {
  return weeklyDifferences(snapshots).map(({ week, plays, mark }) => [week, plays, mark]);
}

describe('weekly differences', () => {
  it('give the plays of the week that a Monday snapshot ends', () => {
    expect(weeklyDifferences([snapshot('2019-05-20', 5, 2, 4), snapshot('2019-05-27', 12, 3, 4.33)])).to.deep.equal([
      { week: '2019-05-13', plays: null, ratings: null, averageRating: 4, totalPlays: 5, mark: 'first' },
      { week: '2019-05-20', plays: 7, ratings: 1, averageRating: 4.33, totalPlays: 12, mark: null },
    ]);
  });

  it('take a late snapshot as the one of the Monday before it', () => {
    expect(brief([snapshot('2019-05-21', 5), snapshot('2019-05-28', 10)])).to.deep.equal([
      ['2019-05-13', null, 'first'],
      ['2019-05-20', 5, null],
    ]);
  });

  it('leave the ratings of a week unknown where an older snapshot lacks their number', () => {
    const [, week] = weeklyDifferences([snapshot('2019-05-20', 5, null, 4), snapshot('2019-05-27', 6, 3, 4.5)]);
    expect(week).to.include({ plays: 1, ratings: null, averageRating: 4.5 });
  });

  it('leave every week of a gap unknown, and go on after it', () => {
    expect(brief([snapshot('2019-05-06', 5), snapshot('2019-05-27', 35), snapshot('2019-06-03', 36)])).to.deep.equal([
      ['2019-04-29', null, 'first'],
      ['2019-05-06', null, 'gap'],
      ['2019-05-13', null, 'gap'],
      ['2019-05-20', null, 'gap'],
      ['2019-05-27', 1, null],
    ]);
  });

  it('are of a week that is a day longer or shorter, as a snapshot may be late, and of no other number of days', () => {
    for (const [from, to, plays] of [
      ['2019-05-20', '2019-05-26', 7],
      ['2019-05-20', '2019-05-28', 7],
      ['2019-05-23', '2019-05-30', 7],
      ['2019-05-20', '2019-05-24', null],
      ['2019-05-20', '2019-05-30', null],
      ['2019-05-17', '2019-05-30', null],
    ] as const) {
      const week = ['2019-05-20', plays, plays === null ? 'gap' : null];
      expect(brief([snapshot(from, 5), snapshot(to, 12)])[1], `${from} to ${to}`).to.deep.equal(week);
    }
  });

  it('are unknown, not negative, where a total went down', () => {
    expect(brief([snapshot('2019-05-13', 50), snapshot('2019-05-20', 20), snapshot('2019-05-27', 26)])).to.deep.equal([
      ['2019-05-06', null, 'first'],
      ['2019-05-13', null, 'decrease'],
      ['2019-05-20', 6, null],
    ]);
  });

  it('use the last of two snapshots of one date and say so', () => {
    expect(brief([snapshot('2019-05-20', 5), snapshot('2019-05-27', 9), snapshot('2019-05-27', 10)])).to.deep.equal([
      ['2019-05-13', null, 'first'],
      ['2019-05-20', 5, 'duplicate'],
    ]);
  });

  it('use the closest to Monday of several in a week', () => {
    expect(brief([snapshot('2019-05-20', 5), snapshot('2019-05-27', 9), snapshot('2019-05-29', 14)])).to.deep.equal([
      ['2019-05-13', null, 'first'],
      ['2019-05-20', 4, 'duplicate'],
    ]);
  });

  it('do not depend on the order of different dates', () => {
    const snapshots = [snapshot('2019-05-13', 1), snapshot('2019-05-20', 4), snapshot('2019-05-27', 9)];
    expect(weeklyDifferences([...snapshots].reverse())).to.deep.equal(weeklyDifferences(snapshots));
  });

  it('tell a week without plays from an unknown one', () => {
    const marks = brief([snapshot('2019-05-13', 4), snapshot('2019-05-20', 4), snapshot('2019-05-27', null)]);
    expect(marks.slice(1)).to.deep.equal([
      ['2019-05-13', 0, null],
      ['2019-05-20', null, null],
    ]);
  });

  it('are none without snapshots', () => {
    expect(weeklyDifferences([])).to.deep.equal([]);
  });

  it('add up to the difference of the totals where no week is missing', () => {
    const totals = [3, 3, 10, 24, 25, 90];
    const dates = ['2024-02-26', '2024-03-04', '2024-03-11', '2024-03-18', '2024-03-25', '2024-04-01'];
    const weeks = weeklyDifferences(dates.map((date, at) => snapshot(date, totals[at]!)));
    expect(weeks.reduce((sum, week) => sum + (week.plays ?? 0), 0)).to.equal(87);
  });
});
