import type { Dimension, Grain, MeasureUse, Metric, ViewSpec } from '../../metrics/types.js';
import { StatsError } from '../stats-error.js';
import type { Column } from '../table.js';
import { ColumnBuilder } from '../table.js';
import type { ResultColumn } from '../view-result.js';
import { accumulate, isInstant } from './accumulate.js';
import type { Membership } from './cells.js';
import { assignCells, Cells } from './cells.js';
import type { Coded } from './dimension.js';
import { codeDimension } from './dimension.js';
import type { Relations } from './fields.js';
import { applyPredicate, canAnswer } from './predicate.js';
import type { Unsorted } from './result.js';
import { locateField } from './row-view.js';
import type { RowsByCode } from './rows-by-code.js';
import { rowsByCode } from './rows-by-code.js';
import { clauseField } from './selection.js';

/** What a view of groups is made from beside its spec. */
export interface GroupInput {
  readonly relations: Relations;
  /** Rows of the selection, as 1 and 0. */
  readonly selection: Uint8Array;
  /** Rows that measures over the course see; asked only where there is such a measure. */
  readonly course: () => Uint8Array;
  readonly grain: Grain | undefined;
  readonly timezone: string;
  readonly metric: (id: string) => Metric | undefined;
}

/**
 * The groups of the selected rows with their measures, by the ranks of their dimensions. Groups are made by the selection alone;
 * a measure over the course counts more rows in the same groups.
 */
export function groupView(spec: ViewSpec, input: GroupInput): Unsorted {
  const uses = spec.by ?? [];
  const measures = spec.measures ?? [];
  const dimensions = uses.map((use) => codeDimension(use, binInput(spec, use, input)));
  const cells = new Cells(dimensions);
  const selected = assignCells(cells, dimensions, input.selection);
  const observed = new Set(selected.cells);
  if (uses.length === 0) observed.add(0);
  const groups = withAlways(cells, dimensions, observed);
  const course = measures.some((use) => use.over === 'course') ? assignCells(cells, dimensions, input.course()) : undefined;
  const rows = Int32Array.from(cells.sorted(uses.map((_, at) => at))).filter((cell) => groups.has(cell));
  const selectedRows = rowsByCell(selected, cells.count);
  const courseRows = course === undefined ? selectedRows : rowsByCell(course, cells.count);
  return {
    rows,
    columns: [
      ...uses.map((use, at) => dimensionColumn(spec, input, use, at, cells, dimensions)),
      ...measures.map((use) => measureColumn(spec, input, use, cells, use.over === 'course' ? courseRows : selectedRows)),
    ],
  };
}

function binInput(spec: ViewSpec, use: Dimension, { relations, grain, timezone }: GroupInput): Parameters<typeof codeDimension>[1] {
  const columnOf = (field: string): Column => relations.column(spec.table, locateField(relations, spec, field));
  const own = use.bin?.kind === 'period' ? use.bin.grain : undefined;
  return {
    column: columnOf(use.field),
    ...(use.bin?.kind === 'span' ? { to: columnOf(use.bin.to) } : {}),
    grain: own ?? grain ?? 'month',
    timezone,
    view: spec.id,
  };
}

/**
 * Adds the groups that are there without rows: for every combination of the other dimensions that has rows, each value listed
 * for a dimension and each period between the first and the last that have rows.
 */
function withAlways(cells: Cells, dimensions: readonly Coded[], observed: ReadonlySet<number>): ReadonlySet<number> {
  const always = dimensions.map((dimension, at) => alwaysRanks(cells, dimension, at, observed));
  if (always.every((ranks) => ranks === undefined)) return observed;
  const groups = new Set(observed);
  const empty = dimensions.map(() => 0);
  const others = always.includes(undefined) ? [...observed].map((cell) => dimensions.map((_, at) => cells.rank(cell, at))) : [empty];
  const seen = new Set<string>();
  for (const other of others) {
    const key = other.filter((_, at) => always[at] === undefined).join();
    if (seen.has(key)) continue;
    seen.add(key);
    for (const ranks of combinations(other, always)) groups.add(cells.cell(ranks));
  }
  return groups;
}

