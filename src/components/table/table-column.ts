import { dictionaryEntry } from '../../metrics/dictionary.js';
import type { Unit, Value } from '../../metrics/types.js';
import { valueAt } from '../../workers/connect.js';
import type { ResultColumn, ViewData } from '../../workers/connect.js';

/** One column of a table. Label and unit come from the dictionary. */
export interface TableColumn {
  /** Name of the view's column. */
  readonly column: string;
  /** The view's column that holds the address of a link. */
  readonly link?: string;
  /** Shown where the value is not known instead of "–": a pseudonym, for a name that the site does not share. */
  readonly instead?: (row: number) => string;
}

/** A column that the answer has, ready to be drawn. */
export interface ShownColumn extends TableColumn {
  readonly data: ResultColumn;
  readonly label: string;
  readonly unit: Unit;
  readonly numeric: boolean;
}

/** The configured columns that the answer has, in the configured order. */
export function shownColumns(result: ViewData, columns: readonly TableColumn[]): readonly ShownColumn[] {
  return columns.flatMap((column) => {
    const data = result.columns.find((other) => other.name === column.column);
    if (data === undefined) return [];
    const entry = dictionaryEntry(data.meaning);
    return [{ ...column, data, label: entry?.label ?? column.column, unit: entry?.unit ?? 'text', numeric: data.data.type === 'number' }];
  });
}

/** The value in a row; null where it is not known or hidden. */
export function columnValue({ data }: ShownColumn, row: number): Value {
  return data.hidden?.[row] === 1 ? null : valueAt(data.data, row);
}
