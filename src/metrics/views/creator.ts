import { ENGAGEMENT_COLUMNS } from '../engagement-columns.js';
import type { ViewSpec } from '../types.js';

const SUMMARY: ViewSpec = {
  id: 'creator.summary',
  table: 'creator',
  select: [
    'plays',
    'starts',
    'completions',
    'completion_rate',
    'average_rating',
    'ratings',
    'open_feedback',
    'feedback',
    'subscribers',
    'average_engagement_seconds',
    'learners',
    'plays_last_week',
    'average_rating_last_week',
    'ratings_last_week',
  ],
};

const EXPLORATIONS: ViewSpec = {
  id: 'creator.explorations',
  table: 'explorations',
  select: [
    'exploration',
    'title',
    'status',
    'category',
    'plays',
    'starts',
    'actual_starts',
    'completions',
    'completion_rate',
    'starter_completion_rate',
    'average_rating',
    'ratings',
    'rating_lower_bound',
    'open_feedback',
    'feedback',
    'average_engagement_seconds',
    'min_engagement_seconds',
    'max_engagement_seconds',
    'median_engagement_seconds',
    'attempts',
    'solution_views',
    'hint_views',
    'learners',
    'last_updated',
    'completion_rate_source',
    'ownership',
  ],
};

const ENGAGEMENT: ViewSpec = {
  id: 'creator.engagement',
  table: 'explorations',
  select: ['exploration', 'title', ...ENGAGEMENT_COLUMNS],
  order: [{ column: 'average_engagement_seconds', direction: 'desc' }],
};

const ATTEMPTS: ViewSpec = {
  id: 'creator.attempts',
  table: 'states',
  select: ['exploration', 'state', { field: 'answers', as: 'attempts' }, 'solution_views', 'hint_views'],
};

/** Rows without a place in the order are totals of a host that knows no states. */
const STATES: ViewSpec = {
  id: 'creator.states',
  table: 'states',
  where: [{ field: 'state_order', range: [0, Number.MAX_SAFE_INTEGER] }],
  select: [
    'exploration',
    'state',
    'first_hits',
    'hits',
    'answers',
    'useful_feedback',
    'solution_views',
    'completions',
    'retention',
    'bounce_rate',
    'average_seconds',
    'order_source',
    'terminal',
  ],
};

const RATINGS: ViewSpec = { id: 'creator.ratings', table: 'ratings', select: ['exploration', 'stars', 'ratings'] };

const TREND: ViewSpec = {
  id: 'creator.trend',
  table: 'weekly',
  by: [{ field: 'week', skipNull: true }],
  measures: [
    { metric: 'weekly-plays', as: 'plays' },
    { metric: 'weekly-starts', as: 'starts' },
    { metric: 'weekly-completions', as: 'completions' },
    { metric: 'weekly-average-rating', as: 'average_rating' },
    { metric: 'weekly-average-engagement', as: 'average_engagement_seconds' },
  ],
  order: [{ column: 'week' }],
};

const FEEDBACK: ViewSpec = {
  id: 'creator.feedback',
  table: 'feedback',
  select: ['exploration', 'thread', 'status', 'subject', 'state', 'messages', 'last_updated', 'title'],
  order: [{ column: 'last_updated', direction: 'desc' }],
};

const ISSUES: ViewSpec = { id: 'creator.issues', table: 'issues', select: ['exploration', 'state', 'issue'] };

const DEMOGRAPHICS: ViewSpec = {
  id: 'creator.demographics',
  table: 'demographics',
  select: ['exploration', 'dimension', 'group', 'learners'],
};

/** In the order of the table: most to win first. */
const INSIGHTS: ViewSpec = {
  id: 'creator.insights',
  table: 'insights',
  select: ['exploration', 'kind', 'metric', 'value', 'expected', 'low', 'high', 'learners', 'title', 'state', 'week', 'other_starts'],
};

/** The views of the Creator Stats Report. */
export const CREATOR_VIEWS: ReadonlyMap<string, ViewSpec> = new Map(
  [SUMMARY, EXPLORATIONS, ENGAGEMENT, ATTEMPTS, STATES, RATINGS, TREND, FEEDBACK, ISSUES, DEMOGRAPHICS, INSIGHTS].map((spec) => [
    spec.id,
    spec,
  ]),
);
