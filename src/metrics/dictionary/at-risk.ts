import type { DictionaryEntry, Metric } from '../types.js';
import { COURSE_FIELDS } from './at-risk/course-fields.js';
import { LEARNER_FIELDS } from './at-risk/learner-fields.js';
import { AT_RISK_MEASURES } from './at-risk/measures.js';

/** Meaning of every column of the `at-risk.*` views: numbers first, then learners, then places in the course. */
export const AT_RISK_DICTIONARY: readonly (DictionaryEntry | Metric)[] = [...AT_RISK_MEASURES, ...LEARNER_FIELDS, ...COURSE_FIELDS];
