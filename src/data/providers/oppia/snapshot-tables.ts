import { columnsOf, columnsWithout } from '../../../metrics/tables.js';
import type { ColumnTypes } from '../../../metrics/tables.js';
import type { Value } from '../../../metrics/types.js';
import { isDate } from '../../../metrics/week.js';
import { TableBuilder } from '../../table.js';
import type { Table } from '../../table.js';
import type { OppiaBodies } from './read-bodies.js';
import type { CreatorTotals, ListedExploration } from './dashboard.js';
import { areThreadsRead } from './feedback.js';
import type { FeedbackThread } from './feedback.js';
import type { CardIssue } from './issues.js';
import type { StateCounts } from './statistics.js';
import type { CardWay } from './structure.js';

/** Columns of the snapshot: counts and texts as the handlers give them, before any formula. */
const COLUMNS = {
  explorations: {
    ...columnsOf('explorations', [
      'exploration',
      'title',
      'status',
      'category',
      'ownership',
      'plays',
      'open_feedback',
      'feedback',
      'last_updated',
      'starts',
      'actual_starts',
      'completions',
    ]),
    counted: 'boolean',
    threads_read: 'boolean',
    cards_read: 'boolean',
  },
  states: columnsOf('states', [
    'exploration',
    'state',
    'first_hits',
    'hits',
    'answers',
    'useful_feedback',
    'solution_views',
    'completions',
  ]),
  ratings: columnsWithout('ratings'),
  feedback: columnsWithout('feedback'),
  oppia_ways: { exploration: 'category', from: 'category', to: 'category' },
  issues: columnsWithout('issues'),
  oppia_snapshots: { date: 'category', ...columnsOf('creator', ['plays', 'ratings', 'average_rating']) },
  creator: columnsWithout('creator', 'starts', 'completions', 'completion_rate', 'feedback', 'learners', 'average_engagement_seconds'),
} as const satisfies Record<string, ColumnTypes>;

/**
 * What the handlers say as tables, free of settings. `counted`, `threads_read` and `cards_read` tell whether the parts of an
 * exploration are there; with `onDemand` they are unknown until they have been asked for, and there are no threads to ask for
 * where the dashboard counts none.
 */
export function snapshotTables(bodies: OppiaBodies, onDemand: boolean): Map<string, Table> {
  const { dashboard, feedback, ways, issues } = bodies;
  const tables = [
    explorationsTable(bodies, onDemand),
    statesTable(bodies),
    ratingsTable(dashboard.explorations),
    snapshotsTable(bodies),
    creatorTable(dashboard.creator),
    tableOf(
      'oppia_ways',
      [...ways].flatMap(([id, own]) => own.map((way) => wayRow(id, way))),
    ),
    ...(issues === undefined && !onDemand ? [] : [tableOf('issues', [...(issues?.values() ?? [])].flat().map(issueRow))]),
    ...(feedback === undefined && !onDemand ? [] : [tableOf('feedback', [...(feedback?.values() ?? [])].flat().map(feedbackRow))]),
  ];
  return new Map(tables.map((table) => [table.name, table]));
}

/** A table of the snapshot with these rows. */
export function tableOf(name: keyof typeof COLUMNS, rows: readonly Readonly<Record<string, Value | undefined>>[]): Table {
  const builder = new TableBuilder(name, COLUMNS[name]);
  for (const row of rows) builder.push(row);
  return builder.build();
}

/** A thread as a row of its table. */
export function feedbackRow({ lastUpdated, ...thread }: FeedbackThread): Record<string, Value> {
  return { ...thread, last_updated: lastUpdated };
}

/** A state of an exploration as a row of its table. */
export function stateRow(exploration: string, counts: StateCounts): Record<string, Value> {
  return {
    exploration,
    state: counts.state,
    first_hits: counts.firstHits,
    hits: counts.hits,
    answers: counts.answers,
    useful_feedback: counts.usefulFeedback,
    solution_views: counts.solutionViews,
    completions: counts.completions,
  };
}

/** A way between cards as a row of its table. */
export function wayRow(exploration: string, { from, to }: CardWay): Record<string, Value> {
  return { exploration, from, to };
}

/** What was noted about a card as a row of its table. */
export function issueRow({ exploration, state, issue }: CardIssue): Record<string, Value> {
  return { exploration, state, issue };
}

function explorationsTable({ dashboard: { explorations }, statistics, feedback, issues }: OppiaBodies, onDemand: boolean): Table {
  const rows = explorations.map((listed) => {
    const counts = statistics.get(listed.exploration);
    return {
      exploration: listed.exploration,
      title: listed.title,
      status: listed.status,
      category: listed.category,
      ownership: listed.ownership,
      plays: listed.plays,
      open_feedback: listed.openFeedback,
      feedback: listed.feedback,
      last_updated: listed.lastUpdated,
      starts: counts?.starts,
      actual_starts: counts?.actualStarts,
      completions: counts?.completions,
      counted: onDemand ? null : counts !== undefined,
      threads_read:
        onDemand && listed.feedback !== 0
          ? null
          : feedback === undefined || areThreadsRead(listed.feedback, feedback.get(listed.exploration)),
      cards_read: onDemand ? null : issues === undefined || issues.has(listed.exploration),
    };
  });
  return tableOf('explorations', rows);
}

function statesTable({ dashboard: { explorations }, statistics }: OppiaBodies): Table {
  const rows = explorations.flatMap(({ exploration }) =>
    (statistics.get(exploration)?.states ?? []).map((counts) => stateRow(exploration, counts)),
  );
  return tableOf('states', rows);
}

function ratingsTable(explorations: readonly ListedExploration[]): Table {
  const builder = new TableBuilder('ratings', COLUMNS.ratings);
  for (const { exploration, ratings } of explorations) {
    for (const [stars, count] of Object.entries(ratings ?? {})) builder.push({ exploration, stars: Number(stars), ratings: count });
  }
  return builder.build();
}

/** The weekly log, then last week's snapshot where the log has none of its date. */
function snapshotsTable({ dashboard, weeklyLog }: OppiaBodies): Table {
  const { lastWeek } = dashboard.creator;
  const missing = lastWeek !== null && isDate(lastWeek.date) && !weeklyLog.some(({ date }) => date === lastWeek.date);
  const builder = new TableBuilder('oppia_snapshots', COLUMNS.oppia_snapshots);
  for (const { date, plays, ratings, averageRating } of missing ? [...weeklyLog, lastWeek] : weeklyLog) {
    builder.push({ date, plays, ratings, average_rating: averageRating });
  }
  return builder.build();
}

function creatorTable(creator: CreatorTotals): Table {
  const { lastWeek } = creator;
  const builder = new TableBuilder('creator', COLUMNS.creator);
  builder.push({
    plays: creator.plays,
    average_rating: creator.averageRating,
    ratings: creator.ratings,
    open_feedback: creator.openFeedback,
    subscribers: creator.subscribers,
    plays_last_week: lastWeek?.plays,
    average_rating_last_week: lastWeek?.averageRating,
    ratings_last_week: lastWeek?.ratings,
    last_week: lastWeek !== null && isDate(lastWeek.date) ? lastWeek.date : null,
  });
  return builder.build();
}
