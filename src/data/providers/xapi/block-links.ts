import type { Table } from '../../table.js';
import { textAt, textsOf } from './columns.js';
import { PairCodes } from './pair-codes.js';

/**
 * The link (`url`) of each block (`block_id`) that a table names: the shortest, which is that of the whole block and not of a part,
 * and of those the first in the alphabet.
 */
export function blockLinks(table: Table): ReadonlyMap<string, string> {
  const ids = textsOf(table, 'block_id');
  const urls = textsOf(table, 'url');
  const links = new Map<string, string>();
  const pairs = new PairCodes();
  for (let row = 0; row < table.length; row++) {
    const known = pairs.length;
    if (pairs.of(ids.codes[row] ?? -1, urls.codes[row] ?? -1) < known) continue;
    const id = textAt(ids, row);
    const url = textAt(urls, row);
    if (id === null || url === null) continue;
    const other = links.get(id);
    if (other === undefined || url.length < other.length || (url.length === other.length && url < other)) links.set(id, url);
  }
  return links;
}
