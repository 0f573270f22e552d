import type { Order, Params, ViewSpec } from '../../../metrics/types.js';
import type { ResultColumn, ViewData } from '../../view-result.js';
import { firstRows, sortRows } from '../order.js';
import { page, sortKeys } from '../result.js';
import { searched } from '../search.js';
import type { Filter } from './filter.js';
import { RowTest } from './row-test.js';
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
      columns.push({ name: as, field: index.clauseField(field), meaning: `${located.table}.${located.field}`, data });
    }
    return new RowAnswer(spec, index, columns);
  }

  /** The answer. Throws StatsError for params that make no sense. */
  view(filter: Filter, params: Params): ViewData {
    const spec = this.#spec;
    const columns = this.#columns;
    const sorted = this.#inOrder(params);
    const listed = searched({ rows: this.#passing(sorted, filter), columns }, params.search);
    return { view: spec.id, ...page(spec, params, listed), applied: filter.applied, unanswered: filter.unanswered };
  }

  /** The rows that pass filters, in the given order. */
  #passing(sorted: Int32Array, filter: Filter): Int32Array {
    const index = this.#index;
    const { own, entities, far } = filter;
    const test = far === undefined ? RowTest.create(index, own) : undefined;
    if (test !== undefined) {
      const rows = entities === undefined ? sorted : kept(sorted, entities.mask, index.entityRows);
      return test.kept(rows);
    }
    const found = index.rows(own, filter);
    if (found === undefined) return sorted;
    const marks = new Uint8Array(index.length);
    for (let at = 0; at < found.length; at++) marks[found[at] ?? 0] = 1;
    return kept(sorted, marks, undefined);
  }

  /** The rows that the view is about, in an order. */
  #inOrder(params: Params): Int32Array {
    const { where = [], order: usual = [] } = this.#spec;
    const order: readonly Order[] = params.sort ?? usual;
    const keys = sortKeys(this.#spec, params, this.#columns);
    const key = JSON.stringify(order);
    const sorted = this.#sorted.get(key) ?? sortRows(Int32Array.from(this.#index.ownRows(where) ?? firstRows(this.#index.length)), keys);
    this.#sorted.delete(key);
    this.#sorted.set(key, sorted);
    for (const oldest of [...this.#sorted.keys()].slice(0, -KEPT)) this.#sorted.delete(oldest);
    return sorted;
  }
}

/** The rows that a mask keeps, which is by row, or by what each row is about. */
function kept(rows: Int32Array, mask: Uint8Array, entityOf: Int32Array | undefined): Int32Array {
  const found = new Int32Array(rows.length);
  let count = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    found[count] = row;
    count += mask[entityOf === undefined ? row : (entityOf[row] ?? 0)] ?? 0;
  }
  return found.subarray(0, count);
}
