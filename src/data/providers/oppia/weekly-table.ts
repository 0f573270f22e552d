import { group } from 'd3-array';
import { engagementSummary } from '../../../metrics/engagement-summary.js';
import { everyPeriod, startOfPeriod } from '../../../metrics/period.js';
import { sumKnown } from '../../../metrics/sum-known.js';
import { columnsWithout } from '../../../metrics/tables.js';
import { weeklyDifferences } from '../../../metrics/weekly.js';
import type { CumulativeSnapshot } from '../../../metrics/weekly.js';
import type { Settings } from '../../provider.js';
import { TableBuilder } from '../../table.js';
import type { Table, Tables } from '../../table.js';
import { rowsOf } from '../rows.js';
import { isSeen } from './seen.js';
import type { Session } from './sessions.js';

/** What is known of sessions alone. */
const OF_SESSIONS = ['starts', 'completions', 'average_engagement_seconds', 'engagement_seconds', 'engagement_weight'];

/** What a week counts of a session. */
interface StartedSession extends Pick<Session, 'exploration' | 'startedAt' | 'activeSeconds'> {
  /** Null where that is unknown. */
  readonly completed: boolean | null;
}

/**
 * Rows of the creator from the weekly log (plays and ratings; no exploration), and where sessions are known, rows of each
 * exploration by the local week in which its sessions started. An exploration without a row in a week between the first and the last of
 * sessions was not started in it; a week in which none was has a row of the creator that says so. `engagement_seconds` over
 * `engagement_weight` is the average of several explorations: the sum of the known times and how many they are.
 */
export function weeklyTable(snapshot: Tables, sessions: readonly StartedSession[] | undefined, settings: Settings): Table {
  const builder = new TableBuilder('weekly', columnsWithout('weekly', ...(sessions === undefined ? OF_SESSIONS : [])));
  const seen = [...snapshotsSeen(snapshot, settings.now)];
  for (const { week, plays, ratings, averageRating, totalPlays, mark } of weeklyDifferences(seen)) {
    builder.push({ week, plays, ratings, average_rating: averageRating, total_plays: totalPlays, mark });
  }
  const weekOf = (session: StartedSession): string => startOfPeriod(session.startedAt, 'week', settings.timezone);
  const weeks = new Set<string>();
  for (const [exploration, byWeek] of group(sessions ?? [], (session) => session.exploration, weekOf)) {
    for (const [week, started] of byWeek) {
      weeks.add(week);
      const times = started.map((session) => session.activeSeconds);
      const { average, sessions: all, unknown } = engagementSummary(times);
      builder.push({
        exploration,
        week,
        starts: all,
        completions: sumKnown(started.map(({ completed }) => (completed === null ? null : Number(completed)))),
        average_engagement_seconds: average,
        engagement_seconds: sumKnown(times),
        engagement_weight: average === null ? null : all - unknown,
      });
    }
  }
  const completions = sessions?.some(({ completed }) => completed !== null) === true ? 0 : null;
  for (const week of everyPeriod([...weeks], 'week')) if (!weeks.has(week)) builder.push({ week, starts: 0, completions });
  return builder.build();
}

function* snapshotsSeen(snapshot: Tables, now: number): Generator<CumulativeSnapshot> {
  for (const row of rowsOf(snapshot.get('oppia_snapshots'))) {
    const date = row.text('date');
    if (date === null || !isSeen(date, now)) continue;
    yield { date, plays: row.number('plays'), ratings: row.number('ratings'), averageRating: row.number('average_rating') };
  }
}
