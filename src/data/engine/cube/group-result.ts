import type { Params } from '../../../metrics/types.js';
import { ColumnBuilder } from '../../table.js';
import type { ResultColumn, ViewData } from '../../view-result.js';
import { finish, firstRows } from '../result.js';
import type { Grouped } from './cells.js';
import { groupValue } from './cells.js';
import type { Filter } from './filter.js';
import type { Formula } from './leaves.js';
import type { ViewPlan } from './view-plan.js';

/** Makes the answers of one view from the numbers of its leaves. */
export class GroupResult {
  readonly #plan: ViewPlan;
  readonly #isPlain: boolean;
  /** The only dimension, if it has groups without rows. */
  readonly #filling: Grouped | undefined;
  /** Groups of the last answer, and their columns. */
  #groups: Uint16Array;
  #dimensions: readonly ResultColumn[] | undefined;

  constructor(plan: ViewPlan) {
    const { spec, groupings, cells } = plan;
    this.#plan = plan;
    this.#isPlain = isPlain(spec);
    const only = groupings.length === 1 ? groupings[0] : undefined;
    this.#filling = only?.coded.filled === true || (only?.coded.always.length ?? 0) > 0 ? only : undefined;
    this.#groups = Uint16Array.from({ length: groupings.length === 0 ? 1 : cells.count }, (_, cell) => cell);
  }

  /** The answer; `numbers` begin with the rows of the selection by cell. */
  view(numbers: readonly Float64Array[], { applied, unanswered }: Filter, params: Params): ViewData {
    const { spec, groupings, measures } = this.#plan;
    if (groupings.length > 0) this.#observe(numbers[0] ?? NOTHING);
    const groups = this.#groups;
    const columns: ResultColumn[] = [];
    for (const dimension of (this.#dimensions ??= this.#dimensionsOf(groups))) columns.push(copied(dimension));
    for (const { name, meaning, type, formula } of measures) {
      columns.push({ name, meaning, data: { type, values: valuesOf(formula, numbers, groups) } });
    }
    if (this.#isPlain && params.sort === undefined && isPlain(params)) {
      return { view: spec.id, length: groups.length, total: groups.length, columns, applied, unanswered };
    }
    return { view: spec.id, ...finish(spec, params, { rows: firstRows(groups.length), columns }), applied, unanswered };
  }

  /** Finds the cells with rows, and those that are always groups. */
  #observe(rows: Float64Array): void {
    const filling = this.#filling;
    const before = this.#groups;
    let first = Infinity;
    let last = -Infinity;
    // The ranks that are always groups come first.
    let listed = 0;
    if (filling !== undefined) {
      listed = filling.coded.always.length;
      if (filling.coded.filled) [first, last] = knownRange(filling, rows);
    }
    let count = 0;
    let cell = 0;
    while (cell < rows.length) {
      if ((rows[cell] ?? 0) > 0 || cell < listed || (cell >= first && cell <= last)) {
        if (before[count] !== cell) break;
        count++;
      }
      cell++;
    }
    if (cell === rows.length && count === before.length) return;
    const groups = new Uint16Array(rows.length);
    groups.set(before.subarray(0, count));
    for (; cell < rows.length; cell++) {
      if ((rows[cell] ?? 0) > 0 || cell < listed || (cell >= first && cell <= last)) groups[count++] = cell;
    }
    this.#groups = groups.slice(0, count);
    this.#dimensions = undefined;
  }

  #dimensionsOf(groups: Uint16Array): readonly ResultColumn[] {
    const { spec, index, groupings, cells } = this.#plan;
    return (spec.by ?? []).map((use, at) => {
      const grouping = groupings[at];
      const builder = new ColumnBuilder(grouping?.coded.type ?? 'category');
      for (const group of groups) builder.push(grouping === undefined ? null : groupValue(grouping, cells.ranks[at]?.[group] ?? 0));
      const located = index.locate(use.field);
      const meaning = located === undefined ? use.field : `${located.table}.${located.field}`;
      return { name: use.as ?? use.field, field: use.field, meaning, data: builder.build() };
    });
  }
}

const NOTHING = new Float64Array(0);

/** First and last cell with rows whose value is known. */
function knownRange(grouping: Grouped, rows: Float64Array): readonly [number, number] {
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
  if (leaf?.length === groups.length) return new Float64Array(leaf);
  const values = new Float64Array(groups.length);
  if (leaf !== undefined) for (let at = 0; at < values.length; at++) values[at] = leaf[groups[at] ?? 0] ?? 0;
  else for (let at = 0; at < values.length; at++) values[at] = formula.value(numbers, groups[at] ?? 0);
  return values;
}

function isPlain({ order, limit, offset }: { readonly order?: unknown; readonly limit?: unknown; readonly offset?: unknown }): boolean {
  return order === undefined && limit === undefined && offset === undefined;
}

/** The column with numbers of its own: what a reader does to them must not reach the next answer. */
function copied(column: ResultColumn): ResultColumn {
  const { data } = column;
  if (data.type === 'category') return { ...column, data: { type: data.type, codes: data.codes.slice(), dictionary: data.dictionary } };
  if (data.type === 'boolean') return { ...column, data: { type: data.type, values: data.values.slice() } };
  return { ...column, data: { type: data.type, values: data.values.slice() } };
}
