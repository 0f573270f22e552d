import { allNotes, isoInstant } from './about.js';
import { cellOf, fileColumns, HIDDEN, isInstant } from '../document.js';
import type { ExportColumn, ExportDocument, ExportPart } from '../document.js';
import type { ExportTexts } from '../texts.js';

/**
 * A document as JSON: what holds for all of it, then each part with its columns, their meaning, and rows as arrays in the order of
 * the columns. Unknown is null, hidden is `{"hidden":true}`, instants are ISO 8601 in UTC, durations seconds, shares fractions.
 */
export function toJson(document: ExportDocument, texts: ExportTexts): string {
  const { title, language, direction, generatedAt, dataAsOf, countedTo, atRisk, timezone, filters, parts } = document;
  return JSON.stringify(
    {
      format: 'learner-elements-export',
      version: 1,
      title,
      language,
      direction,
      generatedAt: isoInstant(generatedAt),
      dataAsOf: dataAsOf === null ? null : isoInstant(dataAsOf),
      ...(countedTo === undefined ? {} : { countedTo: isoInstant(countedTo) }),
      timezone,
      ...(atRisk === undefined ? {} : { atRisk }),
      filters,
      notes: allNotes(document, texts),
      parts: parts.map(partValue),
    },
    null,
    1,
  );
}

function partValue(part: ExportPart): unknown {
  const { id, title, chapter, headline, subtitle, filters, notes, length, total } = part;
  const columns = fileColumns(part);
  return {
    id,
    title,
    ...(chapter === undefined ? {} : { chapter }),
    headline,
    subtitle,
    ...(filters === undefined ? {} : { filters }),
    ...(notes === undefined ? {} : { notes }),
    total,
    columns: columns.map(meaningOf),
    rows: Array.from({ length }, (_, row) => columns.map((column) => valueIn(column, row))),
  };
}

function meaningOf({ name, label, unit, entry }: ExportColumn): unknown {
  if (entry === undefined) return { name, label, unit };
  const { definition, formula, edgeCases, source } = entry;
  return { name, label, unit, definition, formula, edgeCases, source };
}

function valueIn(column: ExportColumn, row: number): unknown {
  const cell = cellOf(column, row);
  if (cell === HIDDEN) return { hidden: true };
  return typeof cell === 'number' && isInstant(column) ? isoInstant(cell) : cell;
}
