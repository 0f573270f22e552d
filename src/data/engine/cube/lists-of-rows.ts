import type { Predicate } from '../../../metrics/types.js';
import { predicateKey } from './clause-key.js';
import { ListedRows } from './listed-rows.js';
import type { TableIndex } from './table-index.js';

const known = new WeakMap<TableIndex, Map<string, ListedRows>>();

/** The rows of a table on which the predicates hold, those of one entity together; with `also` for one view alone, whose rows are few. */
export function listedRows(index: TableIndex, where: readonly Predicate[], also: readonly Predicate[] = []): ListedRows {
  const made = (): ListedRows => new ListedRows(index.ownRows([...where, ...also]), index.entityRows, index.entityCount);
  if (also.length > 0) return made();
  let lists = known.get(index);
  if (lists === undefined) known.set(index, (lists = new Map<string, ListedRows>()));
  const key = where.map(predicateKey).join('\u0004');
  let listed = lists.get(key);
  if (listed === undefined) lists.set(key, (listed = made()));
  return listed;
}
