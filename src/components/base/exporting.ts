import { msg, str } from '../../localize/msg.js';
import { exportColumns } from '../../export/document.js';
import type { ExportDocument } from '../../export/document.js';
import { exportMenu } from '../../export/export-menu.js';
import type { ExportFormat, ExportOutcome } from '../../export/export-menu.js';
import type { ExportLook, ExportStyle } from '../../export/look.js';
import { readPlot } from '../../export/read-plot.js';
import { exportTexts } from '../../export/texts.js';
import type { ViewData } from '../../workers/connect.js';
import { clauseText } from './clause-text.js';
import { ExportEvent } from './events.js';
import { formatValue } from './format.js';
import type { FormatOptions } from './format.js';
import { speakAs } from './locale.js';
import type { MenuItem } from './menu.js';

/** What of a widget leaves the page. */
export interface ExportedView {
  readonly result: ViewData;
  /** Names of the columns that it shows, in order; `instead` stands where a value is not known. */
  readonly columns: readonly { readonly column: string; readonly instead?: (row: number) => string }[];
  /** Holds the drawing, where there is one. */
  readonly plot?: Element;
  /** What was searched for; empty for nothing. */
  readonly search?: string;
}

/** The widget that is exported, as its menu knows it. */
export interface ExportingWidget {
  readonly element: HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment };
  readonly heading: string;
  readonly headline: string;
  readonly subtitle: string;
  readonly notes: readonly string[];
  /** Epoch ms of the data; null where it is not known. */
  readonly dataAsOf: number | null;
  readonly options: FormatOptions;
  readonly direction: 'ltr' | 'rtl';
  readonly hasDrawing: boolean;
  readonly view: () => Promise<ExportedView>;
  readonly say: (sentence: string) => unknown;
}

/** Entries of the ⋮ menu that make files of a widget. The page hears `stats-export` before, and may prevent it. */
export function exportItems(widget: ExportingWidget): readonly MenuItem[] {
  const entries = exportMenu({ make: (medium) => made(widget, medium), hasDrawing: widget.hasDrawing, isWhole: false });
  return entries.map(({ id, label, run }) => ({ label, act: () => void runEntry(widget, id, run) }));
}

async function runEntry(
  { element, heading, say }: ExportingWidget,
  format: ExportFormat,
  run: () => Promise<ExportOutcome>,
): Promise<void> {
  if (!element.dispatchEvent(new ExportEvent({ format, title: heading }))) return;
  try {
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

async function made(
  widget: ExportingWidget,
  medium: 'screen' | 'paper',
): Promise<{ readonly document: ExportDocument; readonly style: ExportStyle }> {
  const { element, options, heading, headline, subtitle } = widget;
  const { result, columns, plot, search = '' } = await widget.view();
  speakAs(element);
  const drawing = plot === undefined ? undefined : readPlot(plot, medium === 'paper' ? { scheme: 'light' } : {});
  const instead = new Map(columns.flatMap(({ column, instead: text }) => (text === undefined ? [] : [[column, text] as const])));
  const names = columns.map(({ column }) => column);
  const searched = search === '' ? [] : [msg(str`Search: “${search}”`, { id: 'export.search' })];
  return {
    document: {
      title: heading,
      language: options.locale,
      direction: widget.direction,
      generatedAt: Date.now(),
      dataAsOf: widget.dataAsOf,
      timezone: options.timezone,
      filters: [...result.applied.map((clause) => clauseText(clause, options)), ...searched],
      notes: widget.notes,
      parts: [
        {
          id: result.view,
          title: heading,
          headline,
          subtitle,
          columns: exportColumns(result, names, instead),
          length: result.length,
          total: result.total,
          ...(drawing === undefined ? {} : { drawing }),
        },
      ],
    },
    style: {
      texts: exportTexts((value, unit) => formatValue(value, unit, { ...options, style: 'exact' })),
      look: lookOf(element.renderRoot, medium),
    },
  };
}

/** Colours and fonts as the widget has them, in light mode for paper. */
function lookOf(root: HTMLElement | DocumentFragment, medium: 'screen' | 'paper'): ExportLook {
  const probe = document.createElement('div');
  if (medium === 'paper') probe.style.setProperty('color-scheme', 'light');
  root.append(probe);
  const color = (name: string): string => {
    probe.style.setProperty('color', `var(--_${name})`);
    return getComputedStyle(probe).color;
  };
  const [surface, sunken, text, muted, border] = ['surface', 'sunken', 'text', 'muted', 'border'].map(color) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const family = getComputedStyle(probe).fontFamily;
  probe.remove();
  return { surface, sunken, text, muted, border, family };
}
