import { max, mean, min } from 'd3-array';
import { quantile } from './quantile.js';

/** Engagement times of several sessions. Times are null where no session has a known one. */
export interface EngagementSummary {
  readonly average: number | null;
  readonly min: number | null;
  readonly max: number | null;
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
    median: known.length === 0 ? null : quantile(Float64Array.from(known).sort(), 0.5),
    sessions: activeSeconds.length,
    unknown: activeSeconds.length - known.length,
  };
}
