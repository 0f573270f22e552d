import type { Params } from '../../../metrics/types.js';
import { ColumnBuilder } from '../../table.js';
import type { ResultColumn, ViewData } from '../../view-result.js';
import { finish } from '../result.js';
import { groupValue } from './cells.js';
import type { Filter } from './group-answer.js';
import type { ViewPlan } from './view-plan.js';

/** Makes the answers of one view from the numbers of its leaves. */
export class GroupResult {
  readonly #plan: ViewPlan;
  #groups: Uint16Array = new Uint16Array(0);
  #dimensions: readonly ResultColumn[] | undefined;

  constructor(plan: ViewPlan) {
    this.#plan = plan;
  }

  /** The answer; `numbers` begin with the rows of the selection by cell. */
  view(numbers: readonly Float64Array[], { applied, unanswered }: Filter, params: Params): ViewData {
    const { spec, measures } = this.#plan;
    const groups = this.#observed(numbers[0] ?? new Float64Array(0));
    const columns = [...this.#dimensionsOf(groups)];
    for (const { name, meaning, type, formula } of measures) {
      const values = new Float64Array(groups.length);
      for (let at = 0; at < values.length; at++) values[at] = formula.value(numbers, groups[at] ?? 0);
      columns.push({ name, meaning, data: { type, values } });
    }
    if (isPlain(spec) && isPlain(params) && params.sort === undefined) {
      return { view: spec.id, length: groups.length, total: groups.length, columns: columns.map(copied), applied, unanswered };
    }
    const rows = Int32Array.from(groups.keys());
    return { view: spec.id, ...finish(spec, params, { rows, columns }), applied, unanswered };
  }

  /** Cells with rows, and those that are always groups. */
  #observed(rows: Float64Array): Uint16Array {
    const { groupings, cells } = this.#plan;
    const only = groupings[0];
    const groups = new Uint16Array(cells.count);
    let count = 0;
    if (only === undefined) return groups;
    const always = groupings.length === 1 ? only.coded.always : [];
    let first = Infinity;
    let last = -Infinity;
    if (groupings.length === 1 && only.coded.filled) {
      for (let cell = 0; cell < rows.length; cell++) {
        if ((rows[cell] ?? 0) === 0 || groupValue(only, cell) === null) continue;
        first = Math.min(first, cell);
        last = cell;
      }
    }
    const listed = always.length;
    for (let cell = 0; cell < rows.length; cell++) {
      // The ranks that are always groups come first.
      if ((rows[cell] ?? 0) > 0 || cell < listed || (cell >= first && cell <= last)) groups[count++] = cell;
    }
    return groups.slice(0, count);
  }

  #dimensionsOf(groups: Uint16Array): readonly ResultColumn[] {
    if (this.#dimensions !== undefined && sameGroups(groups, this.#groups)) return this.#dimensions;
    const { spec, index, groupings, cells } = this.#plan;
    this.#groups = groups;
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

function isPlain({ order, limit, offset }: { readonly order?: unknown; readonly limit?: unknown; readonly offset?: unknown }): boolean {
  return order === undefined && limit === undefined && offset === undefined;
}

function sameGroups(a: Uint16Array, b: Uint16Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

/** The column with numbers of its own: what a reader does to them must not reach the next answer. */
function copied(column: ResultColumn): ResultColumn {
  const { data } = column;
  if (data.type === 'category') return { ...column, data: { ...data, codes: data.codes.slice() } };
  return data.type === 'boolean' ? { ...column, data: { ...data, values: data.values.slice() } } : column;
}
