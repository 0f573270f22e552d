import { expect } from '@open-wc/testing';
import { creatorEngagementStatsProvider } from '../../../src/data/providers/creator-engagement-stats.js';
import { oppiaProvider } from '../../../src/data/providers/oppia.js';
import { createEngine } from '../../../src/data/engine/create-engine.js';
import { dictionaryEntry } from '../../../src/metrics/dictionary.js';
import { viewSpec } from '../../../src/metrics/views.js';
import { CREATOR_VIEWS } from '../../../src/metrics/views/creator.js';
import { dashboardBody, listedExploration, loggedEvent, ndjson, statisticsBody } from '../../support/oppia-bodies.js';
import { preparedTables, viewRows } from '../../support/prepared.js';

const COLUMNS = new Map([
  [
    'creator.summary',
    'plays, starts, completions, completion_rate, average_rating, ratings, open_feedback, feedback, subscribers, average_engagement_seconds, learners, plays_last_week, average_rating_last_week, ratings_last_week',
  ],
  [
    'creator.explorations',
    'exploration, title, status, category, plays, starts, actual_starts, completions, completion_rate, starter_completion_rate, average_rating, ratings, rating_lower_bound, open_feedback, feedback, average_engagement_seconds, min_engagement_seconds, max_engagement_seconds, median_engagement_seconds, attempts, solution_views, hint_views, learners, last_updated, completion_rate_source, ownership',
  ],
  [
    'creator.engagement',
    'exploration, title, average_engagement_seconds, min_engagement_seconds, max_engagement_seconds, median_engagement_seconds, sessions, unknown_sessions',
  ],
  ['creator.attempts', 'exploration, state, attempts, solution_views, hint_views'],
  [
    'creator.states',
    'exploration, state, first_hits, hits, answers, useful_feedback, solution_views, completions, retention, bounce_rate, average_seconds, order_source, terminal',
  ],
  ['creator.ratings', 'exploration, stars, ratings'],
  ['creator.trend', 'week, plays, starts, completions, average_rating, average_engagement_seconds'],
  ['creator.feedback', 'exploration, thread, status, subject, state, messages, last_updated, title'],
  ['creator.issues', 'exploration, state, issue'],
  ['creator.demographics', 'exploration, dimension, group, learners'],
  ['creator.insights', 'exploration, kind, metric, value, expected, low, high, learners, title, state, week, other_starts'],
]);

const STATE = {
  total_answers_count: 10,
  useful_feedback_count: 4,
  total_hit_count: 20,
  first_hit_count: 7,
  num_times_solution_viewed: 2,
  num_completions: 5,
};
const DATA = {
  dashboard: dashboardBody(
    [listedExploration('slow', { status: 'private' }), listedExploration('quick', { category: 'Music' }), listedExploration('silent')],
    { last_week_stats: { '2024-02-26': { num_ratings: 1, average_ratings: 4, total_plays: 6 } } },
  ),
  statistics: {
    slow: statisticsBody([10, 5, 2], { A: STATE, B: { ...STATE, first_hit_count: 3 } }),
    quick: statisticsBody([20, 9, 8], { C: STATE }),
  },
  feedback: {
    slow: {
      feedback_thread_dicts: [
        { thread_id: 'exploration.slow.1', status: 'open', state_name: 'A', message_count: 1, last_updated_msecs: 1 },
      ],
    },
  },
  user_stats: { weekly_creator_stats_list: [{ '2024-03-04': { num_ratings: 2, average_ratings: 3.11, total_plays: 10 } }] },
};
const EVENTS = ndjson([
  loggedEvent('start', 's1', 0, 'A', 0, 'slow'),
  loggedEvent('answer_submitted', 's1', 50, 'A', 50, 'slow'),
  loggedEvent('complete', 's1', 50, 'B', 0, 'slow'),
  loggedEvent('start', 's2', 0, 'A', 0, 'slow'),
  loggedEvent('answer_submitted', 's2', 70, 'A', 70, 'slow'),
  loggedEvent('start', 's3', 0, 'A', 0, 'slow'),
  loggedEvent('start', 's4', 0, 'C', 0, 'quick'),
  loggedEvent('answer_submitted', 's4', 30, 'C', 30, 'quick'),
]);

