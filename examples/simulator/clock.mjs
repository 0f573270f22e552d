/** The fixed times of the simulated worlds. Nothing here reads a clock. */

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;

/** When the simulated data end, unless told otherwise: a Monday, 09:00 UTC. The demo pages pin `now` to it. */
export const DEFAULT_NOW = '2026-11-16T09:00:00Z';

/**
 * The date of an instant in UTC: `2026-11-16`.
 * @param {number} at epoch milliseconds
 */
export function dateOf(at) {
  return new Date(at).toISOString().slice(0, 10);
}

/**
 * The Monday, as a UTC date, of the week in which an instant lies.
 * @param {number} at epoch milliseconds
 */
export function mondayOf(at) {
  const daysSinceMonday = (new Date(at).getUTCDay() + 6) % 7;
  return dateOf(at - daysSinceMonday * DAY);
}
