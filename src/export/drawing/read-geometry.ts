import { decimal } from './drawing.js';

/** Where and how large a shape is, as attributes in user units; undefined for what is no basic shape. */
export function geometryOf(element: SVGElement): Record<string, string> | undefined {
  if (element instanceof SVGRectElement) return boxOf(element, { rx: element.rx, ry: element.ry });
  if (element instanceof SVGLineElement) return lengths({ x1: element.x1, y1: element.y1, x2: element.x2, y2: element.y2 });
  if (element instanceof SVGCircleElement) return lengths({ cx: element.cx, cy: element.cy, r: element.r });
  if (element instanceof SVGEllipseElement) return lengths({ cx: element.cx, cy: element.cy, rx: element.rx, ry: element.ry });
  if (element instanceof SVGPathElement) return { d: element.getAttribute('d') ?? '' };
  if (element instanceof SVGPolylineElement || element instanceof SVGPolygonElement)
    return { points: element.getAttribute('points') ?? '' };
  return undefined;
}

/** `x`, `y`, `width` and `height`, and further lengths that are not 0. */
export function boxOf(
  { x, y, width, height }: SVGRectElement | SVGPatternElement,
  more: Readonly<Record<string, SVGAnimatedLength>> = {},
): Record<string, string> {
  const rounded = Object.entries(more).filter(([, length]) => length.baseVal.value !== 0);
  return { ...lengths({ x, y, width, height }), ...lengths(Object.fromEntries(rounded)) };
}

/** The transforms of an attribute as one matrix; undefined where there is none. `consolidate` would rewrite the live element. */
export function matrixOf({ baseVal }: SVGAnimatedTransformList): string | undefined {
  if (baseVal.numberOfItems === 0) return undefined;
  let matrix = new DOMMatrix();
  for (let at = 0; at < baseVal.numberOfItems; at++) matrix = matrix.multiply(DOMMatrix.fromMatrix(baseVal.getItem(at).matrix));
  const { a, b, c, d, e, f } = matrix;
  return `matrix(${[a, b, c, d, e, f].map((value) => String(Math.round(value * 1e6) / 1e6)).join(' ')})`;
}

function lengths(of: Readonly<Record<string, SVGAnimatedLength>>): Record<string, string> {
  return Object.fromEntries(Object.entries(of).map(([name, length]) => [name, decimal(length.baseVal.value)]));
}
