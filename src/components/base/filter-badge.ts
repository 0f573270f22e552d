import { msg } from '../../localize/msg.js';
import type { Clause } from '../../metrics/types.js';
import { fireFilter } from './filter-events.js';
import type { FormatOptions } from './format.js';
import type { MenuItem } from './menu.js';
import { namedClauseText } from './named-clause.js';

/** The filters that hold for a widget as entries of its badge: each says what it is, and clears it. */
export function badgeItems(
  element: HTMLElement,
  clauses: readonly Clause[],
  options: FormatOptions,
  dataset: string | undefined,
): readonly MenuItem[] {
  return clauses.map((clause) => ({
    label: namedClauseText(clause, new Map(), options),
    detail: msg('Clear this filter', { id: 'badge.clear' }),
    act: () => fireFilter(element, { origin: clause.origin, field: clause.field }, dataset),
  }));
}
