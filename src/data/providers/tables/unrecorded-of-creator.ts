import type { Tables } from '../../table.js';
import { hasCounts } from '../insights-table.js';

/** Why a column of a table that was given is unknown in every row. */
export const NO_COLUMN = 'The tables that were given do not have this column.';

const NO_TABLE = 'The tables that were given do not have this one.';
const NO_COUNTS = 'The tables that were given do not say how many learners started and completed.';
const NO_SESSIONS = 'The tables that were given do not say of how many sessions times are.';

/** What the completion rate of all explorations is of: rates that are supplied are of what is not stated. */
const COUNTS = ['starts', 'completions'];

/** Where sessions are told of one exploration, the time of all is unknown unless they are of each that has a time. */
const TIMED = ['average_engagement_seconds', 'sessions'];

/** Columns of `creator` that explorations do not come to. */
const NOT_SUMMED = ['subscribers', 'plays_last_week', 'average_rating_last_week', 'ratings_last_week'];

/** Why tables of a creator tell nothing: that they were not given is no sign that there is no exploration, feedback or difference. */
export function unrecordedOfCreator(given: Tables): Readonly<Record<string, string>> {
  const explorations = given.get('explorations');
  const reasons: Record<string, string> = {};
  if (!given.has('feedback')) reasons['feedback.thread'] = NO_TABLE;
  if (!given.has('issues')) reasons['issues.issue'] = NO_TABLE;
  if (explorations === undefined) reasons['explorations'] = NO_TABLE;
  if (!given.has('insights') && (explorations === undefined || !hasCounts(given))) reasons['insights'] = NO_COUNTS;
  if (given.has('creator')) return reasons;
  if (explorations === undefined) return { ...reasons, creator: NO_TABLE };
  if (explorations.length === 0) return reasons;
  for (const column of NOT_SUMMED) reasons[`creator.${column}`] = NO_COLUMN;
  if (!COUNTS.every((name) => explorations.columns.has(name))) reasons['creator.completion_rate'] = NO_COUNTS;
  if (TIMED.every((name) => explorations.columns.has(name))) reasons['creator.average_engagement_seconds'] = NO_SESSIONS;
  return reasons;
}
