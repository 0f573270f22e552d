import { aboutLines, aboutText, partLines } from '../files/about.js';
import { definitionsOf } from '../files/definitions.js';
import type { ExportDocument, ExportPart } from '../document.js';
import type { ExportStyle } from '../look.js';
import { Assets } from './assets.js';
import { Flow, POINT, PRINT } from './flow.js';
import { beginning, columnWidths, drawTable, FEW_ROWS } from './table.js';
import { writePages } from './write-pages.js';
import type { Bookmark } from './write-pages.js';

const GAP = 8;

/**
 * A document as a PDF file on A4: what holds for all of it, each part with its drawing as vectors and its table, then what the numbers
 * mean. Title, language, page numbers and bookmarks are set, headers of tables repeat, all text can be selected. Scripts beyond WinAnsi are
 * shaped by the browser (docs/decisions/010-pdf.md), so this needs a page; the look should be that of light mode.
 */
export async function toPdf(document: ExportDocument, style: ExportStyle): Promise<Blob> {
  const assets = new Assets(document.language);
  try {
    const flow = new Flow(document, style, assets);
    const first = document.parts[0];
    if (first !== undefined) flow.orient(liesAcross(flow, first, columnWidths(flow, first)));
    drawHead(flow);
    const bookmarks: Bookmark[] = [];
    let chapter: string | undefined;
    for (const part of document.parts) {
      bookmarks.push(await drawPart(flow, part, part.chapter === chapter ? undefined : part.chapter));
      chapter = part.chapter;
    }
    bookmarks.push(...drawDefinitions(flow));
    flow.footers();
    return new Blob([await writePages(flow, assets, bookmarks)], { type: 'application/pdf' });
  } finally {
    assets.close();
  }
}

function drawHead(flow: Flow): void {
  const {
    document,
    style: { texts, look },
  } = flow;
  flow.text(document.title, 'title');
  flow.y += GAP / 2;
  for (const line of aboutLines(document, texts)) flow.text(aboutText(line, document.direction), 'body', look.muted);
  flow.y += GAP;
}

/** A part, with the name of its chapter before it where it is the first of it. */
async function drawPart(flow: Flow, part: ExportPart, chapter = ''): Promise<Bookmark> {
  const { drawing, title, headline, subtitle, legend = [] } = part;
  const widths = columnWidths(flow, part);
  flow.orient(liesAcross(flow, part, widths));
  const texts = [
    [chapter, 'chapter'],
    [title, 'part'],
    [headline, 'headline'],
    [subtitle, 'body'],
    ...partLines(part, flow.style.texts).map((line) => [aboutText(line, flow.document.direction), 'body'] as const),
  ] as const;
  const above = texts.reduce((sum, [text, kind]) => sum + flow.lines(text, kind).length * PRINT[kind].line, 0) + 4 * GAP;
  flow.need(Math.min(flow.height, above + (drawing === undefined ? beginning(flow, part, widths) : flow.beginning(drawing))));
  const bookmark = { title, page: flow.pages.length - 1, y: flow.y };
  for (const [text, kind] of texts) {
    if (text !== '' && !(kind === 'part' && (text === flow.document.title || text === part.chapter)))
      flow.text(text, kind, kind === 'body' ? flow.style.look.muted : undefined);
  }
  flow.y += GAP;
  if (legend.length > 0) drawLegend(flow, legend);
  if (drawing !== undefined) {
    flow.drawing(drawing);
    flow.y += 2 * GAP;
  }
  if (part.columns.length > 0) await drawTable(flow, part, widths);
  return bookmark;
}

/**
 * Whether a table wants more than an upright page is wide. Few rows among other parts go in bands: a turned page would leave two half
 * empty.
 */
function liesAcross({ document }: Flow, { length }: ExportPart, widths: readonly number[]): boolean {
  if (document.parts.length > 1 && length <= FEW_ROWS) return false;
  return widths.reduce((sum, width) => sum + width, 0) > Flow.uprightWidth;
}

function drawLegend(flow: Flow, legend: NonNullable<ExportPart['legend']>): void {
  let start = 0;
  for (const { label, swatch } of legend) {
    const length = swatch.width * POINT + GAP / 2 + flow.measure(label, 'small');
    if (start > 0 && start + length > flow.width) {
      start = 0;
      flow.y += PRINT.small.line;
    }
    flow.place(swatch, start, flow.y + (PRINT.small.line - swatch.height * POINT) / 2);
    flow.write(label, 'small', { start: start + swatch.width * POINT + GAP / 2, y: flow.y });
    start += length + GAP;
  }
  flow.y += PRINT.small.line + GAP;
}

function drawDefinitions(flow: Flow): readonly Bookmark[] {
  const {
    document,
    style: { texts, look },
  } = flow;
  const definitions = definitionsOf(document);
  if (definitions.length === 0) return [];
  flow.need(6 * PRINT.body.line);
  const bookmark = { title: texts.definitions, page: flow.pages.length - 1, y: flow.y };
  flow.text(texts.definitions, 'part');
  for (const { label, definition, formula, edgeCases, source } of definitions) {
    flow.need(3 * PRINT.body.line + GAP);
    flow.y += GAP / 2;
    flow.text(label, 'strong');
    flow.text([definition, ...edgeCases].join(' '), 'body');
    flow.text(`${texts.formula}: ${formula}. ${texts.source}: ${source}`, 'small', look.muted);
  }
  return [bookmark];
}
