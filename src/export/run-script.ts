import type { ExportDocument } from './document.js';
import { loadScript } from '../script/script-base.js';
import type { ExportFormat, ExportOutcome } from './export-menu.js';
import type { ExportStyle } from './look.js';
import { printPage } from './print/print-whole-page.js';

type Run = (format: ExportFormat, document: ExportDocument, style: ExportStyle) => Promise<ExportOutcome>;

interface WithExport {
  readonly LearnerElementsExport?: { readonly runExport: Run };
}

const FILE = 'export.js';

/**
 * Takes the place of `run-export.ts` in a build that is one script: what writes files is a script of its own, loaded when a reader first
 * asks for one. Where that cannot be loaded the page is printed instead, and the outcome says so.
 */
export const runExport: Run = async (format, document, style) => {
  const run = await loaded().catch(() => undefined);
  return run === undefined ? printPage(format) : run(format, document, style);
};

async function loaded(): Promise<Run> {
  const page = globalThis as WithExport;
  if (page.LearnerElementsExport === undefined) await loadScript(FILE);
  if (page.LearnerElementsExport === undefined) throw new Error(`${FILE}: expected what writes files, got another script`);
  return page.LearnerElementsExport.runExport;
}
