import type { Params } from '../../../metrics/types.js';
import { ColumnBuilder } from '../../table.js';
import type { ResultColumn, ViewData } from '../../view-result.js';
import { finish } from '../result.js';
import type { Grouping } from './cells.js';
import { groupValue } from './cells.js';
import type { Filter } from './group-answer.js';
import type { Formula } from './leaves.js';
import type { ViewPlan } from './view-plan.js';

/** Makes the answers of one view from the numbers of its leaves. */
export class GroupResult {
  readonly #plan: ViewPlan;
  readonly #found: Uint16Array;
  #groups: Uint16Array = new Uint16Array(0);
  #dimensions: readonly ResultColumn[] | undefined;

  constructor(plan: ViewPlan) {
    this.#plan = plan;
    this.#found = new Uint16Array(plan.cells.count);
  }

  /** The answer; `numbers` begin with the rows of the selection by cell. */
  view(numbers: readonly Float64Array[], { applied, unanswered }: Filter, params: Params): ViewData {
    const { spec, measures } = this.#plan;
    const groups = this.#observed(numbers[0] ?? new Float64Array(0));
    const columns = this.#dimensionsOf(groups).map(copied);
    for (const { name, meaning, type, formula } of measures) {
      columns.push({ name, meaning, data: { type, values: valuesOf(formula, numbers, groups) } });
    }
    if (isPlain(spec) && isPlain(params) && params.sort === undefined) {
      return { view: spec.id, length: groups.length, total: groups.length, columns, applied, unanswered };
    }
    const rows = Int32Array.from(groups.keys());
    return { view: spec.id, ...finish(spec, params, { rows, columns }), applied, unanswered };
  }

  /** Cells with rows, and those that are always groups. */
  #observed(rows: Float64Array): Uint16Array {
    const only = this.#plan.groupings.length === 1 ? this.#plan.groupings[0] : undefined;
    if (this.#plan.groupings.length === 0) return new Uint16Array(1);
    // The ranks that are always groups come first.
    const listed = only?.coded.always.length ?? 0;
    const [first, last] = only?.coded.filled === true ? knownRange(only, rows) : [Infinity, -Infinity];
    const groups = this.#found;
    let count = 0;
    for (let cell = 0; cell < rows.length; cell++) {
      if ((rows[cell] ?? 0) > 0 || cell < listed || (cell >= first && cell <= last)) groups[count++] = cell;
    }
    return groups.subarray(0, count);
  }

  #dimensionsOf(groups: Uint16Array): readonly ResultColumn[] {
    if (this.#dimensions !== undefined && sameGroups(groups, this.#groups, this.#plan.cells.count)) return this.#dimensions;
    const { spec, index, groupings, cells } = this.#plan;
    this.#groups = groups.slice();
    this.#dimensions = (spec.by ?? []).map((use, at) => {
      const grouping = groupings[at];
      const builder = new ColumnBuilder(grouping?.coded.type ?? 'category');
      for (const group of groups) builder.push(grouping === undefined ? null : groupValue(grouping, cells.ranks[at]?.[group] ?? 0));
      const located = index.locate(use.field);
      const meaning = located === undefined ? use.field : `${located.table}.${located.field}`;
      return { name: use.as ?? use.field, field: use.field, meaning, data: builder.build() };
    });
    return this.#dimensions;
  }
}

/** First and last cell with rows whose value is known. */
function knownRange(grouping: Grouping, rows: Float64Array): readonly [number, number] {
  let first = Infinity;
  let last = -Infinity;
  for (let cell = 0; cell < rows.length; cell++) {
    if ((rows[cell] ?? 0) === 0 || groupValue(grouping, cell) === null) continue;
    first = Math.min(first, cell);
    last = cell;
  }
  return [first, last];
}

function valuesOf(formula: Formula, numbers: readonly Float64Array[], groups: Uint16Array): Float64Array {
  const leaf = formula.leaf === undefined ? undefined : numbers[formula.leaf];
  if (leaf?.length === groups.length) return leaf.slice();
  const values = new Float64Array(groups.length);
  if (leaf !== undefined) for (let at = 0; at < values.length; at++) values[at] = leaf[groups[at] ?? 0] ?? 0;
  else for (let at = 0; at < values.length; at++) values[at] = formula.value(numbers, groups[at] ?? 0);
  return values;
}

function isPlain({ order, limit, offset }: { readonly order?: unknown; readonly limit?: unknown; readonly offset?: unknown }): boolean {
  return order === undefined && limit === undefined && offset === undefined;
}

/** Whether two lists of ascending cells below `count` are the same. */
function sameGroups(a: Uint16Array, b: Uint16Array, count: number): boolean {
  if (a.length !== b.length) return false;
  if (a.length === count) return true;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

/** The column with numbers of its own: what a reader does to them must not reach the next answer. */
function copied(column: ResultColumn): ResultColumn {
  const { data } = column;
  if (data.type === 'category') return { ...column, data: { ...data, codes: data.codes.slice() } };
  return data.type === 'boolean' ? { ...column, data: { ...data, values: data.values.slice() } } : column;
}
