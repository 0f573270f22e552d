import type { Defined } from '../../types.js';
import { NO_TIME, SOURCES } from './sources.js';

const WEEKLY_LOG = "Oppia's weekly snapshots of a creator (UserStatsModel)";

/** Columns of the weekly trend. */
export const WEEKLY_ENTRIES: readonly Defined[] = [
  {
    id: 'weekly.week',
    label: 'Week',
    definition: 'The Monday on which the week starts.',
    unit: 'date',
    formula: 'Monday on or before the day',
    edgeCases: ["Oppia's snapshot of a Monday morning ends the week before."],
    source: WEEKLY_LOG,
  },
  {
    id: 'weekly.mark',
    label: 'Note',
    unit: 'text',
    definition: 'Why the numbers of the week are unknown, or that they were chosen among several.',
    formula: 'first | gap | decrease | duplicate',
    edgeCases: [],
    source: WEEKLY_LOG,
  },
  {
    id: 'weekly.total_plays',
    label: 'Plays so far',
    definition: 'All plays of the creator up to the end of the week.',
    unit: 'plays',
    formula: 'total_plays',
    edgeCases: [],
    source: WEEKLY_LOG,
  },
  {
    id: 'weekly-plays',
    label: 'Plays',
    definition: "Plays of the creator's explorations in the week.",
    unit: 'plays',
    formula: 'total plays at the end of the week − at its beginning',
    aggregate: { op: 'sum', field: 'plays' },
    edgeCases: ['Unknown without a snapshot at both ends of the week.', 'Unknown, not negative, where the total went down.'],
    source: WEEKLY_LOG,
  },
  {
    id: 'weekly-starts',
    label: 'Starts',
    definition: 'Sessions that started in the week.',
    unit: 'sessions',
    formula: 'count(sessions by start)',
    edgeCases: [NO_TIME],
    aggregate: { op: 'sum', field: 'starts' },
    source: SOURCES.sessions,
  },
  {
    id: 'weekly-completions',
    label: 'Completions',
    definition: 'Sessions that started in the week and reached an end.',
    unit: 'sessions',
    formula: 'count(completed sessions by start)',
    edgeCases: [NO_TIME],
    aggregate: { op: 'sum', field: 'completions' },
    source: SOURCES.sessions,
  },
  {
    id: 'weekly-average-rating',
    label: 'Average rating',
    definition: 'Mean of all ratings so far, at the end of the week.',
    unit: 'stars',
    formula: 'average_ratings',
    edgeCases: [
      "Not the mean of that week's ratings.",
      'Unknown without a rating.',
      'Of several explorations unknown where their means differ: of how many ratings each is, is not known.',
    ],
    aggregate: { op: 'same', field: 'average_rating' },
    source: WEEKLY_LOG,
  },
  {
    id: 'weekly-average-engagement',
    label: 'Average time',
    definition: 'Mean engagement time of the sessions that started in the week.',
    unit: 'seconds',
    formula: 'Σ active seconds / count of sessions with a known time',
    edgeCases: [NO_TIME, 'Averages that a host supplies are weighted by starts where it supplies them for every week, else equally.'],
    aggregate: { op: 'ratio', of: { op: 'sum', field: 'engagement_seconds' }, over: { op: 'sum', field: 'engagement_weight' } },
    source: SOURCES.sessions,
  },
];
