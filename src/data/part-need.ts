import { metric } from '../metrics/dictionary.js';
import { TABLES } from '../metrics/tables.js';
import type { Aggregation, Clause, ViewSpec } from '../metrics/types.js';
import { splitField } from './engine/fields.js';
import { PART_KINDS } from './parts.js';
import type { PartKind, PartNeed, PartSource } from './parts.js';
import type { Snapshot } from './provider.js';
import { valueAt } from './table.js';
import type { ViewData, ViewOptions } from './view-result.js';

/** Asks a view of the same data. */
export type AskView = (spec: ViewSpec, options: ViewOptions) => ViewData;

/** Tables of which each row is about one exploration, whose own part is all it is made from. */
const ROW_BY_ROW = 'explorations';

const STATE = { there: 0, waiting: 1, failed: 2 } as const;

/** How an answer depends on parts that are asked for on demand; undefined where it does not. */
export function partNeed(
  source: PartSource,
  snapshot: Snapshot,
  spec: ViewSpec,
  options: ViewOptions,
  answer: ViewData,
  ask: AskView,
): PartNeed | undefined {
  for (const kind of PART_KINDS) {
    const states = source.states(snapshot, kind);
    const found = states === undefined ? undefined : dependence(source, kind, spec, options, answer);
    if (states === undefined || found === undefined) continue;
    const { columns, because } = found;
    const ids = because === 'rows' ? explorationsOf(answer) : scopeOf(source, kind, spec, answer, ask);
    const scope = because !== 'rows' && ids.length === states.size ? 'all' : ids;
    const count = (state: string): number => ids.filter((id) => states.get(id) === state).length;
    const rows = spec.table === ROW_BY_ROW ? Uint8Array.from(explorationsOf(answer), (id) => STATE[states.get(id) ?? 'there']) : undefined;
    return {
      kind,
      columns,
      because,
      scope,
      of: ids.length,
      waiting: count('waiting'),
      failed: count('failed'),
      ...(rows === undefined ? {} : { rows }),
    };
  }
  return undefined;
}

function dependence(
  source: PartSource,
  kind: PartKind,
  spec: ViewSpec,
  { params = {} }: ViewOptions,
  answer: ViewData,
): Pick<PartNeed, 'columns' | 'because'> | undefined {
  const isFed = (column: string): boolean => source.fedBy(column) === kind;
  const columns = answer.columns.filter(({ meaning }) => meaningFields(spec, meaning).some(isFed)).map(({ name }) => name);
  if (answer.applied.some((clause) => isFed(fieldOf(spec, clause.field)))) return { columns, because: 'filter' };
  if (spec.table !== ROW_BY_ROW || spec.select === undefined) return columns.length > 0 ? { columns, because: 'total' } : undefined;
  const sorted = (params.sort ?? spec.order ?? []).some(({ column }) => columns.includes(column));
  if (sorted) return { columns, because: 'sort' };
  return columns.length > 0 ? { columns, because: 'rows' } : undefined;
}

/** Fields that a column is made from, as `table.field`; a metric's are those that it aggregates. */
function meaningFields(spec: ViewSpec, meaning: string): readonly string[] {
  const found = metric(meaning);
  return found === undefined ? [meaning] : aggregated(found.aggregate).map((field) => fieldOf(spec, field));
}

function aggregated(aggregate: Aggregation): readonly string[] {
  if (aggregate.op === 'count') return [];
  return aggregate.op === 'ratio' ? [...aggregated(aggregate.of), ...aggregated(aggregate.over)] : [aggregate.field];
}

/** The field as `table.field`: of the view's own table, else of a table that has it. */
function fieldOf({ table }: ViewSpec, field: string): string {
  if (splitField(field) !== undefined) return field;
  // Whatever table a row is of, which exploration it is about decides which part is needed, and needs none to be known.
  if (field === 'exploration') return `${ROW_BY_ROW}.exploration`;
  const has = (name: string): boolean => Object.hasOwn(TABLES.get(name)?.columns ?? {}, field);
  const parents = TABLES.get(table)?.parents?.map((link) => link.table) ?? [];
  const owner = [table, ...parents, ...TABLES.keys()].find(has) ?? table;
  return `${owner}.${field}`;
}

/** The explorations that pass the clauses that can be answered without the parts. */
function scopeOf(source: PartSource, kind: PartKind, spec: ViewSpec, answer: ViewData, ask: AskView): readonly string[] {
  const clauses: Clause[] = answer.applied.filter((clause) => source.fedBy(fieldOf(spec, clause.field)) !== kind);
  return explorationsOf(ask({ id: 'parts.scope', table: ROW_BY_ROW, select: ['exploration'] }, { clauses }));
}

function explorationsOf(answer: ViewData): readonly string[] {
  const column = answer.columns.find(({ meaning }) => meaning === 'explorations.exploration');
  if (column === undefined) return [];
  return Array.from({ length: answer.length }, (_, row) => String(valueAt(column.data, row)));
}
