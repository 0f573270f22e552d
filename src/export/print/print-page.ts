import { aboutLines, cellText, partLines } from '../files/about.js';
import type { AboutLine } from '../files/about.js';
import { bandsOf, fitted, hasNamesakes, numbered, sampleRows } from './bands.js';
import { definitionsOf } from '../files/definitions.js';
import { isNumeric } from '../document.js';
import type { ExportDocument, ExportPart } from '../document.js';
import type { ExportStyle } from '../look.js';
import { printStyles } from './print-styles.js';
import { slicesOf } from '../drawing/slices.js';
import { toSvgElement } from '../drawing/svg.js';

/** Characters of text that fit side by side on an upright and on a lying page. */
const UPRIGHT = 85;
const LYING = 130;
const WIDEST = 28;
const NARROWEST = 6;

/** Heights of pieces of drawings in px, so that one fits on an upright page with what stands above it. */
const SLICES = { first: 640, next: 900 };

type Content = readonly (Node | string)[];

/**
 * Fills an empty document of the same origin with an export as pages to print: headings, drawings as vectors, tables whose headers
 * repeat, definitions. It is made of nodes and a constructed style sheet, so no policy of the page stands against it.
 */
export function fillPrintPage(target: Document, document: ExportDocument, style: ExportStyle): void {
  const { title, language, direction } = document;
  target.title = title;
  target.documentElement.lang = language;
  target.documentElement.dir = direction;
  const Sheet = target.defaultView?.CSSStyleSheet ?? CSSStyleSheet;
  const sheet = new Sheet();
  sheet.replaceSync(printStyles(style.look));
  target.adoptedStyleSheets = [sheet];
  const build = new Builder(target, document, style);
  target.body.replaceChildren(
    build.head(),
    ...document.parts.map((part, at) => build.part(part, part.chapter === document.parts[at - 1]?.chapter ? undefined : part.chapter)),
    ...build.definitions(),
  );
}

class Builder {
  #target: Document;
  #document: ExportDocument;
  #style: ExportStyle;

  constructor(target: Document, document: ExportDocument, style: ExportStyle) {
    this.#target = target;
    this.#document = document;
    this.#style = style;
  }

  head(): Node {
    const about = this.#about(aboutLines(this.#document, this.#style.texts));
    return this.#make('header', '', [this.#make('h1', '', [this.#isolated(this.#document.title)]), ...about]);
  }

  /** A part, with the name of its chapter before it where it is the first of it. */
  part(part: ExportPart, chapter: string | undefined): Node {
    const { title, headline, subtitle, drawing, legend = [] } = part;
    const widths = this.#widths(part);
    const isWide = widths.reduce((sum, width) => sum + width, 0) > UPRIGHT;
    const swatches = legend.map(({ label, swatch }) => this.#make('li', '', [toSvgElement(swatch, this.#target), this.#isolated(label)]));
    return this.#make('section', isWide ? 'wide' : '', [
      ...(chapter === undefined ? [] : [this.#make('h2', 'chapter', [this.#isolated(chapter)])]),
      ...(title === this.#document.title || title === part.chapter ? [] : [this.#make('h2', '', [this.#isolated(title)])]),
      ...(headline === '' ? [] : [this.#make('p', 'headline', [this.#isolated(headline)])]),
      ...(subtitle === '' ? [] : [this.#make('p', 'subtitle', [this.#isolated(subtitle)])]),
      ...this.#about(partLines(part, this.#style.texts)),
      ...(swatches.length === 0 ? [] : [this.#make('ul', 'legend', swatches)]),
      ...(drawing === undefined
        ? []
        : slicesOf(drawing, SLICES).map((slice) => this.#make('figure', '', [toSvgElement(slice, this.#target)]))),
      ...(part.columns.length === 0 ? [] : this.#tables(part, widths, isWide ? LYING : UPRIGHT)),
    ]);
  }

  definitions(): Content {
    const { texts } = this.#style;
    const found = definitionsOf(this.#document);
    if (found.length === 0) return [];
    const entries = found.flatMap(({ label, definition, formula, edgeCases, source }) => [
      this.#make('dt', '', [this.#isolated(label)]),
      this.#make('dd', '', [this.#isolated([definition, ...edgeCases].join(' '))]),
      this.#make('dd', 'source', [this.#isolated(`${texts.formula}: ${formula}. ${texts.source}: ${source}`)]),
    ]);
    return [this.#make('section', 'definitions', [this.#make('h2', '', [texts.definitions]), this.#make('dl', '', entries)])];
  }

  #about(lines: readonly AboutLine[]): Content {
    if (lines.length === 0) return [];
    const entries = lines.map(({ label, text }) =>
      this.#make('div', '', [
        ...(label === '' ? [] : [this.#make('dt', '', [`${label}: `])]),
        this.#make('dd', '', [this.#isolated(text)]),
      ]),
    );
    return [this.#make('dl', 'about', entries)];
  }

  #tables(part: ExportPart, widths: readonly number[], room: number): Content {
    const bands = bandsOf(fitted(widths, this.#widths(part, true), room), room);
    if (bands.length < 2 || !hasNamesakes(part, this.#style.texts)) return bands.map((band) => this.#table(part, band));
    return bandsOf([NARROWEST, ...widths], room, 2).map((band) => this.#table(numbered(part), band));
  }

  #table(part: ExportPart, band: readonly number[]): Node {
    const columns = band.flatMap((at) => part.columns.slice(at, at + 1));
    const header = columns.map((column) =>
      this.#make('th', isNumeric(column) ? 'number' : '', [this.#isolated(column.label)], { scope: 'col' }),
    );
    const rows = Array.from({ length: part.length }, (_, row) =>
      this.#make(
        'tr',
        '',
        columns.map((column, at) => {
          const text = this.#isolated(cellText(column, row, this.#style.texts));
          const kind = isNumeric(column) ? 'number' : '';
          return at === 0 ? this.#make('th', kind, [text], { scope: 'row' }) : this.#make('td', kind, [text]);
        }),
      ),
    );
    return this.#make('table', '', [this.#make('thead', '', [this.#make('tr', '', header)]), this.#make('tbody', '', rows)]);
  }

  /** How many characters wide each column wants to be; `isLeast` for what its longest words need. */
  #widths({ columns, length }: ExportPart, isLeast = false): readonly number[] {
    return columns.map((column) => {
      const words = column.label.split(' ').map((word) => word.length);
      const texts = sampleRows(length).map((row) => cellText(column, row, this.#style.texts));
      const cells = isLeast ? texts.flatMap((text) => text.split(' ')) : texts;
      return Math.min(WIDEST, Math.max(NARROWEST, ...words, ...cells.map(({ length: size }) => size))) + 2;
    });
  }

  #isolated(text: string): Node {
    return this.#make('bdi', '', [text]);
  }

  #make(name: string, kind: string, content: Content, attributes: Readonly<Record<string, string>> = {}): HTMLElement {
    const made = this.#target.createElement(name);
    if (kind !== '') made.className = kind;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...content);
    return made;
  }
}
