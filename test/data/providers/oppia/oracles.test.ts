import { expect } from '@open-wc/testing';
import { oppiaProvider } from '../../../../src/data/providers/oppia.js';
import type { Value } from '../../../../src/metrics/types.js';
import { dashboardBody, listedExploration, ndjson, statisticsBody } from '../../../support/oppia-bodies.js';
import { oppiaOracle, oppiaOracles } from '../../../support/oppia-oracles.js';
import { preparedTables, rowsOf, viewRows } from '../../../support/prepared.js';

type Counts = Readonly<Record<string, unknown>>;

/** Oracles that other files run. */
const ELSEWHERE = [
  'exp_stats_to_frontend_dict',
  'exp_stats_sum_first_hits',
  'aggregated_stats_bad_session_type',
  'aggregated_stats_missing_state_prop',
  'aggregated_stats_bad_state_type',
  'aggregated_stats_valid',
  'wilson_scaled_rating',
  'frontend_average_rating',
  'dashboard_stats_rounding',
  'last_week_stats_rounding',
  'last_week_stats_two_keys_is_null',
  'user_stats_takeout',
  'completion_rate_editor',
  'state_retention',
  'dashboard_page_sample',
  'statistics_handler_private_guest',
];

/** Oracles about what is no number of the report, with the reason. */
const NOT_OURS: Readonly<Record<string, string>> = {
  update_stats_stale_version_dropped: 'Oppia drops a post before anything is counted',
  high_bounce_rate_thresholds: "tasks of Oppia's improvements tab, which the report does not make",
  playthrough_actions: 'playthroughs are sampled and hold answers: the report does not read them',
  playthrough_early_quit: 'playthroughs are not read',
  playthrough_no_issue: 'playthroughs are not read',
  playthrough_multiple_incorrect: 'playthroughs are not read',
  state_interaction_stats_stub: 'a stub of Oppia without numbers, which is not asked for',
};

const RUN_HERE = new Set<string>();

/** A test of one oracle. */
function holds<I, E>(id: string, what: string, check: (oracle: { input: I; expected: E }) => Promise<void>): void {
  RUN_HERE.add(id);
  it(what, async function () {
    await check(await oppiaOracle<I, E>(this, id));
  });
}

const tablesOf = (statistics: unknown, listed: Counts = {}, dashboard: Counts = {}) =>
  preparedTables(oppiaProvider, {
    data: { dashboard: dashboardBody([listedExploration('exp1', listed)], dashboard), statistics: { exp1: statistics } },
  });

const explorationOf = async (statistics: unknown, names: readonly string[]) =>
  rowsOf((await tablesOf(statistics)).get('explorations'), names)[0];
const creatorOf = async (dashboard: Counts, names: readonly string[]) =>
  rowsOf((await tablesOf(null, {}, dashboard)).get('creator'), names)[0];

/** A snapshot of the oracles, whose date is a placeholder. */
const dated = (snapshot: Counts, date: string): Counts => ({ [date]: Object.values(snapshot)[0] });

