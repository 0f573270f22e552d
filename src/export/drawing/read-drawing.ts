import { idsIn, node, referencesIn } from './drawing.js';
import type { Drawing, DrawingNode } from './drawing.js';
import { boxOf, geometryOf, matrixOf } from './read-geometry.js';
import { groupStyle, shapeStyle } from './read-style.js';
import { readText } from './read-text.js';

/**
 * An SVG element of the page as plain data: computed styles written out as attributes, custom properties and classes resolved,
 * what is invisible left out, text at its alphabetic baseline. `scheme: 'light'` reads the colours of the light mode, for paper.
 * Understood are groups, shapes, texts of one style, clip paths, and patterns in user space; everything else (scripts, links,
 * foreign content, gradients, filters) is left out. The element must be in the page; it is left as it was.
 */
export function readDrawing(svg: SVGSVGElement, { scheme }: { readonly scheme?: 'light' } = {}): Drawing {
  const before = svg.style.colorScheme;
  if (scheme === 'light') svg.style.colorScheme = 'light';
  try {
    const children = readChildren(svg);
    return { ...measured(svg), children: [...borrowed(svg, children), ...children] };
  } finally {
    svg.style.colorScheme = before;
    if (svg.getAttribute('style') === '') svg.removeAttribute('style');
  }
}

/** The viewBox, widened to what is drawn beyond it, and the size in px that keeps its scale. */
function measured(svg: SVGSVGElement): Omit<Drawing, 'children'> {
  const { width, height } = svg.getBoundingClientRect();
  const given = svg.viewBox.baseVal;
  const box = given !== null && given.width > 0 ? given : { x: 0, y: 0, width, height };
  const drawn = svg.getBBox();
  const [left, top] = [Math.min(box.x, Math.floor(drawn.x)), Math.min(box.y, Math.floor(drawn.y))];
  const right = Math.max(box.x + box.width, Math.ceil(drawn.x + drawn.width));
  const bottom = Math.max(box.y + box.height, Math.ceil(drawn.y + drawn.height));
  const scale = width > 0 ? width / box.width : 1;
  return { width: (right - left) * scale, height: (bottom - top) * scale, box: [left, top, right - left, bottom - top] };
}

/** Patterns and clip paths of another drawing beside this one that this one names. */
function borrowed(svg: SVGSVGElement, children: readonly DrawingNode[]): readonly DrawingNode[] {
  const root = svg.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return [];
  const own = idsIn(children);
  const found = [...referencesIn(children)]
    .filter((id) => !own.has(id))
    .flatMap((id) => {
      const element = root.getElementById(id);
      return element instanceof SVGElement ? readElement(element) : [];
    });
  return found.length === 0 ? [] : [node('defs', {}, found)];
}

function readChildren(parent: Element): readonly DrawingNode[] {
  return [...parent.children].flatMap((child) => (child instanceof SVGElement ? readElement(child) : []));
}

function readElement(element: SVGElement): readonly DrawingNode[] {
  if (element instanceof SVGDefsElement) return [node('defs', {}, readChildren(element))];
  if (element instanceof SVGPatternElement) return [readPattern(element)];
  if (element instanceof SVGClipPathElement) return [node('clipPath', { id: element.id, ...transformOf(element) }, readClip(element))];
  if (!(element instanceof SVGGraphicsElement)) return [];
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.opacity === '0') return [];
  if (element instanceof SVGGElement) {
    const children = readChildren(element);
    return children.length === 0 ? [] : [node('g', { ...transformOf(element), ...groupStyle(style) }, children)];
  }
  if (style.visibility !== 'visible') return [];
  if (element instanceof SVGTextElement) return readText(element, style, transformOf(element));
  const [geometry, painted] = [geometryOf(element), shapeStyle(style)];
  if (geometry === undefined || painted === undefined) return [];
  return [node(element.localName, { ...geometry, ...transformOf(element), ...painted, ...groupStyle(style) })];
}

function readPattern(pattern: SVGPatternElement): DrawingNode {
  const tilt = matrixOf(pattern.patternTransform);
  const place = { id: pattern.id, patternUnits: 'userSpaceOnUse', ...boxOf(pattern) };
  return node('pattern', { ...place, ...(tilt === undefined ? {} : { patternTransform: tilt }) }, readChildren(pattern));
}

/** The shapes of a clip path; how they are painted does not matter. */
function readClip(clip: SVGClipPathElement): readonly DrawingNode[] {
  return [...clip.children].flatMap((shape) => {
    if (!(shape instanceof SVGGraphicsElement)) return [];
    const geometry = geometryOf(shape);
    return geometry === undefined ? [] : [node(shape.localName, { ...geometry, ...transformOf(shape) })];
  });
}

function transformOf({ transform }: SVGGraphicsElement | SVGClipPathElement): Record<string, string> {
  const matrix = matrixOf(transform);
  return matrix === undefined ? {} : { transform: matrix };
}
