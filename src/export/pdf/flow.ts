import { readColor } from '../drawing/color.js';
import { directionOf } from '../drawing/direction.js';
import type { Drawing } from '../drawing/drawing.js';
import type { ExportDocument } from '../document.js';
import type { ExportStyle } from '../look.js';
import { marksOf, placedAt } from '../drawing/marks.js';
import type { Mark } from '../drawing/marks.js';
import { movedPath } from '../drawing/path-data.js';
import type { Step } from '../drawing/path-data.js';
import { product } from '../drawing/matrix.js';
import { slicesOf } from '../drawing/slices.js';
import { wrap } from '../drawing/wrap.js';
import type { Assets } from './assets.js';
import { Page } from './page.js';

/** Kinds of text of a page: size and line height in points. */
export const PRINT = {
  title: { size: 18, line: 24, weight: 600 },
  chapter: { size: 15, line: 20, weight: 600 },
  part: { size: 13, line: 18, weight: 600 },
  headline: { size: 11, line: 15, weight: 600 },
  body: { size: 9, line: 13, weight: 400 },
  strong: { size: 9, line: 13, weight: 600 },
  small: { size: 8, line: 11, weight: 400 },
} as const;

export type PrintKind = keyof typeof PRINT;

/** A4 in points. */
const SHORT = 595.28;
const LONG = 841.89;
const MARGIN = 42;
const FOOTER = 24;
/** Points in a CSS px. */
export const POINT = 0.75;

/** How much smaller a drawing may be, rather than be cut. */
const LEAST = 0.75;

/** A box for a line of text. */
interface LinePlace {
  /** From the side where the language begins. */
  readonly start: number;
  readonly y: number;
  readonly width?: number;
  /** Whether the line stands at the end of the box. */
  readonly end?: boolean;
  readonly color?: string;
  /** Of the text that the line is of; left out, of the line. */
  readonly direction?: 'ltr' | 'rtl';
}

/** Puts text, drawings and rows below each other on pages, from the side where the language begins. Lengths are points. */
export class Flow {
  readonly pages: Page[] = [];
  readonly document: ExportDocument;
  readonly style: ExportStyle;
  readonly #assets: Assets;
  #landscape = false;
  y = MARGIN;

  constructor(document: ExportDocument, style: ExportStyle, assets: Assets) {
    this.document = document;
    this.style = style;
    this.#assets = assets;
    this.turn(false);
  }

  /** Width between the margins of an upright page. */
  static readonly uprightWidth = SHORT - 2 * MARGIN;

