import { engagementSummary } from '../../../metrics/engagement-summary.js';
import { columnsWithout } from '../../../metrics/tables.js';
import { TableBuilder } from '../../table.js';
import type { Table, Tables } from '../../table.js';
import { explorationSums } from '../exploration-sums.js';
import { rowsOf } from '../rows.js';
import type { Row } from '../rows.js';
import { isSeen } from './seen.js';
import type { Session } from './sessions.js';

const TOTALS = ['plays', 'average_rating', 'ratings', 'open_feedback', 'subscribers'] as const;
const LAST_WEEK = ['plays_last_week', 'average_rating_last_week', 'ratings_last_week'] as const;

/**
 * The one row of the creator: totals of the dashboard, sums over the explorations, and the mean over all sessions whose time is
 * known. A snapshot of last week that is later than `now` is not seen. While statistics of an exploration were not asked for yet,
 * what they sum up to is unknown.
 */
export function creatorTable(snapshot: Tables, explorations: Table, sessions: readonly Session[] | undefined, now: number): Table {
  const unknown = ['learners', ...(sessions === undefined ? ['average_engagement_seconds'] : [])];
  const builder = new TableBuilder('creator', columnsWithout('creator', ...unknown));
  const { feedback, ...counted } = explorationSums(explorations);
  const isWaiting = [...rowsOf(snapshot.get('explorations'))].some((row) => row.flag('counted') === null);
  for (const row of rowsOf(snapshot.get('creator'))) {
    const lastWeek = row.text('last_week');
    const seen = lastWeek === null || isSeen(lastWeek, now);
    builder.push({
      ...numbersOf(row, TOTALS),
      ...(seen ? { ...numbersOf(row, LAST_WEEK), last_week: lastWeek } : {}),
      ...(isWaiting ? {} : counted),
      feedback,
      average_engagement_seconds: engagementSummary((sessions ?? []).map((session) => session.activeSeconds)).average,
    });
  }
  return builder.build();
}

function numbersOf(row: Row, names: readonly string[]): Record<string, number | null> {
  return Object.fromEntries(names.map((name) => [name, row.number(name)]));
}
