import { msg, str } from '../../../localize/msg.js';
import { nextPeriod, periodRange } from '../../../metrics/period.js';
import type { Grain } from '../../../metrics/types.js';
import { dateFormat, numberFormat } from '../../base/text/intl.js';

/** From ≤ x < to in epoch ms. */
export type Span = readonly [from: number, to: number];

const DAY_MS = 86_400_000;

/** Whether the period that starts on a date has begun but is not over at `now` (epoch ms). */
export function isSoFar(start: string, grain: Grain, timezone: string, now: number): boolean {
  const [from, to] = periodRange(start, grain, timezone);
  return from <= now && now < to;
}

/** The first and the last period that a span of time touches, by their places; undefined where it touches none. */
export function periodsWithin(
  starts: readonly string[],
  grain: Grain,
  timezone: string,
  [from, to]: Span,
): { readonly from: number; readonly to: number } | undefined {
  const touched = starts.flatMap((start, at) => {
    const [begin, end] = periodRange(start, grain, timezone);
    return begin < to && end > from ? [at] : [];
  });
  const [first, last] = [touched[0], touched.at(-1)];
  return first === undefined || last === undefined ? undefined : { from: first, to: last };
}

/** The name of a period in full: "March 2024", "Week of 4 Mar 2024", "Jan – Mar 2024". */
export function periodTitle(start: string, grain: Grain, locale: string): string {
  const instant = instantOf(start);
  if (Number.isNaN(instant)) return start;
  switch (grain) {
    case 'day':
      return dateFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(instant);
    case 'week': {
      const date = dateFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(instant);
      return msg(str`Week of ${date}`, { id: 'period.week' });
    }
    case 'month':
      return dateFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(instant);
    case 'quarter':
      return dateFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).formatRange(
        instant,
        instantOf(nextPeriod(start, grain)) - DAY_MS,
      );
    case 'year':
      return yearOf(instant, locale);
  }
}

/** What a period is called under a time axis, shortly, and the year, which is said once where it begins. */
export function periodLabel(start: string, grain: Grain, locale: string): { readonly text: string; readonly year: string } {
  const instant = instantOf(start);
  if (Number.isNaN(instant)) return { text: start, year: '' };
  const year = yearOf(instant, locale);
  switch (grain) {
    case 'day':
    case 'week':
      return { text: dateFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(instant), year };
    case 'month':
      return { text: dateFormat(locale, { month: 'short', timeZone: 'UTC' }).format(instant), year };
    case 'quarter': {
      const quarter = numberFormat(locale, {}).format(Math.floor(new Date(instant).getUTCMonth() / 3) + 1);
      return { text: msg(str`Q${quarter}`, { id: 'period.quarter' }), year };
    }
    case 'year':
      return { text: year, year: '' };
  }
}

function yearOf(instant: number, locale: string): string {
  return dateFormat(locale, { year: 'numeric', timeZone: 'UTC' }).format(instant);
}

function instantOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}
