import { dayOfVisit } from '../../../metrics/at-risk.js';
import { periodRange, startOfPeriod } from '../../../metrics/period.js';
import type { Settings } from '../../provider.js';
import type { Table, Tables } from '../../table.js';
import { flagsOf, numbersOf, rowsOf, tableOf, textAt, textsOf } from './columns.js';

/** The statements that count, in the order in which they happened. */
export interface SeenEvents {
  readonly events: Table;
  /** Statements after `now`. */
  readonly later: number;
}

/**
 * The snapshot's events up to and including `now`, by time and then statement id, at the time that counts: what is known by its
 * day alone is at the end of that day in the dataset's time zone, or at `now` if that day has begun and is not over. Statements
 * that name no course are left out; so are, where `courses` is given, those of other courses.
 */
export function seenEvents(snapshot: Tables, { now, timezone }: Settings, courses?: ReadonlySet<string>): SeenEvents {
  const events = tableOf(snapshot, 'xapi_events');
  const times = numbersOf(events, 'time').slice();
  const dayOnly = flagsOf(events, 'day_only');
  const keys = textsOf(events, 'course_key');
  const counts = keys.dictionary.map((key) => courses === undefined || courses.has(key));
  const ids = textsOf(events, 'id');
  const rows: number[] = [];
  let later = 0;
  for (let row = 0; row < events.length; row++) {
    const time = times[row] ?? NaN;
    let isLater = time > now;
    if (dayOnly[row] === 1) {
      const [from, end] = dayOfVisit(time, timezone);
      isLater = from >= now;
      times[row] = Math.min(end, now);
    }
    if (isLater) later++;
    else if (counts[keys.codes[row] ?? -1] === true) rows.push(row);
  }
  rows.sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || compare(textAt(ids, a) ?? '', textAt(ids, b) ?? ''));
  const timed: Table = { ...events, columns: new Map([...events.columns, ['time', { type: 'time', values: times }]]) };
  return { events: rowsOf(timed, Int32Array.from(rows)), later };
}

/**
 * Of events in order of time, those that counted at an earlier moment, at the time that counted then. Undefined where none did: such a
 * source cannot tell of that moment.
 */
export function eventsUntil(events: Table, then: number, timezone: string): Table | undefined {
  const times = numbersOf(events, 'time').slice();
  const dayOnly = flagsOf(events, 'day_only');
  const rows: number[] = [];
  for (const [row, time] of times.entries()) {
    if (time > then && (dayOnly[row] !== 1 || periodRange(startOfPeriod(time, 'day', timezone), 'day', timezone)[0] >= then)) continue;
    times[row] = Math.min(time, then);
    rows.push(row);
  }
  if (rows.length === 0) return undefined;
  return rowsOf({ ...events, columns: new Map([...events.columns, ['time', { type: 'time', values: times }]]) }, Int32Array.from(rows));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
