/** Columns of `explorations` that say how long its sessions took: what `engagementSummary` gives, in this order. */
export const ENGAGEMENT_COLUMNS: readonly string[] = [
  'average_engagement_seconds',
  'min_engagement_seconds',
  'max_engagement_seconds',
  'median_engagement_seconds',
  'sessions',
  'unknown_sessions',
];
