import { decimal } from './drawing.js';
import type { Drawing, DrawingNode } from './drawing.js';

/** What assistive technology reads of a picture, and in which language. */
export interface SvgLabel {
  readonly title: string;
  readonly description: string;
  readonly language: string;
}

const SVG = 'http://www.w3.org/2000/svg';

/**
 * A drawing as an SVG file that needs nothing else: styles are attributes, fonts are named, title and description are in it. `fonts` are
 * rules that hold web fonts.
 */
export function toSvg(drawing: Drawing, { title, description, language }: SvgLabel, fonts = ''): string {
  const { width, height, box, children } = drawing;
  const size = `width="${decimal(width)}" height="${decimal(height)}" viewBox="${box.map(decimal).join(' ')}"`;
  const named = `role="img" aria-labelledby="title desc" xml:lang="${escaped(language)}"`;
  const label = `<title id="title">${escaped(title)}</title><desc id="desc">${escaped(description)}</desc>`;
  const style = fonts === '' ? '' : `<style>${escaped(fonts)}</style>`;
  const content = `${label}${style}${children.map(written).join('')}`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="${SVG}" ${size} ${named}>${content}</svg>\n`;
}

/** A drawing as an element of a page. Nothing is parsed, so no policy of the page stands against it. */
export function toSvgElement(drawing: Drawing, target: Document): SVGSVGElement {
  const svg = target.createElementNS(SVG, 'svg');
  svg.setAttribute('width', decimal(drawing.width));
  svg.setAttribute('height', decimal(drawing.height));
  svg.setAttribute('viewBox', drawing.box.map(decimal).join(' '));
  svg.append(...drawing.children.map((child) => created(child, target)));
  return svg;
}

function written(element: DrawingNode | string): string {
  if (typeof element === 'string') return escaped(element);
  const attributes = element.attributes.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');
  const content = element.children.map(written).join('');
  return content === '' ? `<${element.name}${attributes}/>` : `<${element.name}${attributes}>${content}</${element.name}>`;
}

function created(element: DrawingNode, target: Document): Element {
  const made = target.createElementNS(SVG, element.name);
  for (const [name, value] of element.attributes) made.setAttribute(name, value);
  made.append(...element.children.map((child) => (typeof child === 'string' ? child : created(child, target))));
  return made;
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

/** Text as XML takes it; characters that XML 1.0 (section 2.2) forbids are left out. */
function escaped(text: string): string {
  const allowed = Array.from(text).filter((character) => /[\t\n\r -\ud7ff\ue000-\ufffd]/.test(character) || character.length === 2);
  return allowed.join('').replace(/[&<>"]/g, (character) => ENTITIES.get(character) ?? character);
}
