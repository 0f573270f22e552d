import type { SessionEventKind } from '../../../metrics/session-event.js';

/** Name of the raw log in the snapshot. */
export const EVENTS_TABLE = 'oppia_events';

const KINDS: ReadonlySet<string> = new Set<SessionEventKind>([
  'start',
  'actual_start',
  'state_hit',
  'answer_submitted',
  'solution_hit',
  'state_complete',
  'complete',
  'leave',
  'leave_for_refresher',
]);

/** The kind of a row of the raw log; undefined for a text that is none. */
export function eventKind(text: unknown): SessionEventKind | undefined {
  return typeof text === 'string' && isKind(text) ? text : undefined;
}

function isKind(text: string): text is SessionEventKind {
  return KINDS.has(text);
}
