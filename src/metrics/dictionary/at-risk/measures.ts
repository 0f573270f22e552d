import type { Aggregation, Metric, Unit } from '../../types.js';

const DISTINCT: Aggregation = { op: 'countDistinct', field: 'actor_id' };
const ONCE = 'A learner is counted once in a group, however many rows there are.';

function measure(
  id: string,
  label: string,
  definition: string,
  unit: Unit,
  aggregate: Aggregation,
  formula: string,
  source: string,
  edgeCases: readonly string[] = [],
): Metric {
  return { id, label, definition, unit, aggregate, formula, source, edgeCases };
}

/** Numbers of learners. */
const LEARNERS: readonly Metric[] = [
  measure(
    'at-risk.learners',
    'Learners',
    'Learners who are enrolled, have not passed and were not seen for the set number of days.',
    'learners',
    DISTINCT,
    'distinct learners',
    'Open edX Aspects, at_risk_learners; the rule corrected here',
    [
      ONCE,
      'Seven days and longer since the last visit, breaks left out. By the Aspects v8 rules longer than seven days.',
      'Who never visited is not among them: see “never started”.',
    ],
  ),
  measure(
    'at-risk.cumulative-learners',
    'Learners so far',
    'Learners on the list with a visit in this period or an earlier one.',
    'learners',
    DISTINCT,
    'distinct learners up to and including the period',
    'Defined here',
    [ONCE],
  ),
  measure(
    'at-risk.listed-rows',
    'Learners',
    'Learners on the list, once for each course.',
    'learners',
    { op: 'count' },
    'rows',
    'Open edX Aspects, chart “Last Visit Date”',
    ['Only by the Aspects v8 rules: a learner listed in two courses counts twice.'],
  ),
  measure('at-risk.enrolled', 'Enrolled', 'Learners who are enrolled now.', 'learners', { op: 'count' }, 'enrolments', 'Defined here', [
    'A learner in two courses counts in each. Who left does not count.',
  ]),
  measure(
    'at-risk.passed',
    'Passed',
    'Enrolled learners who have passed the course.',
    'learners',
    { op: 'count' },
    'enrolments passed',
    'Open edX Aspects, dim_student_status',
    ['A learner in two courses counts in each.'],
  ),
  measure(
    'at-risk.passed-share',
    'Passed, share',
    'The share of enrolled learners who have passed the course.',
    'fraction',
    { op: 'mean', field: 'passed' },
    'passed / enrolled',
    'Defined here',
    ['Unknown where nobody is enrolled.'],
  ),
  measure(
    'at-risk.listed',
    'Not seen',
    'Enrolled learners who have not passed and were not seen for the set number of days.',
    'learners',
    { op: 'count' },
    'enrolments listed',
    'Defined here',
    ['A learner in two courses counts in each.'],
  ),
  measure(
    'at-risk.listed-would-pass',
    'Not seen, grade enough',
    'Learners on the list whose grade reaches the pass mark already.',
    'learners',
    { op: 'sum', field: 'would_pass' },
    'enrolments listed with course grade ≥ pass mark',
    'Defined here; lowest_passing_grade of the course',
    ['Unknown where the course names no pass mark, or nobody on the list has a grade; who has none is left out.'],
  ),
];

const ENGAGEMENT_SOURCE = 'Open edX aspects-dbt, engagement_by_section (unreleased)';
const WHOLE =
  'All means everything in the section or subsection of the latest course, also what the learner never opened. ' +
  'By the Aspects v8 rules a section counts only the subsections the learner opened.';

/** Learners by how far they got in a section or subsection. */
const ENGAGEMENT: readonly Metric[] = [
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
const PROBLEMS: readonly Metric[] = [
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
];

const VIDEO_SOURCE = 'Open edX Aspects, watched_video_segments';
const VIEW_CASES = ['A learner’s views of a video are the passes over the second that was watched most often.'];

/** Numbers about videos. */
const VIDEOS: readonly Metric[] = [
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
    'Views by learners on the list who watched less than 95 % of the video.',
    'views',
    { op: 'sum', field: 'partial_views' },
    'sum of views where seconds watched / length < 0.95',
    VIDEO_SOURCE,
    [...VIEW_CASES, 'Unknown where the length of the video is.'],
  ),
  measure(
    'at-risk.full-views',
    'Full views',
    'Views by learners on the list who watched at least 95 % of the video.',
    'views',
    { op: 'sum', field: 'full_views' },
    'sum of views where seconds watched / length ≥ 0.95',
    VIDEO_SOURCE,
    [...VIEW_CASES, 'Unknown where the length of the video is.'],
  ),
  measure(
    'at-risk.second-views',
    'Views',
    'How often learners on the list watched this second.',
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

/** The numbers of the At-Risk dashboard. */
export const AT_RISK_MEASURES: readonly Metric[] = [...LEARNERS, ...ENGAGEMENT, ...PROBLEMS, ...VIDEOS];
