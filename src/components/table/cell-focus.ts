import { isOfBrowser } from '../base/focus/browser-keys.js';
import type { Keys } from '../base/focus/browser-keys.js';

/** A cell of a grid, from 0 of all rows; row -1 is the header. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** The header as a row of the grid. */
export const HEADER = -1;

/**
 * Where a key moves the focus in a grid of so many rows, `visible` of them in sight, in reading direction; undefined for other keys, as
 * those of the browser with Alt or Meta.
 */
export function moveCell(
  event: Keys,
  { row, column }: CellPosition,
  size: { readonly rows: number; readonly columns: number; readonly visible: number },
  direction: 'ltr' | 'rtl',
): CellPosition | undefined {
  if (isOfBrowser(event, { ctrl: true })) return undefined;
  const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const back = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  const at = (toRow: number, toColumn: number): CellPosition => ({
    row: Math.min(size.rows - 1, Math.max(HEADER, toRow)),
    column: Math.min(size.columns - 1, Math.max(0, toColumn)),
  });
  switch (event.key) {
    case forward:
      return at(row, column + 1);
    case back:
      return at(row, column - 1);
    case 'ArrowDown':
      return at(row + 1, column);
    case 'ArrowUp':
      return at(row - 1, column);
    case 'PageDown':
      return at(row + size.visible, column);
    case 'PageUp':
      return at(row === HEADER ? HEADER : Math.max(0, row - size.visible), column);
    case 'Home':
      return at(event.ctrlKey ? 0 : row, 0);
    case 'End':
      return at(event.ctrlKey ? size.rows - 1 : row, size.columns - 1);
    default:
      return undefined;
  }
}
