/** Columns of explorations and of the creator that only the statistics of explorations tell. */
export const OF_STATISTICS: readonly string[] = [
  'explorations.starts',
  'explorations.actual_starts',
  'explorations.completions',
  'explorations.completion_rate',
  'explorations.completion_rate_source',
  'explorations.starter_completion_rate',
  'explorations.attempts',
  'explorations.solution_views',
  'creator.starts',
  'creator.completions',
  'creator.completion_rate',
];
