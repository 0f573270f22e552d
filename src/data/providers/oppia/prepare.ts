import { TableBuilder } from '../../table.js';
import type { Table } from '../../table.js';
import type { Prepared, Settings, Snapshot } from '../../provider.js';
import { creatorTable } from './creator-table.js';
import { explorationsTable } from './explorations-table.js';
import { insightsTable } from '../insights-table.js';
import { rowsOf } from '../rows.js';
import { withoutLater } from '../without-later.js';
import { isSeen } from './seen.js';
import { EVENTS_TABLE } from './session-events.js';
import { sessionsOf, sessionsTable } from './sessions.js';
import { statesTable } from './states-table.js';
import { weeklyTable } from './weekly-table.js';

const NO_EVENTS = new TableBuilder(EVENTS_TABLE, {}).build();

/**
 * Normal tables from a snapshot of Oppia. Without session events there is no table of sessions, and columns of engagement time
 * are left out. Events and weekly snapshots later than `now` are not seen and counted, and a
 * change of an exploration or a thread is of unknown time; counters cannot be turned back.
 */
export function prepareOppia(snapshot: Snapshot, settings: Settings): Prepared {
  const raw = (name: string): Table | undefined => snapshot.tables.get(name);
  const updated = (table: Table): Table => withoutLater(table, ['last_updated'], settings.now);
  const log = raw(EVENTS_TABLE);
  const listed = new Set([...rowsOf(raw('explorations'))].flatMap((row) => row.text('exploration') ?? []));
  const options = { recipe: settings.engagement, idleCapSeconds: settings.idleCapSeconds };
  const { sessions, later } = sessionsOf(log ?? NO_EVENTS, listed, settings.now, options);
  const known = log === undefined ? undefined : sessions;
  const states = statesTable(snapshot.tables, known);
  const explorations = updated(explorationsTable(snapshot.tables, states, known, snapshot.notes.onDemand !== undefined));
  const made = [
    explorations,
    states,
    weeklyTable(snapshot.tables, known, settings),
    creatorTable(snapshot.tables, explorations, known, settings.now),
    ...(known === undefined ? [] : [sessionsTable(known)]),
    ...['ratings', 'feedback', 'issues'].flatMap((name) => raw(name) ?? []).map(updated),
  ];
  const tables = new Map(made.map((table) => [table.name, table]));
  tables.set('insights', insightsTable(tables, settings));
  return { tables, later: later + laterSnapshots(snapshot, settings.now) };
}

function laterSnapshots({ tables }: Snapshot, now: number): number {
  return [...rowsOf(tables.get('oppia_snapshots'))].filter((row) => !isSeen(row.text('date'), now)).length;
}
