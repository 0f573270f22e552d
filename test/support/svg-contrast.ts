import { contrast } from './color-science.js';

/** Red, green, blue from 0 to 255, and how much of it covers. */
type Paint = readonly [number, number, number, number];

const CLEAR: Paint = [0, 0, 0, 0];

/**
 * Texts of the drawings below whose contrast with what is painted behind them is too low, which axe does not look at: WCAG 2 asks for
 * 4.5, and 3 for large ones. What is behind is put together from the page up: backgrounds of the elements around, then the shapes of the
 * drawing that were painted before the text and lie under it. Of a pattern each colour counts, the worst of them.
 */
export function faintTexts(root: Element): readonly string[] {
  return drawingsIn(root).flatMap((drawing) => {
    const ground = groundOf(drawing);
    const found = [...drawing.querySelectorAll<SVGGeometryElement>('rect, path, circle, ellipse, polygon, polyline, line')];
    const shapes = found.filter(isPainted).map((shape) => ({ shape, box: shape.getBoundingClientRect() }));
    return [...drawing.querySelectorAll('text')].filter(isSeen).flatMap((text) => {
      const behind = [ground, ...grounds(text, shapes, ground)];
      const style = getComputedStyle(text);
      const least = behind.reduce((lowest, under) => {
        const color = over(faded(paintOf(style.fill), Number(style.fillOpacity) * opacityOf(text)), under);
        return Math.min(lowest, contrast(hex(color), hex(under)));
      }, 21);
      const size = Number.parseFloat(style.fontSize);
      const needed = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
      return least >= needed ? [] : [`"${text.textContent.trim()}": ${least.toFixed(2)}`];
    });
  });
}

/** How many texts there are in drawings below. */
export function textsDrawn(root: Element): number {
  return drawingsIn(root).reduce((sum, drawing) => sum + [...drawing.querySelectorAll('text')].filter(isSeen).length, 0);
}

function drawingsIn(root: Element | ShadowRoot): readonly SVGSVGElement[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    ...(element instanceof SVGSVGElement && element.closest('defs') === null ? [element] : []),
    ...(element.shadowRoot === null ? [] : drawingsIn(element.shadowRoot)),
  ]);
}

function isSeen(text: SVGTextElement): boolean {
  const { width, height } = text.getBoundingClientRect();
  return (
    width > 0 && height > 0 && text.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && text.textContent.trim() !== ''
  );
}

interface Shape {
  readonly shape: SVGGeometryElement;
  readonly box: DOMRect;
}

/** What is seen at places of a text, besides the ground, wherever shapes lie under it. */
function grounds(text: SVGTextElement, shapes: readonly Shape[], ground: Paint): readonly Paint[] {
  const own = text.getBoundingClientRect();
  const { left, top, width, height } = own;
  const before = shapes.filter(
    ({ shape, box }) =>
      box.left <= own.right &&
      box.right >= left &&
      box.top <= own.bottom &&
      box.bottom >= top &&
      (shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  const places = [0.1, 0.5, 0.9].flatMap((x) => [0.3, 0.5, 0.7].map((y) => new DOMPoint(left + x * width, top + y * height)));
  return places.flatMap((place) => {
    const under = before.filter(({ shape }) => covers(shape, place));
    if (under.length === 0) return [];
    return under.reduce<readonly Paint[]>(
      (seen, { shape }) => seen.flatMap((base) => fillsOf(shape).map((fill) => over(fill, base))),
      [ground],
    );
  });
}

function isPainted(shape: SVGGeometryElement): boolean {
  return shape.closest('defs, pattern, clipPath') === null && getComputedStyle(shape).fill !== 'none' && shape.checkVisibility();
}

function covers(shape: SVGGeometryElement, place: DOMPoint): boolean {
  const matrix = shape.getScreenCTM();
  return matrix !== null && shape.isPointInFill(place.matrixTransform(matrix.inverse()));
}

/** The colours of a fill: one, or those of a pattern. */
function fillsOf(shape: SVGGeometryElement): readonly Paint[] {
  const { fill, fillOpacity } = getComputedStyle(shape);
  const id = /url\("?#([^")]+)"?\)/.exec(fill)?.[1];
  const opacity = Number(fillOpacity) * opacityOf(shape);
  if (id === undefined) return [faded(paintOf(fill), opacity)];
  const root = shape.getRootNode() as ShadowRoot | Document;
  const parts = [...root.querySelectorAll(`[id="${id}"] *`)].map((part) => getComputedStyle(part));
  return [
    CLEAR,
    ...parts.flatMap((style) =>
      [style.fill, style.stroke].filter((paint) => paint !== 'none').map((paint) => faded(paintOf(paint), opacity)),
    ),
  ];
}

function opacityOf(element: Element): number {
  let product = 1;
  for (let at: Element | null = element; at !== null; at = at.parentElement) product *= Number(getComputedStyle(at).opacity);
  return product;
}

/** Backgrounds of an element and of those around it, through shadow hosts, on the page's own. */
function groundOf(element: Element): Paint {
  const layers: Paint[] = [];
  for (let at: Element | null = element; at !== null; at = around(at)) layers.push(paintOf(getComputedStyle(at).backgroundColor));
  const page = getComputedStyle(element).colorScheme.includes('dark') ? ([18, 18, 18, 1] as const) : ([255, 255, 255, 1] as const);
  return layers.reduceRight<Paint>((base, layer) => over(layer, base), page);
}

function around(element: Element): Element | null {
  if (element.assignedSlot !== null) return element.assignedSlot;
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** A computed colour, `rgb(…)`, `rgba(…)` or `color(srgb …)`. */
function paintOf(text: string): Paint {
  const numbers = [...text.matchAll(/-?[\d.]+(?:e-?\d+)?/g)].map(([number]) => Number(number));
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers;
  if (text === 'none' || text === 'transparent' || numbers.length < 3) return CLEAR;
  return text.startsWith('color(') ? [red * 255, green * 255, blue * 255, alpha] : [red, green, blue, alpha];
}

function faded([red, green, blue, alpha]: Paint, by: number): Paint {
  return [red, green, blue, alpha * by];
}

function over([red, green, blue, alpha]: Paint, [r, g, b]: Paint): Paint {
  const mix = (top: number, under: number): number => top * alpha + under * (1 - alpha);
  return [mix(red, r), mix(green, g), mix(blue, b), 1];
}

function hex([red, green, blue]: Paint): string {
  return `#${[red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}
