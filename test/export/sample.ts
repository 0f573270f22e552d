import { loadDefinitions } from '../../src/localize/definitions.js';
import { exportColumns } from '../../src/export/document.js';
import type { ExportDocument, ExportPart, ExportResult } from '../../src/export/document.js';
import type { ExportLook, ExportStyle } from '../../src/export/look.js';
import { exportTexts } from '../../src/export/texts.js';

/** Instant of the samples' exports and data. */
export const MADE = Date.UTC(2024, 2, 4, 23, 30, 15);
export const FETCHED = Date.UTC(2024, 2, 4, 9, 12);

/** Texts that write numbers with a comma and instants in full, so that no test mistakes them for raw values. */
export const TEXTS = exportTexts((value, unit) => {
  if (unit === 'instant') return new Date(Number(value)).toUTCString();
  return typeof value === 'number' ? value.toLocaleString('de-DE') : String(value);
});

export const LOOK: ExportLook = {
  surface: '#ffffff',
  sunken: '#f6f7f8',
  text: '#1b2226',
  muted: '#566168',
  border: '#d3d9dd',
  family: 'sans-serif',
};

export const STYLE: ExportStyle = { texts: TEXTS, look: LOOK };

/**
 * An answer of four rows: a title, an average, a share, an instant and a truth value; of the last, all but the title is unknown or hidden.
 */
export function sampleResult(titles: readonly string[] = ['Fractions', 'Algebra', 'Decimals', 'Nothing known']): ExportResult {
  const rows = titles.length;
  const fill = (values: readonly number[]): Float64Array => Float64Array.from({ length: rows }, (_, at) => values[at] ?? NaN);
  return {
    view: 'creator.explorations',
    length: rows,
    total: rows,
    columns: [
      {
        name: 'title',
        meaning: 'explorations.title',
        data: { type: 'category', codes: Int32Array.from(titles, (_, at) => at), dictionary: titles },
      },
      {
        name: 'average_engagement_seconds',
        meaning: 'explorations.average_engagement_seconds',
        data: { type: 'number', values: fill([157.25, -5, 0]) },
      },
      { name: 'completion_rate', meaning: 'explorations.completion_rate', data: { type: 'number', values: fill([0.1 + 0.2, 1.25, 0]) } },
      { name: 'last_updated', meaning: 'explorations.last_updated', data: { type: 'time', values: fill([FETCHED, 0, FETCHED]) } },
      {
        name: 'recorded',
        meaning: 'sample.recorded',
        data: { type: 'boolean', values: Int8Array.from(titles, (_, at) => [1, 0, 1][at] ?? -1) },
      },
      {
        name: 'learners',
        meaning: 'explorations.learners',
        data: { type: 'number', values: fill([120, 3, 0, 4]) },
        hidden: Uint8Array.from(titles, (_, at) => (at === 1 || at === 3 ? 1 : 0)),
      },
      {
        name: 'username',
        meaning: 'learners.username',
        data: { type: 'category', codes: new Int32Array(rows), dictionary: ['secret-name'] },
      },
    ],
  };
}

await loadDefinitions();

/** The columns of the sample that its table shows; the user names are not among them. */
export const SHOWN = ['title', 'average_engagement_seconds', 'completion_rate', 'last_updated', 'recorded', 'learners'] as const;

export function samplePart(more: Partial<ExportPart> = {}, result: ExportResult = sampleResult()): ExportPart {
  return {
    id: result.view,
    title: 'Explorations',
    headline: 'Fractions holds learners longest.',
    subtitle: 'All explorations. UTC.',
    columns: exportColumns(result, SHOWN),
    length: result.length,
    total: result.total,
    ...more,
  };
}

export function sampleDocument(more: Partial<ExportDocument> = {}): ExportDocument {
  return {
    title: 'Explorations',
    language: 'en',
    direction: 'ltr',
    generatedAt: MADE,
    dataAsOf: FETCHED,
    timezone: 'Europe/Paris',
    filters: ['Track: audit', 'Status: public'],
    notes: [],
    parts: [samplePart()],
    ...more,
  };
}
