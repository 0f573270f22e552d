import type { FocusCard } from '../base/focus/focus-card.js';
import { formatValue } from '../base/text/format.js';
import type { FormatOptions } from '../base/text/format.js';
import { missingText } from '../base/states/parts-text.js';
import { HEADER } from './cell-focus.js';
import { columnValue } from './table-column.js';
import type { ShownColumn } from './table-column.js';

/** What a cell says in full: undefined where it is not known; `always` where it also shows less than it knows, as an instant does. */
export interface CellText {
  readonly full: string | undefined;
  readonly always: boolean;
}

/** The full text of a cell, or of its header in row -1; rows count from the first that is in the page. */
export function cellText(column: ShownColumn, row: number, options: FormatOptions): CellText {
  const always = column.unit === 'instant';
  if (row === HEADER) return { full: column.label, always };
  const value = columnValue(column, row);
  const missing = value === null ? column.missing?.(row) : undefined;
  if (missing !== undefined) return { full: missingText(missing), always: true };
  return { full: value === null ? undefined : formatValue(value, column.unit, options), always };
}

/** Shows a card with the full text of a cell that is cut off, and with the exact time of an instant; else hides it. */
export function explainCell(card: FocusCard, mark: HTMLElement, { full, always }: CellText, when: 'now' | 'soon'): void {
  const isCut = [mark, ...mark.querySelectorAll('bdi, .sort-label')].some(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
  if (full === undefined || !(isCut || always)) card.hideSoon();
  else if (when === 'now') card.show({ title: full, rows: [], mark, targets: [mark] });
  else card.showSoon({ title: full, rows: [], mark, targets: [mark] });
}
