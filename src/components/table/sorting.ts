import { msg, str } from '../../localize/msg.js';
import type { Order } from '../../metrics/types.js';
import type { ShownColumn } from './table-column.js';

/** How rows are sorted after a column's header was pressed: numbers and instants from the greatest first, then the other way round. */
export function nextOrder(sorted: Order | undefined, { column, numeric, unit }: ShownColumn): Required<Order> {
  const now = sorted?.column === column ? (sorted.direction ?? 'asc') : undefined;
  const first = numeric || unit === 'instant' ? 'desc' : 'asc';
  return { column, direction: now === undefined ? first : now === 'asc' ? 'desc' : 'asc' };
}

/** What assistive technology is told of it. */
export function sortedSentence({ label }: ShownColumn, direction: 'asc' | 'desc'): string {
  return direction === 'asc'
    ? msg(str`Sorted by ${label}, ascending`, { id: 'table.sorted-ascending' })
    : msg(str`Sorted by ${label}, descending`, { id: 'table.sorted-descending' });
}