  /** Width between the margins. */
  get width(): number {
    return (this.#landscape ? LONG : SHORT) - 2 * MARGIN;
  }

  /** Height of a page between the margins. */
  get height(): number {
    return (this.#landscape ? SHORT : LONG) - 2 * MARGIN - FOOTER;
  }

  /** Height that is left on the page. */
  get room(): number {
    return MARGIN + this.height - this.y;
  }

  /** Begins a page, lying or upright. */
  turn(landscape: boolean = this.#landscape): void {
    this.#landscape = landscape;
    this.pages.push(landscape ? new Page(this.#assets, LONG, SHORT) : new Page(this.#assets, SHORT, LONG));
    this.y = MARGIN;
  }

  /** Goes on lying or upright: on this page where nothing is on it yet, else overleaf. */
  orient(landscape: boolean): void {
    if (landscape === this.#landscape) return;
    if (this.#page.content === '') this.pages.pop();
    this.turn(landscape);
  }

  /** Begins a page where less than `height` is left, unless nothing is on this one. */
  need(height: number): void {
    if (height > this.room && this.y > MARGIN) this.turn();
  }

  /** Width of a text. */
  measure(text: string, kind: PrintKind): number {
    return this.#assets.width(text, { ...PRINT[kind], family: this.style.look.family });
  }

  /** A text as lines. */
  lines(text: string, kind: PrintKind, width: number = this.width): readonly string[] {
    return wrap(text, width, (piece) => this.measure(piece, kind), this.document.language);
  }

  /** A text with what it needs of lines; a text longer than a page goes on overleaf. */
  text(text: string, kind: PrintKind, color: string = this.style.look.text): void {
    const direction = directionOf(text, this.document.direction);
    for (const line of this.lines(text, kind)) {
      this.need(PRINT[kind].line);
      this.write(line, kind, { start: 0, y: this.y, color, direction });
      this.y += PRINT[kind].line;
    }
  }

  /** One line of text in a box. */
  write(text: string, kind: PrintKind, place: LinePlace): void {
    const {
      start,
      y,
      width = 0,
      end = false,
      color = this.style.look.text,
      direction = directionOf(text, this.document.direction),
    } = place;
    const { size, line, weight } = PRINT[kind];
    const rtl = this.document.direction === 'rtl';
    const from = start + (end ? width : 0);
    const ink = readColor(color);
    this.#draw([
      {
        kind: 'text',
        text,
        matrix: this.#page.upwards,
        x: rtl ? this.#right - from : MARGIN + from,
        y: y + line - (line - size) / 2 - size * 0.2,
        size,
        weight,
        family: this.style.look.family,
        ink,
        align: rtl === end ? 'left' : 'right',
        direction,
      },
    ]);
  }

  /** A filled box; `start` is from the side where the language begins. */
  box(start: number, y: number, width: number, height: number, color: string): void {
    const path = this.#outline(this.#left(start, width), y, width, height);
    this.#draw([{ kind: 'path', path, evenOdd: false, fill: readColor(color) }]);
  }

  /** Least height that a drawing wants on the page that it begins on: all of its own, less where it is cut there. */
  beginning(drawing: Drawing): number {
    const whole = drawing.height * this.#fit(drawing);
    const isEmpty = this.height - this.room < this.height / 3;
    return whole > this.height || isEmpty ? Math.min(whole, this.height / 3) : whole;
  }

  /** A drawing: whole where the page has room for it, a little smaller where that helps, else cut between its bars. */
  drawing(drawing: Drawing): void {
    const scale = this.#fit(drawing);
    const whole = drawing.height * scale;
    if (this.room >= whole * LEAST) {
      const smaller = scale * Math.min(1, this.room / whole);
      this.place(drawing, 0, this.y, smaller);
      this.y += drawing.height * smaller;
      return;
    }
    for (const [at, slice] of slicesOf(drawing, { first: this.room / scale, next: this.height / scale }).entries()) {
      if (at > 0) this.turn();
      this.place(slice, 0, this.y, scale, true);
      this.y += slice.height * scale;
    }
  }

  /** Size of a drawing on paper: its own in px, less where it is wider than the page. */
  #fit({ width }: Drawing): number {
    return Math.min(POINT, this.width / width);
  }

  /** A drawing `start` from the side where the language begins; of a piece of one, nothing is seen beyond its box. */
  place(drawing: Drawing, start: number, y: number, scale: number = POINT, isClipped = false): void {
    const [width, height] = [drawing.width * scale, drawing.height * scale];
    const left = this.#left(start, width);
    const marks = marksOf(drawing, product(this.#page.upwards, placedAt(drawing, left, y, scale)));
    this.#draw(isClipped ? [{ kind: 'clip', path: this.#outline(left, y, width, height), marks }] : marks);
  }

  /** What stands at the foot of every page; for when all pages are there. */
  footers(): void {
    const {
      document: { title },
      style: { texts, look },
    } = this;
    for (const [at, page] of this.pages.entries()) {
      this.#shown = page;
      const y = page.height - MARGIN - PRINT.small.line;
      const number = texts.page(at + 1, this.pages.length);
      const width = page.width - 2 * MARGIN;
      const room = width - this.measure(number, 'small') - MARGIN;
      this.write(this.lines(title, 'small', room)[0] ?? '', 'small', { start: 0, y, color: look.muted });
      this.write(number, 'small', { start: 0, y, width, end: true, color: look.muted });
    }
    this.#shown = undefined;
  }

  #shown: Page | undefined;

  get #page(): Page {
    const page = this.#shown ?? this.pages[this.pages.length - 1];
    if (page === undefined) throw new Error('A flow has a page from its start.');
    return page;
  }

  /** Left edge of what is `start` from the side where the language begins. */
  #left(start: number, width: number): number {
    return this.document.direction === 'rtl' ? this.#right - start - width : MARGIN + start;
  }

  #outline(left: number, y: number, width: number, height: number): readonly Step[] {
    const path = [['M', left, y], ['L', left + width, y], ['L', left + width, y + height], ['L', left, y + height], ['Z']] as const;
    return movedPath(this.#page.upwards, path);
  }

  get #right(): number {
    return this.#page.width - MARGIN;
  }

  #draw(marks: readonly Mark[]): void {
    this.#page.draw(marks);
  }
}
