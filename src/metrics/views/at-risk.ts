import { GRADE_BUCKETS } from '../grade-bucket.js';
import type { Dimension, Predicate, ViewSpec } from '../types.js';
import { ASPECTS_VIEWS } from './at-risk-aspects.js';
import {
  COUNTED_RESULTS,
  coursePartsView,
  engagementView,
  LEARNERS,
  LISTED,
  PROBLEM_ATTEMPTS,
  PROBLEM_RESULTS,
  RUNNING_LEARNERS,
  VIDEO_TOTALS,
  VIDEO_VIEWS,
} from './at-risk-parts.js';

const ENROLLED: Predicate = { field: 'enrollment_status', in: ['registered'] };

/** What tells blocks of the same name apart. A clause on such a block means facts of this table about it, not of every other. */
function block(table: string): readonly Dimension[] {
  return [{ field: 'course_key' }, { field: `${table}.block_id`, as: 'block_id' }];
}

const LEARNER_COLUMNS: readonly string[] = [
  'org',
  'course_key',
  'course_name',
  'course_run',
  'actor_id',
  'name',
  'username',
  'email',
  'track',
  'enrolled_at',
  'first_enrolled_at',
  'last_visit',
  'last_activity',
  'days_inactive',
  'course_grade',
  'grade_bucket',
  'state',
];

function periods(field: string): readonly Dimension[] {
  return [{ field, as: 'period', bin: { kind: 'period', fill: true }, skipNull: true }];
}

