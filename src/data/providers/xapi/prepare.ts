import type { Prepared, Settings, Snapshot } from '../../provider.js';
import { LIST_COMPARED_MS } from '../../../metrics/at-risk.js';
import type { Table, Tables } from '../../table.js';
import { blocksTable } from './blocks.js';
import { tableOf } from './columns.js';
import { coursesTable, overviewKeys } from './courses.js';
import { deriveAtRisk } from './derive.js';
import type { EarlierList } from './derive.js';
import { enrollmentsTable } from './enrollments.js';
import { factTables } from './facts.js';
import { eventsUntil, seenEvents } from './seen-events.js';
import { sessionTables } from './sessions-tables.js';

/** Normal and derived tables of a snapshot of statements under settings. `aspects-v8` leaves out courses without overview. */
export function prepareXapi(snapshot: Snapshot, settings: Settings): Prepared {
  const known = overviewKeys(snapshot.tables);
  const { events, later } = seenEvents(snapshot.tables, settings, settings.rules === 'aspects-v8' ? known : undefined);
  const courses = [coursesTable(snapshot.tables, events), blocksTable(snapshot.tables, settings, known)];
  const normal = [...courses, tableOf(snapshot.tables, 'learners'), ...learnerTables(events, settings)];
  const atRisk = deriveAtRisk(byName(normal), settings, earlierList(events, settings));
  return { tables: new Map([...atRisk, ...sessionTables(snapshot.tables, settings)]), later };
}

function learnerTables(events: Table, { rules }: Settings): Table[] {
  return [enrollmentsTable(events, rules), ...factTables(events, rules)];
}

function earlierList(events: Table, settings: Settings): EarlierList | undefined {
  const then = settings.now - LIST_COMPARED_MS;
  const seen = eventsUntil(events, then, settings.timezone);
  return seen === undefined ? undefined : { tables: byName(learnerTables(seen, settings)), then };
}

function byName(tables: readonly Table[]): Tables {
  return new Map(tables.map((table) => [table.name, table]));
}
