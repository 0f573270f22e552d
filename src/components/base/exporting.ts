import { msg, str } from '../../localize/msg.js';
import { exportColumns } from '../../export/document.js';
import type { ExportDocument, ExportLegendEntry, ExportPart } from '../../export/document.js';
import { exportMenu } from '../../export/export-menu.js';
import type { ExportFormat, ExportOutcome } from '../../export/export-menu.js';
import type { ExportLook, ExportStyle } from '../../export/look.js';
import { readDrawing } from '../../export/read-drawing.js';
import { readPlot } from '../../export/read-plot.js';
import { exportTexts } from '../../export/texts.js';
import type { Clause } from '../../metrics/types.js';
import type { ViewData } from '../../workers/connect.js';
import { ExportEvent } from './events.js';
import { formatValue } from './format.js';
import type { FormatOptions } from './format.js';
import { speakAs } from './locale.js';
import type { MenuItem } from './menu.js';
import { namedClauseText } from './named-clause.js';

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

/** What is exported, one widget or a whole report, as its menu knows it. */
export interface Exporting {
  readonly element: HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment };
  readonly heading: string;
  /** Epoch ms of the data; null where it is not known. */
  readonly dataAsOf: number | null;
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

/** The parts of a whole, with the clauses that are set on all of them. */
export interface ExportedWhole {
  readonly clauses: readonly Clause[];
  readonly parts: readonly { readonly widget: ExportingWidget; readonly chapter?: string }[];
  /** Sentences alone, after all parts. */
  readonly pages?: readonly { readonly chapter: string; readonly sentences: readonly string[] }[];
}

/** Brings the parts of a whole into the page for as long as something is made of them. */
export type Gather = (make: (whole: ExportedWhole) => Promise<ExportDocument>) => Promise<ExportDocument>;

type Medium = 'screen' | 'paper';
type Made = ExportPart & { readonly filters: readonly string[]; readonly notes: readonly string[] };

/** Entries of the ⋮ menu that make files of a widget. The page hears `stats-export` before, and may prevent it. */
export function exportItems(widget: ExportingWidget): readonly MenuItem[] {
  return itemsOf(widget, false, async (medium) => {
    const part = await partOf(widget, medium);
    return documentOf(widget, part.filters, [part]);
  });
}

/** The same of a whole; `gather` is asked for its parts when the reader has chosen, and what it is given is done with them. */
export function wholeItems(whole: Exporting, gather: Gather): readonly MenuItem[] {
  return itemsOf(whole, true, (medium) =>
    gather(async ({ clauses, parts, pages = [] }) => {
      const made: Made[] = [];
      for (const { widget, chapter } of parts) {
        const part = await partOf(widget, medium);
        made.push(chapter === undefined ? part : { ...part, chapter });
      }
      const filters = clauses.map((clause) => namedClauseText(clause, new Map(), whole.options));
      const last = pages.map(({ chapter, sentences }): Made => ({ ...NOTHING, title: chapter, chapter, filters, notes: sentences }));
      return documentOf(whole, filters, [...made, ...last]);
    }),
  );
}

const NOTHING = { id: '', title: '', headline: '', subtitle: '', columns: [], length: 0, total: 0 } as const;

function itemsOf(exporting: Exporting, isWhole: boolean, make: (medium: Medium) => Promise<ExportDocument>): readonly MenuItem[] {
  const { element, hasDrawing } = exporting;
  const made = async (medium: Medium): Promise<{ readonly document: ExportDocument; readonly style: ExportStyle }> => {
    const document = await make(medium);
    speakAs(element);
    const texts = exportTexts((value, unit) => formatValue(value, unit, { ...exporting.options, style: 'exact' }));
    return { document, style: { texts, look: lookOf(element.renderRoot, medium) } };
  };
  const entries = exportMenu({ make: made, hasDrawing, isWhole });
  return entries.map(({ id, label, run }) => ({ label, act: () => void runEntry(exporting, id, run) }));
}

async function runEntry({ element, heading, say }: Exporting, format: ExportFormat, run: () => Promise<ExportOutcome>): Promise<void> {
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

/** A document of parts: what all of them say stands once, and filters stand with a part where they are others than `filters`. */
function documentOf(
  { heading, options, direction, dataAsOf }: Exporting,
  filters: readonly string[],
  parts: readonly Made[],
): ExportDocument {
  const [first, ...others] = parts.filter(({ columns }) => columns.length > 0);
  const notes = (first ?? parts[0])?.notes.filter((note) => others.every((part) => part.notes.includes(note))) ?? [];
  const isSame = (own: readonly string[]): boolean => own.length === filters.length && own.every((text) => filters.includes(text));
  return {
    title: heading,
    language: options.locale,
    direction,
    generatedAt: Date.now(),
    dataAsOf,
    timezone: options.timezone,
    filters,
    notes,
    parts: parts.map(({ filters: own, notes: all, ...part }) => {
      const rest = all.filter((note) => !notes.includes(note));
      const isOwn = part.columns.length > 0 && !isSame(own);
      return { ...part, ...(isOwn ? { filters: own } : {}), ...(rest.length === 0 ? {} : { notes: rest }) };
    }),
  };
}

async function partOf(widget: ExportingWidget, medium: Medium): Promise<Made> {
  const { element, options, heading: title, headline, subtitle, notes } = widget;
  const view = await widget.view();
  speakAs(element);
  if (view === undefined) return { ...NOTHING, title, headline, subtitle, filters: [], notes };
  const { result, columns, plot, search = '' } = view;
  const scheme = medium === 'paper' ? ({ scheme: 'light' } as const) : {};
  const drawing = plot === undefined ? undefined : readPlot(plot, scheme);
  const legend = drawing === undefined ? [] : legendOf(element.renderRoot, scheme);
  const instead = new Map(columns.flatMap(({ column, instead: text }) => (text === undefined ? [] : [[column, text] as const])));
  const names = columns.map(({ column }) => column);
  const searched = search === '' ? [] : [msg(str`Search: “${search}”`, { id: 'export.search' })];
  return {
    id: result.view,
    title,
    headline,
    subtitle,
    filters: [...result.applied.map((clause) => namedClauseText(clause, new Map(), options)), ...searched],
    notes,
    columns: exportColumns(result, names, instead),
    length: result.length,
    total: result.total,
    ...(drawing === undefined ? {} : { drawing }),
    ...(legend.length === 0 ? {} : { legend }),
  };
}

/** What the legend of a drawing says of the measures that are shown. */
function legendOf(root: HTMLElement | DocumentFragment, scheme: { readonly scheme?: 'light' }): readonly ExportLegendEntry[] {
  return [...root.querySelectorAll('[part="legend"] [aria-pressed="true"]')].flatMap((entry) => {
    const swatch = entry.querySelector('svg');
    return swatch === null ? [] : [{ label: (entry.textContent ?? '').trim(), swatch: readDrawing(swatch, scheme) }];
  });
}

/** Colours and fonts as the widget has them, in light mode for paper. */
function lookOf(root: HTMLElement | DocumentFragment, medium: Medium): ExportLook {
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
