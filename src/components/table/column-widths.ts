import type { ViewData } from '../../workers/connect.js';
import { rootLength } from '../base/shell/root-length.js';

/**
 * The widths of a table's columns, which grow with the font of the page, fixed as the first rows need them, or wider where there is room,
 * so that no other rows make them jump.
 */
export class ColumnWidths {
  #measured = '';

  /** Fixes them anew where `key` (which columns, in which language) is another than before; never by rows while further ones arrive. */
  fix(table: HTMLTableElement | null, { length, soFar, parts }: Pick<ViewData, 'length' | 'soFar' | 'parts'>, key: string): void {
    const rowsToCome = parts !== undefined && parts.rows === undefined && parts.waiting > 0;
    if (table === null || length === 0 || soFar !== undefined || rowsToCome) return;
    if (key === this.#measured && table.classList.contains('fixed')) return;
    const widths = naturalWidths(table);
    if (widths.every((width) => width === 0)) return;
    this.#measured = key;
    fixWidths(
      table,
      widths.map((width) => Math.ceil(width * (1 + SPARE)) + 1),
    );
  }
}

/** Room beyond the text and a pixel, as a share of it: letters do not grow evenly with their font where they are fitted to pixels. */
const SPARE = 0.04;

/** Widths that the columns of a table need for the header and the rows it shows now, in px. Lays the table out anew. */
function naturalWidths(table: HTMLTableElement): readonly number[] {
  table.classList.add('measuring');
  for (const column of columnsOf(table)) column.style.removeProperty('inline-size');
  const widths = [...(table.tHead?.rows[0]?.cells ?? [])].map((header) => Math.ceil(header.getBoundingClientRect().width));
  table.classList.remove('measuring');
  return widths;
}

function fixWidths(table: HTMLTableElement, widths: readonly number[]): void {
  columnsOf(table).forEach((column, at) => column.style.setProperty('inline-size', rootLength(widths[at] ?? 0)));
  table.style.setProperty('min-inline-size', rootLength(widths.reduce((sum, width) => sum + width, 0)));
  table.classList.add('fixed');
}

function columnsOf(table: HTMLTableElement): readonly HTMLElement[] {
  return [...table.querySelectorAll<HTMLElement>('col')];
}
