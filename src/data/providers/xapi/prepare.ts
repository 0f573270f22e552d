import type { Prepared, Settings, Snapshot } from '../../provider.js';
import type { Table } from '../../table.js';
import { blocksTable } from './blocks.js';
import { tableOf, textsOf } from './columns.js';
import { coursesTable } from './courses.js';
import { deriveAtRisk } from './derive.js';
import { enrollmentsTable } from './enrollments.js';
import { factTables } from './facts.js';
import { seenEvents } from './seen-events.js';

/** Normal and derived tables of a snapshot of statements under settings. */
export function prepareXapi(snapshot: Snapshot, settings: Settings): Prepared {
  const courses = coursesTable(snapshot.tables, settings);
  const known = new Set(textsOf(courses, 'course_key').dictionary);
  const { events, later } = seenEvents(snapshot.tables, settings, settings.rules === 'aspects-v8' ? known : undefined);
  const normal: Table[] = [
    courses, blocksTable(snapshot.tables, settings, known), tableOf(snapshot.tables, 'learners'), enrollmentsTable(events),
    ...factTables(events, settings.rules),
  ];
  return { tables: deriveAtRisk(new Map(normal.map((table) => [table.name, table])), settings), later };
}
