import { AT_RISK_DICTIONARY } from './dictionary/at-risk.js';
import { CREATOR_DICTIONARY } from './dictionary/creator.js';
import type { DictionaryEntry } from './types.js';

/** All entries of the dictionary with all that they say, in the order in which a help page lists them. A part that is loaded on demand. */
export const DEFINITIONS: readonly DictionaryEntry[] = [...CREATOR_DICTIONARY, ...AT_RISK_DICTIONARY];
