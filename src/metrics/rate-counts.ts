/**
 * What a share is made of, by the dictionary id of the share: its counts, as other columns. A file that holds the share holds these too,
 * where they are known, so that shares can be added up and doubted.
 */
export const RATE_COUNTS: { readonly [rate: string]: readonly string[] } = {
  'creator.completion_rate': ['creator.starts', 'creator.completions'],
  'explorations.completion_rate': ['explorations.starts', 'explorations.completions', 'explorations.completion_rate_source'],
  'explorations.starter_completion_rate': ['explorations.actual_starts', 'explorations.completions'],
  'comparison.attempts_per_start': ['explorations.attempts', 'explorations.starts'],
  'comparison.solutions_per_start': ['explorations.solution_views', 'explorations.starts'],
  'states.retention': ['states.hits', 'states.completions'],
  'states.bounce_rate': ['states.hits', 'states.completions', 'explorations.starts'],
  'at-risk.correct-share': ['at-risk.answered'],
  'at-risk.incorrect-share': ['at-risk.answered'],
  'at-risk.coursewide-correct-share': ['at-risk.coursewide-answered'],
  'insights.value': ['insights.learners'],
  'insights.expected': ['insights.other_starts'],
  'at-risk.passed-share': ['at-risk.enrolled', 'at-risk.passed'],
};
