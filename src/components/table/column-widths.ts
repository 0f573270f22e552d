import { px } from '../base/tokens.js';

/** Widths that the columns of a table need for the header and the rows it shows now, in px. Lays the table out anew. */
export function naturalWidths(table: HTMLTableElement): readonly number[] {
  table.classList.add('measuring');
  for (const column of columnsOf(table)) column.style.removeProperty('inline-size');
  const widths = [...(table.tHead?.rows[0]?.cells ?? [])].map((header) => Math.ceil(header.getBoundingClientRect().width));
  table.classList.remove('measuring');
  return widths;
}

/** Fixes the columns at these widths, or wider where there is room, so that no page of rows makes them jump. */
export function fixWidths(table: HTMLTableElement, widths: readonly number[]): void {
  columnsOf(table).forEach((column, at) => column.style.setProperty('inline-size', px(widths[at] ?? 0)));
  table.style.setProperty('min-inline-size', px(widths.reduce((sum, width) => sum + width, 0)));
  table.classList.add('fixed');
}

function columnsOf(table: HTMLTableElement): readonly HTMLElement[] {
  return [...table.querySelectorAll<HTMLElement>('col')];
}
