import { countedTime } from '../../../metrics/at-risk.js';
import { isTime } from '../../../metrics/happened.js';
import { periodRange, startOfPeriod } from '../../../metrics/period.js';
import type { Settings } from '../../provider.js';
import type { Table, Tables } from '../../table.js';
import { flagsOf, numbersOf, tableOf, textAt, textsOf } from './columns.js';
import { byTime, compare } from './order.js';

/** The statements that count, in the order in which they happened. */
export interface SeenEvents {
  readonly events: Table;
  /** Rows of `events` that count, in that order. */
  readonly rows: Int32Array;
  /** For every row of `events` when it happened, as it counts. */
  readonly times: Float64Array;
}

/**
 * The snapshot's events up to and including `now`, by time and then statement id, at the time that counts: what is known by its
 * day alone is at the end of that day in the dataset's time zone, or at `now` if that day has begun and is not over. Statements
 * that name no course are left out, and those that cannot have happened then; so are, where `courses` is given, those of other courses.
 * `later` are statements after `now`.
 */
export function seenEvents(snapshot: Tables, settings: Settings, courses?: ReadonlySet<string>): SeenEvents & { readonly later: number } {
  const events = tableOf(snapshot, 'xapi_events');
  const times = numbersOf(events, 'time').slice();
  const dayOnly = flagsOf(events, 'day_only');
  const keys = textsOf(events, 'course_key');
  const counts = Uint8Array.from(keys.dictionary, (key) => Number(courses === undefined || courses.has(key)));
  const rows = new Int32Array(events.length);
  let count = 0;
  let later = 0;
  for (let row = 0; row < events.length; row++) {
    const told = times[row] ?? NaN;
    if (!isTime(told)) continue;
    const time = (times[row] = countedTime(told, dayOnly[row] === 1, settings));
    if (time > settings.now) later++;
    else if (counts[keys.codes[row] ?? -1] === 1) rows[count++] = row;
  }
  const order = byTime(rows.slice(0, count), times);
  orderById(order, times, events);
  return { events, rows: order, times, later };
}

/**
 * Of events in order of time, those that counted at an earlier moment, at the time that counted then. Undefined where none did: such a
 * source cannot tell of that moment.
 */
export function eventsUntil(seen: SeenEvents, then: number, timezone: string): SeenEvents | undefined {
  const dayOnly = flagsOf(seen.events, 'day_only');
  const times = seen.times.slice();
  const rows = seen.rows.filter((row) => {
    const time = times[row] ?? NaN;
    if (time > then && (dayOnly[row] !== 1 || periodRange(startOfPeriod(time, 'day', timezone), 'day', timezone)[0] >= then)) return false;
    times[row] = Math.min(time, then);
    return true;
  });
  return rows.length === 0 ? undefined : { events: seen.events, rows, times };
}

/** Puts rows of one time in the order of their ids. */
function orderById(order: Int32Array, times: Float64Array, events: Table): void {
  const ids = textsOf(events, 'id');
  const timeAt = (at: number): number => times[order[at] ?? 0] ?? 0;
  for (let from = 0, to = 0; from < order.length; from = to) {
    for (to = from + 1; to < order.length && timeAt(to) === timeAt(from);) to++;
    if (to === from + 1) continue;
    order.subarray(from, to).sort((a, b) => compare(textAt(ids, a) ?? '', textAt(ids, b) ?? '') || a - b);
  }
}
