import type { Prepared, Settings, Snapshot } from '../../provider.js';
import { LIST_COMPARED_MS } from '../../../metrics/at-risk.js';
import type { Table, Tables } from '../../table.js';
import { blocksTable } from './blocks.js';
import { tableOf } from './columns.js';
import { coursesTable, overviewKeys } from './courses.js';
import { deriveAtRisk } from './derive.js';
import type { EarlierList } from './derive.js';
import { enrollmentsTable } from './enrollments.js';
import { factTables, standingTables } from './facts.js';
import type { SeenEvents } from './seen-events.js';
import { eventsUntil, seenEvents } from './seen-events.js';
import { sessionTables } from './sessions-tables.js';

/** Normal and derived tables of a snapshot of statements under settings. `aspects-v8` leaves out courses without overview. */
export function prepareXapi(snapshot: Snapshot, settings: Settings): Prepared {
  const known = overviewKeys(snapshot.tables);
  const { rules } = settings;
  const { later, ...seen } = seenEvents(snapshot.tables, settings, rules === 'aspects-v8' ? known : undefined);
  const enrollments = enrollmentsTable(seen, rules);
  const courses = [coursesTable(snapshot.tables, enrollments), blocksTable(snapshot.tables, settings, known)];
  const normal = [...courses, tableOf(snapshot.tables, 'learners'), enrollments, ...factTables(seen, rules)];
  const atRisk = deriveAtRisk(byName(normal), settings, earlierList(seen, settings));
  return { tables: atRisk.with(sessionTables(snapshot.tables, settings)), later };
}

function earlierList(seen: SeenEvents, settings: Settings): EarlierList | undefined {
  const then = settings.now - LIST_COMPARED_MS;
  const earlier = eventsUntil(seen, then, settings.timezone);
  if (earlier === undefined) return undefined;
  const { rules } = settings;
  return { tables: byName([enrollmentsTable(earlier, rules), ...standingTables(earlier, rules)]), then };
}

function byName(tables: readonly Table[]): Tables {
  return new Map(tables.map((table) => [table.name, table]));
}
