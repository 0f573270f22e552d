import type { DictionaryEntry, Metric } from '../types.js';

/** Meaning of every column of the `creator.*` views. */
export const CREATOR_DICTIONARY: readonly (DictionaryEntry | Metric)[] = [];
