import type { Prepared, Settings, Snapshot } from '../../provider.js';
import { LIST_COMPARED_MS } from '../../../metrics/at-risk.js';
import type { Table, Tables } from '../../table.js';
import { blocksTable } from './blocks.js';
import { tableOf } from './columns.js';
import { coursesTable, overviewKeys } from './courses.js';
import { deriveAtRisk } from './derive.js';
import { DerivedTables } from './derived-tables.js';
import type { EarlierList } from './derive.js';
import { enrollmentsTable } from './enrollments.js';
import { factTables } from './facts.js';
import type { SeenEvents } from './seen-events.js';
import { eventsUntil, seenEvents } from './seen-events.js';
import { sessionTables } from './sessions-tables.js';

/** Normal and derived tables of a snapshot of statements under settings. `aspects-v8` leaves out courses without overview. */
export function prepareXapi(snapshot: Snapshot, settings: Settings): Prepared {
  const known = overviewKeys(snapshot.tables);
  const { later, ...seen } = seenEvents(snapshot.tables, settings, settings.rules === 'aspects-v8' ? known : undefined);
  const enrollments = enrollmentsTable(seen, settings.rules);
  const courses = coursesTable(snapshot.tables, enrollments);
  const normal = [courses, tableOf(snapshot.tables, 'learners'), enrollments];
  const tables = DerivedTables.of(byName(normal), [
    [['blocks'], () => [blocksTable(snapshot.tables, settings, known)]],
    ...factTables(seen, settings.rules),
  ]);
  const recordsVisits = snapshot.notes.unrecorded?.['page_visits'] === undefined;
  const atRisk = deriveAtRisk(tables, settings, { facts: STANDING, recordsVisits, earlier: earlierList(seen, settings) });
  return { tables: atRisk.with(sessionTables(snapshot.tables, settings)), later };
}

/** The facts that say more of a learner's standing than the events did: the others are no later than any event. */
const STANDING: readonly string[] = ['page_visits', 'grades'];

function earlierList(seen: SeenEvents, settings: Settings): EarlierList | undefined {
  const then = settings.now - LIST_COMPARED_MS;
  const earlier = eventsUntil(seen, then, settings.timezone);
  if (earlier === undefined) return undefined;
  const { rules } = settings;
  return { tables: DerivedTables.of(byName([enrollmentsTable(earlier, rules)]), factTables(earlier, rules)), then };
}

function byName(tables: readonly Table[]): Tables {
  return new Map(tables.map((table) => [table.name, table]));
}
