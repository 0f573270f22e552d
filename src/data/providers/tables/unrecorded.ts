import { TABLES } from '../../../metrics/tables.js';
import type { Table } from '../../table.js';

/** What stands for a fact of learners that no table gives: the tables that do, and why there is none. */
const FACTS: readonly { readonly of: string; readonly by: readonly string[]; readonly why: string }[] = [
  { of: 'page_visits', by: ['page_visits'], why: 'The tables that were given do not have page visits.' },
  {
    of: 'problem_outcomes',
    by: ['problem_responses', 'problem_outcomes'],
    why: 'The tables that were given do not have answers to problems.',
  },
  {
    of: 'video_totals',
    by: ['video_watches', 'video_totals', 'video_segments'],
    why: 'The tables that were given do not have watched videos.',
  },
];

/**
 * Why columns, and tables of what enrolled learners did, are unknown throughout; of a table without rows nothing is. The last visit is
 * known from visits, too; a column of `enrollments` that they tell is not missing.
 */
export function unrecorded(given: ReadonlyMap<string, Table>): Readonly<Record<string, string>> {
  const columns = [...given.values()].flatMap((table) => missingIn(table).map((column) => `${table.name}.${column}`));
  const why = Object.fromEntries(columns.map((column) => [column, 'The tables that were given do not have this column.']));
  if ((given.get('enrollments')?.length ?? 0) === 0) return why;
  for (const fact of FACTS) if (!fact.by.some((table) => given.has(table))) why[fact.of] = fact.why;
  if (given.has('page_visits')) delete why['enrollments.last_visit'];
  else if (why['enrollments.last_visit'] !== undefined)
    why['enrollments.last_visit'] = 'The tables that were given do not say when learners last visited.';
  return why;
}

/** Columns of the schema that no row of a table has. */
function missingIn({ name, length, columns }: Table): readonly string[] {
  if (length === 0) return [];
  return Object.keys(TABLES.get(name)?.columns ?? {}).filter((column) => !columns.has(column));
}
