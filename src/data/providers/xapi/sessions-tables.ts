import { group, mean } from 'd3-array';
import { completionRate } from '../../../metrics/completion-rate.js';
import { ENGAGEMENT_COLUMNS } from '../../../metrics/engagement-columns.js';
import { engagementSummary } from '../../../metrics/engagement-summary.js';
import { inLearningOrder, waysOfPaths } from '../../../metrics/learning-order.js';
import type { CardOrderSource } from '../../../metrics/learning-order.js';
import { sumKnown } from '../../../metrics/sum-known.js';
import { columnsOf, columnsWithout } from '../../../metrics/tables.js';
import type { Settings } from '../../provider.js';
import { TableBuilder } from '../../table.js';
import type { Table, Tables } from '../../table.js';
import { explorationSums } from '../exploration-sums.js';
import { insightsTable } from '../insights-table.js';
import { weeklyTable } from '../oppia/weekly-table.js';
import { seenStatements, SESSION_LOG } from './sessions-log.js';
import type { SessionStatement } from './sessions-statement.js';
import { trackedSessions } from './sessions.js';
import type { TrackedSession, TrackedVisit } from './sessions.js';

const COLUMNS = {
  sessions: columnsWithout('sessions', 'capped'),
  explorations: columnsOf('explorations', [
    'exploration',
    'title',
    'starts',
    'completions',
    'completion_rate',
    'completion_rate_source',
    ...ENGAGEMENT_COLUMNS,
    'attempts',
    'solution_views',
    'hint_views',
  ]),
  states: columnsWithout('states', 'terminal', 'useful_feedback', 'completions', 'retention', 'bounce_rate'),
  creator: columnsOf('creator', ['starts', 'completions', 'completion_rate', 'average_engagement_seconds']),
} as const;

/**
 * The normal tables of the creator's views from statements of learning sessions up to `now`: `sessions`, `explorations`, `states`,
 * `weekly`, `creator` and `insights`. None where the snapshot has no such statement.
 */
export function sessionTables(snapshot: Tables, settings: Settings): Tables {
  const log = snapshot.get(SESSION_LOG);
  if (log === undefined || log.length === 0) return new Map();
  const statements = [...seenStatements(log, settings)];
  const sessions = trackedSessions(statements);
  const titles = newestTitles(statements);
  const explorations = explorationsTable(sessions, titles);
  const made = [
    sessionsTable(sessions),
    explorations,
    statesTable(sessions),
    weeklyTable(new Map(), sessions, settings),
    creatorTable(sessions, explorations),
  ];
  const tables = new Map(made.map((table) => [table.name, table]));
  return tables.set('insights', insightsTable(tables, settings));
}

/** By exploration, whatever the order of the statements; of equal times that of the later one. */
function newestTitles(statements: readonly SessionStatement[]): ReadonlyMap<string, string> {
  const inTime = [...statements].sort((a, b) => a.time - b.time);
  return new Map(inTime.flatMap(({ exploration, title }): [string, string][] => (title === null ? [] : [[exploration, title]])));
}

function sessionsTable(sessions: readonly TrackedSession[]): Table {
  const builder = new TableBuilder('sessions', COLUMNS.sessions);
  for (const { exploration, session, startedAt, activeSeconds, completed, attempts, solutions, hints } of sessions) {
    builder.push({ exploration, session, started_at: startedAt, active_seconds: activeSeconds, completed, attempts, solutions, hints });
  }
  return builder.build();
}

/** A session is a start. Completions are unknown where no session says whether it was completed. */
function explorationsTable(sessions: readonly TrackedSession[], titles: ReadonlyMap<string, string>): Table {
  const builder = new TableBuilder('explorations', COLUMNS.explorations);
  for (const [exploration, own] of group(sessions, (session) => session.exploration)) {
    const time = engagementSummary(own.map((session) => session.activeSeconds));
    const completions = sumKnown(own.map(({ completed }) => (completed === null ? null : Number(completed))));
    const rate = completionRate(completions, own.length);
    builder.push({
      exploration,
      title: titles.get(exploration),
      starts: own.length,
      completions,
      completion_rate: rate,
      completion_rate_source: rate === null ? null : 'computed',
      average_engagement_seconds: time.average,
      min_engagement_seconds: time.min,
      max_engagement_seconds: time.max,
      median_engagement_seconds: time.median,
      sessions: time.sessions,
      unknown_sessions: time.unknown,
      attempts: sumKnown(own.map((session) => session.attempts)),
      solution_views: sumKnown(own.map((session) => session.solutions)),
      hint_views: sumKnown(own.map((session) => session.hints)),
    });
  }
  return builder.build();
}

/** States in the order in which learners meet them, as sessions went from one to the other. */
function statesTable(sessions: readonly TrackedSession[]): Table {
  const builder = new TableBuilder('states', COLUMNS.states);
  for (const [exploration, own] of group(sessions, (session) => session.exploration)) {
    const stays = own.flatMap(({ session, visits }) => visits.map((visit) => ({ ...visit, session })));
    const states = Array.from(
      group(
        stays.filter(({ state }) => state !== null),
        ({ state }) => state,
      ),
      ([state, visits]) => {
        return { card: state, visits, reached: new Set(visits.map(({ session }) => session)).size };
      },
    );
    const ways = waysOfPaths(own.map(({ visits }) => pathOf(visits)));
    for (const [order, { card, visits, reached }] of inLearningOrder(states, ways).entries()) {
      builder.push({
        exploration,
        state: card,
        state_order: order,
        order_source: 'sessions' satisfies CardOrderSource,
        first_hits: reached,
        ...ofVisits(visits),
      });
    }
  }
  return builder.build();
}

function pathOf(visits: readonly TrackedVisit[]): readonly string[] {
  const placed = visits.filter(({ number }) => Number.isFinite(number));
  return placed.sort((a, b) => a.number - b.number).flatMap(({ state }) => state ?? []);
}

function ofVisits(visits: readonly TrackedVisit[]): Record<string, number | null> {
  return {
    hits: visits.length,
    answers: sumKnown(visits.map((visit) => visit.attempts)),
    solution_views: sumKnown(visits.map((visit) => visit.solutions)),
    hint_views: sumKnown(visits.map((visit) => visit.hints)),
    average_seconds: mean(visits, (visit) => visit.activeSeconds) ?? null,
  };
}

function creatorTable(sessions: readonly TrackedSession[], explorations: Table): Table {
  const builder = new TableBuilder('creator', COLUMNS.creator);
  const { average } = engagementSummary(sessions.map((session) => session.activeSeconds));
  builder.push({ ...explorationSums(explorations), average_engagement_seconds: average });
  return builder.build();
}
