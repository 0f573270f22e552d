import type * as whole from '../../../src/metrics/views/creator.js';

export const CREATOR_VIEWS: typeof whole.CREATOR_VIEWS = new Map();
