import { attribute, idsIn, numberAttribute, referenceIn, textOf } from './drawing.js';
import type { Drawing, DrawingNode } from './drawing.js';
import { inverse, moved, parseMatrix, product, scaleOf } from './matrix.js';
import type { Matrix } from './matrix.js';
import { boundsOf, movedPath } from './path-data.js';
import type { Step } from './path-data.js';
import { shapePath } from './shape-path.js';

/** A colour with its opacity. */
export interface Ink {
  readonly hex: string;
  readonly opacity: number;
}

/** How an outline is drawn. */
export interface Stroke extends Ink {
  readonly width: number;
  readonly dash: readonly number[];
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel';
}

/** What is left of a drawing when everything about it is resolved: outlines, texts, and what shows through an outline. */
export type Mark =
  | { readonly kind: 'path'; readonly path: readonly Step[]; readonly evenOdd: boolean; readonly fill?: Ink; readonly stroke?: Stroke }
  | TextMark
  | { readonly kind: 'clip'; readonly path: readonly Step[]; readonly marks: readonly Mark[] };

/** One line of text. */
export interface TextMark {
  readonly kind: 'text';
  readonly text: string;
  /** From the text's own coordinates, with its baseline at (x, y) and y downwards. */
  readonly matrix: Matrix;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: number;
  readonly family: string;
  readonly ink: Ink;
  /** The point of the line that stands at `x`. */
  readonly align: 'left' | 'center' | 'right';
  readonly direction: 'ltr' | 'rtl';
}

interface Place {
  readonly matrix: Matrix;
  readonly opacity: number;
  readonly byId: ReadonlyMap<string, DrawingNode>;
}

/** The marks of a drawing, in order, in coordinates that `onto` takes those of its viewBox to. */
export function marksOf(drawing: Drawing, onto: Matrix): readonly Mark[] {
  const byId = idsIn(drawing.children);
  return drawing.children.flatMap((child) => marksIn(child, { matrix: onto, opacity: 1, byId }));
}

/** The transform that puts the viewBox of a drawing at a point, in the scale of its size in px times `scale`. */
export function placedAt({ box, width }: Drawing, x: number, y: number, scale: number): Matrix {
  const zoom = box[2] > 0 ? (width / box[2]) * scale : scale;
  return [zoom, 0, 0, zoom, x - box[0] * zoom, y - box[1] * zoom];
}

function marksIn(element: DrawingNode | string, place: Place): readonly Mark[] {
  if (typeof element === 'string' || element.name === 'defs' || element.name === 'pattern' || element.name === 'clipPath') return [];
  const inner = {
    ...place,
    matrix: product(place.matrix, parseMatrix(attribute(element, 'transform'))),
    opacity: place.opacity * numberAttribute(element, 'opacity', 1),
  };
  return clipped(element, inner, ownMarks(element, inner));
}

function ownMarks(element: DrawingNode, place: Place): readonly Mark[] {
  if (element.name === 'text') return [textMark(element, place)];
  if (element.name === 'g') return element.children.flatMap((child) => marksIn(child, place));
  const path = shapePath(element);
  return path.length === 0 ? [] : shapeMarks(element, movedPath(place.matrix, path), place);
}

function shapeMarks(element: DrawingNode, path: readonly Step[], place: Place): readonly Mark[] {
  const evenOdd = attribute(element, 'fill-rule') === 'evenodd';
  const pattern = referenced(attribute(element, 'fill'), place);
  const fill = pattern === undefined ? inkOf(element, 'fill', place) : undefined;
  const stroke = strokeOf(element, place);
  const tiles: readonly Mark[] = pattern === undefined ? [] : [{ kind: 'clip', path, marks: tiled(pattern, path, place) }];
  if (fill === undefined && stroke === undefined) return tiles;
  return [...tiles, { kind: 'path', path, evenOdd, ...(fill === undefined ? {} : { fill }), ...(stroke === undefined ? {} : { stroke }) }];
}

