import { isTime, POSSIBLE_TIME } from '../../../metrics/happened.js';
import type { SessionEventKind } from '../../../metrics/session-event.js';
import { parseInstant } from '../../ingest/instant.js';
import type { TableBuilder } from '../../table.js';
import { Checked } from '../checked.js';
import { eventKind } from './session-events.js';

/** Columns of the raw log as the snapshot keeps it. Ids of the log's own entities are never read: some hold a learner's id. */
export const EVENT_COLUMNS = {
  kind: 'category',
  exploration: 'category',
  session: 'category',
  state: 'category',
  created_on: 'time',
  seconds: 'number',
} as const;

const TIMED: ReadonlySet<SessionEventKind> = new Set(['answer_submitted', 'solution_hit', 'leave', 'leave_for_refresher'] as const);

/**
 * Appends one record of Oppia's session log, of either key family (`exploration_id` or `exp_id`). Ratings (`rate`) belong to no
 * session and are left out. Throws `invalid` for a record that is no event, so that the reader can skip and count it.
 */
export function addEvent(record: unknown, table: TableBuilder): void {
  const event = new Checked(record, '');
  const name = event.get('event');
  const text = name.name();
  if (text === 'rate') return;
  const kind = eventKind(text);
  if (kind === undefined) throw name.unlike("the name of one of Oppia's event models");
  const createdOn = event.get('created_on');
  const at = parseInstant(createdOn.value);
  if (at === undefined) throw createdOn.unlike('an ISO 8601 time or epoch milliseconds');
  if (!isTime(at)) throw createdOn.unlike(POSSIBLE_TIME);
  table.push({
    kind,
    created_on: at,
    exploration: either(event, 'exploration_id', 'exp_id').name(),
    session: event.get('session_id').name(),
    state: event.get('state_name').text(),
    seconds: secondsOf(kind, either(event, 'client_time_spent_in_secs', 'time_spent_in_state_secs')),
  });
}

/**
 * Differences of the learner's clock, which may be set back between: a time below 0 is unknown. Of events whose time says nothing it may be
 * anything.
 */
function secondsOf(kind: SessionEventKind, time: Checked): number | null {
  const seconds = TIMED.has(kind) ? time.number() : typeof time.value === 'number' ? time.value : null;
  return seconds !== null && seconds >= 0 ? seconds : null;
}

function either(event: Checked, name: string, otherName: string): Checked {
  const field = event.get(name);
  return field.known ? field : event.get(otherName);
}
