import type { Column } from '../table.js';
import type { Unsorted } from './result.js';

/** Columns by which readers look for a learner, an exploration or a thread. */
const SEARCHED: readonly string[] = ['name', 'username', 'actor_id', 'title', 'subject'];

/** The rows of a view in which one of the searched columns that it selects contains the text; all where nothing is looked for. */
export function searched(unsorted: Unsorted, text: string | undefined): Unsorted {
  const sought = plain(text ?? '').trim();
  const columns = unsorted.columns.filter(({ name }) => SEARCHED.includes(name)).map(({ data }) => data);
  if (sought === '' || columns.length === 0) return unsorted;
  const tests = columns.map((column) => containing(column, sought));
  return { ...unsorted, rows: unsorted.rows.filter((row) => tests.some((test) => test(row))) };
}

/** Each text of a dictionary is looked at once, however many rows have it. */
function containing(column: Column, sought: string): (row: number) => boolean {
  if (column.type !== 'category') return () => false;
  const found = column.dictionary.map((text) => plain(text).includes(sought));
  return (row) => found[column.codes[row] ?? -1] ?? false;
}

/** Without case and accents. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}