/** A pattern, repeated until it covers an outline. */
function tiled(pattern: DrawingNode, path: readonly Step[], place: Place): readonly Mark[] {
  const [width, height] = [numberAttribute(pattern, 'width'), numberAttribute(pattern, 'height')];
  if (width <= 0 || height <= 0) return [];
  const onto = product(place.matrix, parseMatrix(attribute(pattern, 'patternTransform')));
  const [x, y] = [numberAttribute(pattern, 'x'), numberAttribute(pattern, 'y')];
  const [left, top, right, bottom] = boundsOf(path);
  const back = inverse(onto);
  const corners = [moved(back, left, top), moved(back, right, top), moved(back, left, bottom), moved(back, right, bottom)];
  const [columns, rows] = [
    steps(corners.map((corner) => (corner[0] - x) / width)),
    steps(corners.map((corner) => (corner[1] - y) / height)),
  ];
  return columns.flatMap((column) =>
    rows.flatMap((row) => {
      const matrix = product(onto, [1, 0, 0, 1, x + column * width, y + row * height]);
      return pattern.children.flatMap((child) => marksIn(child, { ...place, matrix }));
    }),
  );
}

/** The whole numbers from below the least to the greatest. */
function steps(values: readonly number[]): readonly number[] {
  const from = Math.floor(Math.min(...values));
  return Array.from({ length: Math.ceil(Math.max(...values)) - from }, (_, at) => from + at);
}

function clipped(element: DrawingNode, place: Place, marks: readonly Mark[]): readonly Mark[] {
  const clip = referenced(attribute(element, 'clip-path'), place);
  if (clip === undefined || marks.length === 0) return marks;
  const onto = product(place.matrix, parseMatrix(attribute(clip, 'transform')));
  const path = clip.children.flatMap((shape) =>
    typeof shape === 'string' ? [] : movedPath(product(onto, parseMatrix(attribute(shape, 'transform'))), shapePath(shape)),
  );
  return [{ kind: 'clip', path, marks }];
}

function textMark(element: DrawingNode, { matrix, opacity }: Place): Mark {
  const direction = attribute(element, 'direction') === 'rtl' ? 'rtl' : 'ltr';
  const anchor = attribute(element, 'text-anchor') ?? 'start';
  const side = (anchor === 'start') === (direction === 'ltr') ? 'left' : 'right';
  return {
    kind: 'text',
    text: textOf(element),
    matrix,
    direction,
    x: numberAttribute(element, 'x'),
    y: numberAttribute(element, 'y'),
    size: numberAttribute(element, 'font-size', 16),
    weight: numberAttribute(element, 'font-weight', 400),
    family: attribute(element, 'font-family') ?? 'sans-serif',
    ink: { hex: attribute(element, 'fill') ?? '#000000', opacity: numberAttribute(element, 'fill-opacity', 1) * opacity },
    align: anchor === 'middle' ? 'center' : side,
  };
}

function inkOf(element: DrawingNode, kind: 'fill' | 'stroke', { opacity }: Place): Ink | undefined {
  const hex = attribute(element, kind);
  return hex?.startsWith('#') === true ? { hex, opacity: numberAttribute(element, `${kind}-opacity`, 1) * opacity } : undefined;
}

function strokeOf(element: DrawingNode, place: Place): Stroke | undefined {
  const ink = inkOf(element, 'stroke', place);
  if (ink === undefined) return undefined;
  const scale = scaleOf(place.matrix);
  const dash = (attribute(element, 'stroke-dasharray') ?? '')
    .split(/[\s,]+/)
    .filter((length) => length !== '')
    .map((length) => Number(length) * scale);
  return { ...ink, width: numberAttribute(element, 'stroke-width', 1) * scale, dash, cap: capOf(element), join: joinOf(element) };
}

function capOf(element: DrawingNode): Stroke['cap'] {
  const cap = attribute(element, 'stroke-linecap');
  return cap === 'round' || cap === 'square' ? cap : 'butt';
}

function joinOf(element: DrawingNode): Stroke['join'] {
  const join = attribute(element, 'stroke-linejoin');
  return join === 'round' || join === 'bevel' ? join : 'miter';
}

function referenced(value: string | undefined, { byId }: Place): DrawingNode | undefined {
  const id = referenceIn(value ?? '');
  return id === undefined ? undefined : byId.get(id);
}
