import type { DictionaryEntry, Metric } from '../types.js';

/** Meaning of every column of the `at-risk.*` views. */
export const AT_RISK_DICTIONARY: readonly (DictionaryEntry | Metric)[] = [];
