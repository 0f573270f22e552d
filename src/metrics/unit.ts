import type { Unit } from './types.js';

const COUNTS: ReadonlySet<Unit> = new Set(['learners', 'sessions', 'plays', 'attempts', 'views', 'items', 'ratings', 'threads']);

/** Whether a unit counts something, so that of no row there is 0 of it; a mean, a share or a duration of nothing is not known. */
export function isCount(unit: Unit): boolean {
  return COUNTS.has(unit);
}
