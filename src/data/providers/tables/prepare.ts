import { countedTime } from '../../../metrics/at-risk.js';
import { columnAt } from '../../engine/fields.js';
import type { Prepared, Settings, Snapshot } from '../../provider.js';
import type { Column, Table } from '../../table.js';
import { withRates } from '../exploration-rates.js';
import { deriveAtRisk } from '../xapi/derive.js';
import { withCreatorTables } from './creator-tables.js';
import { datedRows, meaningfulTables } from './dated-visits.js';
import { checkRanges } from './ranges.js';
import { checkBlocks, checkOnce, withStates } from './refused.js';
import { withStars } from './supplied-stars.js';
import { dayOnlyColumn } from './table-rows.js';
import { untoldRates } from './unrecorded.js';
import { seenWeeks } from './weeks.js';
import { withoutLater } from '../without-later.js';

/** When a row of a table happened. */
const HAPPENED: ReadonlyMap<string, string> = new Map([
  ['enrollments', 'first_enrolled_at'],
  ['page_visits', 'visited_at'],
  ['problem_responses', 'responded_at'],
  ['video_watches', 'watched_at'],
  ['grades', 'graded_at'],
  ['sessions', 'started_at'],
]);

/** Times of an enrolment that a newer one takes the place of: those after `now` are unknown, while the row is of before. */
const REPLACED = ['enrolled_at', 'last_visit', 'last_activity'];

/** When an exploration or a thread, which is of before, was last changed. */
const UPDATED = ['last_updated'];

/** Tables from which those of the at-risk rule are made. */
const AT_RISK_SOURCES = ['enrollments', 'page_visits', 'problem_responses', 'video_watches', 'grades'];

/** Tables that say whether a learner has passed. */
const STATED = ['enrollments', 'grades'];

/**
 * The tables given, without what happened after `now`, facts in order of time, explorations with their rates; and, where there are learners
 * in courses, the tables derived from them. A derived table that was given itself stands as it was given.
 */
export function prepareTables(snapshot: Snapshot, settings: Settings): Prepared {
  let later = 0;
  let unsure: ReadonlySet<number> | undefined;
  const seenTables = new Map<string, Table>();
  for (const [name, given] of meaningfulTables(snapshot.tables)) {
    checkRanges(given);
    checkOnce(given);
    if (name === 'blocks') checkBlocks(given);
    const table = STATED.includes(name) ? withStates(given) : name === 'page_visits' ? withRows(given, datedRows(given)) : given;
    let seen = name === 'weekly' ? seenWeeks(table, settings) : seenRows(settled(table, settings), settings.now);
    later += table.length - seen.length;
    if (name === 'enrollments') {
      const [rows, visits] = [new Set<number>(), new Set<number>()];
      seen = withoutLater(seen, REPLACED, settings.now, (row, column) => {
        rows.add(row);
        if (column === 'last_visit') visits.add(row);
      });
      unsure = visits;
      later += rows.size;
    } else seen = withoutLater(seen, UPDATED, settings.now);
    seenTables.set(name, name === 'explorations' ? rated(seen) : seen);
  }
  const tables = withCreatorTables(seenTables, settings);
  if (!AT_RISK_SOURCES.some((name) => tables.has(name))) return { tables, later };
  const given = [...tables].filter(([name]) => name !== 'enrollments' && name !== 'blocks');
  return { tables: deriveAtRisk(tables, settings, { unsure }).with(given), later };
}

/** What is known by its day alone is at the end of that day in the dataset's time zone, or at `now` if it has begun and goes on. */
function settled(table: Table, settings: Settings): Table {
  const columns = new Map<string, Column>();
  for (const [name, column] of table.columns) {
    const flags = table.columns.get(dayOnlyColumn(name));
    if (column.type === 'time' && flags?.type === 'boolean') {
      const values = column.values.map((instant, row) =>
        Number.isNaN(instant) ? instant : countedTime(instant, flags.values[row] === 1, settings),
      );
      columns.set(name, { type: 'time', values });
    } else if (!name.endsWith(dayOnlyColumn(''))) {
      columns.set(name, column);
    }
  }
  return { ...table, columns };
}

/** Rows that had happened by `now`, in order of time; those of unknown time come first, equal times keep their order. */
function seenRows(table: Table, now: number): Table {
  const column = table.columns.get(HAPPENED.get(table.name) ?? '');
  if (column?.type !== 'time') return table;
  const times = column.values.map((time) => (Number.isNaN(time) ? -Infinity : time));
  const rows = Int32Array.from(times.keys()).filter((row) => (times[row] ?? 0) <= now);
  if (table.name !== 'enrollments') rows.sort((a, b) => compareNumbers(times[a] ?? 0, times[b] ?? 0) || a - b);
  return withRows(table, rows);
}

function withRows(table: Table, rows: Int32Array): Table {
  return { ...table, length: rows.length, columns: new Map([...table.columns].map(([name, each]) => [name, columnAt(each, rows)])) };
}

/** Explorations with the rates that their counts come to, and no stars where nobody rated; without rates that the tables do not tell. */
function rated(explorations: Table): Table {
  const unknown = untoldRates(explorations);
  const { columns, ...rest } = withRates(explorations, 'completion_rate');
  const known = [...columns].filter(([name]) => !unknown.includes(name));
  return withStars({ ...rest, columns: new Map(known) });
}

function compareNumbers(a: number, b: number): number {
  return Number(a > b) - Number(a < b);
}
