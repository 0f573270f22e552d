import { loadDefinitions } from '../localize/definitions.js';
import { definitionsMissing } from '../localize/definitions-missing.js';
import { msg } from '../localize/msg.js';
import type { ExportDocument } from './document.js';
import type { ExportStyle } from './look.js';
import { printPage } from './print/print-whole-page.js';

/** What a reader can take away. `csv` of several parts is one ZIP file. */
export type ExportFormat = 'csv' | 'dictionary' | 'json' | 'svg' | 'png' | 'pdf' | 'print';

/** What came of it: a file that the browser saves, or its print dialogue, `instead` of a PDF file where that could not be loaded. */
export type ExportOutcome = { readonly kind: 'saved'; readonly file: string } | { readonly kind: 'printed'; readonly instead: boolean };

/** One entry of a menu. */
export interface ExportEntry {
  readonly id: ExportFormat;
  readonly label: string;
  readonly run: () => Promise<ExportOutcome>;
}

/** What a widget, a report or a dashboard brings; asked for when the reader chooses an entry, so it is the view of that moment. */
export interface ExportSource {
  /** `paper` asks for drawings and a look in light mode. Undefined where what makes documents cannot be loaded. */
  readonly make: (medium: 'screen' | 'paper') => Promise<{ readonly document: ExportDocument; readonly style: ExportStyle } | undefined>;
  /** Whether there is a drawing, and whether there are several parts. */
  readonly hasDrawing: boolean;
  readonly isWhole: boolean;
}

/** The entries for a source. Code that writes files is loaded when one is chosen; a rejected promise says why there is none. */
export function exportMenu({ make, hasDrawing, isWhole }: ExportSource): readonly ExportEntry[] {
  const entry = (id: ExportFormat, label: string): ExportEntry => ({
    id,
    label,
    run: async () => {
      const defined = await loadDefinitions();
      const made = await make(id === 'pdf' || id === 'print' ? 'paper' : 'screen');
      if (made === undefined) return printPage(id);
      const { document, style } = made;
      const notes = defined ? document.notes : [...document.notes, definitionsMissing()];
      return (await import('./run-export.js')).runExport(id, { ...document, notes }, style);
    },
  });
  const pictures =
    hasDrawing && !isWhole
      ? [entry('png', msg('Download PNG', { id: 'export.png' })), entry('svg', msg('Download SVG', { id: 'export.svg' }))]
      : [];
  return [
    entry('csv', isWhole ? msg('Download CSV of all parts (ZIP)', { id: 'export.csv-whole' }) : msg('Download CSV', { id: 'export.csv' })),
    ...(isWhole ? [] : [entry('dictionary', msg('Download data dictionary (CSV)', { id: 'export.dictionary' }))]),
    entry('json', msg('Download JSON', { id: 'export.json' })),
    ...pictures,
    entry('pdf', msg('Download PDF', { id: 'export.pdf' })),
    entry('print', msg('Print', { id: 'export.print' })),
  ];
}
