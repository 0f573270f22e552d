import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Clause } from '../../../metrics/types.js';
import type { ViewData } from '../../../workers/connect.js';
import type { Names } from './clause-names.js';
import { filterCount } from '../text/format.js';
import type { FormatOptions } from '../text/format.js';
import { interactions } from '../menu/interactions.js';
import type { MenuController } from '../menu/menu.js';

/** How many filters apply to an answer, as a button that lists them, each to be cleared; nothing where none does. */
export function renderFilterBadge(
  badge: MenuController,
  result: ViewData | undefined,
  names: Names,
  options: FormatOptions,
  clear: (clause: Clause) => void,
): TemplateResult | typeof nothing {
  const clauses = result?.applied.filter((clause) => clause.origin !== 'fixed') ?? [];
  if (clauses.length === 0) return nothing;
  const label = filterCount(clauses.length);
  return badge.render(label, label, () => interactions()?.badgeItems(clauses, names, options, clear) ?? []);
}
