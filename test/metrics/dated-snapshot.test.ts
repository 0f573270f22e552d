import { expect } from '@open-wc/testing';
import { datedSnapshot, isOfLastWeek, lastWeekSnapshot } from '../../src/metrics/dated-snapshot.js';
import { dashboardAverage } from '../../src/metrics/rounding.js';
import { oppiaOracle } from '../support/oppia-oracles.js';

describe('the snapshot of last week', () => {
  it('is read under its one key, its average rounded', async function () {
    const { input, expected } = await oppiaOracle<unknown, Record<string, Record<string, number>>>(this, 'last_week_stats_rounding');
    const [[date, numbers]] = Object.entries(expected) as [[string, Record<string, number>]];
    expect(lastWeekSnapshot(input)).to.deep.equal({
      date,
      plays: numbers['total_plays'],
      ratings: numbers['num_ratings'],
      averageRating: numbers['average_ratings'],
    });
  });

  it('is null where two keys lie side by side', async function () {
    const { input, expected } = await oppiaOracle<unknown, null>(this, 'last_week_stats_two_keys_is_null');
    expect(lastWeekSnapshot(input)).to.equal(expected);
    expect(lastWeekSnapshot({ '2019-05-21': { total_plays: 1 }, '2019-05-28': { total_plays: 2 } })).to.equal(null);
  });

  it("is null for the flat numbers of Oppia's own page mock", async function () {
    const { input } = await oppiaOracle<{ last_week_stats: unknown }, null>(this, 'dashboard_page_sample');
    expect(lastWeekSnapshot(input.last_week_stats)).to.equal(null);
    expect(lastWeekSnapshot({ total_plays: 5 })).to.equal(null);
  });

  it('is null where there is none', () => {
    expect([null, undefined, {}, [], 'x', 5].map(lastWeekSnapshot)).to.deep.equal([null, null, null, null, null, null]);
  });

  it('has no average of 0 stars, which nobody can give, also where it has no number of ratings', () => {
    expect(datedSnapshot({ '2019-05-21': { average_ratings: 0, total_plays: 5 } })?.averageRating).to.equal(null);
    expect(lastWeekSnapshot({ '2019-05-21': { average_ratings: 0, total_plays: 5 } })?.averageRating).to.equal(null);
    expect(dashboardAverage(0, null)).to.equal(null);
  });

  it('has no average where nobody rated, whatever number stands for it', () => {
    expect(datedSnapshot({ '2019-05-28': { num_ratings: 0, average_ratings: 0, total_plays: 1 } })?.averageRating).to.equal(null);
    expect(lastWeekSnapshot({ '2019-05-28': { num_ratings: 0, average_ratings: 0, total_plays: 1 } })?.averageRating).to.equal(null);
    expect(lastWeekSnapshot({ '2019-05-28': { num_ratings: 0, average_ratings: null, total_plays: 1 } })).to.deep.equal({
      date: '2019-05-28',
      plays: 1,
      ratings: 0,
      averageRating: null,
    });
  });
});

describe('an item of the weekly log', () => {
  it('may lack the number of ratings, as old ones do', async function () {
    const { input } = await oppiaOracle<Record<string, { weekly_creator_stats_list: unknown[] }>, unknown>(this, 'user_stats_takeout');
    const items = input['user_1']!.weekly_creator_stats_list.map(datedSnapshot);
    expect(items).to.deep.equal([
      { date: '2019-05-21', plays: 5, ratings: null, averageRating: 4 },
      { date: '2019-05-28', plays: 10, ratings: null, averageRating: 4.95 },
    ]);
  });

  it('takes a date called __proto__ as a key like any other', () => {
    expect(datedSnapshot(JSON.parse('{"__proto__": {"total_plays": 3}}'))).to.include({ date: '__proto__', plays: 3 });
  });
});

describe('a date of a snapshot', () => {
  it('is of last week from the day after it for less than 14 days', () => {
    const now = Date.UTC(2026, 10, 16, 9);
    expect(['2026-11-15', '2026-11-09', '2026-11-03'].every((date) => isOfLastWeek(date, now))).to.equal(true);
    expect(['2026-11-16', '2026-11-02', '2026-08-03'].some((date) => isOfLastWeek(date, now))).to.equal(false);
  });

  it('is taken at its word where there is none', () => {
    expect(isOfLastWeek(null, Date.UTC(2026, 10, 16))).to.equal(true);
  });
});
