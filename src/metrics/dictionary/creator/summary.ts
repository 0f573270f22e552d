import type { DictionaryEntry } from '../../types.js';
import { NO_LEARNERS, NO_TIME, SOURCES } from './sources.js';

const SUMMED = 'Where the host supplies no total, the sum over the explorations.';
const SNAPSHOT = 'Unknown where the host has no snapshot, or one that cannot be trusted.';

/** Columns of the creator's summary. */
export const SUMMARY_ENTRIES: readonly DictionaryEntry[] = [
  {
    id: 'creator.plays', label: 'Plays', definition: "All plays of the creator's explorations.", unit: 'plays', formula: 'total_plays',
    edgeCases: ['Guests and reloads count.', 'Not the sum of the listed plays: the two are counted apart.', SUMMED], source: SOURCES.dashboard,
  },
  {
    id: 'creator.starts', label: 'Starts', definition: 'Times the player was loaded, all explorations together.', unit: 'plays',
    formula: 'Σ starts', edgeCases: ['Explorations whose statistics are unknown are left out.'], source: SOURCES.statistics,
  },
  {
    id: 'creator.completions', label: 'Completions', definition: 'Loads of the player that reached an end, all explorations together.',
    unit: 'plays', formula: 'Σ completions', edgeCases: ['Explorations whose statistics are unknown are left out.'], source: SOURCES.statistics,
  },
  {
    id: 'creator.completion_rate', label: 'Completion rate', definition: 'Completions per start, all explorations together.', unit: 'fraction',
    formula: 'Σ completions / Σ starts',
    edgeCases: ['Of the explorations whose starts and completions are both known.', 'Unknown without starts.', 'Never clipped.'],
    source: "Oppia's improvements tab",
  },
  {
    id: 'creator.average_rating', label: 'Average rating', definition: 'Mean of all ratings of the creator, to two decimals.', unit: 'stars',
    formula: 'average_ratings',
    edgeCases: ['Unknown without a rating.', 'Where the host supplies no total, the mean over the explorations, weighted by ratings.'],
    source: SOURCES.dashboard,
  },
  {
    id: 'creator.ratings', label: 'Ratings', definition: "All ratings of the creator's explorations.", unit: 'ratings', formula: 'num_ratings',
    edgeCases: [SUMMED], source: SOURCES.dashboard,
  },
  {
    id: 'creator.open_feedback', label: 'Open feedback', definition: 'Feedback threads that are open.', unit: 'threads',
    formula: 'total_open_feedback', edgeCases: [], source: SOURCES.dashboard,
  },
  {
    id: 'creator.feedback', label: 'Feedback', definition: 'Feedback threads in any status.', unit: 'threads', formula: 'Σ feedback threads',
    edgeCases: [], source: SOURCES.dashboard,
  },
  {
    id: 'creator.subscribers', label: 'Subscribers', definition: 'People who subscribed to the creator.', unit: 'learners',
    formula: 'count(subscribers_list)', edgeCases: ['Only their number is read.'], source: SOURCES.dashboard,
  },
  {
    id: 'creator.average_engagement_seconds', label: 'Average time', unit: 'seconds',
    definition: 'Mean engagement time of all sessions whose time is known.', formula: 'mean(active seconds)',
    edgeCases: [
      NO_TIME,
      'Averages that a host supplies are weighted by starts where it supplies them for every exploration, else equally.',
    ],
    source: SOURCES.sessions,
  },
  {
    id: 'creator.learners', label: 'Learners', definition: "Distinct learners of the creator's explorations.", unit: 'learners',
    formula: 'num_learners', edgeCases: [NO_LEARNERS, 'Unknown for several explorations: who plays two would be counted twice.'],
    source: SOURCES.aggregated,
  },
  {
    id: 'creator.plays_last_week', label: 'Plays, last week', definition: 'All plays of the creator up to the last weekly snapshot.',
    unit: 'plays', formula: 'last_week_stats.total_plays', edgeCases: [SNAPSHOT], source: SOURCES.dashboard,
  },
  {
    id: 'creator.average_rating_last_week', label: 'Average rating, last week', unit: 'stars',
    definition: 'Mean of all ratings of the creator at the last weekly snapshot.',
    formula: 'last_week_stats.average_ratings', edgeCases: [SNAPSHOT, 'Unknown without a rating.'], source: SOURCES.dashboard,
  },
  {
    id: 'creator.ratings_last_week', label: 'Ratings, last week', definition: 'All ratings of the creator up to the last weekly snapshot.',
    unit: 'ratings', formula: 'last_week_stats.num_ratings', edgeCases: [SNAPSHOT], source: SOURCES.dashboard,
  },
];
