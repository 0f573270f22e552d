import type * as whole from '../../../src/data/providers/registry-creator.js';

export const CREATOR_PROVIDERS: typeof whole.CREATOR_PROVIDERS = {};
export const ELSEWHERE: typeof whole.ELSEWHERE = ['oppia', 'creator-engagement-stats'];
