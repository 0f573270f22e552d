import type { DictionaryEntry, Metric } from '../../types.js';
import { DISTINCT, measure, ONCE } from './measure.js';

const ENGAGEMENT_SOURCE = 'Open edX aspects-dbt, engagement_by_section (unreleased)';
const WHOLE =
  'All means everything in the section or subsection of the latest course, also what the learner never opened. ' +
  'By the Aspects v8 rules a section counts only the subsections the learner opened.';

/** Learners by how far they got in a section or subsection. */
const ENGAGEMENT: readonly (DictionaryEntry & Metric)[] = [
  measure(
    'at-risk.pages-viewed-one',
    'Viewed at least one page',
    'Learners on the list who visited at least one page.',
    'learners',
    DISTINCT,
    'distinct learners with ≥ 1 page visited',
    ENGAGEMENT_SOURCE,
    [ONCE],
  ),
  measure(
    'at-risk.pages-viewed-all',
    'Viewed all pages',
    'Learners on the list who visited every page.',
    'learners',
    DISTINCT,
    'distinct learners with all pages visited',
    ENGAGEMENT_SOURCE,
    [ONCE, WHOLE],
  ),
  measure(
    'at-risk.problems-attempted-one',
    'Attempted at least one problem',
    'Learners on the list who responded to at least one problem.',
    'learners',
    DISTINCT,
    'distinct learners with ≥ 1 problem responded to',
    ENGAGEMENT_SOURCE,
    [ONCE],
  ),
  measure(
    'at-risk.problems-attempted-all',
    'Attempted all problems',
    'Learners on the list who responded to every problem.',
    'learners',
    DISTINCT,
    'distinct learners with all problems responded to',
    ENGAGEMENT_SOURCE,
    [ONCE, WHOLE],
  ),
  measure(
    'at-risk.videos-viewed-one',
    'Viewed at least one video',
    'Learners on the list who watched some of at least one video.',
    'learners',
    DISTINCT,
    'distinct learners with ≥ 1 video watched',
    ENGAGEMENT_SOURCE,
    [ONCE],
  ),
  measure(
    'at-risk.videos-viewed-all',
    'Viewed all videos',
    'Learners on the list who watched some of every video.',
    'learners',
    DISTINCT,
    'distinct learners with all videos watched',
    ENGAGEMENT_SOURCE,
    [ONCE, WHOLE],
  ),
  ...(
    [
      ['at-risk.problem-labels-one', 'Attempted at least one problem'],
      ['at-risk.problem-labels-all', 'Attempted all problems'],
      ['at-risk.video-labels-one', 'Viewed at least one video'],
      ['at-risk.video-labels-all', 'Viewed all videos'],
    ] as const
  ).map(([id, label]) =>
    measure(
      id,
      label,
      'Labels of learners on the list, as Open edX Aspects v8 gives them.',
      'learners',
      { op: 'count' },
      'rows with the label',
      'Open edX Aspects, fact_problem_engagement and fact_video_engagement',
      ['Only by the Aspects v8 rules: a learner with two labels in a section counts twice.'],
    ),
  ),
];

const ATTEMPT_CASES = ['The last response decides: earlier wrong answers to a problem that was solved later are correct attempts.'];
const RESPONSE_SOURCE = 'Open edX Aspects, dim_problem_coursewide_avg';
const EVERYBODY = 'Of every learner of the course who responded, also those who passed or left; filters on learners do not apply.';

