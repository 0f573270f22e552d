import type { Table } from '../../table.js';

/** Rows of the visits whose time is known: of others nobody can say that they were made by now, and they are in no number. */
export function datedRows(visits: Table): Int32Array {
  const times = visits.columns.get('visited_at');
  return times?.type === 'time'
    ? Int32Array.from(times.values.keys()).filter((row) => !Number.isNaN(times.values[row]))
    : new Int32Array(0);
}

/**
 * The tables, without one of visits where no visit has a known time: it does not show who never visited, while a table without rows does.
 */
export function meaningfulTables(given: ReadonlyMap<string, Table>): ReadonlyMap<string, Table> {
  const visits = given.get('page_visits');
  if (visits === undefined || visits.length === 0 || datedRows(visits).length > 0) return given;
  return new Map([...given].filter(([name]) => name !== 'page_visits'));
}
