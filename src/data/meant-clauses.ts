import { TABLES } from '../metrics/tables.js';
import type { Clause } from '../metrics/types.js';
import type { ViewData } from './view-result.js';

const EXPLORATIONS = 'explorations';

/**
 * Clauses as a table of the creator's has to read them; as they are where nothing changes. Filters are by columns of explorations. Some
 * of these names the table has too, for something else: threads have a status, weeks have plays, and so has the creator, of all
 * explorations. `feedback.status` is the table's own.
 */
export function meantClauses(table: string, clauses: readonly Clause[]): readonly Clause[] {
  const own = TABLES.get(table);
  const link = own?.parents?.find((parent) => parent.table === EXPLORATIONS);
  if (own === undefined || (link === undefined && table !== 'creator')) return clauses;
  const { columns = {} } = TABLES.get(EXPLORATIONS) ?? {};
  const isMeant = (field: string): boolean =>
    Object.hasOwn(own.columns, field) && Object.hasOwn(columns, field) && link?.by.includes(field) !== true;
  return clauses.map((clause) => (isMeant(clause.field) ? { ...clause, field: `${EXPLORATIONS}.${clause.field}` } : clause));
}

/** An answer that names the clauses as they were set, by which they are cleared again. */
export function asSet(answer: ViewData, meant: readonly Clause[], clauses: readonly Clause[]): ViewData {
  const named = (those: readonly Clause[]): readonly Clause[] => those.map((clause) => clauses[meant.indexOf(clause)] ?? clause);
  return { ...answer, applied: named(answer.applied), unanswered: named(answer.unanswered) };
}
