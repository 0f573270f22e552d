import { expect } from '@open-wc/testing';
import { openDataset } from '../../../../src/data/open-dataset.js';
import { oppiaProvider } from '../../../../src/data/providers/oppia.js';
import { dashboardBody, listedExploration, loggedEvent, ndjson, statisticsBody, structureBody } from '../../../support/oppia-bodies.js';
import { FakeReadContext } from '../../../support/fake-read-context.js';
import { preparedTables, rowsOf } from '../../../support/prepared.js';

describe("what is unknown of Oppia's numbers", () => {
  it('is a count of which the part since December 2017, or one that is null, is not known', async () => {
    const told: readonly (readonly [object, number | null])[] = [
      [{ num_completions_v1: 3, num_completions_v2: 9 }, 12],
      [{ num_completions_v2: 9 }, 9],
      [{ num_completions_v1: 3 }, null],
      [{ num_completions_v1: 3, num_completions_v2: null }, null],
      [{ num_completions_v1: null, num_completions_v2: 9 }, null],
      [{ num_completions: null, num_completions_v1: 3, num_completions_v2: 9 }, 12],
    ];
    for (const [counts, completions] of told) {
      const statistics = { num_starts: 500, state_stats_mapping: { Home: { total_hit_count: 500, ...counts } }, ...counts };
      const data = { dashboard: dashboardBody([listedExploration('exp1')]), statistics: { exp1: statistics } };
      const tables = await preparedTables(oppiaProvider, { data });
      const of = (count: number): number | null => (completions === null ? null : completions / count);
      expect(rowsOf(tables.get('explorations'), ['completions', 'completion_rate']), JSON.stringify(counts)).to.deep.equal([
        { completions, completion_rate: of(500) },
      ]);
      expect(rowsOf(tables.get('states'), ['completions', 'retention'])).to.deep.equal([{ completions, retention: of(500) }]);
    }
  });

  it("is how many answers an exploration without statistics had, beside one of which Oppia's count is there", async () => {
    const data = { dashboard: dashboardBody([listedExploration('exp1'), listedExploration('exp2')]) };
    const events = ndjson(['exp1', 'exp2'].map((id) => loggedEvent('answer_submitted', 's', 30, 'A', 30, id)));
    const attempts = async (statistics: object) =>
      rowsOf((await preparedTables(oppiaProvider, { data: { ...data, statistics }, events })).get('explorations'), ['attempts']);
    const counted = statisticsBody([90, 80, 40], { A: { total_answers_count: 120, num_times_solution_viewed: 1 } });
    expect(await attempts({ exp1: counted, exp2: null })).to.deep.equal([{ attempts: 120 }, { attempts: null }]);
    expect(await attempts({ exp1: null })).to.deep.equal([{ attempts: 1 }, { attempts: 1 }]);
  });

  it('is a time that a clock set back made negative, which takes no start, answer or completion away', async () => {
    const log = [
      loggedEvent('start', 's', 0, 'A', -3),
      loggedEvent('answer_submitted', 's', 20, 'A', 20),
      loggedEvent('answer_submitted', 's', 30, 'A', -0.01),
      loggedEvent('complete', 's', 30, 'End', -0.004),
      { ...loggedEvent('state_complete', 's', 30, 'End'), time_spent_in_state_secs: 'soon' },
    ];
    const data = { dashboard: dashboardBody([listedExploration('exp1')]) };
    const { tables, notes } = await oppiaProvider.read({ data, events: ndjson(log) }, new FakeReadContext(new Map()));
    expect(notes.skipped).to.equal(undefined);
    expect(rowsOf(tables.get('oppia_events'), ['seconds']).map(({ seconds }) => seconds)).to.deep.equal([null, 20, null, null, null]);
    const prepared = await preparedTables(oppiaProvider, { data, events: ndjson(log) });
    expect(rowsOf(prepared.get('sessions'), ['attempts', 'completed', 'active_seconds'])).to.deep.equal([
      { attempts: 2, completed: true, active_seconds: 20 },
    ]);
  });

  it('is when an exploration or a thread was changed that is dated after now, by this provider or by tables', async () => {
    const [past, now, future] = ['2024-03-01', '2024-03-13', '2024-03-14'].map((date) => Date.parse(date));
    const known = new Date(past!).toISOString();
    const threads = [past, future].map((at) => ({ thread_id: `t${at}`, last_updated_msecs: at }));
    const listed = [past, future].map((at, number) => listedExploration(`exp${number}`, { last_updated_msec: at, num_total_threads: 2 }));
    const data = { dashboard: dashboardBody(listed), feedback: { exp0: { feedback_thread_dicts: threads } } };
    const given = [past, future].map((at, number) => ({ exploration: `exp${number}`, thread: `t${number}`, last_updated: at }));
    for (const [provider, of] of [
      ['oppia', data],
      ['tables', { explorations: given.map(({ thread: _, ...row }) => row), feedback: given }],
    ] as const) {
      const dataset = await openDataset({ provider, data: of, now: new Date(now!).toISOString() });
      const times = (view: string) =>
        dataset
          .view(view)
          .rows()
          .map((row) => row['last_updated']);
      expect(times('creator.explorations'), provider).to.have.members([known, null]);
      expect(times('creator.feedback'), provider).to.have.members([known, null]);
      dataset.close();
    }
  });

  it('is how many answers an exploration had that the statistics of one of its cards lack', async () => {
    const statistics = { exp1: statisticsBody([90, 80, 40], { A: { total_answers_count: 120, num_times_solution_viewed: 1 } }) };
    const attempts = async (next: Readonly<Record<string, readonly string[]>>) => {
      const data = { dashboard: dashboardBody([listedExploration('exp1')]), statistics, explorations: { exp1: structureBody('A', next) } };
      return rowsOf((await preparedTables(oppiaProvider, { data })).get('explorations'), ['attempts', 'solution_views']);
    };
    expect(await attempts({ A: ['A'] })).to.deep.equal([{ attempts: 120, solution_views: 1 }]);
    expect(await attempts({ A: ['B'], B: ['A'] })).to.deep.equal([{ attempts: null, solution_views: null }]);
  });
});

