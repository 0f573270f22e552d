import type { ViewData } from '../../workers/connect.js';
import { cell, rowsIn } from '../base/dataset/cell.js';
import type { PartWish } from '../base/dataset/parts-controller.js';
import type { VisibleRows } from './row-scroll.js';
import type { ShownColumn } from './table-column.js';

/**
 * What a table needs of parts on demand: those of the rows in sight first, counted from the first of the answer. It shows what is
 * there so far, and says so.
 */
export function tableWish(
  result: ViewData | undefined,
  shown: readonly ShownColumn[],
  { from, to }: VisibleRows,
  isBidden: boolean,
): PartWish {
  const need = result?.parts;
  const isShown = shown.some(({ column }) => need?.columns.includes(column) === true);
  if (need?.rows === undefined || !isShown) return { need, isBidden, drawsSoFar: true };
  const seen = rowsIn(result).filter((row) => row >= from && row < to);
  return { need, seen: seen.map((row) => String(cell(result, 'exploration', row))), isBidden, drawsSoFar: true };
}
