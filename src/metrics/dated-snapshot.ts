import { suppliedMean } from './rating.js';
import { dashboardAverage } from './rounding.js';

const DAY_MS = 86_400_000;

/** The numbers that Oppia keeps under one date of a creator's weekly log. */
export interface DatedSnapshot {
  /** The key as it stands, in practice `YYYY-MM-DD`. */
  readonly date: string;
  readonly plays: number | null;
  readonly ratings: number | null;
  readonly averageRating: number | null;
}

/**
 * An item of Oppia's weekly log: one date as its only key, `{"2019-05-28": {"total_plays": 10, …}}`. Null for anything else: two
 * keys, none, or the numbers lying flat, as no handler sends them. Numbers that are missing are unknown, and the average where nobody
 * rated.
 */
export function datedSnapshot(item: unknown): DatedSnapshot | null {
  if (!isRecord(item)) return null;
  const [only, ...others] = Object.entries(item);
  if (only === undefined || others.length > 0) return null;
  const [date, numbers] = only;
  if (!isRecord(numbers)) return null;
  const ratings = numberOf(numbers['num_ratings']);
  return {
    date,
    plays: numberOf(numbers['total_plays']),
    ratings,
    averageRating: suppliedMean(numberOf(numbers['average_ratings']), ratings),
  };
}

/** `last_week_stats` of the dashboard handler: as `datedSnapshot`, the average rounded to 2 decimals as the handler does. */
export function lastWeekSnapshot(lastWeekStats: unknown): DatedSnapshot | null {
  const snapshot = datedSnapshot(lastWeekStats);
  return snapshot === null ? null : { ...snapshot, averageRating: dashboardAverage(snapshot.averageRating, snapshot.ratings) };
}

/**
 * Whether a snapshot of that date tells at `now` of last week: it is of another day, and of less than 14 days ago, as that of the Monday of
 * last week is. One without a date is taken at its host's word.
 */
export function isOfLastWeek(date: string | null, now: number): boolean {
  if (date === null) return true;
  const days = (now - Date.parse(date)) / DAY_MS;
  return !(days < 1 || days >= 14);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
