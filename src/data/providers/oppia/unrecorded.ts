import { OF_STATISTICS } from './of-statistics.js';

const NO_HINTS = 'Oppia does not record hints.';
const NO_LEARNERS = 'Oppia counts page loads, not learners.';
const NO_TIME = 'Oppia keeps no usable engagement time; it can be derived from the session events, if a host serves them.';
const NO_WEEKS = 'Oppia keeps no numbers of an exploration by week; they can be derived from the session events, if a host serves them.';
const NO_DEMOGRAPHICS = 'Oppia records nothing about who its learners are.';
const NO_OWNERS =
  "Oppia's dashboard lists what a creator owns and what they only edit without telling them apart, but for what the community owns.";
const NO_THREADS = 'The dashboard tells how many feedback threads there are, not what they are.';

const NO_ISSUES = 'What Oppia noted about cards was not handed over.';

const NO_STATISTICS = 'The statistics of explorations were not handed over.';

/** How cards were reached, which nothing else tells. */
const OF_CARDS = ['states.first_hits', 'states.answers'];

/** What session events tell where there are no statistics: attempts, and what stands out from week to week. */
const OR_EVENTS = ['explorations.attempts', 'explorations.solution_views', 'insights'];

const ALWAYS: readonly (readonly [string, string])[] = [
  ['explorations.hint_views', NO_HINTS],
  ['states.hint_views', NO_HINTS],
  ['sessions.hints', NO_HINTS],
  ['explorations.learners', NO_LEARNERS],
  ['creator.learners', NO_LEARNERS],
  ['demographics.learners', NO_DEMOGRAPHICS],
  ['explorations.ownership', NO_OWNERS],
];

const WITHOUT_EVENTS = [
  'explorations.average_engagement_seconds',
  'explorations.min_engagement_seconds',
  'explorations.max_engagement_seconds',
  'explorations.median_engagement_seconds',
  'explorations.sessions',
  'explorations.unknown_sessions',
  'states.average_seconds',
  'weekly.average_engagement_seconds',
  'creator.average_engagement_seconds',
];

/** Which columns Oppia leaves unknown in every row, or in all but those that the sentence names, each with one sentence why. */
export function unrecorded(has: {
  readonly events: boolean;
  readonly feedback: boolean;
  readonly issues: boolean;
  readonly statistics: boolean;
}): Record<string, string> {
  return Object.fromEntries([
    ...ALWAYS,
    ...(has.events ? [] : WITHOUT_EVENTS.map((column) => [column, NO_TIME] as const)),
    ...(has.events ? [] : ['weekly.starts', 'weekly.completions'].map((column) => [column, NO_WEEKS] as const)),
    ...(has.statistics ? [] : withoutStatistics(has.events).map((column) => [column, NO_STATISTICS] as const)),
    ...(has.issues ? [] : [['issues.issue', NO_ISSUES] as const]),
    ...(has.feedback ? [] : [['feedback.thread', NO_THREADS] as const]),
  ]);
}

function withoutStatistics(events: boolean): readonly string[] {
  const columns = [...OF_STATISTICS, ...OF_CARDS, 'insights'];
  return events ? columns.filter((column) => !OR_EVENTS.includes(column)) : columns;
}
