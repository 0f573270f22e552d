import type { DictionaryEntry } from '../../types.js';
import { NO_HINTS, NO_TIME, SOURCES } from './sources.js';

const ONE_SESSION = 'Per load of the player, by recipe R1 (time in states, from answers and the last leave) or R2 (wall clock).';
const CAPPED = 'Of a single gap longer than the idle cap, the cap counts.';
const UNKNOWN = 'Sessions without an answer have an unknown time and are left out.';

/** Columns of explorations that are about time, sessions and help. */
export const EXPLORATION_TIME_ENTRIES: readonly DictionaryEntry[] = [
  {
    id: 'explorations.average_engagement_seconds',
    label: 'Average time',
    unit: 'seconds',
    definition: 'Mean engagement time of the sessions whose time is known.',
    formula: 'mean(active seconds)',
    edgeCases: [ONE_SESSION, UNKNOWN, CAPPED, NO_TIME],
    source: SOURCES.sessions,
  },
  {
    id: 'explorations.min_engagement_seconds',
    label: 'Shortest time',
    unit: 'seconds',
    definition: 'Shortest engagement time of the sessions whose time is known.',
    formula: 'min(active seconds)',
    edgeCases: [ONE_SESSION, UNKNOWN, NO_TIME],
    source: SOURCES.sessions,
  },
  {
    id: 'explorations.max_engagement_seconds',
    label: 'Longest time',
    unit: 'seconds',
    definition: 'Longest engagement time of the sessions whose time is known.',
    formula: 'max(active seconds)',
    edgeCases: [ONE_SESSION, UNKNOWN, CAPPED, NO_TIME],
    source: SOURCES.sessions,
  },
  {
    id: 'explorations.median_engagement_seconds',
    label: 'Median time',
    unit: 'seconds',
    definition: 'The time that half of the sessions whose time is known do not exceed.',
    formula: 'median(active seconds), interpolated between closest ranks',
    edgeCases: [ONE_SESSION, UNKNOWN, CAPPED, NO_TIME],
    source: SOURCES.sessions,
  },
  {
    id: 'explorations.sessions',
    label: 'Sessions',
    definition: 'Loads of the player in the event log.',
    unit: 'sessions',
    formula: 'count(sessions)',
    edgeCases: ['Unknown without session events.', 'Events later than now are not seen.'],
    source: SOURCES.sessions,
  },
  {
    id: 'explorations.unknown_sessions',
    label: 'Time unknown',
    definition: 'Sessions whose engagement time is unknown.',
    unit: 'sessions',
    formula: 'count(sessions without active seconds)',
    edgeCases: ['Unknown without session events.'],
    source: SOURCES.sessions,
  },
  {
    id: 'explorations.attempts',
    label: 'Attempts',
    definition: 'Answers submitted in the exploration.',
    unit: 'attempts',
    formula: 'Σ answers over states, else count of submitted answers in the event log',
    edgeCases: ['An attempt is one submitted answer, right or wrong.'],
    source: SOURCES.statistics,
  },
  {
    id: 'explorations.solution_views',
    label: 'Solutions viewed',
    definition: 'Times a solution was viewed in the exploration.',
    unit: 'views',
    formula: 'Σ solutions viewed over states, else count in the event log',
    edgeCases: [],
    source: SOURCES.statistics,
  },
  {
    id: 'explorations.hint_views',
    label: 'Hints viewed',
    definition: 'Times a hint was viewed in the exploration.',
    unit: 'views',
    formula: 'hint_views',
    edgeCases: [NO_HINTS],
    source: SOURCES.aggregated,
  },
];
