import type { Predicate } from '../../../metrics/types.js';
import { predicateKey } from './clause-key.js';
import { ListedRows } from './listed-rows.js';
import type { TableIndex } from './table-index.js';

const known = new WeakMap<TableIndex, Map<string, ListedRows>>();

/** The rows of a table on which the predicates hold, those of one entity together. */
export function listedRows(index: TableIndex, where: readonly Predicate[]): ListedRows {
  let lists = known.get(index);
  if (lists === undefined) known.set(index, (lists = new Map<string, ListedRows>()));
  const key = where.map(predicateKey).join('\u0004');
  let listed = lists.get(key);
  if (listed === undefined) lists.set(key, (listed = new ListedRows(index.ownRows(where), index.entityRows, index.entityCount)));
  return listed;
}
