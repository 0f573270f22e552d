import { localEntryOf } from '../localize/definitions.js';
import { localMeaning } from '../localize/dictionary.js';
import { RATE_COUNTS } from '../metrics/rate-counts.js';
import type { DictionaryEntry, Unit, Value } from '../metrics/types.js';
import type { Drawing } from './drawing/drawing.js';

/** Values of a column, as an answer to a view brings them. Unknown is code -1 of text and of yes-no, and NaN of numbers. */
export type ExportData =
  | { readonly type: 'category'; readonly codes: Int32Array; readonly dictionary: readonly string[] }
  | { readonly type: 'number' | 'time'; readonly values: Float64Array }
  | { readonly type: 'boolean'; readonly values: Int8Array };

/** What an export needs of the answer to a view. */
export interface ExportResult {
  readonly view: string;
  readonly length: number;
  /** Rows before limit and offset. */
  readonly total: number;
  readonly columns: readonly {
    readonly name: string;
    readonly meaning: string;
    /** What it is called, where columns of one meaning stand beside each other. */
    readonly label?: string;
    readonly data: ExportData;
    /** 1 where the number is withheld. */
    readonly hidden?: Uint8Array;
  }[];
}

/** A column that leaves the page: its values, and what they mean. */
export interface ExportColumn {
  readonly name: string;
  readonly label: string;
  readonly unit: Unit;
  /** Its dictionary entry; left out where the dictionary has none, or could not be loaded. */
  readonly entry?: DictionaryEntry;
  readonly data: ExportData;
  readonly hidden?: Uint8Array;
  /** What the table shows where the value is unknown, row by row: the pseudonym of a learner without a name, that it was not asked for. */
  readonly instead?: readonly (string | undefined)[];
  /**
   * How the table writes the value, row by row, where its unit does not say: a difference of shares is of points. Files for machines have
   * the value.
   */
  readonly written?: readonly (string | undefined)[];
}

/** One line of a legend. */
export interface ExportLegendEntry {
  readonly label: string;
  readonly swatch: Drawing;
}

/** One widget. */
export interface ExportPart {
  /** Id of the view. */
  readonly id: string;
  readonly title: string;
  /** What of the whole it belongs to: the tab of a dashboard. */
  readonly chapter?: string;
  readonly headline: string;
  readonly subtitle: string;
  /** The filters that apply to this part, where they are others than those of the document. */
  readonly filters?: readonly string[];
  /** What qualifies the numbers of this part alone, or says why it has none. */
  readonly notes?: readonly string[];
  readonly columns: readonly ExportColumn[];
  /** What shares among the columns are made of, where the widget does not show it: for files of data. */
  readonly counts?: readonly ExportColumn[];
  /** Rows that are here. */
  readonly length: number;
  /** Rows that there are; where it is more than `length`, every format says so. */
  readonly total: number;
  readonly drawing?: Drawing;
  readonly legend?: readonly ExportLegendEntry[];
}

/** What a reader takes away, whatever the format: plain data, made by a widget, a report or a dashboard. */
export interface ExportDocument {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** When it was made, in epoch milliseconds. */
  readonly generatedAt: number;
  /** When the data were fetched, in epoch milliseconds; null where that is unknown. */
  readonly dataAsOf: number | null;
  /** The moment that the numbers are counted to, in epoch milliseconds, which a host may have set; left out where it is not known. */
  readonly countedTo?: number;
  /** Who counts as at risk, in words, where that is what the numbers are about. */
  readonly atRisk?: string;
  /** IANA name of the timezone in which periods were made and instants are written out. */
  readonly timezone: string;
  /** The filters that apply, in words; empty for none. */
  readonly filters: readonly string[];
  /** What qualifies the numbers of all parts, in words: skipped lines, a failed refresh. */
  readonly notes: readonly string[];
  readonly parts: readonly ExportPart[];
}

