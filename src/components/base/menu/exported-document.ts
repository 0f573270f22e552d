import { msg, str } from '../../../localize/msg.js';
import { countNames, exportColumns } from '../../../export/document.js';
import type { ExportDocument, ExportLegendEntry, ExportPart } from '../../../export/document.js';
import type { ExportLook, ExportStyle } from '../../../export/look.js';
import { readDrawing } from '../../../export/drawing/read-drawing.js';
import { readPlot } from '../../../export/drawing/read-plot.js';
import { exportTexts } from '../../../export/texts.js';
import type { Clause } from '../../../metrics/types.js';
import type { LoadInfo, ViewData } from '../../../workers/connect.js';
import { ruleSentence } from './rule-sentence.js';
import { namesForFiles } from '../clauses/clause-names.js';
import type { ExportedWhole, Exporting, ExportingWidget } from './exporting.js';
import { formatValue } from '../text/format.js';
import type { FormatOptions } from '../text/format.js';
import { speakAs } from '../text/locale.js';
import { namedClauseText } from '../clauses/named-clause.js';
import { whyUnknown } from '../states/not-recorded.js';
import type { PageDataset } from '../dataset/page-dataset.js';
import { missingText, notLoadedYet } from '../states/parts-text.js';

/** Views of learners at risk. */
const AT_RISK = 'at-risk.';

type Medium = 'screen' | 'paper';
type Made = ExportPart & { readonly filters: readonly string[]; readonly notes: readonly string[] };

interface Moment {
  readonly info: LoadInfo | undefined;
  readonly rules: string;
}

const NOTHING = { id: '', title: '', headline: '', subtitle: '', columns: [], length: 0, total: 0 } as const;

/** The document of a widget. */
export async function widgetDocument(widget: ExportingWidget, medium: Medium): Promise<ExportDocument> {
  const moment = momentOf(widget);
  const part = await partOf(widget, medium);
  return documentOf(widget, moment, part.filters, [part]);
}

/** That of a whole, with its parts. */
export async function wholeDocument(
  whole: Exporting,
  { clauses, parts, pages = [] }: ExportedWhole,
  medium: Medium,
): Promise<ExportDocument> {
  const moment = momentOf(whole);
  const made: Made[] = [];
  for (const { widget, chapter } of parts) {
    speakAs(whole.element);
    const part = await partOf(widget.asExported, medium);
    made.push(chapter === undefined ? part : { ...part, chapter });
  }
  const filters = await filterTexts(whole, clauses);
  const last = pages.map(({ chapter, sentences }): Made => ({ ...NOTHING, title: chapter, chapter, filters, notes: sentences }));
  return documentOf(whole, moment, filters, [...made, ...last]);
}

/** The words of an export, in the language of what is exported, and its look. */
export function styleOf({ element, options }: Exporting, medium: Medium): ExportStyle {
  speakAs(element);
  const texts = exportTexts((value, unit) => formatValue(value, unit, { ...options, style: 'exact' }));
  return { texts, look: lookOf(element.renderRoot, medium) };
}

/** Of which load the rows are, and who is at risk in them: what is refreshed or set while they are read does not change that. */
function momentOf({ element, options }: Exporting): Moment {
  speakAs(element);
  return { info: element.pageDataset?.info, rules: rulesText(element.pageDataset, options) };
}

/** A document of parts: what all of them say stands once, and filters stand with a part where they are others than `filters`. */
function documentOf(
  { heading, options, direction }: Exporting,
  { info, rules }: Moment,
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
    dataAsOf: info?.generatedAt ?? null,
    ...(info === undefined ? {} : { countedTo: info.now }),
    ...(parts.some(({ id }) => id.startsWith(AT_RISK)) ? { atRisk: rules } : {}),
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
  const { element, heading: title, headline, subtitle, notes } = widget;
  const view = await widget.view();
  speakAs(element);
  if (view === undefined)
    return { ...NOTHING, title, headline, subtitle, filters: [], notes: notes.length === 0 ? [notLoadedYet()] : notes };
  const { result, columns, plot, search = '', notes: beside = [] } = view;
  const scheme = medium === 'paper' ? ({ scheme: 'light' } as const) : {};
  const drawing = plot === undefined ? undefined : readPlot(plot, scheme);
  const legend = drawing === undefined ? [] : legendOf(element.renderRoot, scheme);
  const filters = await filterTexts(widget, result.applied);
  const instead = new Map<string, (row: number) => string | undefined>([
    ...columns.flatMap(({ column, instead: text }) => (text === undefined ? [] : [[column, text] as const])),
    ...missingIn(result),
  ]);
  const shown = columns.map(({ column }) => column);
  const counts = exportColumns(result, countNames(result, shown), instead);
  const written = new Map(columns.flatMap(({ column, written: text }) => (text === undefined ? [] : [[column, text] as const])));
  const searched = search === '' ? [] : [msg(str`Search: “${search}”`, { id: 'export.search' })];
  return {
    id: result.view,
    title,
    headline,
    subtitle,
    filters: [...filters, ...searched],
    notes: [...notes, ...beside],
    columns: exportColumns(result, shown, instead, written),
    ...(counts.length === 0 ? {} : { counts }),
    length: result.length,
    total: result.total,
    ...(drawing === undefined ? {} : { drawing }),
    ...(legend.length === 0 ? {} : { legend }),
  };
}

/** Who is at risk, why nobody is left out for having passed, and the days that do not count. */
function rulesText(dataset: PageDataset | undefined, options: FormatOptions): string {
  const rules = dataset?.rules;
  const whyPassed = whyUnknown(dataset, ['enrollments.passed']) ?? '';
  const breaks = (rules === 'aspects-v8' ? undefined : rules?.breaks) ?? [];
  const spans = breaks.map((days) => days.map((day) => formatValue(day, 'date', options)).join(' – '));
  return [ruleSentence(rules), whyPassed, spans.length === 0 ? '' : `${msg('Breaks', { id: 'breaks.label' })}: ${spans.join('; ')}`]
    .filter(Boolean)
    .join(' ');
}

/** Filters in words. A file goes to others: learners are counted in it, and named only where the page lists them. */
async function filterTexts({ element, options }: Exporting, clauses: readonly Clause[]): Promise<readonly string[]> {
  const names = await namesForFiles(element.pageDataset, clauses);
  speakAs(element);
  return clauses.map((clause) => namedClauseText(clause, names, { ...options, style: 'exact' }));
}

/** What stands in the place of numbers that were not asked for yet, or could not be had, which is not that they are unknown. */
function missingIn({ parts }: ViewData): readonly (readonly [string, (row: number) => string | undefined])[] {
  const rows = parts?.rows;
  if (parts === undefined || rows === undefined) return [];
  const missing = (row: number): string | undefined => {
    const state = rows[row] ?? 0;
    return state === 0 ? undefined : missingText(state === 1 ? 'waiting' : 'failed');
  };
  return parts.columns.map((column) => [column, missing] as const);
}

/** What the legend of a drawing says of what is shown. */
function legendOf(root: HTMLElement | DocumentFragment, scheme: { readonly scheme?: 'light' }): readonly ExportLegendEntry[] {
  return [...root.querySelectorAll('[part="legend"] .entry:not([aria-pressed="false"])')].flatMap((entry) => {
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
