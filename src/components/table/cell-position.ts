import type { CellPosition } from './cell-focus.js';

/** What `aria-rowindex` says of the first row: the header is 1. */
const FIRST_ROW = 2;

/** The cell that an event happened in, its row counted from the first of all; undefined outside of cells. */
export function positionOf(event: Event): CellPosition | undefined {
  const { target } = event;
  const found = target instanceof Element ? target.closest<HTMLTableCellElement>('td, th') : null;
  const index = found?.closest('tr')?.getAttribute('aria-rowindex') ?? null;
  return found === null || index === null ? undefined : { row: Number(index) - FIRST_ROW, column: found.cellIndex };
}

/** That cell of a grid; undefined while it is not in the page. */
export function cellAt(grid: HTMLTableElement | null, { row, column }: CellPosition): HTMLElement | undefined {
  return grid?.querySelector<HTMLTableRowElement>(`tr[aria-rowindex="${row + FIRST_ROW}"]`)?.cells[column];
}

/** Whether an event happened in a link, which does what links do. */
export function isLink(event: Event): boolean {
  return event.target instanceof Element && event.target.closest('a') !== null;
}