describe("facts that Oppia's tests assert, as the report reads them", () => {
  holds<unknown, Counts>('update_stats_applies_delta', 'counts of a model after one post of a player', async ({ expected }) => {
    const tables = await tablesOf(expected);
    expect(rowsOf(tables.get('explorations'), ['starts', 'actual_starts', 'completions', 'attempts', 'solution_views'])).to.deep.equal([
      { starts: 1, actual_starts: 1, completions: 1, attempts: 2, solution_views: 2 },
    ]);
    const names = ['state', 'first_hits', 'hits', 'answers', 'useful_feedback', 'solution_views', 'completions'];
    const one = { first_hits: 1, hits: 1, answers: 1, useful_feedback: 1, solution_views: 1, completions: 1 };
    expect(rowsOf(tables.get('states'), names)).to.deep.equal([
      { state: 'Home', ...one },
      { state: '🙂', ...one },
    ]);
  });

  holds<unknown, Counts>('missing_stats_model_is_zeroes', 'an exploration without any state is no error', async ({ expected }) => {
    const tables = await tablesOf({ ...statisticsBody([0, 0, 0]), ...expected });
    expect(rowsOf(tables.get('states'))).to.deep.equal([]);
    expect(rowsOf(tables.get('explorations'), ['starts', 'completion_rate', 'attempts'])).to.deep.equal([
      { starts: 0, completion_rate: null, attempts: 0 },
    ]);
  });

  holds<unknown, { v7: Counts & { states: readonly string[] } }>(
    'new_version_carries_counts',
    'a state that was made again begins at 0, which is not unknown, while totals go on',
    async ({ expected: { v7 } }) => {
      const count = (state: string, name: string): unknown => v7[`${state}.${name}_v2`];
      const counters = ['total_answers_count', 'total_hit_count', 'first_hit_count', 'useful_feedback_count'];
      const stateOf = (state: string) =>
        Object.fromEntries(counters.flatMap((name) => (count(state, name) === undefined ? [] : [[`${name}_v2`, count(state, name)]])));
      const { states, num_actual_starts_v2, num_completions_v2 } = v7;
      const mapping = Object.fromEntries(states.map((state) => [state, stateOf(state)]));
      const tables = await tablesOf({ num_actual_starts_v2, num_completions_v2, state_stats_mapping: mapping });
      expect(rowsOf(tables.get('explorations'), ['actual_starts', 'completions'])).to.deep.equal([
        { actual_starts: num_actual_starts_v2, completions: num_completions_v2 },
      ]);
      const read = new Map(rowsOf(tables.get('states')).map((row) => [row['state'], row]));
      expect([...read.keys()]).to.have.members([...states]);
      expect(read.get('New state 4')).to.deep.include({ answers: 0, hits: null });
      expect(read.get('Home')).to.deep.include({ hits: 8, answers: null });
      expect(read.get('Renamed state')).to.deep.include({ first_hits: 2 });
      expect(read.get('End')).to.deep.include({ useful_feedback: 4 });
    },
  );

  holds<Record<string, number>, Record<string, number>>(
    'statistics_tab_pie',
    'the parts of the pie of the statistics tab',
    async ({ input, expected }) => {
      const body = statisticsBody([input['numStarts']!, input['numActualStarts']!, input['numCompletions']!]);
      const row = (await explorationOf(body, ['starts', 'actual_starts', 'completions', 'completion_rate', 'starter_completion_rate']))!;
      const [starts, actual, completions] = ['starts', 'actual_starts', 'completions'].map((name) => Number(row[name]));
      expect({ Completions: completions, 'Non-Completions': actual! - completions!, numPassersby: starts! - actual! }).to.deep.equal(
        expected,
      );
      expect(row).to.deep.include({ completion_rate: 0.25, starter_completion_rate: 0.5 });
    },
  );

  for (const [id, kind] of [
    ['event_Start', 'start'],
    ['event_MaybeLeave', 'leave'],
    ['event_Complete', 'complete'],
    ['event_StateHit', 'state_hit'],
    ['event_SolutionHit', 'solution_hit'],
    ['event_StateComplete', 'state_complete'],
  ] as const) {
    holds<unknown, Counts>(id, `a stored event of the kind ${kind}`, async ({ expected }) => {
      const listed = listedExploration('exp_id');
      const events = ndjson([{ event: kind, created_on: '2024-03-04T09:00:00Z', ...expected }]);
      const { tables, notes } = await oppiaProvider.read({ data: { dashboard: dashboardBody([listed]) }, events }, NO_NETWORK);
      const seconds = expected['client_time_spent_in_secs'] ?? expected['time_spent_in_state_secs'] ?? null;
      expect(notes.skipped).to.equal(undefined);
      expect(rowsOf(tables.get('oppia_events'), ['kind', 'exploration', 'session', 'state', 'seconds'])).to.deep.equal([
        { kind, exploration: 'exp_id', session: 'session_id', state: 'state_name', seconds: seconds as Value },
      ]);
    });
  }

  holds<{ answers: readonly { time_spent_in_sec: number }[]; session_id: string }, unknown>(
    'record_many_answers',
    'several answers in one state are as many attempts, and their time is the longest: it runs from entering the state',
    async ({ input }) => {
      const events = input.answers.map(({ time_spent_in_sec }, at) => ({
        event: 'answer_submitted',
        exp_id: 'exp1',
        session_id: input.session_id,
        state_name: 'Introduction',
        created_on: Date.UTC(2024, 2, 4) + 1000 * at,
        time_spent_in_state_secs: time_spent_in_sec,
      }));
      const data = { dashboard: dashboardBody([listedExploration('exp1')]) };
      const tables = await preparedTables(oppiaProvider, { data, events: ndjson(events) });
      expect(rowsOf(tables.get('sessions'), ['attempts', 'active_seconds'])).to.deep.equal([{ attempts: 3, active_seconds: 10 }]);
    },
  );

  holds<unknown, Counts>('feedback_analytics_dict', 'open and all threads of an exploration', async ({ expected }) => {
    const tables = await tablesOf(null, expected);
    expect(rowsOf(tables.get('explorations'), ['open_feedback', 'feedback'])).to.deep.equal([{ open_feedback: 1, feedback: 2 }]);
  });

  for (const id of ['feedback_thread_created_counts', 'feedback_thread_status_counts']) {
    holds<unknown, readonly Counts[]>(id, `thread counters at each step of ${id}`, async ({ expected }) => {
      for (const counters of expected) {
        const [row] = rowsOf((await tablesOf(null, { num_total_threads: null, ...counters })).get('explorations'), [
          'open_feedback',
          'feedback',
        ]);
        expect(row).to.deep.equal({ open_feedback: counters['num_open_threads'], feedback: counters['num_total_threads'] ?? null });
      }
    });
  }

  holds<unknown, number>(
    'feedback_total_open_two_explorations',
    'open threads of two explorations, one of them fixed',
    async ({ expected }) => {
      const dashboard_stats = { total_plays: 0, num_ratings: 0, average_ratings: null, total_open_feedback: expected };
      expect(await creatorOf({ dashboard_stats }, ['open_feedback'])).to.deep.equal({ open_feedback: 1 });
    },
  );

  for (const id of ['user_dashboard_stats_one_start', 'user_no_stats_model']) {
    holds<unknown, Counts>(id, `the dashboard's totals of ${id}`, async ({ expected }) => {
      expect(await creatorOf({ dashboard_stats: expected }, ['plays', 'ratings', 'average_rating'])).to.deep.equal({
        plays: expected['total_plays'],
        ratings: 0,
        average_rating: null,
      });
    });
  }

  holds<unknown, { weekly: readonly Counts[]; last_week: Counts }>(
    'user_weekly_stats_one_start',
    "last week's snapshot after one start",
    async ({ expected }) => {
      const last_week_stats = dated(expected.last_week, '2019-05-28');
      expect(await creatorOf({ last_week_stats }, ['plays_last_week', 'ratings_last_week', 'average_rating_last_week'])).to.deep.equal({
        plays_last_week: 1,
        ratings_last_week: 0,
        average_rating_last_week: null,
      });
    },
  );

  for (const id of ['weekly_job_no_values', 'weekly_job_with_values', 'weekly_job_creates_model']) {
    holds<unknown, readonly Counts[]>(
      id,
      `the weekly snapshot of ${id}: a total, of which the week is the difference`,
      async ({ expected }) => {
        const before = { '2024-02-26': { num_ratings: 0, average_ratings: null, total_plays: 0 } };
        const data = {
          dashboard: dashboardBody([listedExploration('exp1')]),
          user_stats: { weekly_creator_stats_list: [before, dated(expected[0]!, '2024-03-04')] },
        };
        const weeks = viewRows(await preparedTables(oppiaProvider, { data }), 'creator.trend');
        const { total_plays, average_ratings } = Object.values(expected[0]!)[0] as Record<string, Value>;
        expect(weeks.at(-1)).to.deep.include({ week: '2024-02-26', plays: total_plays, average_rating: average_ratings });
      },
    );
  }

  holds<readonly unknown[], readonly number[]>('creator_total_plays_stream', 'each start is one play of the week', async ({ expected }) => {
    const list = [0, ...expected].map((total_plays, at) => ({ [`2024-03-${String(4 + 7 * at).padStart(2, '0')}`]: { total_plays } }));
    const data = { dashboard: dashboardBody([listedExploration('exp1')]), user_stats: { weekly_creator_stats_list: list } };
    const weeks = viewRows(await preparedTables(oppiaProvider, { data }), 'creator.trend');
    expect(weeks.map(({ plays }) => plays)).to.deep.equal([null, 1, 1]);
  });

  it('are all run, or said why not', async function () {
    const { oracles } = await oppiaOracles(this);
    const known = new Set([...RUN_HERE, ...ELSEWHERE, ...Object.keys(NOT_OURS)]);
    expect(oracles.map(({ id }) => id).filter((id) => !known.has(id))).to.deep.equal([]);
  });
});

/** Nothing is fetched where the page hands its data over. */
const NO_NETWORK = {
  fetch: () => Promise.reject(new Error('Nothing is fetched.')),
  fetchJson: () => Promise.reject(new Error('Nothing is fetched.')),
  progress: () => undefined,
  signal: new AbortController().signal,
};
