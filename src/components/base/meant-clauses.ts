import { TABLES } from '../../metrics/tables.js';
import type { Clause, ViewSpec } from '../../metrics/types.js';
import { viewSpec } from '../../metrics/views.js';
import type { ViewData } from '../../workers/connect.js';

const EXPLORATIONS = 'explorations';

/**
 * Clauses as a view of what belongs to explorations has to read them. Filters of a creator's widgets are by columns of explorations; some
 * of these names the view's own table has too, for something else: threads have a status, weeks have plays.
 */
export function meantClauses(view: string | ViewSpec, clauses: readonly Clause[]): readonly Clause[] {
  const own = TABLES.get((typeof view === 'string' ? viewSpec(view)?.table : view.table) ?? '');
  const link = own?.parents?.find(({ table }) => table === EXPLORATIONS);
  if (own === undefined || link === undefined) return clauses;
  const { columns = {} } = TABLES.get(EXPLORATIONS) ?? {};
  const isMeant = (field: string): boolean =>
    Object.hasOwn(own.columns, field) && Object.hasOwn(columns, field) && !link.by.includes(field);
  return clauses.map((clause) => (isMeant(clause.field) ? { ...clause, field: `${EXPLORATIONS}.${clause.field}` } : clause));
}

/** An answer that names the clauses as they were set, by which they are cleared again. */
export function asSet(answer: ViewData, clauses: readonly Clause[]): ViewData {
  const set = ({ origin, field }: Clause): ((other: Clause) => boolean) => {
    return (other) => other.origin === origin && (other.field === field || `${EXPLORATIONS}.${other.field}` === field);
  };
  const named = (those: readonly Clause[]): readonly Clause[] => those.map((clause) => clauses.find(set(clause)) ?? clause);
  return { ...answer, applied: named(answer.applied), unanswered: named(answer.unanswered) };
}
