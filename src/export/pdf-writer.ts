import type { ExportDocument } from './document.js';
import type { ExportStyle } from './look.js';

/** Makes a PDF file. */
export type PdfWriter = (document: ExportDocument, style: ExportStyle) => Promise<Blob>;

let load = async (): Promise<PdfWriter> => (await import('./pdf/to-pdf.js')).toPdf;

/** Says where the writer comes from, for a build whose parts are not modules beside each other. */
export function loadPdfWriterWith(loader: () => Promise<PdfWriter>): void {
  load = loader;
}

/** The writer, which is loaded when it is first asked for; undefined where it cannot be, and asked for again the next time. */
export async function pdfWriter(): Promise<PdfWriter | undefined> {
  try {
    return await load();
  } catch {
    return undefined;
  }
}
