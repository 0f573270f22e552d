import type { Order, Params, ViewSpec } from '../../metrics/types.js';
import { StatsError } from '../stats-error.js';
import type { Column } from '../table.js';
import type { ResultColumn, ViewData } from '../view-result.js';
import { columnAt } from './fields.js';
import type { SortKey } from './order.js';
import { sortRows } from './order.js';

/** A full result before sorting: the given rows of the columns, in the order in which they stand without one. */
export interface Unsorted {
  readonly rows: Int32Array;
  readonly columns: readonly ResultColumn[];
}

/** Sorts and cuts a result as the view and its reader say. Throws `unknown-field` or `bad-option` for what cannot be done. */
export function finish(spec: ViewSpec, params: Params, { rows, columns }: Unsorted): Pick<ViewData, 'length' | 'total' | 'columns'> {
  return page(spec, params, { rows: sortRows(rows, sortKeys(spec, params, columns)), columns });
}

/** What a result is sorted by. Throws `unknown-field` or `bad-option` for what cannot be done. */
export function sortKeys(spec: ViewSpec, params: Params, columns: readonly ResultColumn[]): readonly SortKey[] {
  const byName = new Map(columns.map((column) => [column.name, column.data]));
  if (byName.size < columns.length) throw new StatsError('bad-option', `View "${spec.id}": two columns have one name.`);
  return (params.sort ?? spec.order ?? []).map((order) => ({
    column: sortColumn(spec, order, byName),
    direction: order.direction ?? 'asc',
  }));
}

/** Cuts a sorted result. */
export function page(spec: ViewSpec, params: Params, { rows, columns }: Unsorted): Pick<ViewData, 'length' | 'total' | 'columns'> {
  const offset = params.offset ?? spec.offset ?? 0;
  const limit = params.limit ?? spec.limit ?? Infinity;
  const shown = rows.subarray(offset, offset + limit);
  return {
    length: shown.length,
    total: rows.length,
    columns: columns.map((column) => ({ ...column, data: compact(columnAt(column.data, shown)) })),
  };
}

function sortColumn(spec: ViewSpec, order: Order, columns: ReadonlyMap<string, Column>): Column {
  const column = columns.get(order.column);
  if (column === undefined) throw new StatsError('unknown-field', `View "${spec.id}" has no column "${order.column}" to sort by.`);
  return column;
}

/** The same values with only the texts that occur, in order of first appearance: results stay small when they leave the thread. */
export function compact(column: Column): Column {
  if (column.type !== 'category') return column;
  const codes = new Int32Array(column.codes.length);
  const dictionary: string[] = [];
  // Of a dictionary that is not much larger a list is less to throw away than a map.
  const isSmall = column.dictionary.length <= 4 * codes.length;
  const places = isSmall ? new Int32Array(column.dictionary.length) : undefined;
  const moved = isSmall ? undefined : new Map<number, number>();
  for (let row = 0; row < codes.length; row++) {
    const code = column.codes[row] ?? -1;
    let next = code < 0 ? 0 : (places?.[code] ?? moved?.get(code) ?? 0);
    if (code >= 0 && next === 0) {
      next = dictionary.push(column.dictionary[code] ?? '');
      if (places !== undefined) places[code] = next;
      moved?.set(code, next);
    }
    codes[row] = next - 1;
  }
  return { type: 'category', codes, dictionary };
}
