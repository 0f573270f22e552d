import { max, mean, median, min } from 'd3-array';

/** Engagement times of several sessions. Times are null where no session has a known one. */
export interface EngagementSummary {
  readonly average: number | null;
  readonly min: number | null;
  readonly max: number | null;
  /** Linear interpolation between closest ranks (type 7). */
  readonly median: number | null;
  readonly sessions: number;
  /** Sessions whose time is unknown; they are in no average. */
  readonly unknown: number;
}

/** Average, range and median of the known times; unknown ones are counted and left out. */
export function engagementSummary(activeSeconds: readonly (number | null)[]): EngagementSummary {
  const known = activeSeconds.filter((seconds) => seconds !== null);
  return {
    average: mean(known) ?? null,
    min: min(known) ?? null,
    max: max(known) ?? null,
    median: median(known) ?? null,
    sessions: activeSeconds.length,
    unknown: activeSeconds.length - known.length,
  };
}
