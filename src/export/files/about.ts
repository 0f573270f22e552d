import { cellOf, HIDDEN } from '../document.js';
import type { ExportColumn, ExportDocument, ExportPart } from '../document.js';
import type { ExportTexts } from '../texts.js';

/** One thing that a reader must know to use the numbers: a label and what it says. */
export interface AboutLine {
  readonly label: string;
  readonly text: string;
}

/**
 * Filters, who is at risk, timezone, age of the data, the moment they are counted to, moment of the export and notes, for people; no export
 * goes without them.
 */
export function aboutLines(document: ExportDocument, texts: ExportTexts): readonly AboutLine[] {
  return lines(document, texts, (instant) => texts.value(instant, 'instant'));
}

/** A line of {@link aboutLines} as one text: in the direction of the document, with what it says kept from turning the label round. */
export function aboutText({ label, text }: AboutLine, direction: 'ltr' | 'rtl'): string {
  const said = label === '' ? '' : `${label}: `;
  return `${direction === 'rtl' ? '\u200f' : '\u200e'}${said}\u2068${text}\u2069`;
}

/** The same for machines: instants as ISO 8601 in UTC. */
export function aboutValues(document: ExportDocument, texts: ExportTexts): readonly AboutLine[] {
  return lines(document, texts, isoInstant);
}

/** What holds for a part alone: its filters where they are others than those of the whole, and its notes, which bear no label. */
export function partLines({ filters, notes = [] }: Pick<ExportPart, 'filters' | 'notes'>, texts: ExportTexts): readonly AboutLine[] {
  return [
    ...(filters === undefined ? [] : [{ label: texts.filters, text: filterText({ filters }, texts) }]),
    ...notes.map((text) => ({ label: '', text })),
  ];
}

/** The filters as one text. */
export function filterText({ filters }: Pick<ExportDocument, 'filters'>, texts: ExportTexts): string {
  return filters.length === 0 ? texts.noFilters : filters.join('; ');
}

/** What qualifies the numbers: the document's notes, and the parts of which some rows are not here. */
export function allNotes({ notes, parts }: ExportDocument, texts: ExportTexts): readonly string[] {
  const cut = parts.filter(({ length, total }) => length < total);
  return [...notes, ...cut.map(({ title, length, total }) => `${title}: ${texts.rows(length, total)}`)];
}

/** An instant as ISO 8601 in UTC. */
export function isoInstant(instant: number): string {
  return new Date(instant).toISOString();
}

/** A cell as a reader sees it: the value, the sign for unknown, or the word for hidden. */
export function cellText(column: ExportColumn, row: number, texts: ExportTexts): string {
  const cell = cellOf(column, row);
  if (cell === HIDDEN) return texts.hidden;
  return column.written?.[row] ?? (cell === null ? texts.unknown : texts.value(cell, column.unit));
}

function lines(document: ExportDocument, texts: ExportTexts, instant: (at: number) => string): readonly AboutLine[] {
  const { dataAsOf, countedTo, atRisk, generatedAt, timezone } = document;
  return [
    { label: texts.filters, text: filterText(document, texts) },
    ...(atRisk === undefined ? [] : [{ label: texts.atRisk, text: atRisk }]),
    { label: texts.timezone, text: timezone },
    { label: texts.dataAsOf, text: dataAsOf === null ? texts.unknown : instant(dataAsOf) },
    ...(countedTo === undefined ? [] : [{ label: texts.countedTo, text: instant(countedTo) }]),
    { label: texts.generatedAt, text: instant(generatedAt) },
    ...allNotes(document, texts).map((text) => ({ label: texts.notes, text })),
  ];
}
