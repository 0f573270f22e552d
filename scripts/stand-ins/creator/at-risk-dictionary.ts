import type * as whole from '../../../src/metrics/dictionary/at-risk.js';

export const AT_RISK_DICTIONARY: typeof whole.AT_RISK_DICTIONARY = [];
