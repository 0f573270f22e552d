import { attribute, numberAttribute } from './drawing.js';
import type { DrawingNode } from './drawing.js';
import { parsePath } from './path-data.js';
import type { Step } from './path-data.js';

/** How far the controls of a quarter circle of radius 1 reach. */
const QUARTER = (4 / 3) * (Math.SQRT2 - 1);

/** The outline of a basic shape in its own coordinates; none for what is no shape. */
export function shapePath(element: DrawingNode): readonly Step[] {
  const at = (name: string): number => numberAttribute(element, name);
  switch (element.name) {
    case 'rect':
      return rectPath(at('x'), at('y'), at('width'), at('height'), radiiOf(element));
    case 'line':
      return [
        ['M', at('x1'), at('y1')],
        ['L', at('x2'), at('y2')],
      ];
    case 'circle':
      return ellipsePath(at('cx'), at('cy'), at('r'), at('r'));
    case 'ellipse':
      return ellipsePath(at('cx'), at('cy'), at('rx'), at('ry'));
    case 'path':
      return parsePath(attribute(element, 'd') ?? '');
    case 'polyline':
      return parsePath(`M${attribute(element, 'points') ?? ''}`);
    case 'polygon':
      return [...parsePath(`M${attribute(element, 'points') ?? ''}`), ['Z']];
    default:
      return [];
  }
}

/** Corner radii: one of the two stands for both, and none is more than half a side. */
function radiiOf(element: DrawingNode): readonly [number, number] {
  const [rx, ry] = [numberAttribute(element, 'rx'), numberAttribute(element, 'ry')];
  return [
    Math.min(rx === 0 ? ry : rx, numberAttribute(element, 'width') / 2),
    Math.min(ry === 0 ? rx : ry, numberAttribute(element, 'height') / 2),
  ];
}

function rectPath(x: number, y: number, width: number, height: number, [rx, ry]: readonly [number, number]): readonly Step[] {
  if (width <= 0 || height <= 0) return [];
  const [right, bottom] = [x + width, y + height];
  if (rx === 0 || ry === 0) return [['M', x, y], ['L', right, y], ['L', right, bottom], ['L', x, bottom], ['Z']];
  const [cx, cy] = [rx * (1 - QUARTER), ry * (1 - QUARTER)];
  return [
    ['M', x + rx, y],
    ['L', right - rx, y],
    ['C', right - cx, y, right, y + cy, right, y + ry],
    ['L', right, bottom - ry],
    ['C', right, bottom - cy, right - cx, bottom, right - rx, bottom],
    ['L', x + rx, bottom],
    ['C', x + cx, bottom, x, bottom - cy, x, bottom - ry],
    ['L', x, y + ry],
    ['C', x, y + cy, x + cx, y, x + rx, y],
    ['Z'],
  ];
}

function ellipsePath(cx: number, cy: number, rx: number, ry: number): readonly Step[] {
  if (rx <= 0 || ry <= 0) return [];
  const [dx, dy] = [rx * QUARTER, ry * QUARTER];
  return [
    ['M', cx + rx, cy],
    ['C', cx + rx, cy + dy, cx + dx, cy + ry, cx, cy + ry],
    ['C', cx - dx, cy + ry, cx - rx, cy + dy, cx - rx, cy],
    ['C', cx - rx, cy - dy, cx - dx, cy - ry, cx, cy - ry],
    ['C', cx + dx, cy - ry, cx + rx, cy - dy, cx + rx, cy],
    ['Z'],
  ];
}
