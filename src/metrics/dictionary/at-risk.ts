import type { Defined } from '../types.js';
import { COURSE_FIELDS } from './at-risk/course-fields.js';
import { COURSE_MEASURES } from './at-risk/course-measures.js';
import { LEARNER_FIELDS } from './at-risk/learner-fields.js';
import { LEARNER_MEASURES } from './at-risk/learner-measures.js';

/** Meaning of every column of the `at-risk.*` views: numbers first, then learners, then places in the course. */
export const AT_RISK_DICTIONARY: readonly Defined[] = [...LEARNER_MEASURES, ...COURSE_MEASURES, ...LEARNER_FIELDS, ...COURSE_FIELDS];
