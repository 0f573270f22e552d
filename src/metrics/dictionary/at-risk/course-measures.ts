import type { DictionaryEntry, Metric } from '../../types.js';
import { DISTINCT, ONCE } from './once.js';

const ENGAGEMENT_SOURCE = 'Open edX aspects-dbt, engagement_by_section (unreleased)';
const WHOLE =
  'All means everything in the section or subsection of the latest course, also what the learner never opened. ' +
  'By the Aspects v8 rules a section counts only the subsections the learner opened.';

/** Learners by how far they got in a section or subsection. */
const ENGAGEMENT: readonly (DictionaryEntry & Metric)[] = [
  {
    id: 'at-risk.pages-viewed-one',
    label: 'Viewed at least one page',
    definition: 'Learners on the list who visited at least one page.',
    unit: 'learners',
    aggregate: DISTINCT,
    formula: 'distinct learners with ≥ 1 page visited',
    source: ENGAGEMENT_SOURCE,
    edgeCases: [ONCE],
  },
  {
    id: 'at-risk.pages-viewed-all',
    label: 'Viewed all pages',
    definition: 'Learners on the list who visited every page.',
    unit: 'learners',
    aggregate: DISTINCT,
    formula: 'distinct learners with all pages visited',
    source: ENGAGEMENT_SOURCE,
    edgeCases: [ONCE, WHOLE],
  },
  {
    id: 'at-risk.problems-attempted-one',
    label: 'Attempted at least one problem',
    definition: 'Learners on the list who responded to at least one problem.',
    unit: 'learners',
    aggregate: DISTINCT,
    formula: 'distinct learners with ≥ 1 problem responded to',
    source: ENGAGEMENT_SOURCE,
    edgeCases: [ONCE],
  },
  {
    id: 'at-risk.problems-attempted-all',
    label: 'Attempted all problems',
    definition: 'Learners on the list who responded to every problem.',
    unit: 'learners',
    aggregate: DISTINCT,
    formula: 'distinct learners with all problems responded to',
    source: ENGAGEMENT_SOURCE,
    edgeCases: [ONCE, WHOLE],
  },
  {
    id: 'at-risk.videos-viewed-one',
    label: 'Viewed at least one video',
    definition: 'Learners on the list who watched some of at least one video.',
    unit: 'learners',
    aggregate: DISTINCT,
    formula: 'distinct learners with ≥ 1 video watched',
    source: ENGAGEMENT_SOURCE,
    edgeCases: [ONCE],
  },
  {
    id: 'at-risk.videos-viewed-all',
    label: 'Viewed all videos',
    definition: 'Learners on the list who watched some of every video.',
    unit: 'learners',
    aggregate: DISTINCT,
    formula: 'distinct learners with all videos watched',
    source: ENGAGEMENT_SOURCE,
    edgeCases: [ONCE, WHOLE],
  },
  ...(
    [
      ['at-risk.problem-labels-one', 'Attempted at least one problem'],
      ['at-risk.problem-labels-all', 'Attempted all problems'],
      ['at-risk.video-labels-one', 'Viewed at least one video'],
      ['at-risk.video-labels-all', 'Viewed all videos'],
    ] as const
  ).map(([id, label]): DictionaryEntry & Metric => ({
    id,
    label,
    definition: 'Labels of learners on the list, as Open edX Aspects v8 gives them.',
    unit: 'learners',
    aggregate: { op: 'count' },
    formula: 'rows with the label',
    source: 'Open edX Aspects, fact_problem_engagement and fact_video_engagement',
    edgeCases: ['Only by the Aspects v8 rules: a learner with two labels in a section counts twice.'],
  })),
];

const ATTEMPT_CASES = ['The last response decides: earlier wrong answers to a problem that was solved later are correct attempts.'];
const RESPONSE_SOURCE = 'Open edX Aspects, dim_problem_coursewide_avg';
const EVERYBODY = 'Of every learner of the course who responded, also those who passed or left; filters on learners do not apply.';

