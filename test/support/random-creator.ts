/** What random worlds of a creator have in common: what a host hands over, and what one counts of it by hand. */
import { num, per } from './creator-by-hand.js';
import type { Creator, Row } from './creator-by-hand.js';
import type { Random } from './random.js';

/** A world as a widget takes it, and as one counts it. */
export interface World {
  /** What stands at the address of the session events. */
  readonly events?: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly creator: Creator;
  readonly now: number;
  readonly zone: string;
}

/** Where a world has its session events. */
export const EVENTS_URL = 'https://oppia.example/events';

export const DAY_MS = 86_400_000;
export const ZONES = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia', 'America/Santiago'];
export const TITLES = [
  '=SUM(A1), "quoted"',
  'Ratio',
  'כותרת',
  '',
  'Fractions & more #1',
  'A title that goes on and on about what it is about, until the end',
];
export const CARDS = ['A', 'B, "C"', 'דף'];

export const count = (random: Random, most: number): number | null =>
  random.chance(0.15) ? null : random.chance(0.15) ? 0 : random.below(most);
/** A key left out, null, or the value. */
export const told = (random: Random, name: string, value: unknown): Record<string, unknown> =>
  value === null ? (random.chance(0.5) ? {} : { [name]: null }) : { [name]: value };

export function clock(random: Random): { readonly now: number; readonly zone: string } {
  return { now: Date.parse('2024-03-27T03:30:00Z') + random.below(400) * DAY_MS, zone: random.pick(ZONES) };
}

export function stampOf({ now, zone }: { readonly now: number; readonly zone: string }): Record<string, unknown> {
  return { now: new Date(now).toISOString(), timezone: zone };
}

export const EMPTY: Row = Object.fromEntries(
  [
    'title status category ownership plays starts actual_starts completions completion_rate completion_rate_source starter_completion_rate',
    'average_rating ratings rating_lower_bound open_feedback feedback average_engagement_seconds min_engagement_seconds',
    'max_engagement_seconds median_engagement_seconds sessions unknown_sessions attempts solution_views hint_views learners last_updated',
  ]
    .join(' ')
    .split(' ')
    .map((name) => [name, null]),
);

export function ratesOf(row: Row): Row {
  const rate = per(num(row, 'completions'), num(row, 'starts'));
  return {
    completion_rate: rate,
    completion_rate_source: rate === null ? null : 'computed',
    starter_completion_rate: per(num(row, 'completions'), num(row, 'actual_starts')),
  };
}

export const MODELS = [
  ['first_hits', 'first_hit_count'],
  ['hits', 'total_hit_count'],
  ['answers', 'total_answers_count'],
  ['useful_feedback', 'useful_feedback_count'],
  ['solution_views', 'num_times_solution_viewed'],
  ['completions', 'num_completions'],
] as const;