describe("the creator's views", () => {
  it('have the columns of the contract, and every one has its meaning', async () => {
    expect([...CREATOR_VIEWS.keys()]).to.have.members([...COLUMNS.keys()]);
    const engine = createEngine(await preparedTables(oppiaProvider, { data: DATA, events: EVENTS }), { timezone: 'UTC' });
    for (const [view, names] of COLUMNS) {
      const { columns } = engine.view(viewSpec(view)!);
      expect(columns.map((column) => column.name).join(', ')).to.equal(names);
      for (const { meaning } of columns) expect(dictionaryEntry(meaning), `${view}: ${meaning}`).to.have.property('id', meaning);
    }
  });

  it('show engagement time per exploration, the longest first and the unknown last', async () => {
    const tables = await preparedTables(oppiaProvider, { data: DATA, events: EVENTS });
    expect(viewRows(tables, 'creator.engagement').map(({ title: _, ...row }) => Object.values(row))).to.deep.equal([
      ['slow', 60, 50, 70, 60, 3, 1],
      ['quick', 30, 30, 30, 30, 1, 0],
      ['silent', null, null, null, null, 0, 0],
    ]);
  });

  it('are there, and unknown, where Oppia records nothing', async () => {
    const tables = await preparedTables(oppiaProvider, { data: DATA });
    expect(
      viewRows(tables, 'creator.engagement').map((row) => [row['exploration'], row['average_engagement_seconds'], row['sessions']]),
    ).to.deep.equal([
      ['slow', null, null],
      ['quick', null, null],
      ['silent', null, null],
    ]);
    expect(viewRows(tables, 'creator.demographics')).to.deep.equal([]);
    expect(viewRows(tables, 'creator.explorations').map((row) => [row['hint_views'], row['learners']])).to.deep.equal([
      [null, null],
      [null, null],
      [null, null],
    ]);
  });

  it('say that a filter on what is not recorded has no answer', async () => {
    const tables = await preparedTables(oppiaProvider, { data: DATA });
    const clause = { origin: 'page', field: 'average_engagement_seconds', range: [0, 60] as const };
    const { unanswered, length } = createEngine(tables, { timezone: 'UTC' }).view(viewSpec('creator.explorations')!, { clauses: [clause] });
    expect([unanswered, length]).to.deep.equal([[clause], 3]);
  });

  it('filter each other by exploration, category and numbers', async () => {
    const tables = await preparedTables(oppiaProvider, { data: DATA, events: EVENTS });
    const of = (view: string, field: string, rest: object) => viewRows(tables, view, { clauses: [{ origin: 'x', field, ...rest }] });
    expect(of('creator.states', 'exploration', { in: ['slow'] }).map((row) => row['state'])).to.deep.equal(['A', 'B']);
    expect(of('creator.states', 'category', { in: ['Music'] }).map((row) => row['state'])).to.deep.equal(['C']);
    expect(of('creator.ratings', 'completion_rate', { range: [0.3, 1] })).to.have.length(5);
    expect(of('creator.trend', 'exploration', { in: ['quick'] }).map((row) => [row['week'], row['plays'], row['starts']])).to.deep.equal([
      ['2024-03-04', null, 1],
    ]);
  });

  it('sum up the creator', async () => {
    const tables = await preparedTables(oppiaProvider, { data: DATA, events: EVENTS });
    expect(viewRows(tables, 'creator.summary')).to.deep.equal([
      {
        plays: 10,
        starts: 30,
        completions: 10,
        completion_rate: 1 / 3,
        average_rating: 3.11,
        ratings: 2,
        open_feedback: 0,
        feedback: 0,
        subscribers: 1,
        average_engagement_seconds: 50,
        learners: null,
        plays_last_week: 6,
        average_rating_last_week: 4,
        ratings_last_week: 1,
      },
    ]);
  });

  it('show the weeks of the log and of the sessions as one trend', async () => {
    const tables = await preparedTables(oppiaProvider, { data: DATA, events: EVENTS });
    expect(viewRows(tables, 'creator.trend').map((row) => Object.values(row))).to.deep.equal([
      ['2024-02-19', null, null, null, 4, null],
      ['2024-02-26', 4, null, null, 3.11, null],
      ['2024-03-04', null, 4, 1, null, 50],
    ]);
  });

  it('show attempts by card, and by exploration where a host knows no cards', async () => {
    const oppia = await preparedTables(oppiaProvider, { data: DATA });
    expect(viewRows(oppia, 'creator.attempts').map((row) => Object.values(row))).to.deep.equal([
      ['slow', 'A', 10, 2, null],
      ['slow', 'B', 10, 2, null],
      ['quick', 'C', 10, 2, null],
    ]);
    const supplied = await preparedTables(creatorEngagementStatsProvider, {
      data: { explorations: [{ id: 'a', num_attempts: 9, hint_views: 3 }] },
    });
    expect(viewRows(supplied, 'creator.attempts').map((row) => Object.values(row))).to.deep.equal([['a', null, 9, null, 3]]);
    expect(viewRows(supplied, 'creator.states')).to.deep.equal([]);
  });
});
