import type { Aggregation } from '../../types.js';

/** Learners, each once. */
export const DISTINCT: Aggregation = { op: 'countDistinct', field: 'actor_id' };
/** The edge case of such a count. */
export const ONCE = 'A learner is counted once in a group, however many rows there are.';
