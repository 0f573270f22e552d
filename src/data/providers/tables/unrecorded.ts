import { workedOutOfCards } from './card-rates.js';
import { ENROLLED_BY_VISITS } from '../../../metrics/at-risk.js';
import { TABLES } from '../../../metrics/tables.js';
import { valueAt } from '../../table.js';
import type { Column, Table } from '../../table.js';
import { NO_COLUMN, unrecordedOfCreator } from './unrecorded-of-creator.js';
import { derivesTimes, OF_AVERAGES } from './weeks.js';

const NO_VIDEOS = 'The tables that were given do not have watched videos.';

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
    why: NO_VIDEOS,
  },
  { of: 'video_segments', by: ['video_watches', 'video_segments'], why: NO_VIDEOS },
];

/** Columns without which no row of a table of facts is counted. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  page_visits: ['course_key', 'actor_id'],
  problem_responses: ['course_key', 'actor_id', 'block_id'],
  video_watches: ['course_key', 'actor_id', 'block_id'],
};

const NO_BLOCKS = 'The tables that were given do not have the blocks of the course.';
const NO_KINDS = 'The tables that were given do not say what each block is and in which section it stands.';
/** What of blocks engagement is counted by, in one of two places. */
const KINDS = ['course_key', 'block_type'];
const PLACES = [
  ['section', 'section_block'],
  ['subsection', 'subsection_block'],
];

const NO_PAGES = 'The tables that were given do not say which pages were visited.';
const NO_SECONDS = 'The tables that were given do not say which seconds of videos were watched.';

const UNKNOWN_ENROLLED = 'The tables that were given do not say who is enrolled.';

/** Columns of `enrollments` that are unknown where no table says who is enrolled. */
const OF_ENROLLED: readonly string[] = ['enrollment_status', 'listed', 'list_change', 'never_started'];

/**
 * Columns of `enrollments` that are derived: from the first of them, else from a table; and why they are unknown where neither is given.
 */
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
  for (const name of workedOutOfCards(given.get('states'), explorations)) delete reasons[`states.${name}`];
  const weekly = given.get('weekly');
  if (weekly !== undefined && derivesTimes(weekly)) for (const name of OF_AVERAGES) delete reasons[`weekly.${name}`];
  const enrollments = given.get('enrollments');
  if (enrollments === undefined) return { ...reasons, ...ofEnrolled() };
  if (enrollments.length === 0) return reasons;
  const tells = (name: string): boolean => isKnown(given.get(name), NEEDED[name] ?? []);
  Object.assign(reasons, ofBlocks(given), ofHalves(given));
  for (const { of, by, why } of FACTS) if (!by.some(tells)) reasons[of] = why;
  for (const { columns: derived, by, why = NO_COLUMN } of DERIVED) {
    const [source = ''] = derived;
    const isTold = enrollments.columns.has(source) || by.some(tells);
    for (const column of derived) {
      if (isTold) delete reasons[`enrollments.${column}`];
      else reasons[`enrollments.${column}`] = why;
    }
  }
  return enrollments.columns.has('enrollment_status') ? reasons : { ...reasons, ...ofEnrolled() };
}

/** What of facts only their blocks tell, where blocks do not. */
function ofBlocks(given: ReadonlyMap<string, Table>): Readonly<Record<string, string>> {
  const isMissing = (given.get('blocks')?.length ?? 0) === 0;
  const places = isMissing ? { 'blocks.section': NO_BLOCKS, 'blocks.subsection': NO_BLOCKS } : {};
  if (given.has('engagement') || (!isMissing && PLACES.some((place) => isKnown(given.get('blocks'), [...KINDS, ...place])))) return places;
  const why = isMissing ? NO_BLOCKS : NO_KINDS;
  return { ...places, engagement: why, engaged_parts: why, 'engagement.label': why };
}

/** What facts do not tell that count for something else. */
function ofHalves(given: ReadonlyMap<string, Table>): Readonly<Record<string, string>> {
  const [visits, watches] = [given.get('page_visits'), given.get('video_watches')];
  const isTotalled = given.has('video_totals') || given.has('video_segments');
  return {
    ...(visits === undefined || isKnown(visits, ['block_id']) ? {} : { 'page_visits.block_id': NO_PAGES }),
    ...(watches === undefined || isTotalled || isKnown(watches, ['from_second', 'to_second']) ? {} : { 'video_totals.views': NO_SECONDS }),
  };
}

/** Whether each of these columns is known in some row; of a table without rows nothing is missing. */
function isKnown(table: Table | undefined, columns: readonly string[]): boolean {
  return table !== undefined && (table.length === 0 || columns.every((name) => hasValue(table.columns.get(name), table.length)));
}

function hasValue(column: Column | undefined, length: number): boolean {
  if (column === undefined) return false;
  for (let row = 0; row < length; row++) if (valueAt(column, row) !== null) return true;
  return false;
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

/** Columns of the schema that no row of a table has; the innermost block is worked out of others. */
function missingIn({ name, length, columns }: Table): readonly string[] {
  if (length === 0) return [];
  return Object.keys(TABLES.get(name)?.columns ?? {}).filter((column) => !columns.has(column) && column !== 'innermost_block');
}
