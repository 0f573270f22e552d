import { attribute, numberAttribute } from './drawing.js';
import type { Drawing, DrawingNode } from './drawing.js';
import { IDENTITY, moved, parseMatrix, product, scaleOf } from './matrix.js';
import type { Matrix } from './matrix.js';
import { boundsOf, movedPath } from './path-data.js';
import { shapePath } from './shape-path.js';

/** From where to where something reaches downwards, in the units of the box. */
type Extent = readonly [top: number, bottom: number];

/** Heights that a drawing is cut to, in px of it: `first` for the piece that has other things above it. */
export interface SliceHeights {
  readonly first: number;
  readonly next: number;
}

/** What is higher than this share of a piece crosses cuts: a gridline, an axis. */
const CROSSING = 0.25;

/** Least share of a piece that is filled before it is cut. */
const FILLED = 0.5;

/**
 * A drawing as pieces to be put below each other on pages, none higher than asked for. It is cut between bars and texts where there is
 * room between them; each is on one piece. What crosses the cuts, such as a gridline, is on all that it crosses, to be clipped by their
 * boxes.
 */
export function slicesOf(drawing: Drawing, heights: SliceHeights): readonly Drawing[] {
  const { box, width, height } = drawing;
  if (height <= heights.first) return [drawing];
  const zoom = box[2] > 0 ? width / box[2] : 1;
  const extents = drawing.children.flatMap((child) => extentsIn(child, IDENTITY));
  const end = box[1] + box[3];
  const pieces: Drawing[] = [];
  for (let from = box[1]; from < end;) {
    const most = (pieces.length === 0 ? heights.first : heights.next) / zoom;
    const crosses = most * CROSSING;
    const to = end - from <= most ? end : cutBetween(extents, [from + most * FILLED, from + most], crosses);
    const children = drawing.children.flatMap((child) => kept(child, IDENTITY, { from, to, crosses }));
    pieces.push({ width, height: (to - from) * zoom, box: [box[0], from, box[2], to - from], children });
    from = to;
  }
  return pieces;
}

/** The lowest place in a stretch where nothing is cut through but what crosses all; the end of the stretch where there is none. */
function cutBetween(extents: readonly Extent[], [least, most]: Extent, crosses: number): number {
  const cut = extents.filter(([top, bottom]) => bottom - top <= crosses && bottom > least && top < most);
  const ends = [most, ...cut.map(([top]) => top)].filter((at) => at > least && at <= most).sort((a, b) => b - a);
  return ends.find((at) => cut.every(([top, bottom]) => at <= top || at >= bottom)) ?? most;
}

interface Window {
  readonly from: number;
  readonly to: number;
  readonly crosses: number;
}

/** An element with what of it belongs to a piece; nothing where none does. */
function kept(element: DrawingNode | string, outer: Matrix, window: Window): readonly DrawingNode[] {
  if (typeof element === 'string') return [];
  if (isUnseen(element)) return [element];
  if (element.name === 'g') {
    const inner = product(outer, parseMatrix(attribute(element, 'transform')));
    const children = element.children.flatMap((child) => kept(child, inner, window));
    return children.length === 0 ? [] : [{ ...element, children }];
  }
  const extent = extentOf(element, outer);
  if (extent === undefined) return [];
  const [top, bottom] = extent;
  const { from, to, crosses } = window;
  if (bottom - top > crosses) return bottom > from && top < to ? [element] : [];
  const middle = (top + bottom) / 2;
  return middle >= from && middle < to ? [element] : [];
}

function extentsIn(element: DrawingNode | string, outer: Matrix): readonly Extent[] {
  if (typeof element === 'string' || isUnseen(element)) return [];
  if (element.name === 'g') {
    const inner = product(outer, parseMatrix(attribute(element, 'transform')));
    return element.children.flatMap((child) => extentsIn(child, inner));
  }
  const extent = extentOf(element, outer);
  return extent === undefined ? [] : [extent];
}

function extentOf(element: DrawingNode, outer: Matrix): Extent | undefined {
  const onto = product(outer, parseMatrix(attribute(element, 'transform')));
  if (element.name === 'text') {
    const size = numberAttribute(element, 'font-size', 16) * scaleOf(onto);
    const [, y] = moved(onto, numberAttribute(element, 'x'), numberAttribute(element, 'y'));
    return [y - size, y + size / 3];
  }
  const path = movedPath(onto, shapePath(element));
  if (path.length === 0) return undefined;
  const [, top, , bottom] = boundsOf(path);
  return [top, bottom];
}

function isUnseen({ name }: DrawingNode): boolean {
  return name === 'defs' || name === 'pattern' || name === 'clipPath';
}