/** Numbers about problems. */
const PROBLEMS: readonly (DictionaryEntry & Metric)[] = [
  measure(
    'at-risk.coursewide-correct-attempts',
    'Correct attempts, whole course',
    'Attempts at the problem that ended correct, on average.',
    'attempts',
    { op: 'mean', field: 'correct_attempts' },
    'mean of attempts, 0 where the last response is wrong',
    RESPONSE_SOURCE,
    [EVERYBODY, ...ATTEMPT_CASES],
  ),
  measure(
    'at-risk.correct-attempts',
    'Correct attempts',
    'Attempts of learners on the list that ended correct, on average.',
    'attempts',
    { op: 'mean', field: 'correct_attempts' },
    'mean of attempts, 0 where the last response is wrong',
    RESPONSE_SOURCE,
    ATTEMPT_CASES,
  ),
  measure(
    'at-risk.incorrect-attempts',
    'Incorrect attempts',
    'Attempts of learners on the list that ended wrong, on average.',
    'attempts',
    { op: 'mean', field: 'incorrect_attempts' },
    'mean of attempts, 0 where the last response is correct',
    RESPONSE_SOURCE,
    ATTEMPT_CASES,
  ),
  measure(
    'at-risk.coursewide-correct-share',
    'Correct, whole course',
    'The share of learners whose last response is correct.',
    'fraction',
    { op: 'mean', field: 'ends_correct' },
    'last response correct / responded',
    RESPONSE_SOURCE,
    [EVERYBODY],
  ),
  measure(
    'at-risk.correct-share',
    'Correct',
    'The share of learners on the list whose last response is correct.',
    'fraction',
    { op: 'mean', field: 'ends_correct' },
    'last response correct / responded',
    RESPONSE_SOURCE,
    ['By the Aspects v8 rules the last response is the one with the highest attempt number, else the newest.'],
  ),
  measure(
    'at-risk.incorrect-share',
    'Incorrect',
    'The share of learners on the list whose last response is wrong.',
    'fraction',
    { op: 'mean', field: 'ends_incorrect' },
    'last response wrong / responded',
    RESPONSE_SOURCE,
  ),
  measure(
    'at-risk.coursewide-answered',
    'Answered, whole course',
    'Learners of whose last response it is known whether it is correct.',
    'learners',
    { op: 'count' },
    'learners with a judged last response',
    RESPONSE_SOURCE,
    [EVERYBODY],
  ),
  measure(
    'at-risk.answered',
    'Answered',
    'Learners on the list of whose last response it is known whether it is correct.',
    'learners',
    { op: 'count' },
    'learners with a judged last response',
    RESPONSE_SOURCE,
  ),
];

const VIDEO_SOURCE = 'Open edX Aspects, watched_video_segments';
const VIEW_CASES = [
  'A learner’s views of a video are the passes over the second that was watched most often; to go on after a pause is no new one.',
];

/** Numbers about videos. */
const VIDEOS: readonly (DictionaryEntry & Metric)[] = [
  measure(
    'at-risk.viewers',
    'Viewers',
    'Learners on the list who watched at least a second of the video.',
    'learners',
    DISTINCT,
    'distinct learners',
    VIDEO_SOURCE,
    [ONCE],
  ),
  measure(
    'at-risk.video-views',
    'Views',
    'How often learners on the list watched the video.',
    'views',
    { op: 'sum', field: 'views' },
    'sum of each learner’s views',
    VIDEO_SOURCE,
    VIEW_CASES,
  ),
  measure(
    'at-risk.partial-views',
    'Partial views',
    'Views by learners on the list who watched less than 95% of the video.',
    'views',
    { op: 'sum', field: 'partial_views' },
    'sum of views where seconds watched / length < 0.95',
    VIDEO_SOURCE,
    [...VIEW_CASES, 'Unknown where the length of the video is.'],
  ),
  measure(
    'at-risk.full-views',
    'Full views',
    'Views by learners on the list who watched at least 95% of the video.',
    'views',
    { op: 'sum', field: 'full_views' },
    'sum of views where seconds watched / length ≥ 0.95',
    VIDEO_SOURCE,
    [...VIEW_CASES, 'Unknown where the length of the video is.'],
  ),
  measure(
    'at-risk.second-views',
    'All views',
    'How often learners on the list watched this second, for the first time and again.',
    'views',
    { op: 'sum', field: 'passes' },
    'sum of passes over the second',
    VIDEO_SOURCE,
  ),
  measure(
    'at-risk.repeat-views',
    'Repeat views',
    'Views of this second by learners who had watched it before.',
    'views',
    { op: 'sum', field: 'repeats' },
    'sum of passes − 1',
    VIDEO_SOURCE,
    ['Part of the views. By the Aspects v8 rules all passes of who watched the second more than once.'],
  ),
];

/** Measures of engagement, problems and videos. */
export const COURSE_MEASURES: readonly (DictionaryEntry & Metric)[] = [...ENGAGEMENT, ...PROBLEMS, ...VIDEOS];
