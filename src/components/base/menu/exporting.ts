import { msg, str } from '../../../localize/msg.js';
import type { ExportDocument } from '../../../export/document.js';
import { exportMenu } from '../../../export/export-menu.js';
import type { ExportFormat, ExportOutcome, ExportSource } from '../../../export/export-menu.js';
import type { Clause } from '../../../metrics/types.js';
import type { ViewData } from '../../../workers/connect.js';
import { ExportEvent } from '../events.js';
import type * as writers from './exported-document.js';
import type { FormatOptions } from '../text/format.js';
import { speakAs } from '../text/locale.js';
import type { MenuItem } from './menu.js';
import type { PageDataset } from '../dataset/page-dataset.js';

/** What of a widget leaves the page. */
export interface ExportedView {
  readonly result: ViewData;
  /** Names of the columns that it shows, in order; `instead` stands where a value is not known, `written` is what a reader sees of one. */
  readonly columns: readonly {
    readonly column: string;
    readonly instead?: (row: number) => string | undefined;
    readonly written?: (row: number) => string | undefined;
  }[];
  /** Holds the drawing, where there is one. */
  readonly plot?: Element;
  /** What qualifies single numbers, where the widget says it beside them. */
  readonly notes?: readonly string[];
  /** What was searched for; empty for nothing. */
  readonly search?: string;
}

/** What is exported, one widget or a whole report, as its menu knows it. */
export interface Exporting {
  readonly element: HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment; readonly pageDataset: PageDataset | undefined };
  readonly heading: string;
  /** Id of the view; left out of a whole. */
  readonly viewId?: string;
  readonly options: FormatOptions;
  readonly direction: 'ltr' | 'rtl';
  readonly hasDrawing: boolean;
  readonly say: (sentence: string) => unknown;
}

/** A widget that is exported, alone or in a whole. */
export interface ExportingWidget extends Exporting {
  readonly headline: string;
  readonly subtitle: string;
  readonly notes: readonly string[];
  /** Undefined where the widget shows no numbers. */
  readonly view: () => Promise<ExportedView | undefined>;
}

/** An element that says what of it is exported at the moment it is asked. */
export interface ExportingElement {
  readonly asExported: ExportingWidget;
  settled(): Promise<void>;
}

/** The parts of a whole, with the clauses that are set on all of them. */
export interface ExportedWhole {
  readonly clauses: readonly Clause[];
  readonly parts: readonly { readonly widget: Pick<ExportingElement, 'asExported'>; readonly chapter?: string }[];
  /** Sentences alone, after all parts. */
  readonly pages?: readonly { readonly chapter: string; readonly sentences: readonly string[] }[];
}

/** Brings the parts of a whole into the page for as long as something is made of them. */
export type Gather = (make: (whole: ExportedWhole) => Promise<ExportDocument>) => Promise<ExportDocument>;

/**
 * Entries of the ⋮ menu that make files of a widget as it is when one is made. The page hears `stats-export` before, and may prevent it.
 */
export function exportItems(widget: ExportingWidget & { readonly element: ExportingElement }): readonly MenuItem[] {
  return itemsOf(widget, false, async (medium, { widgetDocument }) => {
    await widget.element.settled();
    speakAs(widget.element);
    return widgetDocument(widget.element.asExported, medium);
  });
}

/** The same of a whole; `gather` is asked for its parts when the reader has chosen, and what it is given is done with them. */
export function wholeItems(whole: Exporting, gather: Gather): readonly MenuItem[] {
  return itemsOf(whole, true, (medium, { wholeDocument }) => gather((gathered) => wholeDocument(whole, gathered, medium)));
}

/** What makes documents is loaded when the reader has chosen. */
function itemsOf(
  exporting: Exporting,
  isWhole: boolean,
  document: (medium: 'screen' | 'paper', writer: typeof writers) => Promise<ExportDocument>,
): readonly MenuItem[] {
  const make: ExportSource['make'] = async (medium) => {
    const writer = await import('./exported-document.js').catch(() => undefined);
    return writer && { document: await document(medium, writer), style: writer.styleOf(exporting, medium) };
  };
  const entries = exportMenu({ make, hasDrawing: exporting.hasDrawing, isWhole });
  return entries.map(({ id, label, run }) => ({ label, act: () => void runEntry(exporting, id, run) }));
}

async function runEntry(exporting: Exporting, format: ExportFormat, run: () => Promise<ExportOutcome>): Promise<void> {
  const { element, heading: title, viewId: view = element.localName, say } = exporting;
  if (!element.dispatchEvent(new ExportEvent({ format, view, title }))) return;
  try {
    speakAs(element);
    const outcome = await run();
    speakAs(element);
    if (outcome.kind === 'saved') say(msg(str`Saved: ${outcome.file}`, { id: 'export.saved' }));
    else if (outcome.instead) say(msg('Files cannot be made here; it was printed instead.', { id: 'export.printed-instead' }));
    else say(msg('Printing', { id: 'export.printed' }));
  } catch (thrown) {
    speakAs(element);
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    say(msg(str`The file could not be made: ${reason}`, { id: 'export.failed' }));
  }
}
