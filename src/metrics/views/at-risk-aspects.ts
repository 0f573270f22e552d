import type { Dimension, ViewSpec } from '../types.js';
import {
  COUNTED_RESULTS,
  engagementView,
  LEARNERS,
  LISTED,
  PROBLEM_ATTEMPTS,
  PROBLEM_RESULTS,
  RUNNING_LEARNERS,
  VIDEO_TOTALS,
  VIDEO_VIEWS,
} from './at-risk-parts.js';

function periods(field: string): readonly Dimension[] {
  return [{ field, as: 'period', bin: { kind: 'period' }, skipNull: true }];
}

const SPECS: readonly ViewSpec[] = [
  {
    id: 'at-risk.last-visits',
    table: 'enrollments',
    where: LISTED,
    by: periods('last_visit'),
    measures: [{ metric: 'at-risk.listed-rows', as: 'learners' }],
  },
  { id: 'at-risk.enrollment-dates', table: 'enrollments', where: LISTED, by: periods('enrolled_at'), measures: [LEARNERS] },
  engagementView(
    'at-risk.page-engagement',
    'page',
    [],
    { metric: 'at-risk.pages-viewed-one', as: 'viewed_one' },
    { metric: 'at-risk.pages-viewed-all', as: 'viewed_all' },
  ),
  { id: 'at-risk.sections', table: 'visited_pages', where: LISTED, by: [{ field: 'section' }], measures: [LEARNERS] },
  {
    id: 'at-risk.interactions',
    table: 'visited_pages',
    where: LISTED,
    by: periods('last_visited_at'),
    measures: [LEARNERS, RUNNING_LEARNERS],
  },
  {
    id: 'at-risk.subsections',
    table: 'visited_pages',
    where: LISTED,
    by: [{ field: 'section' }, { field: 'subsection' }],
    measures: [LEARNERS],
  },
  { id: 'at-risk.visits-over-time', table: 'visited_pages', where: LISTED, by: periods('last_visited_at'), measures: [LEARNERS] },
  engagementView(
    'at-risk.problem-engagement',
    'problem',
    [],
    { metric: 'at-risk.problem-labels-one', as: 'attempted_one' },
    { metric: 'at-risk.problem-labels-all', as: 'attempted_all' },
  ),
  {
    id: 'at-risk.problem-attempts',
    table: 'problem_outcomes',
    where: LISTED,
    by: [{ field: 'problem' }, { field: 'url' }, { field: 'graded' }],
    measures: PROBLEM_ATTEMPTS,
  },
  {
    id: 'at-risk.problem-results',
    table: 'problem_outcomes',
    where: LISTED,
    by: [{ field: 'problem' }, { field: 'url' }, { field: 'graded' }],
    measures: PROBLEM_RESULTS,
  },
  {
    id: 'at-risk.counted-problem-results',
    table: 'problem_outcomes',
    where: LISTED,
    by: [{ field: 'problem' }, { field: 'url' }, { field: 'graded' }],
    measures: COUNTED_RESULTS,
  },
  engagementView(
    'at-risk.video-engagement',
    'video',
    [],
    { metric: 'at-risk.video-labels-one', as: 'viewed_one' },
    { metric: 'at-risk.video-labels-all', as: 'viewed_all' },
  ),
  {
    id: 'at-risk.videos',
    table: 'video_totals',
    where: LISTED,
    by: [{ field: 'section' }, { field: 'subsection' }, { field: 'video' }, { field: 'url' }],
    measures: VIDEO_TOTALS,
    order: [{ column: 'viewers', direction: 'desc' }],
  },
  {
    id: 'at-risk.video-views',
    table: 'video_totals',
    where: LISTED,
    by: [{ field: 'video' }],
    measures: VIDEO_VIEWS,
    order: [{ column: 'video' }],
  },
  {
    id: 'at-risk.grade-distribution',
    table: 'enrollments',
    where: LISTED,
    by: [{ field: 'grade_bucket' }],
    measures: [LEARNERS],
    order: [{ column: 'grade_bucket' }],
  },
];

/** Views of which Open edX Aspects v8 counts something else than the corrected rules do: by id. */
export const ASPECTS_VIEWS: ReadonlyMap<string, ViewSpec> = new Map(SPECS.map((spec) => [spec.id, spec]));
