import { localMeaning } from '../../localize/dictionary.js';
import type { Unit, Value } from '../../metrics/types.js';
import { valueAt } from '../../workers/connect.js';
import type { ResultColumn, ViewData } from '../../workers/connect.js';
import { formatDuration, formatValue, UNKNOWN, writeDecimals } from '../base/text/format.js';
import type { FormatOptions } from '../base/text/format.js';
import type { MissingBecause } from '../base/states/parts-text.js';

/** One column of a table. Label and unit come from the dictionary. */
export interface TableColumn {
  /** Name of the view's column. */
  readonly column: string;
  /** The view's column that holds the address of a link. */
  readonly link?: string;
  /** Comes from another answer than the rows, so that these cannot be sorted by it. */
  readonly isBeside?: boolean;
  /** Shown where the value is not known instead of "–": a pseudonym, for a name that the site does not share. */
  readonly instead?: (row: number) => string;
  /** What the value of a row is called; undefined where it stands for itself. */
  readonly written?: (row: number) => string | undefined;
}

/** A column that the answer has, ready to be drawn. */
export interface ShownColumn extends TableColumn {
  readonly data: ResultColumn;
  readonly label: string;
  readonly unit: Unit;
  readonly numeric: boolean;
  /** Class of its cells: numbers stand at the end, and neither they nor dates break on paper. */
  readonly looks: 'number' | 'date' | '';
  /** Decimals of every number of the column, so that they stand under each other; one that they would show as 0 has more. */
  readonly decimals: number;
  /** What is said of a row whose number was not asked for yet, or could not be had. */
  readonly missing?: (row: number) => MissingBecause | undefined;
}

const MOST_DECIMALS = 2;

/** The configured columns that the answer has, in the configured order. */
export function shownColumns(result: ViewData, columns: readonly TableColumn[]): readonly ShownColumn[] {
  return columns.flatMap((column) => {
    const data = result.columns.find((other) => other.name === column.column);
    if (data === undefined) return [];
    const entry = localMeaning(data.meaning);
    const numeric = data.data.type === 'number';
    return [
      {
        ...column,
        data,
        numeric,
        looks: numeric ? 'number' : entry?.unit === 'instant' ? 'date' : '',
        label: data.label ?? entry?.label ?? column.column,
        unit: entry?.unit ?? 'text',
        decimals: numeric ? decimalsOf(data, result.length) : 0,
        ...missingIn(result, column.column),
      },
    ];
  });
}

/** The value in a row; null where it is not known or hidden. */
export function columnValue(column: ShownColumn, row: number): Value {
  return isHidden(column, row) ? null : valueAt(column.data.data, row);
}

/** Whether the value in a row is withheld. */
export function isHidden({ data }: ShownColumn, row: number): boolean {
  return data.hidden?.[row] === 1;
}

/** A cell of a column: exact, with the column's decimals; units stand in the header, days of instants without the time. */
export function formatCell(value: Value, { unit, decimals }: ShownColumn, options: FormatOptions): string {
  if (value === null) return UNKNOWN;
  if (typeof value !== 'number') return formatValue(value, unit, options);
  if (unit === 'instant') return formatValue(value, unit, { ...options, style: 'short' });
  if (unit === 'seconds') return formatDuration(value, options.locale);
  if (unit === 'fraction') return formatValue(value, unit, options);
  return writeDecimals(value, options.locale, decimals, decimals);
}

const MISSING = [undefined, 'waiting', 'failed'] as const;

function missingIn({ parts }: ViewData, column: string): Pick<ShownColumn, 'missing'> {
  const rows = parts?.columns.includes(column) === true ? parts.rows : undefined;
  return rows === undefined ? {} : { missing: (row) => MISSING[rows[row] ?? 0] };
}

function decimalsOf(column: ResultColumn, length: number): number {
  let decimals = 0;
  for (let row = 0; row < length && decimals < MOST_DECIMALS; row++) {
    const value = valueAt(column.data, row);
    while (typeof value === 'number' && decimals < MOST_DECIMALS && !isWhole(value * 10 ** decimals)) decimals++;
  }
  return decimals;
}

/** Whole but for what floating point adds. */
function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-6;
}
