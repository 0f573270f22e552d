import { msg } from '../../../localize/msg.js';
import type { Clause } from '../../../metrics/types.js';
import type { Names } from './clause-names.js';
import type { FormatOptions } from '../text/format.js';
import type { MenuItem } from '../menu/menu.js';
import { namedClauseText } from './named-clause.js';

/** The filters that apply to an answer as entries of a menu, each to be cleared. */
export function badgeItems(
  clauses: readonly Clause[],
  names: Names,
  options: FormatOptions,
  clear: (clause: Clause) => void,
): readonly MenuItem[] {
  return clauses.map((clause) => ({
    label: namedClauseText(clause, names, options),
    detail: msg('Clear this filter', { id: 'badge.clear' }),
    act: () => clear(clause),
  }));
}
