import { aboutLines, aboutText, partLines } from '../files/about.js';
import { readColor } from './color.js';
import { node } from './drawing.js';
import type { Drawing, DrawingNode } from './drawing.js';
import { directionOf } from './direction.js';
import type { ExportDocument, ExportLegendEntry, ExportPart } from '../document.js';
import { TEXT } from '../look.js';
import type { ExportStyle } from '../look.js';
import { measureOf } from './measure.js';
import { placeDrawing } from './place-drawing.js';
import { wrap } from './wrap.js';

const MARGIN = 16;
const GAP = 12;
const SWATCH_GAP = 4;
const LEAST_WIDTH = 320;

/**
 * A picture of a part that stands alone: title, headline, subtitle, legend and drawing on the surface of the page, and below them the
 * filters, the timezone and the age of the data. Undefined for a part without a drawing.
 */
export function figureOf(document: ExportDocument, part: ExportPart, style: ExportStyle): Drawing | undefined {
  const { drawing } = part;
  if (drawing === undefined) return undefined;
  const column = new Column(document, style, Math.max(LEAST_WIDTH, drawing.width));
  column.text(part.title, 'title', style.look.text);
  column.text(part.headline, 'headline', style.look.text);
  column.text(part.subtitle, 'small', style.look.muted);
  if (part.legend !== undefined) column.legend(part.legend);
  column.drawing(drawing, 'drawing');
  const own = { ...document, filters: part.filters ?? document.filters };
  const notes = partLines({ notes: part.notes ?? [] }, style.texts);
  for (const line of [...aboutLines(own, style.texts), ...notes])
    column.text(aboutText(line, document.direction), 'small', style.look.muted);
  return column.build();
}

/** Puts one thing below another. */
class Column {
  #document: ExportDocument;
  #style: ExportStyle;
  #width: number;
  #y = MARGIN;
  #children: DrawingNode[] = [];

  constructor(document: ExportDocument, style: ExportStyle, width: number) {
    this.#document = document;
    this.#style = style;
    this.#width = width;
  }

  text(text: string, kind: keyof typeof TEXT, color: string): void {
    const { language, direction } = this.#document;
    const { size, line, weight } = TEXT[kind];
    const font = { size, weight, family: this.#style.look.family };
    const own = directionOf(text, direction);
    for (const words of wrap(text, this.#width, measureOf(font), language)) {
      this.#children.push(
        textNode(words, {
          ...font,
          x: this.#start,
          y: this.#y + line - (line - size) / 2 - size * 0.2,
          color,
          anchor: own === direction ? 'start' : 'end',
          direction: own,
        }),
      );
      this.#y += line;
    }
  }

  legend(entries: readonly ExportLegendEntry[]): void {
    const { direction } = this.#document;
    const { look } = this.#style;
    const { size, line, weight } = TEXT.small;
    const measure = measureOf({ size, weight, family: look.family });
    const toward = direction === 'rtl' ? -1 : 1;
    let x = 0;
    for (const [at, { label, swatch }] of entries.entries()) {
      const length = swatch.width + SWATCH_GAP + measure(label);
      if (x > 0 && x + length > this.#width) {
        x = 0;
        this.#y += line;
      }
      const left = this.#start + toward * x - (toward === 1 ? 0 : swatch.width);
      this.#children.push(...placeDrawing(swatch, left, this.#y + (line - swatch.height) / 2, `legend-${at}`));
      const own = directionOf(label, direction);
      this.#children.push(
        textNode(label, {
          size,
          weight,
          family: look.family,
          x: this.#start + toward * (x + swatch.width + SWATCH_GAP),
          y: this.#y + line - size * 0.36,
          color: look.text,
          anchor: own === direction ? 'start' : 'end',
          direction: own,
        }),
      );
      x += length + GAP;
    }
    this.#y += line;
  }

  drawing(drawing: Drawing, name: string): void {
    const left = this.#document.direction === 'rtl' ? MARGIN + this.#width - drawing.width : MARGIN;
    this.#children.push(...placeDrawing(drawing, left, this.#y + GAP, name));
    this.#y += drawing.height + 2 * GAP;
  }

  build(): Drawing {
    const [width, height] = [Math.ceil(this.#width) + 2 * MARGIN, Math.ceil(this.#y) + MARGIN];
    const surface = node('rect', { x: 0, y: 0, width, height, fill: readColor(this.#style.look.surface).hex });
    return { width, height, box: [0, 0, width, height], children: [surface, ...this.#children] };
  }

  get #start(): number {
    return this.#document.direction === 'rtl' ? MARGIN + this.#width : MARGIN;
  }
}

interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: number;
  readonly family: string;
  readonly color: string;
  readonly anchor: 'start' | 'end';
  readonly direction: 'ltr' | 'rtl';
}

function textNode(text: string, { x, y, size, weight, family, color, anchor, direction }: TextPlace): DrawingNode {
  return node(
    'text',
    {
      x,
      y,
      fill: readColor(color).hex,
      'font-family': family,
      'font-size': size,
      'font-weight': weight,
      ...(anchor === 'start' ? {} : { 'text-anchor': anchor }),
      ...(direction === 'ltr' ? {} : { direction }),
    },
    [text],
  );
}
