import { TABLES } from '../metrics/tables.js';
import type { Predicate, ViewSpec } from '../metrics/types.js';
import type { ViewData } from './view-result.js';

type Reasons = Readonly<Record<string, string>>;

/**
 * An answer in which nothing is counted by a column that the source does not record: a measure with such a condition is unknown
 * where the engine, which finds no row of it, says 0; and an answer that has it for all of it says why, and has no number at all.
 */
export function withoutUnrecorded(answer: ViewData, spec: ViewSpec, reasons: Reasons = {}): ViewData {
  if (Object.keys(reasons).length === 0) return answer;
  const unrecorded = reasonOf(spec, spec.where, reasons);
  const unknown = (spec.measures ?? []).filter(({ where }) => (unrecorded ?? reasonOf(spec, where, reasons)) !== undefined);
  const names = new Set(unknown.map(({ metric, as = metric }) => as));
  if (names.size === 0 && unrecorded === undefined) return answer;
  const nothing = new Float64Array(answer.length).fill(NaN);
  const columns = answer.columns.map((column) =>
    names.has(column.name) ? { ...column, data: { type: 'number', values: nothing } as const } : column,
  );
  return { ...answer, columns, ...(unrecorded === undefined ? {} : { unrecorded }) };
}

/** Why a column of the first such condition is not recorded, of the view's table or of one that its rows belong to. */
function reasonOf({ table }: ViewSpec, where: readonly Predicate[] = [], reasons: Reasons): string | undefined {
  const tables = [table, ...(TABLES.get(table)?.parents ?? []).map((parent) => parent.table)];
  return where.flatMap(({ field }) => tables.map((of) => reasons[`${of}.${field}`])).find((reason) => reason !== undefined);
}
