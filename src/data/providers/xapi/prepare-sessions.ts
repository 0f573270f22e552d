import type { Prepared, Settings, Snapshot } from '../../provider.js';
import { seenEvents } from './seen-events.js';
import { sessionTables } from './sessions-tables.js';

/** Takes the place of `prepare.ts` in the script of the creator's tags, whose views are of sessions and what is made of them. */
export function prepareXapi(snapshot: Snapshot, settings: Settings): Prepared {
  return { tables: new Map(sessionTables(snapshot.tables, settings)), later: seenEvents(snapshot.tables, settings).later };
}
