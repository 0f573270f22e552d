import { expect } from '@open-wc/testing';
import { oppiaProvider } from '../../../../src/data/providers/oppia.js';
import { FakeReadContext } from '../../../support/fake-read-context.js';
import { dashboardBody, listedExploration, loggedEvent, ndjson, statisticsBody } from '../../../support/oppia-bodies.js';
import { needShared, sharedJson } from '../../../support/shared.js';
import { oppiaOracle } from '../../../support/oppia-oracles.js';
import { LATE, preparedTables, rowsOf } from '../../../support/prepared.js';

const HOME = {
  total_answers_count: 10,
  useful_feedback_count: 4,
  total_hit_count: 18,
  first_hit_count: 7,
  num_times_solution_viewed: 2,
  num_completions: 2,
};
const NEVER = {
  total_answers_count: 0,
  useful_feedback_count: 0,
  total_hit_count: 0,
  first_hit_count: 0,
  num_times_solution_viewed: 0,
  num_completions: 0,
};

function dataOf(statistics: unknown, listed: Readonly<Record<string, unknown>> = {}, dashboard: Readonly<Record<string, unknown>> = {}) {
  return { dashboard: dashboardBody([listedExploration('exp1', listed)], dashboard), statistics: { exp1: statistics } };
}

describe("tables of Oppia's explorations", () => {
  it('have the counts of both versions as one, as the handler has', async function () {
    const { input, expected } = await oppiaOracle<unknown, Record<string, unknown>>(this, 'exp_stats_to_frontend_dict');
    const [stored, merged] = await Promise.all([input, expected].map((body) => preparedTables(oppiaProvider, { data: dataOf(body) })));
    expect(rowsOf(stored!.get('explorations'))).to.deep.equal(rowsOf(merged!.get('explorations')));
    expect(rowsOf(merged!.get('explorations'), ['starts', 'actual_starts', 'completions', 'attempts', 'solution_views'])).to.deep.equal([
      { starts: 30, actual_starts: 10, completions: 5, attempts: 10, solution_views: 2 },
    ]);
    expect(rowsOf(stored!.get('states'))).to.deep.equal(rowsOf(merged!.get('states')));
  });

  it('have the first hits of all states', async function () {
    const { input, expected } = await oppiaOracle<unknown, number>(this, 'exp_stats_sum_first_hits');
    const tables = await preparedTables(oppiaProvider, { data: dataOf(input) });
    const hits = rowsOf(tables.get('states'), ['first_hits']).map((row) => Number(row['first_hits']));
    expect(hits.reduce((sum, count) => sum + count, 0)).to.equal(expected);
  });

  it('read a body with every count and refuse one with a wrong type', async function () {
    const valid = await oppiaOracle<unknown, unknown>(this, 'aggregated_stats_valid');
    const tables = await preparedTables(oppiaProvider, { data: dataOf(valid.input) });
    expect(rowsOf(tables.get('states'), ['hits', 'answers', 'completions'])).to.deep.equal([{ hits: 1, answers: 1, completions: 1 }]);
    for (const [id, path] of [
      ['aggregated_stats_bad_session_type', 'statistics.exp1.num_actual_starts: expected a whole number of 0 or more, got "invalid_type"'],
      [
        'aggregated_stats_bad_state_type',
        'statistics.exp1.state_stats_mapping.Home.first_hit_count: expected a whole number of 0 or more, got "invalid_count"',
      ],
    ] as const) {
      const { input } = await oppiaOracle<unknown, unknown>(this, id);
      const message = await preparedTables(oppiaProvider, { data: dataOf(input) }).then(
        () => '',
        (error: Error) => error.message,
      );
      expect(message).to.equal(path);
    }
  });

  it('leave a count that is missing unknown', async function () {
    const { input } = await oppiaOracle<unknown, unknown>(this, 'aggregated_stats_missing_state_prop');
    const tables = await preparedTables(oppiaProvider, { data: dataOf(input) });
    expect(rowsOf(tables.get('states'), ['answers', 'hits'])).to.deep.equal([{ answers: null, hits: 1 }]);
    expect(rowsOf(tables.get('explorations'), ['attempts'])).to.deep.equal([{ attempts: null }]);
  });

  it('give no part of the attempts and solutions for all of them where those of one state are unknown', async () => {
    const states = { Home: HOME, Mid: { ...NEVER, total_answers_count: null, num_times_solution_viewed: null } };
    const tables = await preparedTables(oppiaProvider, { data: dataOf({ ...statisticsBody([9, 9, 1]), state_stats_mapping: states }) });
    expect(rowsOf(tables.get('explorations'), ['attempts', 'solution_views'])).to.deep.equal([{ attempts: null, solution_views: null }]);
    expect(rowsOf(tables.get('states'), ['state', 'answers'])).to.deep.equal([
      { state: 'Home', answers: 10 },
      { state: 'Mid', answers: null },
    ]);
  });

  it('take state names of any kind', async () => {
    const states = JSON.parse(
      '{"🙂":{"total_hit_count":1},"__proto__":{"total_hit_count":2},"constructor":{"total_hit_count":3}}',
    ) as Record<string, Record<string, number>>;
    const tables = await preparedTables(oppiaProvider, { data: dataOf(statisticsBody([1, 1, 1], states)) });
    expect(rowsOf(tables.get('states'), ['state', 'hits'])).to.deep.equal([
      { state: '🙂', hits: 1 },
      { state: '__proto__', hits: 2 },
      { state: 'constructor', hits: 3 },
    ]);
  });

  it('have rates that are unknown where nothing was started or shown, and above 1 where counts say so', async () => {
    const never = await preparedTables(oppiaProvider, { data: dataOf(statisticsBody([0, 0, 0], { Home: NEVER })) });
    expect(rowsOf(never.get('explorations'), ['starts', 'completion_rate', 'starter_completion_rate'])).to.deep.equal([
      { starts: 0, completion_rate: null, starter_completion_rate: null },
    ]);
    expect(rowsOf(never.get('states'), ['hits', 'retention', 'bounce_rate'])).to.deep.equal([
      { hits: 0, retention: null, bounce_rate: null },
    ]);
    const more = await preparedTables(oppiaProvider, { data: dataOf(statisticsBody([40, 4, 50], { Home: HOME })) });
    expect(rowsOf(more.get('explorations'), ['completion_rate', 'starter_completion_rate', 'completion_rate_source'])).to.deep.equal([
      { completion_rate: 1.25, starter_completion_rate: 12.5, completion_rate_source: 'computed' },
    ]);
    expect(rowsOf(more.get('states'), ['retention', 'bounce_rate'])).to.deep.equal([{ retention: 2 / 18, bounce_rate: 0.4 }]);
  });

  it('order states by how many sessions reached them', async () => {
    const states = { End: { ...NEVER, first_hit_count: 1 }, Home: { ...HOME, first_hit_count: 9 }, Mid: { ...HOME, first_hit_count: 5 } };
    const tables = await preparedTables(oppiaProvider, { data: dataOf(statisticsBody([9, 9, 1], states)) });
    expect(rowsOf(tables.get('states'), ['state', 'state_order'])).to.deep.equal([
      { state: 'Home', state_order: 0 },
      { state: 'Mid', state_order: 1 },
      { state: 'End', state_order: 2 },
    ]);
  });

  it('have ratings, their mean and their lower bound, unknown without a rating', async () => {
    const rated = await preparedTables(oppiaProvider, {
      data: dataOf(statisticsBody([1, 1, 1]), { ratings: { 1: 0, 2: 0, 3: 0, 4: 1, 5: 1 } }),
    });
    const [row] = rowsOf(rated.get('explorations'), ['average_rating', 'ratings', 'rating_lower_bound']);
    expect(row).to.include({ average_rating: 4.5, ratings: 2 });
    expect(row!['rating_lower_bound']).to.be.closeTo(2.056191454757, 1e-4);
    expect(rowsOf(rated.get('ratings')).map((each) => each['ratings'])).to.deep.equal([0, 0, 0, 1, 1]);
    const unrated = await preparedTables(oppiaProvider, { data: dataOf(statisticsBody([1, 1, 1])) });
    expect(rowsOf(unrated.get('explorations'), ['average_rating', 'ratings', 'rating_lower_bound'])).to.deep.equal([
      { average_rating: null, ratings: 0, rating_lower_bound: null },
    ]);
  });

  it('have ratings whatever else stands beside the five numbers of stars, unknown where one of these is null', async () => {
    const ratingsOf = async (ratings: object) => {
      const tables = await preparedTables(oppiaProvider, { data: dataOf(statisticsBody([1, 1, 1]), { ratings }) });
      return [
        ...rowsOf(tables.get('explorations'), ['starts', 'average_rating', 'ratings']),
        ...rowsOf(tables.get('ratings')).map((row) => row['ratings']),
      ];
    };
    const beside = await ratingsOf({ 5: 2, 4: 2, scaled_average_rating: 1, 6: null, '05': 'odd' });
    expect(beside).to.deep.equal([{ starts: 1, average_rating: 4.5, ratings: 4 }, 0, 0, 0, 2, 2]);
    const [unknown] = await ratingsOf({ 1: null, 5: 2 });
    expect(unknown).to.deep.equal({ starts: 1, average_rating: null, ratings: null });
    const refused: unknown = await ratingsOf({ 1: 'two' }).catch((thrown: unknown) => thrown);
    expect(String(refused)).to.contain('explorations_list[0].ratings["1"]: expected a whole number of 0 or more, got "two"');
  });

  it('keep private explorations and instants with parts of a millisecond', async () => {
    const tables = await preparedTables(oppiaProvider, { data: dataOf(statisticsBody([1, 1, 1]), { status: 'private' }) });
    expect(rowsOf(tables.get('explorations'), ['status', 'last_updated'])).to.deep.equal([
      { status: 'private', last_updated: 1593786607552.753 },
    ]);
  });

  it('leave what was not given unknown', async () => {
    const data = { dashboard: { explorations_list: [{ id: 'exp1' }] } };
    const tables = await preparedTables(oppiaProvider, { data });
    expect(rowsOf(tables.get('explorations'), ['title', 'plays', 'starts', 'ratings', 'attempts', 'last_updated'])).to.deep.equal([
      { title: null, plays: null, starts: null, ratings: null, attempts: null, last_updated: null },
    ]);
    expect(rowsOf(tables.get('creator'), ['plays', 'subscribers', 'starts'])).to.deep.equal([
      { plays: null, subscribers: null, starts: null },
    ]);
  });

  it("read the sample of Oppia's own page, whose last week is not trusted", async function () {
    const { input } = await oppiaOracle<unknown, null>(this, 'dashboard_page_sample');
    const tables = await preparedTables(oppiaProvider, { data: { dashboard: input } });
    expect(rowsOf(tables.get('creator'), ['plays', 'average_rating', 'plays_last_week'])).to.deep.equal([
      { plays: 10, average_rating: null, plays_last_week: null },
    ]);
  });

  it('read the ratings of a real dashboard shape', async function () {
    type Sample = { unmerged_prototype_sample: { explorations: { id: string; ratings: Record<string, number> }[] } };
    const oracles = needShared(this, await sharedJson<Sample>('oracles/oppia/oracles.json'), 'Oppia oracles');
    const ratings = oracles.unmerged_prototype_sample.explorations.map((sample) => sample.ratings);
    const listed = ratings.map((histogram, at) => listedExploration(`e${at}`, { ratings: histogram }));
    const tables = await preparedTables(oppiaProvider, { data: { dashboard: dashboardBody(listed) } });
    const means = rowsOf(tables.get('explorations'), ['average_rating']).map((row) => Number(row['average_rating']).toFixed(3));
    expect(means.slice(0, 2)).to.deep.equal(['4.546', '4.380']);
  });
});

