import { addDays, daysBetween, nearestMonday } from './week.js';

/** A creator's totals since the beginning, as they stood on a date (`YYYY-MM-DD`). Older ones lack the number of ratings. */
export interface CumulativeSnapshot {
  readonly date: string;
  readonly plays: number | null;
  readonly ratings: number | null;
  readonly averageRating: number | null;
}

/**
 * Why a week's numbers are unknown, or how they were chosen: `first` has no earlier snapshot to compare with; `gap`: no snapshot
 * at its beginning or end; `decrease`: a total went down, so it was reset; `duplicate`: several snapshots ended the week.
 */
export type WeekMark = 'first' | 'gap' | 'decrease' | 'duplicate';

/** What happened in one week. */
export interface WeekDifference {
  /** The Monday on which the week starts. */
  readonly week: string;
  readonly plays: number | null;
  readonly ratings: number | null;
  /** The creator's running mean at the end of the week; not the mean of that week's ratings. */
  readonly averageRating: number | null;
  /** All plays up to the end of the week. */
  readonly totalPlays: number | null;
  /** The gravest that applies, in the order first, gap, decrease, duplicate. */
  readonly mark: WeekMark | null;
}

interface Boundary {
  readonly monday: string;
  readonly snapshot: CumulativeSnapshot;
  readonly duplicate: boolean;
}

const WEEK_DAYS = 7;
/** A snapshot may be a day early or late. */
const MOST_DAYS_OFF = 1;

/**
 * Weekly values from cumulative snapshots in any order; weeks ascending, without holes. Oppia takes a snapshot on Monday mornings,
 * so the one of a Monday ends the week before it: a snapshot counts for the Monday closest to its date, and of several for one
 * Monday the closest to it, then the last in the list. A week without a snapshot at both ends, 6 to 8 days apart, is unknown, never the
 * difference over a longer time or a shorter; a total that went down gives unknown, never a negative number or 0.
 */
export function weeklyDifferences(snapshots: readonly CumulativeSnapshot[]): WeekDifference[] {
  const weeks: WeekDifference[] = [];
  let before: Boundary | undefined;
  for (const after of boundaries(snapshots)) {
    if (before === undefined) weeks.push(unknownWeek(after, 'first'));
    else weeks.push(...weeksBetween(before, after));
    before = after;
  }
  return weeks;
}

function weeksBetween(before: Boundary, after: Boundary): WeekDifference[] {
  const count = daysBetween(before.monday, after.monday) / WEEK_DAYS;
  if (count === 1) return [measuredWeek(before, after)];
  const holes = Array.from({ length: count - 1 }, (_, index): WeekDifference => ({
    week: addDays(before.monday, index * WEEK_DAYS),
    plays: null,
    ratings: null,
    averageRating: null,
    totalPlays: null,
    mark: 'gap',
  }));
  return [...holes, unknownWeek(after, 'gap')];
}

function measuredWeek(before: Boundary, after: Boundary): WeekDifference {
  if (Math.abs(daysBetween(before.snapshot.date, after.snapshot.date) - WEEK_DAYS) > MOST_DAYS_OFF) return unknownWeek(after, 'gap');
  const plays = increase(before.snapshot.plays, after.snapshot.plays);
  const ratings = increase(before.snapshot.ratings, after.snapshot.ratings);
  const decreased = plays === 'decrease' || ratings === 'decrease';
  return {
    ...unknownWeek(after, decreased ? 'decrease' : after.duplicate ? 'duplicate' : null),
    plays: plays === 'decrease' ? null : plays,
    ratings: ratings === 'decrease' ? null : ratings,
  };
}

function unknownWeek(end: Boundary, mark: WeekMark | null): WeekDifference {
  const { averageRating, plays } = end.snapshot;
  return { week: addDays(end.monday, -WEEK_DAYS), plays: null, ratings: null, averageRating, totalPlays: plays, mark };
}

function increase(before: number | null, after: number | null): number | null | 'decrease' {
  if (before === null || after === null) return null;
  return after < before ? 'decrease' : after - before;
}

function boundaries(snapshots: readonly CumulativeSnapshot[]): Boundary[] {
  const byMonday = new Map<string, Boundary>();
  for (const snapshot of snapshots) {
    const monday = nearestMonday(snapshot.date);
    const held = byMonday.get(monday);
    const closer = held === undefined || distance(snapshot.date, monday) <= distance(held.snapshot.date, monday);
    byMonday.set(monday, { monday, snapshot: closer ? snapshot : held.snapshot, duplicate: held !== undefined });
  }
  return [...byMonday.values()].sort((a, b) => (a.monday < b.monday ? -1 : 1));
}

function distance(date: string, monday: string): number {
  return Math.abs(daysBetween(date, monday));
}
