import { ENROLLED_BY_VISITS } from '../../../metrics/at-risk.js';
import { TABLES } from '../../../metrics/tables.js';
import type { Table } from '../../table.js';
import { NO_COLUMN, unrecordedOfCreator } from './unrecorded-of-creator.js';

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

const NO_BLOCKS = 'The tables that were given do not have the blocks of the course.';
/** What of facts only their blocks tell. */
const OF_BLOCKS: readonly string[] = ['blocks.section', 'blocks.subsection', 'engagement.label'];

const UNKNOWN_ENROLLED = 'The tables that were given do not say who is enrolled.';

/** Columns of `enrollments` that are unknown where no table says who is enrolled. */
const OF_ENROLLED: readonly string[] = ['enrollment_status', 'listed', 'list_change', 'never_started'];

/** Columns of `enrollments` that are derived: from the first of them, else from a table; and why they are unknown where neither is given. */
const DERIVED: readonly { readonly columns: readonly string[]; readonly by: readonly string[]; readonly why?: string }[] = [
  {
    columns: ENROLLED_BY_VISITS,
    by: ['page_visits'],
    why: 'The tables that were given do not say when learners last visited.',
  },
  {
    columns: ['state', 'passed'],
    by: ['grades'],
    why: 'The tables that were given do not say who has passed, so nobody is left out for it.',
  },
  { columns: ['course_grade', 'grade_bucket', 'would_pass'], by: ['grades'] },
  { columns: ['last_activity'], by: ['page_visits', 'problem_responses', 'video_watches', 'grades'] },
];

/** Rates of explorations: the column that may give them, and the counts from which they are computed. */
const RATES: Readonly<Record<string, { readonly given: string; readonly counts: readonly string[] }>> = {
  completion_rate: { given: 'completion_rate', counts: ['starts', 'completions'] },
  completion_rate_source: { given: 'completion_rate', counts: ['starts', 'completions'] },
  starter_completion_rate: { given: 'starter_completion_rate', counts: ['actual_starts', 'completions'] },
};

/**
 * Why columns, and tables of what enrolled learners did, are unknown throughout; of a table without rows nothing is. What is derived
 * of an enrollment is missing where nothing tells it.
 */
export function unrecorded(given: ReadonlyMap<string, Table>): Readonly<Record<string, string>> {
  const columns = [...given.values()].flatMap((table) => missingIn(table).map((column) => `${table.name}.${column}`));
  const reasons = { ...Object.fromEntries(columns.map((column) => [column, NO_COLUMN])), ...unrecordedOfCreator(given) };
  const explorations = given.get('explorations');
  if (explorations !== undefined) {
    const unknown = untoldRates(explorations);
    for (const rate of Object.keys(RATES)) if (!unknown.includes(rate)) delete reasons[`explorations.${rate}`];
  }
  const enrollments = given.get('enrollments');
  if (enrollments === undefined) return { ...reasons, ...ofEnrolled() };
  if (enrollments.length === 0) return reasons;
  if (!given.has('blocks')) for (const column of OF_BLOCKS) reasons[column] = NO_BLOCKS;
  for (const { of, by, why } of FACTS) if (!by.some((table) => given.has(table))) reasons[of] = why;
  for (const { columns: derived, by, why = NO_COLUMN } of DERIVED) {
    const [source = ''] = derived;
    const isTold = enrollments.columns.has(source) || by.some((table) => given.has(table));
    for (const column of derived) {
      if (isTold) delete reasons[`enrollments.${column}`];
      else reasons[`enrollments.${column}`] = why;
    }
  }
  return enrollments.columns.has('enrollment_status') ? reasons : { ...reasons, ...ofEnrolled() };
}

function ofEnrolled(): Readonly<Record<string, string>> {
  return Object.fromEntries(OF_ENROLLED.map((column) => [`enrollments.${column}`, UNKNOWN_ENROLLED]));
}

/** The rates that explorations neither have nor have both counts for. */
export function untoldRates({ columns }: Table): readonly string[] {
  return Object.entries(RATES).flatMap(([rate, { given, counts }]) =>
    columns.has(given) || counts.every((count) => columns.has(count)) ? [] : [rate],
  );
}

/** Columns of the schema that no row of a table has. */
function missingIn({ name, length, columns }: Table): readonly string[] {
  if (length === 0) return [];
  return Object.keys(TABLES.get(name)?.columns ?? {}).filter((column) => !columns.has(column));
}
