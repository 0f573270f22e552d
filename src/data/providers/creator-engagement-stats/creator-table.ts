import { sumKnown } from '../../../metrics/sum-known.js';
import { columnsWithout } from '../../../metrics/tables.js';
import { weightedMean } from '../../../metrics/weighted-mean.js';
import { TableBuilder } from '../../table.js';
import type { Table } from '../../table.js';
import { explorationSums } from '../exploration-sums.js';
import { rowsOf } from '../rows.js';
import { columnsWithValues } from './columns-with-values.js';
import { weighted } from './weighted.js';

const NOT_SUPPLIED = ['open_feedback', 'subscribers', 'plays_last_week', 'average_rating_last_week', 'ratings_last_week', 'last_week'];

/**
 * The one row of the creator, made of the explorations because the host supplies no totals. Ratings and engagement times are
 * weighted means, ratings unknown where of one it is not known of how many they are. Learners of several explorations are unknown: who plays two would be counted twice.
 */
export function creatorTable(explorations: Table): Table {
  const rows = Array.from(rowsOf(explorations), (row) => ({
    plays: row.number('plays'),
    rating: row.number('average_rating'),
    ratings: row.number('ratings'),
    learners: row.number('learners'),
    average: row.number('average_engagement_seconds'),
    starts: row.number('starts'),
  }));
  const timed = weighted(rows);
  const builder = new TableBuilder('creator', columnsWithout('creator', ...NOT_SUPPLIED));
  builder.push({
    plays: sumKnown(rows.map((row) => row.plays)),
    average_rating: weightedMean(rows.map(({ rating, ratings }) => [rating, ratings])),
    ratings: sumKnown(rows.map((row) => row.ratings)),
    ...explorationSums(explorations),
    learners: rows.length === 1 ? rows[0]?.learners : null,
    average_engagement_seconds: weightedMean(timed.map(({ average, weight }) => [average, weight])),
  });
  return columnsWithValues(builder.build());
}
