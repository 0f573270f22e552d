import type * as whole from '../../../src/metrics/dictionary/creator.js';

export const CREATOR_DICTIONARY: typeof whole.CREATOR_DICTIONARY = [];
