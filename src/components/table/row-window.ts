/** Rows that are in the page at a time, while all can be scrolled to. */
export const WINDOW_ROWS = 50;

/** Windows start at multiples of this, so that a small scroll asks for nothing new. */
const STEP = 10;

/**
 * The row at which a window of `WINDOW_ROWS` starts, so that `visible` rows from `first` on lie in its middle. All count from 0; `total` is
 * the number of rows there are.
 */
export function windowOffset(first: number, visible: number, total: number): number {
  const before = Math.max(0, (WINDOW_ROWS - visible) / 2);
  const last = Math.max(0, Math.ceil((total - WINDOW_ROWS) / STEP) * STEP);
  return Math.min(last, Math.max(0, Math.floor((first - before) / STEP) * STEP));
}
