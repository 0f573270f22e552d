import type { Defined } from '../../types.js';
import { SOURCES } from './sources.js';

/** Columns of the ratings by number of stars. */
export const RATING_ENTRIES: readonly Defined[] = [
  {
    id: 'ratings.exploration',
    label: 'Exploration',
    definition: 'The id of the exploration that was rated.',
    unit: 'text',
    formula: 'id',
    edgeCases: [],
    source: SOURCES.dashboard,
  },
  {
    id: 'ratings.stars',
    label: 'Stars',
    definition: 'Number of stars, 1 to 5.',
    unit: 'items',
    formula: 'stars',
    edgeCases: [],
    source: SOURCES.dashboard,
  },
  {
    id: 'ratings.ratings',
    label: 'Ratings',
    definition: 'Ratings with this number of stars.',
    unit: 'ratings',
    formula: 'ratings[stars]',
    edgeCases: ['0 where nobody gave that many stars.'],
    source: SOURCES.dashboard,
  },
  {
    id: 'ratings-given',
    label: 'Ratings',
    definition: 'Ratings with this number of stars, of all explorations shown.',
    unit: 'ratings',
    formula: 'Σ ratings[stars]',
    edgeCases: ['Unknown where the host supplies averages only.'],
    aggregate: { op: 'sum', field: 'ratings' },
    source: SOURCES.dashboard,
  },
];
