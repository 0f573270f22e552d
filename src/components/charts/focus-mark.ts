import { focusForNow } from '../base/focus/focus-for-now.js';
import { rootScale } from '../base/shell/root-length.js';
import { SIZES } from '../base/tokens.js';

/**
 * Gives a mark the focus, and shows it: some browsers do that by themselves for elements of a page but not for parts of a drawing.
 */
export function focusMark(mark: SVGElement | null): void {
  if (mark !== null) focusForNow(mark);
  revealMark(mark);
}

/** Scrolls the box of a drawing that is larger than its place as far as it takes to see a mark clear of the edges that fade. */
export function revealMark(mark: SVGElement | null): void {
  const box = mark?.closest('.scrolls, .scrolls-along');
  if (mark === null || box === null || box === undefined) return;
  const [inner, outer] = [mark.getBoundingClientRect(), box.getBoundingClientRect()];
  box.scrollTop += beyond(inner.top, inner.bottom, outer.top, outer.bottom);
  box.scrollLeft += beyond(inner.left, inner.right, outer.left, outer.right);
}

function beyond(from: number, to: number, first: number, last: number): number {
  const faded = SIZES.fade * rootScale();
  return from < first + faded ? from - first - faded : Math.max(0, to - last + faded);
}