function alwaysRanks(cells: Cells, dimension: Coded, at: number, observed: ReadonlySet<number>): readonly number[] | undefined {
  if (!dimension.filled) return dimension.always.length === 0 ? undefined : dimension.always;
  let first = Infinity;
  let last = -Infinity;
  for (const cell of observed) {
    const rank = cells.rank(cell, at);
    if (dimension.valueOf(rank) === null) continue;
    first = Math.min(first, rank);
    last = Math.max(last, rank);
  }
  const between = last < first ? [] : Array.from({ length: last - first + 1 }, (_, step) => first + step);
  return [...new Set([...dimension.always, ...between])];
}

function combinations(base: readonly number[], always: readonly (readonly number[] | undefined)[]): readonly (readonly number[])[] {
  let tuples: number[][] = [[]];
  for (const [at, rank] of base.entries()) {
    tuples = tuples.flatMap((tuple) => (always[at] ?? [rank]).map((next) => [...tuple, next]));
  }
  return tuples;
}

function rowsByCell({ rows, cells }: Membership, count: number): RowsByCode {
  const sorted = rowsByCode(cells, count);
  return { ...sorted, rows: sorted.rows.map((place) => rows[place] ?? 0) };
}

function dimensionColumn(
  spec: ViewSpec,
  input: GroupInput,
  use: Dimension,
  at: number,
  cells: Cells,
  dimensions: readonly Coded[],
): ResultColumn {
  const located = locateField(input.relations, spec, use.field);
  const dimension = dimensions[at];
  const builder = new ColumnBuilder(dimension?.type ?? 'category');
  for (let cell = 0; cell < cells.count; cell++) builder.push(dimension?.valueOf(cells.rank(cell, at)));
  const field = clauseField(input.relations, spec.table, use.field);
  return { name: use.as ?? use.field, field, meaning: `${located.table}.${located.field}`, data: builder.build() };
}

function measureColumn(spec: ViewSpec, input: GroupInput, use: MeasureUse, cells: Cells, { offsets, rows }: RowsByCode): ResultColumn {
  const { relations } = input;
  const found = input.metric(use.metric);
  if (found === undefined) throw new StatsError('unknown-field', `View "${spec.id}": the dictionary has no metric "${use.metric}".`);
  const columnOf = (field: string): Column => relations.column(spec.table, locateField(relations, spec, field));
  const accumulator = accumulate(found.aggregate, columnOf);
  const counted = measuredRows(spec, use, input);
  const values = new Float64Array(cells.count).fill(NaN);
  const others = (spec.by ?? []).map((_, at) => at).slice(1);
  let before: number | undefined;
  for (const cell of cells.sorted(use.running === true ? [...others, 0] : [])) {
    const goesOn =
      use.running === true && before !== undefined && others.every((at) => cells.rank(cell, at) === cells.rank(before ?? 0, at));
    if (!goesOn) accumulator.reset();
    for (let at = offsets[cell] ?? 0; at < (offsets[cell + 1] ?? 0); at++) {
      const row = rows[at] ?? 0;
      if (counted === undefined || counted[row] === 1) accumulator.add(row);
    }
    values[cell] = accumulator.value();
    before = cell;
  }
  const type = isInstant(found.aggregate, columnOf) ? 'time' : 'number';
  return { name: use.as ?? use.metric, meaning: found.id, data: { type, values } };
}

/** Rows on which the measure's own predicates hold; undefined where it has none. */
function measuredRows(spec: ViewSpec, use: MeasureUse, { relations }: GroupInput): Uint8Array | undefined {
  if (use.where === undefined || use.where.length === 0) return undefined;
  const mask = new Uint8Array(relations.length(spec.table)).fill(1);
  for (const predicate of use.where) {
    const column = relations.column(spec.table, locateField(relations, spec, predicate.field));
    if (!canAnswer(column, predicate)) {
      throw new StatsError('bad-option', `View "${spec.id}": "${predicate.field}" has no order, so it takes in and no range.`);
    }
    applyPredicate(mask, column, predicate);
  }
  return mask;
}