describe("tables of Oppia's creator", () => {
  it('have the totals of the dashboard and the sums over the explorations', async () => {
    const listed = [
      listedExploration('a', { num_total_threads: 3 }),
      listedExploration('b', { num_total_threads: 4 }),
      listedExploration('c'),
    ];
    const data = { dashboard: dashboardBody(listed), statistics: { a: statisticsBody([30, 9, 6]), b: statisticsBody([10, 8, 4]) } };
    const tables = await preparedTables(oppiaProvider, { data });
    expect(
      rowsOf(tables.get('creator'), ['plays', 'average_rating', 'ratings', 'starts', 'completions', 'completion_rate', 'feedback']),
    ).to.deep.equal([{ plays: 10, average_rating: 3.11, ratings: 2, starts: 40, completions: 10, completion_rate: 0.25, feedback: 7 }]);
  });

  it('round the average as the handler does', async () => {
    const stats = { num_ratings: 2, average_ratings: 3.1111, total_plays: 10, total_open_feedback: 0 };
    const tables = await preparedTables(oppiaProvider, { data: dataOf(statisticsBody([1, 1, 1]), {}, { dashboard_stats: stats }) });
    expect(rowsOf(tables.get('creator'), ['average_rating'])).to.deep.equal([{ average_rating: 3.11 }]);
  });

  it('have the snapshot of last week under its date, and none that is later than now', async () => {
    const last_week_stats = { '2019-05-28': { num_ratings: 2, average_ratings: 3.1111, total_plays: 8 } };
    const snapshot = await oppiaProvider.read(
      { data: dataOf(statisticsBody([1, 1, 1]), {}, { last_week_stats }) },
      new FakeReadContext(new Map()),
    );
    const names = ['last_week', 'plays_last_week', 'average_rating_last_week', 'ratings_last_week'];
    const after = oppiaProvider.prepare(snapshot, LATE);
    expect(rowsOf(after.tables.get('creator'), names)).to.deep.equal([
      { last_week: '2019-05-28', plays_last_week: 8, average_rating_last_week: 3.11, ratings_last_week: 2 },
    ]);
    const before = oppiaProvider.prepare(snapshot, { ...LATE, now: Date.UTC(2019, 4, 27) });
    expect(rowsOf(before.tables.get('creator'), names)).to.deep.equal([
      { last_week: null, plays_last_week: null, average_rating_last_week: null, ratings_last_week: null },
    ]);
    expect([after.later, before.later]).to.deep.equal([0, 1]);
  });

  it('refuse a wrong type under the date of last week', async () => {
    const last_week_stats = { '2019-05-28': { total_plays: 'many' } };
    const message = await preparedTables(oppiaProvider, { data: dataOf(null, {}, { last_week_stats }) }).then(
      () => '',
      (error: Error) => error.message,
    );
    expect(message).to.equal('dashboard.last_week_stats["2019-05-28"].total_plays: expected a whole number of 0 or more, got "many"');
  });

  it('have the weeks of the weekly log, whose last is not counted twice', async () => {
    const week = (date: string, plays: number) => ({ [date]: { total_plays: plays, average_ratings: 4 } });
    const data = {
      ...dataOf(statisticsBody([1, 1, 1]), {}, { last_week_stats: week('2019-05-27', 12) }),
      user_stats: { impact_score: null, weekly_creator_stats_list: [week('2019-05-20', 5), week('2019-05-27', 12)] },
    };
    const tables = await preparedTables(oppiaProvider, { data });
    expect(rowsOf(tables.get('weekly'), ['exploration', 'week', 'plays', 'average_rating', 'mark'])).to.deep.equal([
      { exploration: null, week: '2019-05-13', plays: null, average_rating: 4, mark: 'first' },
      { exploration: null, week: '2019-05-20', plays: 7, average_rating: 4, mark: null },
    ]);
  });
});

