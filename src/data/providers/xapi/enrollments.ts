import { columnsOf } from '../../../metrics/tables.js';
import type { Settings } from '../../provider.js';
import type { Table } from '../../table.js';
import { TableBuilder } from '../../table.js';
import { textAt, textsOf } from './columns.js';
import { EnrollmentKeys } from './enrollment-keys.js';
import type { SeenEvents } from './seen-events.js';

const COLUMNS = columnsOf('enrollments', [
  'course_key',
  'actor_id',
  'enrollment_status',
  'track',
  'first_enrolled_at',
  'enrolled_at',
  'last_activity',
]);

/**
 * Learners in courses as events tell them, in order of time: the status of the latest enrolment event, the latest track that one
 * names, when it was (a change of track is one, too), the first registration, and the latest statement of any kind. Who did
 * something without an enrolment event has no status. Under `aspects-v8` the track is that of the latest event, also where that names
 * none.
 */
export function enrollmentsTable({ events, rows, times }: SeenEvents, rules: Settings['rules']): Table {
  const keys = new EnrollmentKeys();
  const rowKeys = keys.ofRows(events, rows);
  const kinds = textsOf(events, 'kind');
  const enrollment = kinds.dictionary.indexOf('enrollment');
  const verbs = textsOf(events, 'verb');
  const tracks = textsOf(events, 'track');
  const status: (string | undefined)[] = [];
  const track: (string | undefined)[] = [];
  const first: (number | undefined)[] = [];
  const latest: (number | undefined)[] = [];
  const activity = new Float64Array(keys.length).fill(NaN);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    const key = rowKeys[at] ?? -1;
    const time = times[row] ?? NaN;
    activity[key] = time;
    if (enrollment < 0 || kinds.codes[row] !== enrollment) continue;
    const verb = textAt(verbs, row) ?? undefined;
    status[key] = verb;
    track[key] = textAt(tracks, row) ?? (rules === 'aspects-v8' ? undefined : track[key]);
    latest[key] = time;
    if (verb === 'registered') first[key] ??= time;
  }
  const builder = new TableBuilder('enrollments', COLUMNS);
  for (const [key, course] of keys.courses.entries()) {
    builder.push({
      course_key: course,
      actor_id: keys.actors[key],
      enrollment_status: status[key],
      track: track[key],
      first_enrolled_at: first[key],
      enrolled_at: latest[key],
      last_activity: activity[key],
    });
  }
  return builder.build();
}
