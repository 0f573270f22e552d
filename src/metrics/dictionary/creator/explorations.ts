import type { DictionaryEntry } from '../../types.js';
import { NO_LEARNERS, SOURCES } from './sources.js';

/** Columns of explorations, but for engagement time and help. */
export const EXPLORATION_ENTRIES: readonly DictionaryEntry[] = [
  {
    id: 'explorations.exploration', label: 'Exploration', definition: 'The id of the exploration.', unit: 'text',
    formula: 'id', edgeCases: [], source: SOURCES.dashboard,
  },
  {
    id: 'explorations.title', label: 'Title', definition: 'The title of the exploration.', unit: 'text',
    formula: 'title', edgeCases: ['Empty for an exploration that was never named.'], source: SOURCES.dashboard,
  },
  {
    id: 'explorations.status', label: 'Status', definition: 'Whether the exploration is published or private.', unit: 'text',
    formula: 'status', edgeCases: ['The list has every exploration that the creator owns or edits.'], source: SOURCES.dashboard,
  },
  {
    id: 'explorations.category', label: 'Category', definition: 'The category of the exploration.', unit: 'text',
    formula: 'category', edgeCases: [], source: SOURCES.dashboard,
  },
  {
    id: 'explorations.plays', label: 'Plays', definition: 'Times the player was loaded, as the dashboard lists them.', unit: 'plays',
    formula: 'num_views', edgeCases: ['Guests and reloads count.', "Not the creator's total of plays: the two are counted apart."],
    source: SOURCES.dashboard,
  },
  {
    id: 'explorations.starts', label: 'Starts', definition: 'Times the player was loaded.', unit: 'plays',
    formula: 'num_starts', edgeCases: ['Guests and reloads count.', 'May fall after the exploration is reverted to an earlier version.'],
    source: SOURCES.statistics,
  },
  {
    id: 'explorations.actual_starts', label: 'Actual starts', unit: 'plays',
    definition: 'Loads of the player in which a first answer was given on the first card.',
    formula: 'num_actual_starts', edgeCases: ['May fall after a revert.'], source: SOURCES.statistics,
  },
  {
    id: 'explorations.completions', label: 'Completions', definition: 'Loads of the player that reached an end.', unit: 'plays',
    formula: 'num_completions', edgeCases: ['May exceed starts: the two are posted apart, and either can be lost.'], source: SOURCES.statistics,
  },
  {
    id: 'explorations.completion_rate', label: 'Completion rate', definition: 'Completions per start.', unit: 'fraction',
    formula: 'completions / starts',
    edgeCases: [
      'Unknown without starts.',
      'May exceed 100 %; it is never clipped.',
      'Where a host supplies a rate without both counts, it is shown as supplied; of what is not stated.',
    ],
    source: "Oppia's improvements tab",
  },
  {
    id: 'explorations.completion_rate_source', label: 'Rate from', unit: 'text',
    definition: 'Whether the completion rate was computed from starts and completions, or is shown as the host supplied it.',
    formula: 'computed | supplied', edgeCases: ['A supplied rate is never compared with a computed one.'], source: SOURCES.aggregated,
  },
  {
    id: 'explorations.starter_completion_rate', label: 'Starters who complete', unit: 'fraction',
    definition: 'Completions per actual start: of those who gave a first answer, how many reached an end.',
    formula: 'completions / actual starts', edgeCases: ['Unknown without actual starts.', 'May exceed 100 %; it is never clipped.'],
    source: SOURCES.statistics,
  },
  {
    id: 'explorations.average_rating', label: 'Average rating', definition: 'Mean of all stars given to the exploration.', unit: 'stars',
    formula: 'Σ(stars × ratings) / Σ ratings', edgeCases: ['Unknown without a rating.'], source: SOURCES.dashboard,
  },
  {
    id: 'explorations.ratings', label: 'Ratings', definition: 'Ratings given to the exploration.', unit: 'ratings',
    formula: 'Σ ratings', edgeCases: ['A learner who changes a rating counts once.'], source: SOURCES.dashboard,
  },
  {
    id: 'explorations.rating_lower_bound', label: 'Rating, at least', unit: 'stars',
    definition: 'What the average rating is at least, with 95 % confidence, given how few ratings there are.',
    formula: '1 + 4 × Wilson lower bound of (average − 1) / 4, z = 1.96', edgeCases: ['Unknown without a rating, where Oppia takes 0.'],
    source: "Oppia's scaled rating; E. B. Wilson, JASA 22 (1927)",
  },
  {
    id: 'explorations.open_feedback', label: 'Open feedback', definition: 'Feedback threads that are open.', unit: 'threads',
    formula: 'num_open_threads', edgeCases: [], source: SOURCES.dashboard,
  },
  {
    id: 'explorations.feedback', label: 'Feedback', definition: 'Feedback threads in any status.', unit: 'threads',
    formula: 'num_total_threads', edgeCases: [], source: SOURCES.dashboard,
  },
  {
    id: 'explorations.learners', label: 'Learners', definition: 'Distinct learners of the exploration, as the host counts them.', unit: 'learners',
    formula: 'num_learners', edgeCases: [NO_LEARNERS], source: SOURCES.aggregated,
  },
  {
    id: 'explorations.last_updated', label: 'Last updated', definition: 'When the exploration was last changed.', unit: 'instant',
    formula: 'last_updated_msec', edgeCases: [], source: SOURCES.dashboard,
  },
];