describe("tables of Oppia's sessions", () => {
  /** 30 seconds in A, 45 in B, the end; then a visitor who never answered. */
  const LOG = [
    loggedEvent('start', 's1', 0, 'A', 0),
    loggedEvent('state_hit', 's1', 0, 'A'),
    loggedEvent('answer_submitted', 's1', 10, 'A', 10),
    loggedEvent('answer_submitted', 's1', 30, 'A', 30),
    loggedEvent('state_hit', 's1', 30, 'B'),
    loggedEvent('state_complete', 's1', 30, 'A', 0),
    loggedEvent('actual_start', 's1', 30, 'A'),
    loggedEvent('solution_hit', 's1', 35, 'B', 5),
    loggedEvent('answer_submitted', 's1', 75, 'B', 45),
    loggedEvent('state_hit', 's1', 75, 'End'),
    loggedEvent('complete', 's1', 75, 'End', 0),
    loggedEvent('start', 's2', 100, 'A', 0),
    loggedEvent('state_hit', 's2', 100, 'A'),
    { event: 'rate', exploration_id: 'exp1', rating: 5, old_rating: null, created_on: Date.UTC(2024, 2, 4) },
  ];
  const data = dataOf(statisticsBody([2, 1, 1], { A: { ...HOME, first_hit_count: 2 }, B: HOME }));

  it('have the 75 seconds of a session, and none of one without an answer', async () => {
    const tables = await preparedTables(oppiaProvider, { data, events: ndjson(LOG) });
    const started_at = Date.UTC(2024, 2, 4, 9);
    expect(rowsOf(tables.get('sessions'))).to.deep.equal([
      { exploration: 'exp1', session: 's1', started_at, active_seconds: 75, capped: false, completed: true, attempts: 3, solutions: 1 },
      {
        exploration: 'exp1',
        session: 's2',
        started_at: started_at + 100_000,
        active_seconds: null,
        capped: false,
        completed: false,
        attempts: 0,
        solutions: 0,
      },
    ]);
  });

  it('count an event once that the log has twice, and two answers of one moment that differ twice', async () => {
    const of = async (log: readonly object[]) =>
      rowsOf((await preparedTables(oppiaProvider, { data, events: ndjson(log) })).get('sessions'));
    expect(await of([...LOG, ...LOG])).to.deep.equal(await of(LOG));
    const [differing] = await of([...LOG, loggedEvent('answer_submitted', 's1', 30, 'A', 29)]);
    expect(differing!['attempts']).to.equal(4);
  });

  it('give the engagement time of explorations, cards, weeks and the creator', async () => {
    const tables = await preparedTables(oppiaProvider, { data, events: ndjson(LOG) });
    expect(
      rowsOf(tables.get('explorations'), ['average_engagement_seconds', 'median_engagement_seconds', 'sessions', 'unknown_sessions']),
    ).to.deep.equal([{ average_engagement_seconds: 75, median_engagement_seconds: 75, sessions: 2, unknown_sessions: 1 }]);
    expect(rowsOf(tables.get('states'), ['state', 'average_seconds'])).to.deep.equal([
      { state: 'A', average_seconds: 30 },
      { state: 'B', average_seconds: 45 },
    ]);
    expect(rowsOf(tables.get('weekly'), ['exploration', 'week', 'starts', 'completions', 'average_engagement_seconds'])).to.deep.equal([
      { exploration: 'exp1', week: '2024-03-04', starts: 2, completions: 1, average_engagement_seconds: 75 },
    ]);
    expect(rowsOf(tables.get('creator'), ['average_engagement_seconds'])).to.deep.equal([{ average_engagement_seconds: 75 }]);
  });

  it('give attempts where statistics are missing', async () => {
    const tables = await preparedTables(oppiaProvider, { data: { dashboard: data.dashboard }, events: ndjson(LOG) });
    expect(rowsOf(tables.get('explorations'), ['attempts', 'solution_views', 'starts'])).to.deep.equal([
      { attempts: 3, solution_views: 1, starts: null },
    ]);
  });

  it('are absent, and engagement columns with them, without a log', async () => {
    const tables = await preparedTables(oppiaProvider, { data });
    expect(tables.has('sessions')).to.equal(false);
    expect(tables.get('explorations')!.columns.has('average_engagement_seconds')).to.equal(false);
  });

  it('read either family of keys, and epoch milliseconds as well as ISO 8601', async () => {
    const swapped = LOG.map(
      ({ exploration_id, exp_id, created_on, client_time_spent_in_secs, time_spent_in_state_secs, ...rest }: Record<string, unknown>) => ({
        ...rest,
        created_on: typeof created_on === 'string' ? Date.parse(created_on) : created_on,
        ...(exploration_id === undefined ? { exploration_id: exp_id } : { exp_id: exploration_id }),
        ...(client_time_spent_in_secs === undefined
          ? { client_time_spent_in_secs: time_spent_in_state_secs }
          : { time_spent_in_state_secs: client_time_spent_in_secs }),
      }),
    );
    const [one, other] = await Promise.all([LOG, swapped].map((events) => preparedTables(oppiaProvider, { data, events: ndjson(events) })));
    expect(rowsOf(other!.get('sessions'))).to.deep.equal(rowsOf(one!.get('sessions')));
  });

  it('do not see events later than now, and count them', async () => {
    const snapshot = await oppiaProvider.read({ data, events: ndjson(LOG) }, new FakeReadContext(new Map()));
    const { tables, later } = oppiaProvider.prepare(snapshot, { ...LATE, now: Date.UTC(2024, 2, 4, 9, 0, 30) });
    expect(later).to.equal(6);
    expect(rowsOf(tables.get('sessions'), ['session', 'active_seconds', 'completed'])).to.deep.equal([
      { session: 's1', active_seconds: 30, completed: false },
    ]);
  });

  it('leave out explorations that are not listed, and keep sessions of one id in two explorations apart', async () => {
    const other = [
      loggedEvent('answer_submitted', 's1', 10, 'A', 10, 'exp2'),
      loggedEvent('answer_submitted', 's1', 10, 'A', 10, 'stranger'),
    ];
    const dashboard = dashboardBody([listedExploration('exp1'), listedExploration('exp2')]);
    const tables = await preparedTables(oppiaProvider, { data: { dashboard }, events: ndjson([...LOG, ...other]) });
    expect(rowsOf(tables.get('sessions'), ['exploration', 'session', 'active_seconds'])).to.deep.equal([
      { exploration: 'exp1', session: 's1', active_seconds: 75 },
      { exploration: 'exp1', session: 's2', active_seconds: null },
      { exploration: 'exp2', session: 's1', active_seconds: 10 },
    ]);
  });

  it('last as long as they do across midnight, a change of clocks and the end of a week, and belong to where they started', async () => {
    // In Paris the clocks go forward on Sunday, 31 March 2024, at 2:00 local time, which is 1:00 UTC.
    for (const [start, week] of [
      ['2024-03-31T00:59:30Z', '2024-03-25'],
      ['2024-03-31T21:59:30Z', '2024-03-25'],
      ['2024-03-31T22:00:00Z', '2024-04-01'],
    ] as const) {
      const moved = LOG.slice(0, 11).map((event) => ({
        ...event,
        created_on: Date.parse(start) + Date.parse(String(event['created_on'])) - Date.UTC(2024, 2, 4, 9),
      }));
      const tables = await preparedTables(oppiaProvider, { data, events: ndjson(moved) }, { timezone: 'Europe/Paris' });
      expect(rowsOf(tables.get('weekly'), ['week', 'starts', 'completions', 'average_engagement_seconds'])).to.deep.equal([
        { week, starts: 1, completions: 1, average_engagement_seconds: 75 },
      ]);
    }
  });

  it('were none in a week between those of others, which has a row of the creator that says so', async () => {
    const log = [0, 21].map((days) => loggedEvent('start', `s${days}`, days * 86_400, 'A', 0));
    const tables = await preparedTables(oppiaProvider, { data, events: ndjson(log) }, { now: Date.UTC(2024, 3, 1) });
    const rows = rowsOf(tables.get('weekly'), ['exploration', 'week', 'starts', 'completions', 'plays', 'average_engagement_seconds']);
    const none = { exploration: null, starts: 0, completions: 0, plays: null, average_engagement_seconds: null };
    expect(rows.filter(({ starts }) => starts === 0)).to.deep.equal([
      { ...none, week: '2024-03-11' },
      { ...none, week: '2024-03-18' },
    ]);
  });

  it('start in the local week', async () => {
    const sunday = [{ ...loggedEvent('start', 's', 0, 'A', 0), created_on: '2024-03-03T23:30:00Z' }];
    const weeks = await Promise.all(
      ['UTC', 'Europe/Paris'].map(async (timezone) =>
        rowsOf((await preparedTables(oppiaProvider, { data, events: ndjson(sunday) }, { timezone })).get('weekly'), ['week']),
      ),
    );
    expect(weeks).to.deep.equal([[{ week: '2024-02-26' }], [{ week: '2024-03-04' }]]);
  });
});