const SPECS: readonly ViewSpec[] = [
  {
    id: 'at-risk.learners',
    table: 'enrollments',
    where: LISTED,
    select: LEARNER_COLUMNS,
    order: [{ column: 'last_visit' }],
  },
  {
    id: 'at-risk.never-started',
    table: 'enrollments',
    where: [{ field: 'never_started', in: [true] }],
    select: LEARNER_COLUMNS,
    order: [{ column: 'enrolled_at' }],
  },
  { id: 'at-risk.last-visits', table: 'enrollments', where: LISTED, by: periods('last_visit'), measures: [LEARNERS] },
  {
    id: 'at-risk.tracks',
    table: 'enrollments',
    where: LISTED,
    by: [{ field: 'track' }],
    measures: [LEARNERS],
    order: [{ column: 'track' }],
  },
  { id: 'at-risk.enrollment-dates', table: 'enrollments', where: LISTED, by: periods('enrolled_at'), measures: [LEARNERS] },
  {
    id: 'at-risk.first-enrollment-dates',
    table: 'enrollments',
    where: LISTED,
    by: periods('first_enrolled_at'),
    measures: [LEARNERS],
  },
  engagementView(
    'at-risk.page-engagement',
    'page',
    block('engagement'),
    { metric: 'at-risk.pages-viewed-one', as: 'viewed_one' },
    { metric: 'at-risk.pages-viewed-all', as: 'viewed_all' },
  ),
  {
    id: 'at-risk.sections',
    table: 'page_visits',
    where: LISTED,
    by: [{ field: 'section', skipNull: true }, { field: 'course_key' }, { field: 'page_visits.section_block', as: 'block_id' }],
    measures: [LEARNERS],
  },
  { id: 'at-risk.interactions', table: 'page_visits', where: LISTED, by: periods('visited_at'), measures: [LEARNERS, RUNNING_LEARNERS] },
  {
    id: 'at-risk.subsections',
    table: 'page_visits',
    where: LISTED,
    by: [
      { field: 'section', skipNull: true },
      { field: 'subsection' },
      { field: 'course_key' },
      { field: 'page_visits.innermost_block', as: 'block_id' },
    ],
    measures: [LEARNERS],
  },
  { id: 'at-risk.visits-over-time', table: 'page_visits', where: LISTED, by: periods('visited_at'), measures: [LEARNERS] },
  engagementView(
    'at-risk.problem-engagement',
    'problem',
    block('engagement'),
    { metric: 'at-risk.problems-attempted-one', as: 'attempted_one' },
    { metric: 'at-risk.problems-attempted-all', as: 'attempted_all' },
  ),
  {
    id: 'at-risk.problem-attempts',
    table: 'problem_outcomes',
    where: LISTED,
    by: [{ field: 'problem' }, { field: 'url' }, { field: 'graded' }, ...block('problem_outcomes')],
    measures: PROBLEM_ATTEMPTS,
  },
  {
    id: 'at-risk.problem-results',
    table: 'problem_outcomes',
    where: LISTED,
    by: [{ field: 'problem' }, { field: 'url' }, { field: 'graded' }, ...block('problem_outcomes')],
    measures: PROBLEM_RESULTS,
  },
  {
    id: 'at-risk.counted-problem-results',
    table: 'problem_outcomes',
    where: LISTED,
    by: [{ field: 'problem' }, { field: 'url' }, { field: 'graded' }, ...block('problem_outcomes')],
    measures: COUNTED_RESULTS,
  },
  engagementView(
    'at-risk.video-engagement',
    'video',
    block('engagement'),
    { metric: 'at-risk.videos-viewed-one', as: 'viewed_one' },
    { metric: 'at-risk.videos-viewed-all', as: 'viewed_all' },
  ),
  {
    id: 'at-risk.videos',
    table: 'video_totals',
    where: LISTED,
    by: [{ field: 'section' }, { field: 'subsection' }, { field: 'video' }, { field: 'url' }, ...block('video_totals')],
    measures: VIDEO_TOTALS,
    order: [{ column: 'viewers', direction: 'desc' }],
  },
  {
    id: 'at-risk.video-views',
    table: 'video_totals',
    where: LISTED,
    by: [{ field: 'video' }, ...block('video_totals')],
    measures: VIDEO_VIEWS,
    order: [{ column: 'course_key' }, { column: 'video' }],
  },
  {
    id: 'at-risk.video-segments',
    table: 'video_segments',
    where: LISTED,
    by: [{ field: 'from_second', as: 'second', bin: { kind: 'span', to: 'to_second' } }],
    measures: [
      { metric: 'at-risk.second-views', as: 'views' },
      { metric: 'at-risk.repeat-views', as: 'repeat_views' },
    ],
  },
  {
    id: 'at-risk.grade-distribution',
    table: 'enrollments',
    where: LISTED,
    by: [{ field: 'grade_bucket', values: [...GRADE_BUCKETS, null] }],
    measures: [LEARNERS],
  },
  {
    id: 'at-risk.approval',
    table: 'enrollments',
    where: [ENROLLED],
    by: [],
    measures: [
      { metric: 'at-risk.enrolled', as: 'enrolled' },
      { metric: 'at-risk.passed', as: 'passed', where: [{ field: 'passed', in: [true] }] },
      { metric: 'at-risk.passed-share', as: 'passed_share' },
      { metric: 'at-risk.listed', as: 'listed', where: LISTED },
      { metric: 'at-risk.listed-would-pass', as: 'listed_would_pass', where: LISTED },
    ],
  },
  coursePartsView('at-risk.page-parts', 'page'),
  coursePartsView('at-risk.problem-parts', 'problem'),
  coursePartsView('at-risk.video-parts', 'video'),
  {
    id: 'at-risk.list-changes',
    table: 'enrollments',
    by: [],
    measures: [
      { metric: 'at-risk.new-on-list', as: 'new_on_list', where: [{ field: 'list_change', in: ['new'] }] },
      { metric: 'at-risk.back-again', as: 'back_again', where: [{ field: 'list_change', in: ['back'] }] },
      { metric: 'at-risk.list-compared', as: 'compared', where: [{ field: 'list_change', in: ['new', 'back', 'same'] }] },
    ],
  },
];

/** The views of the At-Risk Learner Dashboard under the corrected rules. */
export const AT_RISK_VIEWS: ReadonlyMap<string, ViewSpec> = new Map(SPECS.map((spec) => [spec.id, spec]));

/** The views that Aspects v8 counts differently. */
export const AT_RISK_VIEWS_ASPECTS_V8: ReadonlyMap<string, ViewSpec> = ASPECTS_VIEWS;
