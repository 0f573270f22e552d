import { GRAINS } from '../../../metrics/period.js';
import type { Dimension, Grain, MeasureUse, Metric, Predicate, ViewSpec } from '../../../metrics/types.js';
import type { Column } from '../../table.js';
import { isInstant } from '../accumulate.js';
import { codeDimension } from '../dimension.js';
import { canAnswer } from '../predicate.js';
import type { CellCodes, Grouped, Grouping } from './cells.js';
import { combine, groupCodes, representatives, spanCells } from './cells.js';
import type { Formula, Leaf } from './leaves.js';
import { Leaves } from './leaves.js';
import type { TableIndex } from './table-index.js';

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
  readonly groupings: readonly Grouped[];
  readonly cells: CellCodes;
  readonly leaves: readonly Leaf[];
  readonly measures: readonly PlannedMeasure[];
  /** Whether a measure reads the rows of the selection; else they only say which groups there are. */
  readonly readsRows: boolean;
  /** A leaf that is above 0 in the cells that have rows of the selection and in no others, where no measure reads how many there are. */
  readonly presence: number | undefined;
  /** Whether a measure is over the course. */
  readonly hasCourse: boolean;
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
 * The plan of a view; undefined where it is for the plain engine: views of rows, listed values and running measures among several
 * dimensions, distinct counts over spans, groups beyond 65,534, and everything that is an error there.
 */
export function planView(spec: ViewSpec, input: PlanInput): ViewPlan | undefined {
  const { index } = input;
  if (!isGrouped(spec, input.grain)) return undefined;
  const uses = spec.by ?? [];
  const where = spec.where ?? [];
  if (index.length === 0 || !where.every((predicate) => isOwn(index, predicate))) return undefined;
  const grouped = uses.length === 1 && uses[0]?.bin?.kind === 'span' ? groupBySpan(uses[0], input) : groupByCodes(uses, input);
  const measured = grouped === undefined ? undefined : planMeasures(spec.measures ?? [], input);
  if (grouped === undefined || measured === undefined) return undefined;
  const isSpan = grouped.cells.lastCodes !== undefined;
  const isOdd = measured.leaves.some(
    ({ kind, running }) =>
      (isSpan && (running || kind === 'distinct' || kind === 'fold')) || (running && (uses.length > 1 || kind === 'fold')),
  );
  const hasCourse = measured.leaves.some(({ course }) => course);
  return isOdd ? undefined : { spec, index, where, hasCourse, presence: presenceOf(measured, index), ...grouped, ...measured };
}

function presenceOf({ leaves, readsRows }: Pick<ViewPlan, 'leaves' | 'readsRows'>, index: TableIndex): number | undefined {
  const found = leaves.findIndex(({ kind, field, where, course, running }) => {
    if (kind !== 'distinct' || where.length > 0 || course || running) return false;
    const column = index.column(field);
    return column?.type === 'category' && !column.codes.includes(-1);
  });
  return readsRows || found < 0 ? undefined : found;
}

function groupByCodes(uses: readonly Dimension[], input: PlanInput): Pick<ViewPlan, 'groupings' | 'cells'> | undefined {
  const groupings: Grouping[] = [];
  for (const use of uses) {
    const grouping = group(use, input);
    if (grouping === undefined || (uses.length > 1 && (grouping.coded.filled || grouping.coded.always.length > 0))) return undefined;
    groupings.push(grouping);
  }
  const cells = combine(groupings, input.index.length);
  return cells === undefined ? undefined : { groupings, cells };
}

function groupBySpan(use: Dimension, { index, timezone }: PlanInput): Pick<ViewPlan, 'groupings' | 'cells'> | undefined {
  const { bin } = use;
  const [column, to] = [index.column(use.field), index.column(bin?.kind === 'span' ? bin.to : '')];
  if (column === undefined || to === undefined) return undefined;
  const coded = codeDimension(use, { column, to, grain: 'month', timezone, view: '' });
  const cells = spanCells(coded);
  return cells === undefined ? undefined : { groupings: [{ coded }], cells };
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
): Pick<ViewPlan, 'leaves' | 'measures' | 'readsRows'> | undefined {
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
    if (found === undefined || !(use.where ?? []).every((predicate) => isOwn(index, predicate))) return undefined;
    const formula = leaves.formula(found.aggregate, {
      where: use.where ?? [],
      course: use.over === 'course',
      running: use.running === true,
    });
    const type = isInstant(found.aggregate, columnOf) ? 'time' : 'number';
    measures.push({ name: use.as ?? use.metric, meaning: found.id, type, formula });
  }
  return known ? { leaves: leaves.list, measures, readsRows: leaves.readsRows } : undefined;
}

const NO_COLUMN: Column = { type: 'number', values: new Float64Array(0) };

/** Whether a predicate is on a field of the table or one of its parents. */
export function isOwn(index: TableIndex, predicate: Predicate): boolean {
  const column = index.column(predicate.field);
  return column !== undefined && canAnswer(column, predicate);
}
