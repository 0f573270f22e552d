import { readColor } from './color.js';
import { decimal } from './drawing.js';

type Attributes = Record<string, string>;

/** Styles of a shape as attributes; undefined where it paints nothing. */
export function shapeStyle(style: CSSStyleDeclaration): Attributes | undefined {
  const fill = paint('fill', style.fill, style.fillOpacity);
  const stroke = Number.parseFloat(style.strokeWidth) === 0 ? undefined : paint('stroke', style.stroke, style.strokeOpacity);
  if (fill === undefined && stroke === undefined) return undefined;
  return {
    ...(fill ?? { fill: 'none' }),
    ...(fill === undefined || style.fillRule === 'nonzero' ? {} : { 'fill-rule': style.fillRule }),
    ...(stroke === undefined ? {} : { ...stroke, ...strokeStyle(style) }),
    ...opacityOf(style),
  };
}

/** Styles of a text as attributes; undefined where it cannot be seen. All families of the host are named, in its order. */
export function textStyle(style: CSSStyleDeclaration): Attributes | undefined {
  const fill = paint('fill', style.fill, style.fillOpacity);
  if (fill === undefined) return undefined;
  return {
    ...fill,
    'font-family': style.fontFamily,
    'font-size': decimal(Number.parseFloat(style.fontSize)),
    'font-weight': style.fontWeight,
    ...(style.textAnchor === 'start' ? {} : { 'text-anchor': style.textAnchor }),
    ...(style.direction === 'rtl' ? { direction: 'rtl' } : {}),
    ...opacityOf(style),
  };
}

/** Opacity and clipping of a group as attributes. */
export function groupStyle(style: CSSStyleDeclaration): Attributes {
  const clip = reference(style.clipPath);
  return { ...opacityOf(style), ...(clip === undefined ? {} : { 'clip-path': clip }) };
}

/** How far below its alphabetic baseline a text is drawn whose `y` names another line of it, as a share of the font size. */
export function baselineShift(style: CSSStyleDeclaration): number {
  const shifts: Readonly<Record<string, number>> = {
    middle: 0.26,
    central: 0.36,
    hanging: 0.76,
    'text-before-edge': 0.93,
    'text-after-edge': -0.24,
  };
  return shifts[style.dominantBaseline] ?? 0;
}

function strokeStyle(style: CSSStyleDeclaration): Attributes {
  return {
    'stroke-width': decimal(Number.parseFloat(style.strokeWidth)),
    ...(style.strokeDasharray === 'none' ? {} : { 'stroke-dasharray': style.strokeDasharray.replace(/px/g, '') }),
    ...(style.strokeLinecap === 'butt' ? {} : { 'stroke-linecap': style.strokeLinecap }),
    ...(style.strokeLinejoin === 'miter' ? {} : { 'stroke-linejoin': style.strokeLinejoin }),
  };
}

function paint(kind: 'fill' | 'stroke', css: string, opacity: string): Attributes | undefined {
  const tile = reference(css);
  if (tile !== undefined) return { [kind]: tile };
  const color = readColor(css);
  const share = color.opacity * Number.parseFloat(opacity);
  if (share === 0) return undefined;
  return { [kind]: color.hex, ...(share === 1 ? {} : { [`${kind}-opacity`]: decimal(share) }) };
}

function opacityOf({ opacity }: CSSStyleDeclaration): Attributes {
  return opacity === '1' ? {} : { opacity };
}

/** `url(#id)` of a computed `url("#id")` or `url("https://…/page#id")`. */
function reference(css: string): string | undefined {
  const id = /^url\(["']?[^"')]*#([^"')]+)["']?\)/.exec(css)?.[1];
  return id === undefined ? undefined : `url(#${id})`;
}
