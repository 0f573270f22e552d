import type { ExportDocument } from './document.js';
import { loadScript } from './export-base.js';
import type { ExportFormat, ExportOutcome } from './export-menu.js';
import type { ExportStyle } from './look.js';
import { printDocument } from './print.js';

type Run = (format: ExportFormat, document: ExportDocument, style: ExportStyle) => Promise<ExportOutcome>;

interface WithExport {
  readonly LearnerElementsExport?: { readonly runExport: Run };
}

const FILE = 'export.js';

/**
 * Takes the place of `run-export.ts` in a build that is one script: what writes files is a script of its own, loaded when a reader first asks
 * for one. Where that cannot be loaded the document is printed instead, and the outcome says so.
 */
export const runExport: Run = async (format, document, style) => {
  const run = format === 'print' ? undefined : await loaded().catch(() => undefined);
  if (run !== undefined) return run(format, document, style);
  await printDocument(document, style);
  return { kind: 'printed', instead: format !== 'print' };
};

async function loaded(): Promise<Run> {
  const page = globalThis as WithExport;
  if (page.LearnerElementsExport === undefined) await loadScript(FILE);
  if (page.LearnerElementsExport === undefined) throw new Error(`${FILE}: expected what writes files, got another script`);
  return page.LearnerElementsExport.runExport;
}
