import { isDate } from '../../../metrics/week.js';

/** Whether a date had begun at `now` (epoch ms), in UTC, by which Oppia dates its log. */
export function isSeen(date: string | null, now: number): boolean {
  return date !== null && isDate(date) && Date.parse(date) <= now;
}
