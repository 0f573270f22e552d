import type { Body, ReadContext, Skipped } from '../../provider.js';
import { readRecords } from '../../ingest/ndjson.js';
import { isUrl } from '../../net/is-url.js';
import { TableBuilder } from '../../table.js';
import type { Table } from '../../table.js';
import { addEvent, EVENT_COLUMNS } from './add-event.js';
import { EVENTS_TABLE } from './session-events.js';

/** The raw session log of a host, and what of it could not be read. */
export interface SessionLog {
  readonly table: Table;
  readonly bytes: number;
  readonly skipped?: Skipped;
}

/**
 * Reads session events as NDJSON or a JSON array. A URL is where they are, any other text is the events. Lines that are no event are
 * skipped and counted. `afterPiece` is waited for after each piece of a body that brought events.
 */
export async function readSessionLog(
  events: string | Body,
  context: ReadContext,
  afterPiece?: (soFar: () => Table) => Promise<void>,
): Promise<SessionLog> {
  const builder = new TableBuilder(EVENTS_TABLE, EVENT_COLUMNS);
  const wait = async (): Promise<void> => (builder.length === 0 ? undefined : afterPiece?.(() => builder.build()));
  const body = isUrl(events) ? ((await context.fetch(events)).body ?? '') : (context.supplied?.(events) ?? events);
  const { bytes, skipped } = await readRecords(
    body,
    (record) => addEvent(record, builder),
    'Session events',
    typeof body === 'string' ? undefined : wait,
  );
  return { table: builder.build(), bytes, ...(skipped === undefined ? {} : { skipped }) };
}
