import { toBundle } from './files/bundle.js';
import { toCsvPieces, toDictionaryCsv } from './files/csv.js';
import type { ExportDocument } from './document.js';
import type { Drawing } from './drawing/drawing.js';
import { download } from './files/download.js';
import type { ExportFormat, ExportOutcome } from './export-menu.js';
import { figureOf } from './drawing/figure.js';
import { fileName } from './files/file-name.js';
import { holdFonts } from './fonts/held-fonts.js';
import { toJson } from './files/json.js';
import type { ExportStyle } from './look.js';
import { toPng } from './drawing/png.js';
import { printDocument } from './print/print.js';
import { toSvg } from './drawing/svg.js';
import type { SvgLabel } from './drawing/svg.js';

interface File {
  readonly blob: Blob;
  readonly ending: string;
}

type PdfWriter = (document: ExportDocument, style: ExportStyle) => Promise<Blob>;

/**
 * Makes what a format asks for and hands it to the reader: a file to save, or the print dialogue. Where the PDF writer cannot be
 * loaded, the document is printed instead, and the outcome says so. Throws what the browser throws where it refuses to paint or print.
 */
export async function runExport(
  format: ExportFormat,
  document: ExportDocument,
  style: ExportStyle,
  loadPdf: () => Promise<PdfWriter> = pdfWriter,
): Promise<ExportOutcome> {
  if (format === 'print') return printed(document, style, false);
  const toPdf = format === 'pdf' ? await loadPdf().catch(() => undefined) : undefined;
  if (format === 'pdf' && toPdf === undefined) return printed(document, style, true);
  const { blob, ending } =
    toPdf === undefined ? await fileOf(format, document, style) : { blob: await toPdf(document, style), ending: 'pdf' };
  const file = `${fileName(document.title, document.generatedAt, document.timezone)}.${ending}`;
  download(blob, file);
  return { kind: 'saved', file };
}

async function pdfWriter(): Promise<PdfWriter> {
  return (await import('./pdf/to-pdf.js')).toPdf;
}

async function printed(document: ExportDocument, style: ExportStyle, instead: boolean): Promise<ExportOutcome> {
  await printDocument(document, style);
  return { kind: 'printed', instead };
}

async function fileOf(format: ExportFormat, document: ExportDocument, style: ExportStyle): Promise<File> {
  const { texts } = style;
  switch (format) {
    case 'json':
      return text(toJson(document, texts), 'json', 'application/json');
    case 'dictionary':
      return text(toDictionaryCsv(document, { texts, bom: true }), 'dictionary.csv', 'text/csv');
    case 'svg':
      return text(await svgOf(document, style), 'svg', 'image/svg+xml');
    case 'png':
      return { blob: await toPng(firstFigure(document, style)), ending: 'png' };
    default:
      if (!isOneTable(document)) return bundled(document, style);
      return text(await toCsvPieces(document, { texts, bom: true, about: true }), 'csv', 'text/csv');
  }
}

/** A table with a row has room for filters, timezone and age of the data; an empty one goes with its dictionary. */
function isOneTable({ parts }: ExportDocument): boolean {
  return parts.length === 1 && (parts[0]?.length ?? 0) > 0;
}

async function bundled(document: ExportDocument, style: ExportStyle): Promise<File> {
  return { blob: await toBundle(document, style, { bom: true }), ending: 'zip' };
}

async function svgOf(document: ExportDocument, style: ExportStyle): Promise<string> {
  const figure = firstFigure(document, style);
  return toSvg(figure, labelOf(document), await holdFonts()(figure));
}

function firstFigure(document: ExportDocument, style: ExportStyle): Drawing {
  for (const part of document.parts) {
    const figure = figureOf(document, part, style);
    if (figure !== undefined) return figure;
  }
  throw new Error(`${document.title}: expected a drawing, got none`);
}

function labelOf({ title, language, parts }: ExportDocument): SvgLabel {
  return { title, language, description: parts.map(({ headline }) => headline).join(' ') };
}

function text(content: string | readonly string[], ending: string, type: string): File {
  return { blob: new Blob(typeof content === 'string' ? [content] : [...content], { type: `${type};charset=utf-8` }), ending };
}
