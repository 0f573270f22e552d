import type { Order, Params, ViewSpec } from '../../../metrics/types.js';
import type { ResultColumn, ViewData } from '../../view-result.js';
import { sortRows } from '../order.js';
import { firstRows, page, sortKeys } from '../result.js';
import { searched } from '../search.js';
import type { Filter } from './filter.js';
import type { TableIndex } from './table-index.js';
import { isOwn } from './view-plan.js';

/** Orders that are kept. */
const KEPT = 4;

/** Answers a view of rows: the table is sorted once for each order, and what remains is taken from it. */
export class RowAnswer {
  readonly #spec: ViewSpec;
  readonly #index: TableIndex;
  readonly #columns: readonly ResultColumn[];
  readonly #sorted = new Map<string, Int32Array>();

  private constructor(spec: ViewSpec, index: TableIndex, columns: readonly ResultColumn[]) {
    this.#spec = spec;
    this.#index = index;
    this.#columns = columns;
  }

  /** The answerer; undefined for other views, and for what is an error. Throws StatsError for a predicate that is none. */
  static create(spec: ViewSpec, index: TableIndex): RowAnswer | undefined {
    if (spec.select === undefined || spec.by !== undefined || spec.measures !== undefined || index.length === 0) return undefined;
    if (!(spec.where ?? []).every((predicate) => isOwn(index, predicate))) return undefined;
    const columns: ResultColumn[] = [];
    for (const selected of spec.select) {
      const { field, as = field } = typeof selected === 'string' ? { field: selected } : selected;
      const located = index.locate(field);
      const data = index.column(field);
      if (located === undefined || data === undefined || columns.some(({ name }) => name === as)) return undefined;
      columns.push({ name: as, field, meaning: `${located.table}.${located.field}`, data });
    }
    return new RowAnswer(spec, index, columns);
  }

  /** The answer. Throws StatsError for params that make no sense. */
  view(filter: Filter, params: Params): ViewData {
    const spec = this.#spec;
    const columns = this.#columns;
    const found = this.#index.rows([...(spec.where ?? []), ...filter.own], filter);
    const marks = new Uint8Array(this.#index.length);
    if (found === undefined) marks.fill(1);
    else for (let at = 0; at < found.length; at++) marks[found[at] ?? 0] = 1;
    const sorted = this.#inOrder(params);
    const rows = new Int32Array(sorted.length);
    let count = 0;
    for (let at = 0; at < sorted.length; at++) {
      const row = sorted[at] ?? 0;
      rows[count] = row;
      count += marks[row] ?? 0;
    }
    const listed = searched({ rows: rows.subarray(0, count), columns }, params.search);
    return { view: spec.id, ...page(spec, params, listed), applied: filter.applied, unanswered: filter.unanswered };
  }

  #inOrder(params: Params): Int32Array {
    const order: readonly Order[] = params.sort ?? this.#spec.order ?? [];
    const keys = sortKeys(this.#spec, params, this.#columns);
    const key = JSON.stringify(order);
    const sorted = this.#sorted.get(key) ?? sortRows(firstRows(this.#index.length), keys);
    this.#sorted.delete(key);
    this.#sorted.set(key, sorted);
    for (const oldest of [...this.#sorted.keys()].slice(0, -KEPT)) this.#sorted.delete(oldest);
    return sorted;
  }
}
