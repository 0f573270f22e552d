import { cellText } from '../files/about.js';
import type { ExportPart } from '../document.js';
import type { ExportTexts } from '../texts.js';

/** How much more than the page columns may want and still be made narrower, rather than go on in another band. */
const SQUEEZED = 1.4;

/**
 * Columns of a table in bands that fit a page, each beginning with the first `naming` columns, which say of which row it is: nothing is
 * cut. `widths` are what the columns want; a column wider than the page gets a band of its own.
 */
export function bandsOf(widths: readonly number[], available: number, naming = 1): readonly (readonly number[])[] {
  const names = widths.slice(0, naming).map((_, at) => at);
  if (widths.length <= naming) return [names];
  const first = names.reduce((sum, at) => sum + (widths[at] ?? 0), 0);
  const bands: number[][] = [];
  let room = -1;
  for (let column = naming; column < widths.length; column++) {
    const width = widths[column] ?? 0;
    const band = bands[bands.length - 1];
    if (band === undefined || width > room) {
      bands.push([...names, column]);
      room = available - first - width;
    } else {
      band.push(column);
      room -= width;
    }
  }
  return bands;
}

/**
 * Widths of columns that together fit a page, where it takes no more than to break some texts between words: the widest are narrower,
 * none below its own of `least`. What is far too wide stays as it is.
 */
export function fitted(widths: readonly number[], least: readonly number[], available: number): readonly number[] {
  const sum = (of: readonly number[]): number => of.reduce((all, width) => all + width, 0);
  const wanted = sum(widths);
  if (wanted <= available || wanted > SQUEEZED * available || sum(least) > available) return widths;
  const capped = (cap: number): readonly number[] => widths.map((width, at) => Math.min(width, Math.max(cap, least[at] ?? 0)));
  let [fits, wide] = [0, Math.max(...widths)];
  for (let step = 0; step < 24; step++) {
    const cap = (fits + wide) / 2;
    if (sum(capped(cap)) <= available) fits = cap;
    else wide = cap;
  }
  return capped(fits);
}

/** Whether rows of a table have the same name, so that in several bands they are told apart by something else only. */
export function hasNamesakes({ columns: [name], length }: ExportPart, texts: ExportTexts): boolean {
  return name !== undefined && new Set(Array.from({ length }, (_, row) => cellText(name, row, texts))).size < length;
}

/** A table with the number of each row before its name. */
export function numbered(part: ExportPart): ExportPart {
  const values = Float64Array.from({ length: part.length }, (_, row) => row + 1);
  return { ...part, columns: [{ name: '#', label: '#', unit: 'items', data: { type: 'number', values } }, ...part.columns] };
}

/** Most rows that widths of columns are made from. */
const SAMPLE = 300;

/** Rows from all over a table, for its widths to be made from. */
export function sampleRows(length: number): readonly number[] {
  const count = Math.min(length, SAMPLE);
  return Array.from({ length: count }, (_, at) => Math.round((at * (length - 1)) / Math.max(1, count - 1)));
}
