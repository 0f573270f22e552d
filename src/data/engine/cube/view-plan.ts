import type { Dimension, Grain, MeasureUse, Metric, Predicate, ViewSpec } from '../../../metrics/types.js';
import type { Column } from '../../table.js';
import { isInstant } from '../accumulate.js';
import { codeDimension } from '../dimension.js';
import { canAnswer, checkPredicate } from '../predicate.js';
import type { CellCodes, Grouping } from './cells.js';
import { combine, groupCodes, representatives } from './cells.js';
import type { Formula, Leaf } from './leaves.js';
import { Leaves } from './leaves.js';
import type { TableIndex } from './table-index.js';

const GRAINS: readonly Grain[] = ['day', 'week', 'month', 'quarter', 'year'];

/** One measured column of a plan. */
export interface PlannedMeasure {
  readonly name: string;
  readonly meaning: string;
  readonly type: 'number' | 'time';
  readonly formula: Formula;
}

/** A view of groups made ready: its groups by row, and its measures as arithmetic on leaves. */
export interface ViewPlan {
  readonly spec: ViewSpec;
  readonly index: TableIndex;
  readonly groupings: readonly Grouping[];
  readonly cells: CellCodes;
  readonly leaves: readonly Leaf[];
  readonly measures: readonly PlannedMeasure[];
  /** Fixed predicates, all on fields of the table or its parents. */
  readonly where: readonly Predicate[];
}

export interface PlanInput {
  readonly index: TableIndex;
  readonly grain: Grain | undefined;
  readonly timezone: string;
  readonly metric: (id: string) => Metric | undefined;
}

/**
 * The plan of a view; undefined where it is for the plain engine: views of rows, spans, running measures, listed values among
 * several dimensions, groups beyond 65,534, and everything that is an error there.
 */
export function planView(spec: ViewSpec, input: PlanInput): ViewPlan | undefined {
  const { index } = input;
  if (!isGrouped(spec, input.grain)) return undefined;
  const uses = spec.by ?? [];
  const where = spec.where ?? [];
  if (index.length === 0 || !where.every((predicate) => isOwn(index, predicate))) return undefined;
  const groupings: Grouping[] = [];
  for (const use of uses) {
    const grouping = group(use, input);
    if (grouping === undefined || (uses.length > 1 && (grouping.coded.filled || grouping.coded.always.length > 0))) return undefined;
    groupings.push(grouping);
  }
  const cells = combine(groupings, index.length);
  const measured = cells === undefined ? undefined : planMeasures(spec.measures ?? [], input);
  return cells === undefined || measured === undefined ? undefined : { spec, index, groupings, cells, where, ...measured };
}

/** Whether a view is one of groups whose columns have names of their own, and every grain exists. */
function isGrouped({ select, by, measures }: ViewSpec, grain: Grain | undefined): boolean {
  if (select !== undefined || (by === undefined && measures === undefined)) return false;
  const names = [...(by ?? []).map((use) => use.as ?? use.field), ...(measures ?? []).map((use) => use.as ?? use.metric)];
  const grains = (by ?? []).map(({ bin }) => (bin?.kind === 'period' ? bin.grain : undefined) ?? grain ?? 'month');
  return new Set(names).size === names.length && grains.every((each) => GRAINS.includes(each));
}

function group(use: Dimension, { index, grain, timezone }: PlanInput): Grouping | undefined {
  const bin = use.bin ?? { kind: 'category' };
  const column = index.column(use.field);
  const coding = index.coding(use.field, bin);
  if (column === undefined || coding === undefined) return undefined;
  const chosen = (bin.kind === 'period' ? bin.grain : undefined) ?? grain ?? 'month';
  const coded = codeDimension(use, { column: representatives(coding, column), grain: chosen, timezone, view: '' });
  return groupCodes(coding, coded);
}

function planMeasures(
  uses: readonly MeasureUse[],
  { index, metric }: PlanInput,
): { readonly leaves: readonly Leaf[]; readonly measures: readonly PlannedMeasure[] } | undefined {
  let known = true;
  const columnOf = (field: string): Column => {
    const column = index.column(field);
    known &&= column !== undefined;
    return column ?? NO_COLUMN;
  };
  const leaves = new Leaves(columnOf);
  leaves.rows();
  const measures: PlannedMeasure[] = [];
  for (const use of uses) {
    const found = metric(use.metric);
    if (found === undefined || use.running === true || !(use.where ?? []).every((predicate) => isOwn(index, predicate))) return undefined;
    const formula = leaves.formula(found.aggregate, use.where ?? [], use.over === 'course');
    const type = isInstant(found.aggregate, columnOf) ? 'time' : 'number';
    measures.push({ name: use.as ?? use.metric, meaning: found.id, type, formula });
  }
  return known ? { leaves: leaves.list, measures } : undefined;
}

const NO_COLUMN: Column = { type: 'number', values: new Float64Array(0) };

/** Whether a predicate is well formed and on a field of the table or one of its parents. */
function isOwn(index: TableIndex, predicate: Predicate): boolean {
  checkPredicate(predicate);
  const column = index.column(predicate.field);
  return column !== undefined && canAnswer(column, predicate);
}
