import { focusForNow } from '../base/focus/focus-for-now.js';
import { rootScale } from '../base/shell/root-length.js';
import { SIZES } from '../base/tokens.js';

/**
 * Gives a mark the focus, and scrolls the box of a drawing that is larger than its place as far as it takes to see it clear of
 * the edges that fade: some browsers do that by themselves for elements of a page but not for parts of a drawing.
 */
export function focusMark(mark: SVGElement | null): void {
  if (mark !== null) focusForNow(mark);
  const { box, down, along } = outOfSight(mark);
  if (box === undefined) return;
  box.scrollTop += down;
  box.scrollLeft += along;
}

/** Scrolls a drawing of lying bars so that it begins with a mark that is out of sight. */
export function beginWithMark(mark: SVGElement | null): void {
  const { box, down, above } = outOfSight(mark);
  if (box !== undefined && down !== 0) box.scrollTop += above;
}

/** The box of a mark, how far it has to scroll for the mark to be clear of its edges, and for it to be the first. */
function outOfSight(mark: SVGElement | null): {
  readonly box: Element | undefined;
  readonly down: number;
  readonly along: number;
  readonly above: number;
} {
  const box = mark?.closest('.scrolls, .scrolls-along') ?? undefined;
  if (mark === null || box === undefined) return { box: undefined, down: 0, along: 0, above: 0 };
  const [inner, outer] = [mark.getBoundingClientRect(), box.getBoundingClientRect()];
  const faded = SIZES.fade * rootScale();
  return {
    box,
    down: beyond(inner.top, inner.bottom, outer.top, outer.bottom, faded),
    along: beyond(inner.left, inner.right, outer.left, outer.right, faded),
    above: inner.top - outer.top - faded,
  };
}

function beyond(from: number, to: number, first: number, last: number, faded: number): number {
  return from < first + faded ? from - first - faded : Math.max(0, to - last + faded);
}