describe("odd bodies of Oppia's", () => {
  const stats = (average_ratings: number) => ({ num_ratings: 3, average_ratings, total_plays: 10, total_open_feedback: 0 });
  const read = async (more: object, dashboard: object = {}) =>
    preparedTables(oppiaProvider, { data: { dashboard: dashboardBody([listedExploration('exp1')], { ...dashboard }), ...more } });
  const refusal = async (reading: Promise<unknown>): Promise<string> =>
    reading.then(
      () => '',
      (error: Error) => error.message,
    );

  it('may have a running mean of stars a hair above 5, which is 5', async () => {
    const weekly_creator_stats_list = [{ '2024-03-04': stats(5.000000000000001) }];
    const tables = await read({ user_stats: { weekly_creator_stats_list } }, { dashboard_stats: stats(5.000000000000001) });
    expect(rowsOf(tables.get('weekly'), ['average_rating'])).to.deep.equal([{ average_rating: 5 }]);
    expect(rowsOf(tables.get('creator'), ['average_rating'])).to.deep.equal([{ average_rating: 5 }]);
    expect(await refusal(read({}, { dashboard_stats: stats(5.01) }))).to.contain(
      'average_ratings: expected a number from 0 to 5, got 5.01',
    );
  });

  it('take an instant at which nothing can have happened for unknown', async () => {
    const thread = { thread_id: 't', status: 'open', last_updated_msecs: 0 };
    const listed = { explorations_list: [listedExploration('exp1', { last_updated_msec: -6.2e13 })] };
    const tables = await read({ feedback: { exp1: { feedback_thread_dicts: [thread] } } }, listed);
    expect(rowsOf(tables.get('feedback'), ['last_updated'])).to.deep.equal([{ last_updated: null }]);
    expect(rowsOf(tables.get('explorations'), ['last_updated'])).to.deep.equal([{ last_updated: null }]);
  });

  it('are refused where a number is no instant, and leave out threads of an exploration that is not listed', async () => {
    const thread = { thread_id: 't', status: 'open', last_updated_msecs: 1593786607552.7 };
    const threads = (...feedback_thread_dicts: readonly object[]) => ({ feedback_thread_dicts });
    const tables = await read({ feedback: { exp1: threads(thread), gone: threads(thread) } });
    expect(rowsOf(tables.get('feedback'), ['exploration'])).to.deep.equal([{ exploration: 'exp1' }]);
    expect(await refusal(read({ feedback: { exp1: threads({ ...thread, last_updated_msecs: 1e17 }) } }))).to.equal(
      'feedback.exp1.feedback_thread_dicts[0].last_updated_msecs: expected epoch milliseconds, got 100000000000000000',
    );
    const listed = { explorations_list: [listedExploration('exp1', { last_updated_msec: 1e17 })] };
    expect(await refusal(read({}, listed))).to.contain('explorations_list[0].last_updated_msec: expected epoch milliseconds');
  });
});
