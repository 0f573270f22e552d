const DAY_MS = 86_400_000;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a text is a calendar date that exists, as `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  return DATE.test(text) && dateOfDay(dayOfDate(text)) === text;
}

/** The Monday on or before a date (`YYYY-MM-DD`). Dates have no zone: nothing shifts. */
export function mondayOf(date: string): string {
  const day = dayOfDate(date);
  return dateOfDay(day - weekday(day));
}

/** The Monday closest to a date: its own week's up to Thursday, the next one from Friday. */
export function nearestMonday(date: string): string {
  const day = dayOfDate(date);
  const past = weekday(day);
  return dateOfDay(past <= 3 ? day - past : day + 7 - past);
}

/** The date so many days later; earlier with a negative number. */
export function addDays(date: string, days: number): string {
  return dateOfDay(dayOfDate(date) + days);
}

/** Days from one date to another; negative if `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayOfDate(to) - dayOfDate(from);
}

function dayOfDate(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
}

function dateOfDay(day: number): string {
  return Number.isNaN(day) ? '' : new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** 0 for Monday to 6 for Sunday; day 0 of the epoch was a Thursday. */
function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}
