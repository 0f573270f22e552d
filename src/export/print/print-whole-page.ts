import type { ExportFormat, ExportOutcome } from '../export-menu.js';

/** Opens the print dialogue on the page as it stands, for where what makes documents of it cannot be loaded. */
export function printPage(format: ExportFormat): ExportOutcome {
  window.print();
  return { kind: 'printed', instead: format !== 'print' };
}
