import type { Grain } from './types.js';

/** The grains, shortest first. */
export const GRAINS: readonly Grain[] = ['day', 'week', 'month', 'quarter', 'year'];

/** Whether a value is one of them. */
export function isGrain(value: unknown): value is Grain {
  return GRAINS.some((grain) => grain === value);
}

const DAY_MS = 86_400_000;

/** Offset of local time from UTC inside one UTC day: `before` until the instant `changesAt`, `after` from then on. */
interface DayOffsets {
  readonly before: number;
  readonly after: number;
  readonly changesAt: number;
}

interface Calendar {
  readonly formatter: Intl.DateTimeFormat;
  readonly days: Map<number, DayOffsets>;
}

const calendars = new Map<string, Calendar>();
const starts = new Map<Grain, Map<number, string>>();

/**
 * The local date (`YYYY-MM-DD`) on which the period containing `instant` (epoch ms) starts in an IANA time zone. Weeks start on
 * Monday (ISO 8601). Throws RangeError for a time zone that does not exist.
 */
export function startOfPeriod(instant: number, grain: Grain, timezone: string): string {
  const localDay = Math.floor((instant + offsetAt(instant, calendarOf(timezone))) / DAY_MS);
  let known = starts.get(grain);
  if (known === undefined) starts.set(grain, (known = new Map<number, string>()));
  let start = known.get(localDay);
  if (start === undefined) known.set(localDay, (start = dateText(startOfDayPeriod(localDay, grain))));
  return start;
}

/**
 * Epoch milliseconds from ≤ x < to of the period that contains a local date: the first instant of its first day to the first
 * instant of the period after. A day without midnight starts when the clocks have gone forward; a day that a zone skipped is
 * empty. Where the clocks once went back across midnight, the repeated end of the day before belongs to the new day.
 */
export function periodRange(date: string, grain: Grain, timezone: string): [number, number] {
  const calendar = calendarOf(timezone);
  const start = startOfDayPeriod(dayNumber(date), grain);
  return [startOfLocalDay(start, calendar), startOfLocalDay(followingDay(start, grain), calendar)];
}

/** The date on which the period after the one that contains `date` starts. */
export function nextPeriod(date: string, grain: Grain): string {
  return dateText(followingDay(startOfDayPeriod(dayNumber(date), grain), grain));
}

function calendarOf(timezone: string): Calendar {
  let calendar = calendars.get(timezone);
  if (calendar === undefined) {
    const formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: timezone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    calendars.set(timezone, (calendar = { formatter, days: new Map() }));
  }
  return calendar;
}

function offsetAt(instant: number, calendar: Calendar): number {
  const day = Math.floor(instant / DAY_MS);
  let offsets = calendar.days.get(day);
  if (offsets === undefined) calendar.days.set(day, (offsets = offsetsOfDay(day, calendar.formatter)));
  return instant < offsets.changesAt ? offsets.before : offsets.after;
}

function offsetsOfDay(day: number, formatter: Intl.DateTimeFormat): DayOffsets {
  let low = day * DAY_MS;
  let high = low + DAY_MS;
  const before = formattedOffset(low, formatter);
  const after = formattedOffset(high, formatter);
  if (before === after) return { before, after, changesAt: low };
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (formattedOffset(middle, formatter) === before) low = middle;
    else high = middle;
  }
  return { before, after, changesAt: high };
}

/** What the platform's time zone database says, in ms; `instant` is a whole second. */
function formattedOffset(instant: number, formatter: Intl.DateTimeFormat): number {
  const parts = new Map(formatter.formatToParts(instant).map((part) => [part.type, part.value]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
  const year = parts.get('era') === 'BC' ? 1 - part('year') : part('year');
  const local = new Date(0);
  local.setUTCFullYear(year, part('month') - 1, part('day'));
  local.setUTCHours(part('hour'), part('minute'), part('second'));
  return local.getTime() - instant;
}

/** The first instant whose local date is the given day or later. */
function startOfLocalDay(day: number, calendar: Calendar): number {
  const midnight = day * DAY_MS;
  let low = midnight - 2 * DAY_MS;
  let high = midnight + 2 * DAY_MS;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (middle + offsetAt(middle, calendar) >= midnight) high = middle;
    else low = middle;
  }
  return high;
}

function startOfDayPeriod(day: number, grain: Grain): number {
  if (grain === 'day') return day;
  // Day 0, 1970-01-01, was a Thursday.
  if (grain === 'week') return day - ((((day + 3) % 7) + 7) % 7);
  const date = new Date(day * DAY_MS);
  const month = date.getUTCMonth();
  const first = grain === 'month' ? month : grain === 'quarter' ? month - (month % 3) : 0;
  return firstOfMonth(date.getUTCFullYear(), first);
}

function followingDay(start: number, grain: Grain): number {
  if (grain === 'day') return start + 1;
  if (grain === 'week') return start + 7;
  const date = new Date(start * DAY_MS);
  const months = grain === 'month' ? 1 : grain === 'quarter' ? 3 : 12;
  return firstOfMonth(date.getUTCFullYear(), date.getUTCMonth() + months);
}

function firstOfMonth(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 1);
  return date.getTime() / DAY_MS;
}

function dayNumber(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
}

function dateText(day: number): string {
  const text = new Date(day * DAY_MS).toISOString();
  return text.slice(0, text.indexOf('T'));
}

/** So many days are 27 years. A date far from all others, as the year 1, would make more periods than anybody can use. */
const MOST_PERIODS = 10_000;

/**
 * Every period from the earliest to the latest of the given dates on which periods start, also those between that are not given, in order;
 * where these would be more than 10,000 only those that are given.
 */
export function everyPeriod(starts: readonly string[], grain: Grain): readonly string[] {
  const sorted = [...starts].sort();
  const last = sorted.at(-1);
  const periods = sorted.slice(0, 1);
  for (let next = periods[0]; next !== undefined && last !== undefined && next < last;) {
    if (periods.length === MOST_PERIODS) return sorted;
    next = nextPeriod(next, grain);
    periods.push(next);
  }
  return periods;
}
