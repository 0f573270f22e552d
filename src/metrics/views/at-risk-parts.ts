import { ENGAGEMENT_LABELS } from '../at-risk-engagement.js';
import type { EngagementKind } from '../at-risk-engagement.js';
import type { Dimension, MeasureUse, Predicate, ViewSpec } from '../types.js';

/** The at-risk rule as the fixed part of a view. */
export const LISTED: readonly Predicate[] = [{ field: 'listed', in: [true] }];

/** Distinct learners of a group. */
export const LEARNERS: MeasureUse = { metric: 'at-risk.learners', as: 'learners' };

/** Distinct learners of a period and all before it. */
export const RUNNING_LEARNERS: MeasureUse = { metric: 'at-risk.cumulative-learners', as: 'cumulative_learners', running: true };

/** Measures of problems: over the whole course, then of the listed learners. */
export const PROBLEM_ATTEMPTS: readonly MeasureUse[] = [
  { metric: 'at-risk.coursewide-correct-attempts', as: 'coursewide_correct_attempts', over: 'course' },
  { metric: 'at-risk.correct-attempts', as: 'correct_attempts' },
  { metric: 'at-risk.incorrect-attempts', as: 'incorrect_attempts' },
];

/** The same as shares of learners. */
export const PROBLEM_RESULTS: readonly MeasureUse[] = [
  { metric: 'at-risk.coursewide-correct-share', as: 'coursewide_correct_share', over: 'course' },
  { metric: 'at-risk.correct-share', as: 'correct_share' },
  { metric: 'at-risk.incorrect-share', as: 'incorrect_share' },
];

const ANSWERED: readonly Predicate[] = [{ field: 'ends_correct', in: [true, false] }];

/** The same with the number of learners that the shares are of. */
export const COUNTED_RESULTS: readonly MeasureUse[] = [
  ...PROBLEM_RESULTS,
  { metric: 'at-risk.coursewide-answered', as: 'coursewide_answered', over: 'course', where: ANSWERED },
  { metric: 'at-risk.answered', as: 'answered', where: ANSWERED },
];

/** Viewers and views of videos. */
export const VIDEO_TOTALS: readonly MeasureUse[] = [
  { metric: 'at-risk.viewers', as: 'viewers' },
  { metric: 'at-risk.video-views', as: 'views' },
];

/** Views of videos by whether the learner watched the whole video. */
export const VIDEO_VIEWS: readonly MeasureUse[] = [
  { metric: 'at-risk.partial-views', as: 'partial_views' },
  { metric: 'at-risk.full-views', as: 'full_views' },
];

/** A view of how many learners engaged with something, and with everything, in each section and subsection. */
export function engagementView(id: string, kind: EngagementKind, by: readonly Dimension[], one: MeasureUse, all: MeasureUse): ViewSpec {
  const [, someLabel, allLabel] = ENGAGEMENT_LABELS[kind];
  return {
    id,
    table: 'engagement',
    where: [...LISTED, { field: 'kind', in: [kind] }],
    by: [{ field: 'section_subsection' }, { field: 'level' }, ...by],
    measures: [
      { ...one, where: [{ field: 'label', in: [someLabel, allLabel] }] },
      { ...all, where: [{ field: 'label', in: [allLabel] }] },
    ],
    order: [...by.filter(({ field }) => field === 'course_key').map(({ field }) => ({ column: field })), { column: 'section_subsection' }],
  };
}

/** A view of the sections and subsections in which there is something to engage with, in the order of the view of who does. */
export function coursePartsView(id: string, kind: EngagementKind): ViewSpec {
  return {
    id,
    table: 'course_parts',
    where: [{ field: 'kind', in: [kind] }],
    select: ['section_subsection', 'level', 'course_key', 'block_id'],
    order: [{ column: 'course_key' }, { column: 'section_subsection' }],
  };
}
