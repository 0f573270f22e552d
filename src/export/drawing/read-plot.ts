import type { Drawing } from './drawing.js';
import { placeDrawing } from './place-drawing.js';
import { readDrawing } from './read-drawing.js';

/** A drawing and where it stands, in px of the page. */
interface Placed {
  readonly drawing: Drawing;
  readonly left: number;
  readonly top: number;
}

/**
 * All SVG elements of a part of the page as one drawing: an axis that is pinned beside a plot, the plot, what lies over it. Whatever
 * scrolls is there in full, and what stands behind it moves on. Undefined where there is no drawing to be seen.
 */
export function readPlot(plot: Element, options: { readonly scheme?: 'light' } = {}): Drawing | undefined {
  const drawings = [...plot.querySelectorAll('svg')].filter(
    (svg) => svg.parentElement?.closest('svg') === null && svg.getClientRects().length > 0,
  );
  const scrollers = [...plot.querySelectorAll('*')].filter((element) => element.querySelector('svg') !== null && scrolls(element));
  const placed = drawings.map((svg) => placeOf(svg, readDrawing(svg, options), scrollers));
  if (placed.length === 0) return undefined;
  const left = Math.min(...placed.map((one) => one.left));
  const top = Math.min(...placed.map((one) => one.top));
  const width = Math.max(...placed.map((one) => one.left + one.drawing.width)) - left;
  const height = Math.max(...placed.map((one) => one.top + one.drawing.height)) - top;
  const children = placed.flatMap((one, at) => placeDrawing(one.drawing, one.left - left, one.top - top, `part-${at}`));
  return { width, height, box: [0, 0, width, height], children };
}

function scrolls(element: Element): boolean {
  const { overflowX, overflowY } = getComputedStyle(element);
  return (
    /auto|scroll|hidden/.test(`${overflowX} ${overflowY}`) &&
    (element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight)
  );
}

/** Where a drawing would stand if nothing had to scroll. */
function placeOf(svg: SVGSVGElement, drawing: Drawing, scrollers: readonly Element[]): Placed {
  const rect = svg.getBoundingClientRect();
  const view = svg.viewBox.baseVal;
  const zoom = drawing.box[2] > 0 ? drawing.width / drawing.box[2] : 1;
  let left = rect.left + (drawing.box[0] - (view?.x ?? 0)) * zoom;
  let top = rect.top + (drawing.box[1] - (view?.y ?? 0)) * zoom;
  for (const scroller of scrollers) {
    if (scroller.contains(svg)) {
      left += scroller.scrollLeft;
      top += scroller.scrollTop;
      continue;
    }
    const frame = scroller.getBoundingClientRect();
    const [wider, higher] = [scroller.scrollWidth - scroller.clientWidth, scroller.scrollHeight - scroller.clientHeight];
    const rtl = getComputedStyle(scroller).direction === 'rtl';
    if (rect.top >= frame.bottom - 1) top += higher;
    if (!rtl && rect.left >= frame.right - 1) left += wider;
    if (rtl && rect.right <= frame.left + 1) left -= wider;
  }
  return { drawing, left, top };
}
