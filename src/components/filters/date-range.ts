import { periodRange, startOfPeriod } from '../../metrics/period.js';
import { OPEN_END, OPEN_START } from '../base/clauses/open-range.js';

/** First and last local date of a range, both included; '' where it is open. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** A date input that is being typed into passes through the first centuries. */
const FIRST_YEAR = '1900';

/** Whether dates can be filtered by: each '' or a date that is wholly typed, and in order. */
export function isRange({ from, to }: DateRange): boolean {
  return [from, to].every((date) => date === '' || (DATE.test(date) && date >= FIRST_YEAR)) && (from === '' || to === '' || from <= to);
}

/** The dates as instants from ≤ x < to; undefined where both ends are open. */
export function instantsOf({ from, to }: DateRange, timezone: string): readonly [number, number] | undefined {
  if (from === '' && to === '') return undefined;
  return [from === '' ? OPEN_START : periodRange(from, 'day', timezone)[0], to === '' ? OPEN_END : periodRange(to, 'day', timezone)[1]];
}

/** Instants as local dates. */
export function datesOf(range: readonly [number, number] | undefined, timezone: string): DateRange {
  if (range === undefined) return { from: '', to: '' };
  const [from, to] = range;
  return {
    from: from <= OPEN_START ? '' : startOfPeriod(from, 'day', timezone),
    to: to >= OPEN_END ? '' : startOfPeriod(to - 1, 'day', timezone),
  };
}
