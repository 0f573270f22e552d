import type { Prepared, Settings, Snapshot } from '../../provider.js';
import type { Table } from '../../table.js';
import { blocksTable } from './blocks.js';
import { tableOf } from './columns.js';
import { coursesTable, overviewKeys } from './courses.js';
import { deriveAtRisk } from './derive.js';
import { enrollmentsTable } from './enrollments.js';
import { factTables } from './facts.js';
import { seenEvents } from './seen-events.js';
import { sessionTables } from './sessions-tables.js';

/** Normal and derived tables of a snapshot of statements under settings. `aspects-v8` leaves out courses without overview. */
export function prepareXapi(snapshot: Snapshot, settings: Settings): Prepared {
  const known = overviewKeys(snapshot.tables);
  const { events, later } = seenEvents(snapshot.tables, settings, settings.rules === 'aspects-v8' ? known : undefined);
  const normal: Table[] = [
    coursesTable(snapshot.tables, events),
    blocksTable(snapshot.tables, settings, known),
    tableOf(snapshot.tables, 'learners'),
    enrollmentsTable(events, settings.rules),
    ...factTables(events, settings.rules),
  ];
  const atRisk = deriveAtRisk(new Map(normal.map((table) => [table.name, table])), settings);
  return { tables: new Map([...atRisk, ...sessionTables(snapshot.tables, settings)]), later };
}
