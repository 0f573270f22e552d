import { averageRating } from '../../metrics/average-rating.js';
import { averageTime } from '../../metrics/average-time.js';
import { sumOfEach } from '../../metrics/sum-known.js';
import { columnsWithout } from '../../metrics/tables.js';
import { timedSessions } from '../../metrics/timed-sessions.js';
import { TableBuilder } from '../table.js';
import type { Table } from '../table.js';
import { columnsWithValues } from './columns-with-values.js';
import { explorationSums } from './exploration-sums.js';
import { rowsOf } from './rows.js';

const NOT_SUPPLIED = ['subscribers', 'plays_last_week', 'average_rating_last_week', 'ratings_last_week', 'last_week'];

/**
 * The one row of the creator, made of the explorations because the host supplies no totals. Plays, ratings and open threads are unknown
 * where those of one exploration are; the rating is that of `averageRating`. Learners of several explorations are unknown: who plays two
 * would be counted twice. Average times are weighted as `timeWeighting` says.
 */
export function creatorOfExplorations(explorations: Table): Table {
  const isOfAll = !explorations.columns.has('unknown_sessions');
  const rows = Array.from(rowsOf(explorations), (row) => ({
    plays: row.number('plays'),
    average_rating: row.number('average_rating'),
    ratings: row.number('ratings'),
    open: row.number('open_feedback'),
    learners: row.number('learners'),
    time: {
      average: row.number('average_engagement_seconds'),
      timed: timedSessions({ sessions: row.number('sessions'), unknown: row.number('unknown_sessions') }, isOfAll),
      starts: row.number('starts'),
    },
  }));
  const builder = new TableBuilder('creator', columnsWithout('creator', ...NOT_SUPPLIED));
  builder.push({
    plays: sumOfEach(rows.map((row) => row.plays)),
    average_rating: averageRating(rows),
    ratings: sumOfEach(rows.map((row) => row.ratings)),
    ...explorationSums(explorations),
    open_feedback: sumOfEach(rows.map((row) => row.open)),
    learners: rows.length === 1 ? rows[0]?.learners : null,
    average_engagement_seconds: averageTime(rows.map(({ time }) => time)),
  });
  return columnsWithValues(builder.build());
}
