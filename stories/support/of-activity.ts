import { activeCourse, activeRows } from './at-risk-activity.js';
import { course, STORY_NOW } from './at-risk-data.js';
import { streamedCourse } from './sources.js';
import type { ActivityStates, StatesOf } from './state-names.js';

interface OfActivity {
  readonly args: Readonly<Record<string, unknown>>;
  readonly parameters: { readonly ofSize: (rows: number) => unknown; readonly states: StatesOf & ActivityStates };
}

/** What stories of widgets on what learners did have in common: a course of sixty, and its states. */
export function ofActivity(): OfActivity {
  return {
    args: { provider: 'tables', now: STORY_NOW },
    parameters: {
      ofSize: activeRows,
      states: {
        data: activeCourse(60),
        field: 'track',
        soFar: streamedCourse(),
        empty: { data: course(0) },
        nobody: { data: activeCourse(1) },
        unknown: { data: course(60) },
      },
    },
  };
}