/** Stands for a number that is withheld because its group is too small. */
export const HIDDEN: unique symbol = Symbol('hidden');

/** What stands in a cell: a value, null for unknown, or {@link HIDDEN}. Instants are epoch milliseconds. */
export type Cell = Value | typeof HIDDEN;

/**
 * The columns of an answer that leave the page: those named, in that order; a name that the answer lacks is left out. Nothing
 * else of the answer gets into an export, so names of learners leave only where the table shows them. What they mean comes along once
 * `loadDefinitions` has settled.
 */
export function exportColumns(
  result: ExportResult,
  names: readonly string[],
  instead: ReadonlyMap<string, (row: number) => string | undefined> = new Map(),
  written: ReadonlyMap<string, (row: number) => string | undefined> = new Map(),
): readonly ExportColumn[] {
  return names.flatMap((name) => {
    const column = result.columns.find((other) => other.name === name);
    if (column === undefined) return [];
    const { meaning, data, hidden, label } = column;
    const called = localMeaning(meaning);
    const entry = localEntryOf(meaning);
    const inRows = (text: (row: number) => string | undefined) => Array.from({ length: result.length }, (_, row) => text(row));
    const [substitute, own] = [instead.get(name), written.get(name)];
    return [
      {
        name,
        label: label ?? called?.label ?? name,
        // The first day of a period of instants is a date, of the page's time zone.
        unit: called?.unit === 'instant' && data.type === 'category' ? 'date' : (called?.unit ?? unitOf(data)),
        data,
        ...(entry === undefined ? {} : { entry }),
        ...(hidden === undefined ? {} : { hidden }),
        ...(substitute === undefined ? {} : { instead: inRows(substitute) }),
        ...(own === undefined ? {} : { written: inRows(own) }),
      },
    ];
  });
}

/** The columns of a file of data: those that are shown, then what their shares are made of. */
export function fileColumns({ columns, counts = [] }: ExportPart): readonly ExportColumn[] {
  return [...columns, ...counts];
}

/**
 * Names of the columns of an answer that the shares among `names` are made of and that are not among them; none of which all is unknown.
 */
export function countNames(result: ExportResult, names: readonly string[]): readonly string[] {
  const meanings = result.columns.filter(({ name }) => names.includes(name)).flatMap(({ meaning }) => RATE_COUNTS[meaning] ?? []);
  const isKnown = (data: ExportData): boolean =>
    Array.from({ length: result.length }, (_, row) => valueOf(data, row)).some((value) => value !== null);
  return result.columns
    .filter(({ name, meaning, data }) => meanings.includes(meaning) && !names.includes(name) && isKnown(data))
    .map(({ name }) => name);
}

/** What stands in a row of a column. */
export function cellOf({ data, hidden, instead }: ExportColumn, row: number): Cell {
  return hidden?.[row] === 1 ? HIDDEN : (valueOf(data, row) ?? instead?.[row] ?? null);
}

/** Whether a column's values are instants. */
export function isInstant({ data, unit }: ExportColumn): boolean {
  return data.type === 'time' || (data.type === 'number' && unit === 'instant');
}

/** Whether a column holds numbers that are set to the end of their cells. */
export function isNumeric(column: ExportColumn): boolean {
  return column.data.type === 'number' && !isInstant(column);
}

function valueOf(data: ExportData, row: number): Value {
  switch (data.type) {
    case 'category': {
      const code = data.codes[row] ?? -1;
      return code < 0 ? null : (data.dictionary[code] ?? null);
    }
    case 'boolean': {
      const value = data.values[row] ?? -1;
      return value < 0 ? null : value === 1;
    }
    default: {
      const value = data.values[row] ?? NaN;
      return Number.isNaN(value) ? null : value;
    }
  }
}

function unitOf(data: ExportData): Unit {
  if (data.type === 'boolean') return 'yes-no';
  if (data.type === 'time') return 'instant';
  return data.type === 'category' ? 'text' : 'items';
}
