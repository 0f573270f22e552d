import type { Defined } from '../types.js';
import { COMPARISON_ENTRIES } from './creator/comparison.js';
import { EXPLORATION_ENTRIES } from './creator/explorations.js';
import { EXPLORATION_TIME_ENTRIES } from './creator/exploration-time.js';
import { FEEDBACK_ENTRIES } from './creator/feedback.js';
import { INSIGHT_ENTRIES } from './creator/insights.js';
import { ISSUE_ENTRIES } from './creator/issues.js';
import { RATING_ENTRIES } from './creator/ratings.js';
import { STATE_ENTRIES } from './creator/states.js';
import { SUMMARY_ENTRIES } from './creator/summary.js';
import { WEEKLY_ENTRIES } from './creator/weekly.js';

/** Meaning of every column of the `creator.*` views. */
export const CREATOR_DICTIONARY: readonly Defined[] = [
  ...SUMMARY_ENTRIES,
  ...EXPLORATION_ENTRIES,
  ...EXPLORATION_TIME_ENTRIES,
  ...STATE_ENTRIES,
  ...RATING_ENTRIES,
  ...WEEKLY_ENTRIES,
  ...FEEDBACK_ENTRIES,
  ...ISSUE_ENTRIES,
  ...INSIGHT_ENTRIES,
  ...COMPARISON_ENTRIES,
];
