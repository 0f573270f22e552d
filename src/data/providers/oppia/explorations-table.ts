import { group } from 'd3-array';
import { completionRate, starterCompletionRate } from '../../../metrics/completion-rate.js';
import { ENGAGEMENT_COLUMNS } from '../../../metrics/engagement-columns.js';
import { engagementSummary } from '../../../metrics/engagement-summary.js';
import { ratingCount, ratingMean, wilsonLowerBound } from '../../../metrics/rating.js';
import { sumOfAll } from '../../../metrics/sum-known.js';
import { columnsWithout } from '../../../metrics/tables.js';
import type { Value } from '../../../metrics/types.js';
import { TableBuilder } from '../../table.js';
import type { Table, Tables } from '../../table.js';
import { rowsOf } from '../rows.js';
import type { Row } from '../rows.js';
import type { Session } from './sessions.js';

type Cells = Record<string, Value>;

/**
 * One row per listed exploration: what the handlers count, the rates of the metrics, and engagement time where sessions are
 * known. Attempts and solutions are the sums over its states, unknown where that of a state is, or where of an exploration that was started
 * no state is told. Those of the session log, which need not have all, stand in only where the host has given statistics of no
 * exploration, so that they are not compared with counts of everything; nothing stands in for statistics that come on demand.
 */
export function explorationsTable(
  snapshot: Tables,
  statesTable: Table,
  sessions: readonly Session[] | undefined,
  onDemand: boolean,
): Table {
  const histograms = histogramsOf(snapshot);
  const states = group([...rowsOf(statesTable)].map(answersOfState), (state) => state.exploration);
  const played = group(sessions ?? [], (session) => session.exploration);
  const unknown = ['hint_views', 'learners', ...(sessions === undefined ? ENGAGEMENT_COLUMNS : [])];
  const isCounted = (row: Row): boolean => row.flag('counted') === true;
  const isUncounted = !onDemand && ![...rowsOf(snapshot.get('explorations'))].some(isCounted);
  const builder = new TableBuilder('explorations', columnsWithout('explorations', ...unknown));
  for (const row of rowsOf(snapshot.get('explorations'))) {
    const exploration = row.text('exploration') ?? '';
    const own = sessions === undefined ? undefined : (played.get(exploration) ?? []);
    builder.push({
      ...listed(row),
      ...rates(row),
      ...rating(histograms.get(exploration)),
      ...(isCounted(row) ? answersOfStates(states.get(exploration) ?? [], row.number('starts')) : {}),
      ...(isUncounted ? answersOfSessions(own) : {}),
      ...(own === undefined ? {} : engagement(own)),
    });
  }
  return builder.build();
}

function listed(row: Row): Cells {
  return {
    exploration: row.text('exploration'),
    title: row.text('title'),
    status: row.text('status'),
    category: row.text('category'),
    ownership: row.text('ownership'),
    plays: row.number('plays'),
    starts: row.number('starts'),
    actual_starts: row.number('actual_starts'),
    completions: row.number('completions'),
    open_feedback: row.number('open_feedback'),
    feedback: row.number('feedback'),
    last_updated: row.number('last_updated'),
  };
}

function rates(row: Row): Cells {
  const completions = row.number('completions');
  const rate = completionRate(completions, row.number('starts'));
  return {
    completion_rate: rate,
    completion_rate_source: rate === null ? null : 'computed',
    starter_completion_rate: starterCompletionRate(completions, row.number('actual_starts')),
  };
}

function rating(histogram: Readonly<Record<string, number>> | undefined): Cells {
  if (histogram === undefined) return {};
  return { average_rating: ratingMean(histogram), ratings: ratingCount(histogram), rating_lower_bound: wilsonLowerBound(histogram) };
}

interface StateAnswers {
  readonly exploration: string;
  readonly answers: number | null;
  readonly solutionViews: number | null;
}

function answersOfState(row: Row): StateAnswers {
  return { exploration: row.text('exploration') ?? '', answers: row.number('answers'), solutionViews: row.number('solution_views') };
}

function answersOfStates(states: readonly StateAnswers[], starts: number | null): Cells {
  if (states.length === 0 && starts !== 0) return {};
  return { attempts: sumOfAll(states.map((state) => state.answers)), solution_views: sumOfAll(states.map((state) => state.solutionViews)) };
}

function answersOfSessions(sessions: readonly Session[] | undefined): Cells {
  if (sessions === undefined) return {};
  return {
    attempts: sessions.reduce((sum, session) => sum + session.attempts, 0),
    solution_views: sessions.reduce((sum, session) => sum + session.solutions, 0),
  };
}

function engagement(sessions: readonly Session[]): Cells {
  const summary = engagementSummary(sessions.map((session) => session.activeSeconds));
  return {
    average_engagement_seconds: summary.average,
    min_engagement_seconds: summary.min,
    max_engagement_seconds: summary.max,
    median_engagement_seconds: summary.median,
    sessions: summary.sessions,
    unknown_sessions: summary.unknown,
  };
}

function histogramsOf(snapshot: Tables): Map<string, Record<string, number>> {
  const histograms = new Map<string, Record<string, number>>();
  for (const row of rowsOf(snapshot.get('ratings'))) {
    const exploration = row.text('exploration') ?? '';
    const histogram = histograms.get(exploration) ?? {};
    histogram[String(row.number('stars'))] = row.number('ratings') ?? 0;
    histograms.set(exploration, histogram);
  }
  return histograms;
}
