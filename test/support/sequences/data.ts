import { activeCourse } from '../../../stories/support/at-risk-activity.js';
import { withNeverStarted, withPassMark } from '../../../stories/support/at-risk-data.js';
import { creatorStats } from '../../../stories/support/creator-data.js';
import { creatorReport } from '../../../stories/support/creator-report.js';

/** Data of a creator that a host swaps, by name. */
export const CREATORS: Readonly<Record<string, unknown>> = {
  six: creatorReport(6, { feedback: true }),
  two: creatorReport(2, { ratings: false }),
  many: creatorReport(60),
  none: creatorReport(0),
};

/** Courses that a server has, by path. */
export const COURSES: Readonly<Record<string, unknown>> = {
  '/sequences/active.json': activeCourse(24),
  '/sequences/passed.json': withPassMark(70),
  '/sequences/unnamed.json': withNeverStarted(12, { names: false }),
};

/** What a host counts by itself. */
export const COUNTED = creatorStats(12);
