import { sumKnown } from '../../../metrics/sum-known.js';
import { share } from '../../../metrics/share.js';
import { TableBuilder } from '../../table.js';
import type { Table } from '../../table.js';
import { explorationSums } from '../exploration-sums.js';
import { rowsOf } from '../rows.js';
import { columnsWithValues } from './columns-with-values.js';
import { weighted } from './weighted.js';

const COLUMNS = {
  plays: 'number',
  average_rating: 'number',
  ratings: 'number',
  starts: 'number',
  completions: 'number',
  completion_rate: 'number',
  feedback: 'number',
  learners: 'number',
  average_engagement_seconds: 'number',
} as const;

/**
 * The one row of the creator, made of the explorations because the host supplies no totals. Ratings and engagement times are
 * weighted means. Learners of several explorations are unknown: who plays two would be counted twice.
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
  const rated = rows.filter(({ rating, ratings }) => rating !== null && ratings !== null);
  const timed = weighted(rows);
  const builder = new TableBuilder('creator', COLUMNS);
  builder.push({
    plays: sumKnown(rows.map((row) => row.plays)),
    average_rating: share(sumKnown(rated.map((row) => (row.rating ?? 0) * (row.ratings ?? 0))), sumKnown(rated.map((row) => row.ratings))),
    ratings: sumKnown(rows.map((row) => row.ratings)),
    ...explorationSums(explorations),
    learners: rows.length === 1 ? rows[0]?.learners : null,
    average_engagement_seconds: share(
      sumKnown(timed.map(({ average, weight }) => (average === null || weight === null ? null : average * weight))),
      sumKnown(timed.map(({ weight }) => weight)),
    ),
  });
  return columnsWithValues(builder.build());
}
