import { aboutValues, allNotes, filterText, isoInstant, partLines } from './about.js';
import { cellOf, fileColumns, HIDDEN, isInstant } from '../document.js';
import type { ExportColumn, ExportDocument, ExportPart } from '../document.js';
import { guardFormula } from './formula-guard.js';
import type { ExportTexts } from '../texts.js';

/** How a CSV file is written. */
export interface CsvOptions {
  readonly texts: ExportTexts;
  /** Starts with a byte order mark, which Excel needs to read UTF-8. */
  readonly bom?: boolean;
  /** `label` for people, with the unit in brackets (default), or `name`, the names that views use. */
  readonly header?: 'label' | 'name';
  /**
   * Repeats what is counted, notes, filters, timezone and age of the data in columns of their own, for a file that travels without its data
   * dictionary.
   */
  readonly about?: boolean;
}

/** So many rows are written before the page has its turn. */
const ROWS_AT_ONCE = 5000;

/** A cell: numbers and truth values as they are, texts guarded, null empty. */
type CsvValue = string | number | boolean | null;

/**
 * The rows of one part as CSV by RFC 4180: CRLF, quotation marks doubled, one header line. Unknown is an empty cell and an empty
 * text is `""`; hidden is the word of `texts`. Numbers have full precision with a dot, durations are seconds, shares are
 * fractions, instants are ISO 8601 in UTC.
 */
export function toCsv(document: ExportDocument, options: CsvOptions, part: ExportPart | undefined = document.parts[0]): string {
  return [...piecesOf(document, options, part)].join('');
}

/**
 * The same in pieces, of which a file is made: a file may be longer than the longest string of JavaScript. Between two pieces the page can
 * react to its reader.
 */
export async function toCsvPieces(document: ExportDocument, options: CsvOptions): Promise<readonly string[]> {
  const pieces: string[] = [];
  for (const piece of piecesOf(document, options, document.parts[0])) {
    pieces.push(piece);
    await new Promise((settle) => {
      setTimeout(settle);
    });
  }
  return pieces;
}

function* piecesOf(document: ExportDocument, options: CsvOptions, part: ExportPart | undefined): Generator<string> {
  if (part === undefined) {
    yield written([], options);
    return;
  }
  const { texts } = options;
  const { subtitle, notes = [] } = part;
  const about =
    options.about === true
      ? ([
          [texts.notes, joined([subtitle, ...allNotes(document, texts), ...notes])],
          [texts.filters, filterText({ filters: part.filters ?? document.filters }, texts)],
          ...(document.atRisk === undefined ? [] : [[texts.atRisk, document.atRisk] as const]),
          [texts.timezone, document.timezone],
          [`${texts.dataAsOf} (UTC)`, dataAge(document)],
          ...(document.countedTo === undefined ? [] : [[`${texts.countedTo} (UTC)`, isoInstant(document.countedTo)] as const]),
        ] as const)
      : [];
  const columns = fileColumns(part);
  yield written([[...headerOf(columns, options), ...about.map(([label]) => label)]], options);
  const end = `${about.map(([, value]) => `,${writtenCell(value)}`).join('')}\r\n`;
  for (let from = 0; from < part.length; from += ROWS_AT_ONCE) {
    const rows = Array.from({ length: Math.min(ROWS_AT_ONCE, part.length - from) }, (_, at) =>
      columns.map((column) => writtenCell(valueIn(column, from + at, texts))).join(','),
    );
    yield rows.map((row) => row + end).join('');
  }
}

/**
 * The data dictionary of a document as CSV: first what holds for all of it (title, filters, timezone, age of the data, moment of
 * the export, notes) in the columns label and definition, then what holds for each part alone, and each of its columns with its meaning.
 */
export function toDictionaryCsv(document: ExportDocument, options: CsvOptions): string {
  const { texts } = options;
  const header = [texts.part, texts.column, texts.label, texts.unit, texts.definition, texts.formula, texts.edgeCases, texts.source];
  const about = [{ label: texts.title, text: document.title }, ...aboutValues(document, texts)];
  return written(
    [
      header,
      ...about.map(({ label, text }) => [null, null, label, null, text, null, null, null]),
      ...document.parts.flatMap((part) => [
        ...partLines({ ...part, notes: [part.subtitle, ...(part.notes ?? [])].filter(Boolean) }, texts).map(({ label, text }) => [
          part.title,
          null,
          label === '' ? texts.notes : label,
          null,
          text,
          null,
          null,
          null,
        ]),
        ...fileColumns(part).map(({ name, label, unit, entry }) => [
          part.title,
          name,
          label,
          unit,
          entry?.definition ?? null,
          entry?.formula ?? null,
          entry?.edgeCases.join(' ') ?? null,
          entry?.source ?? null,
        ]),
      ]),
    ],
    options,
  );
}

/** Sentences in a row, those without a full stop apart. */
function joined(sentences: readonly string[]): string {
  return sentences
    .filter(Boolean)
    .reduce((said, next) => `${said}${/(^|[.!?…:)”。！？।؟])$/.test(said) ? ' ' : '; '}${next}`, '')
    .trim();
}

function headerOf(columns: readonly ExportColumn[], { texts, header = 'label' }: CsvOptions): readonly string[] {
  if (header === 'name') return columns.map(({ name }) => name);
  const labels = columns.map((column) => {
    const unit = texts.units.get(isInstant(column) ? 'instant' : column.unit);
    return unit === undefined ? column.label : `${column.label} (${unit})`;
  });
  return labels.map((label, at) => (labels.indexOf(label) === labels.lastIndexOf(label) ? label : `${label} [${columns[at]?.name ?? ''}]`));
}

function valueIn(column: ExportColumn, row: number, texts: ExportTexts): CsvValue {
  const cell = cellOf(column, row);
  if (cell === HIDDEN) return texts.hidden;
  return typeof cell === 'number' && isInstant(column) ? isoInstant(cell) : cell;
}

function dataAge({ dataAsOf }: ExportDocument): string | null {
  return dataAsOf === null ? null : isoInstant(dataAsOf);
}

function written(rows: readonly (readonly CsvValue[])[], { bom = false }: CsvOptions): string {
  return (bom ? '\ufeff' : '') + rows.map((row) => `${row.map(writtenCell).join(',')}\r\n`).join('');
}

function writtenCell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const guarded = guardFormula(value);
  return guarded === '' || /[",;|\t\r\n\0]/.test(guarded) || guarded !== guarded.trim() ? `"${guarded.replace(/"/g, '""')}"` : guarded;
}
