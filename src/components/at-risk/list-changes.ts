import { msg, str } from '../../localize/msg.js';
import type { ViewData } from '../../workers/connect.js';
import { numberCell } from '../base/dataset/cell.js';
import { formatNumber } from '../base/text/format.js';

/** The view that says who is new on the list, and who is back. */
export const LIST_CHANGES = 'at-risk.list-changes';

/** How the list differs from a week ago, as a sentence; that it is not known where the source cannot tell; empty before the answer. */
export function listChangesSentence(changes: ViewData | undefined, language: string): string {
  const compared = numberCell(changes, 'compared');
  if (compared === undefined) return '';
  if (compared === 0) return msg('This source does not tell who was on the list a week ago.', { id: 'at-risk-table.changes-unknown' });
  const [added, back] = ['new_on_list', 'back_again'].map((column) => formatNumber(numberCell(changes, column) ?? 0, language));
  return msg(str`Since a week ago: ${added} new on the list, ${back} back again.`, { id: 'at-risk-table.changes' });
}
