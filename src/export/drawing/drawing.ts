/** An element of a drawing: a few harmless SVG elements, with every style as a plain attribute. */
export interface DrawingNode {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: readonly (DrawingNode | string)[];
}

/**
 * A drawing as plain data: what {@link readDrawing} took from an SVG element of the page. Nothing in it depends on the page's
 * styles, and it holds no script, no link and no event handler. Colours are `#rrggbb`, lengths are in the units of `box`.
 */
export interface Drawing {
  /** In CSS px. */
  readonly width: number;
  readonly height: number;
  /** The viewBox: x, y, width, height. */
  readonly box: readonly [number, number, number, number];
  readonly children: readonly DrawingNode[];
}

/** An element of a drawing. */
export function node(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly (DrawingNode | string)[] = [],
): DrawingNode {
  return { name, attributes: Object.entries(attributes).map(([key, value]) => [key, String(value)]), children };
}

/** An attribute of an element; undefined where it has none of that name. */
export function attribute({ attributes }: DrawingNode, name: string): string | undefined {
  return attributes.find(([key]) => key === name)?.[1];
}

/** A number among the attributes; `otherwise` where there is none that can be read. */
export function numberAttribute(element: DrawingNode, name: string, otherwise = 0): number {
  const value = Number.parseFloat(attribute(element, name) ?? '');
  return Number.isNaN(value) ? otherwise : value;
}

/** All text inside, without the markup. */
export function textOf(element: DrawingNode): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** Elements by their ids, at any depth. */
export function idsIn(nodes: readonly (DrawingNode | string)[], into = new Map<string, DrawingNode>()): ReadonlyMap<string, DrawingNode> {
  for (const child of nodes) {
    if (typeof child === 'string') continue;
    const id = attribute(child, 'id');
    if (id !== undefined) into.set(id, child);
    idsIn(child.children, into);
  }
  return into;
}

/** The ids that attributes name as `url(#id)`, at any depth. */
export function referencesIn(nodes: readonly (DrawingNode | string)[], into = new Set<string>()): ReadonlySet<string> {
  for (const child of nodes) {
    if (typeof child === 'string') continue;
    for (const [, value] of child.attributes) {
      const id = referenceIn(value);
      if (id !== undefined) into.add(id);
    }
    referencesIn(child.children, into);
  }
  return into;
}

/** The id of `url(#id)`; undefined for anything else. */
export function referenceIn(value: string): string | undefined {
  return /^url\(#(.+)\)$/.exec(value)?.[1];
}

/** A number as drawings and PDF write it: at most three decimals, never an exponent. */
export function decimal(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) || !Number.isFinite(rounded) ? '0' : String(rounded);
}