/** Numbers about problems. */
const PROBLEMS: readonly (DictionaryEntry & Metric)[] = [
  {
    id: 'at-risk.coursewide-correct-attempts',
    label: 'Correct attempts, whole course',
    definition: 'Attempts at the problem that ended correct, on average.',
    unit: 'attempts',
    aggregate: { op: 'mean', field: 'correct_attempts' },
    formula: 'mean of attempts, 0 where the last response is wrong',
    source: RESPONSE_SOURCE,
    edgeCases: [EVERYBODY, ...ATTEMPT_CASES],
  },
  {
    id: 'at-risk.correct-attempts',
    label: 'Correct attempts',
    definition: 'Attempts of learners on the list that ended correct, on average.',
    unit: 'attempts',
    aggregate: { op: 'mean', field: 'correct_attempts' },
    formula: 'mean of attempts, 0 where the last response is wrong',
    source: RESPONSE_SOURCE,
    edgeCases: ATTEMPT_CASES,
  },
  {
    id: 'at-risk.incorrect-attempts',
    label: 'Incorrect attempts',
    definition: 'Attempts of learners on the list that ended wrong, on average.',
    unit: 'attempts',
    aggregate: { op: 'mean', field: 'incorrect_attempts' },
    formula: 'mean of attempts, 0 where the last response is correct',
    source: RESPONSE_SOURCE,
    edgeCases: ATTEMPT_CASES,
  },
  {
    id: 'at-risk.coursewide-correct-share',
    label: 'Correct, whole course',
    definition: 'The share of learners whose last response is correct.',
    unit: 'fraction',
    aggregate: { op: 'mean', field: 'ends_correct' },
    formula: 'last response correct / responded',
    source: RESPONSE_SOURCE,
    edgeCases: [EVERYBODY],
  },
  {
    id: 'at-risk.correct-share',
    label: 'Correct',
    definition: 'The share of learners on the list whose last response is correct.',
    unit: 'fraction',
    aggregate: { op: 'mean', field: 'ends_correct' },
    formula: 'last response correct / responded',
    source: RESPONSE_SOURCE,
    edgeCases: ['By the Aspects v8 rules the last response is the one with the highest attempt number, else the newest.'],
  },
  {
    id: 'at-risk.incorrect-share',
    label: 'Incorrect',
    definition: 'The share of learners on the list whose last response is wrong.',
    unit: 'fraction',
    aggregate: { op: 'mean', field: 'ends_incorrect' },
    formula: 'last response wrong / responded',
    source: RESPONSE_SOURCE,
    edgeCases: [],
  },
  {
    id: 'at-risk.coursewide-answered',
    label: 'Answered, whole course',
    definition: 'Learners of whose last response it is known whether it is correct.',
    unit: 'learners',
    aggregate: { op: 'count' },
    formula: 'learners with a judged last response',
    source: RESPONSE_SOURCE,
    edgeCases: [EVERYBODY],
  },
  {
    id: 'at-risk.answered',
    label: 'Answered',
    definition: 'Learners on the list of whose last response it is known whether it is correct.',
    unit: 'learners',
    aggregate: { op: 'count' },
    formula: 'learners with a judged last response',
    source: RESPONSE_SOURCE,
    edgeCases: [],
  },
];

const VIDEO_SOURCE = 'Open edX Aspects, watched_video_segments';
const VIEW_CASES = [
  'A learner’s views of a video are the passes over the second that was watched most often; to go on after a pause is no new one.',
];

/** Numbers about videos. */
const VIDEOS: readonly (DictionaryEntry & Metric)[] = [
  {
    id: 'at-risk.viewers',
    label: 'Viewers',
    definition: 'Learners on the list who watched at least a second of the video.',
    unit: 'learners',
    aggregate: DISTINCT,
    formula: 'distinct learners',
    source: VIDEO_SOURCE,
    edgeCases: [ONCE],
  },
  {
    id: 'at-risk.video-views',
    label: 'Views',
    definition: 'How often learners on the list watched the video.',
    unit: 'views',
    aggregate: { op: 'sum', field: 'views' },
    formula: 'sum of each learner’s views',
    source: VIDEO_SOURCE,
    edgeCases: VIEW_CASES,
  },
  {
    id: 'at-risk.partial-views',
    label: 'Partial views',
    definition: 'Views by learners on the list who watched less than 95% of the video.',
    unit: 'views',
    aggregate: { op: 'sum', field: 'partial_views' },
    formula: 'sum of views where seconds watched / length < 0.95',
    source: VIDEO_SOURCE,
    edgeCases: [...VIEW_CASES, 'Unknown where the length of the video is.'],
  },
  {
    id: 'at-risk.full-views',
    label: 'Full views',
    definition: 'Views by learners on the list who watched at least 95% of the video.',
    unit: 'views',
    aggregate: { op: 'sum', field: 'full_views' },
    formula: 'sum of views where seconds watched / length ≥ 0.95',
    source: VIDEO_SOURCE,
    edgeCases: [...VIEW_CASES, 'Unknown where the length of the video is.'],
  },
  {
    id: 'at-risk.second-views',
    label: 'All views',
    definition: 'How often learners on the list watched this second, for the first time and again.',
    unit: 'views',
    aggregate: { op: 'sum', field: 'passes' },
    formula: 'sum of passes over the second',
    source: VIDEO_SOURCE,
    edgeCases: [],
  },
  {
    id: 'at-risk.repeat-views',
    label: 'Repeat views',
    definition: 'Views of this second by learners who had watched it before.',
    unit: 'views',
    aggregate: { op: 'sum', field: 'repeats' },
    formula: 'sum of passes − 1',
    source: VIDEO_SOURCE,
    edgeCases: ['Part of the views. By the Aspects v8 rules all passes of who watched the second more than once.'],
  },
];

/** Measures of engagement, problems and videos. */
export const COURSE_MEASURES: readonly (DictionaryEntry & Metric)[] = [...ENGAGEMENT, ...PROBLEMS, ...VIDEOS];
