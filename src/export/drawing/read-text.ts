import { decimal, node } from './drawing.js';
import type { DrawingNode } from './drawing.js';
import { baselineShift, textStyle } from './read-style.js';

interface Line {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** A text of the page as one element a line, at its alphabetic baseline; a `tspan` that says where it stands begins a new line. */
export function readText(
  element: SVGTextElement,
  style: CSSStyleDeclaration,
  more: Readonly<Record<string, string>>,
): readonly DrawingNode[] {
  const painted = textStyle(style);
  if (painted === undefined) return [];
  const shift = baselineShift(style) * Number.parseFloat(style.fontSize);
  return linesOf(element)
    .map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim() }))
    .filter(({ text }) => text !== '')
    .map(({ x, y, text }) => node('text', { x: decimal(x), y: decimal(y + shift), ...more, ...painted }, [text]));
}

function linesOf(element: SVGTextElement): readonly Line[] {
  let line: Line = { ...startOf(element, { x: 0, y: 0 }), text: '' };
  const lines: Line[] = [];
  for (const child of element.childNodes) {
    if (child instanceof SVGTSpanElement && isPlaced(child)) {
      lines.push(line);
      line = { ...startOf(child, line), text: child.textContent ?? '' };
    } else if (child instanceof SVGTSpanElement || child instanceof Text) {
      line = { ...line, text: line.text + (child.textContent ?? '') };
    }
  }
  return [...lines, line];
}

function isPlaced({ x, y, dy }: SVGTSpanElement): boolean {
  return [x, y, dy].some(({ baseVal }) => baseVal.numberOfItems > 0);
}

/** Where a text begins: its `x` and `y`, else those of what came before, and its `dx` and `dy` from there. */
function startOf(
  { x, y, dx, dy }: SVGTextPositioningElement,
  before: { readonly x: number; readonly y: number },
): { x: number; y: number } {
  return { x: first(x, before.x) + first(dx, 0), y: first(y, before.y) + first(dy, 0) };
}

function first({ baseVal }: SVGAnimatedLengthList, otherwise: number): number {
  return baseVal.numberOfItems > 0 ? baseVal.getItem(0).value : otherwise;
}
