import { decimal, node } from './drawing.js';
import type { Drawing, DrawingNode } from './drawing.js';

/** A drawing as a group at (x, y) of another one, its ids prefixed so that they meet no others. */
export function placeDrawing({ box, width, children }: Drawing, x: number, y: number, prefix: string): readonly DrawingNode[] {
  const zoom = box[2] > 0 ? width / box[2] : 1;
  const onto = [zoom, 0, 0, zoom, x - box[0] * zoom, y - box[1] * zoom].map(decimal).join(' ');
  return [
    node(
      'g',
      { transform: `matrix(${onto})` },
      children.map((child) => prefixed(child, prefix)),
    ),
  ];
}

/** An element whose ids, and references to them, begin with a prefix. */
function prefixed(element: DrawingNode, prefix: string): DrawingNode {
  return {
    name: element.name,
    attributes: element.attributes.map(([name, value]) => [
      name,
      name === 'id' ? `${prefix}-${value}` : value.replace(/^url\(#/, `url(#${prefix}-`),
    ]),
    children: element.children.map((child) => (typeof child === 'string' ? child : prefixed(child, prefix))),
  };
}
