import { valueAt } from '../../../workers/connect.js';
import type { ViewData } from '../../../workers/connect.js';
import type { Value } from '../../../metrics/types.js';

/** The value of a column in a row of an answer; `null` where it is unknown, hidden, or the column is not there. */
export function cell(result: ViewData | undefined, column: string, row = 0): Value {
  const found = result?.columns.find((other) => other.name === column);
  return found === undefined || found.hidden?.[row] === 1 ? null : valueAt(found.data, row);
}

/** A number of an answer; `undefined` where it is not known. */
export function numberCell(result: ViewData | undefined, column: string, row = 0): number | undefined {
  const value = cell(result, column, row);
  return typeof value === 'number' ? value : undefined;
}

/** The row numbers of an answer, to loop over its groups. */
export function rowsIn(result: ViewData | undefined): readonly number[] {
  return Array.from({ length: result?.length ?? 0 }, (_, row) => row);
}

/** Whether a column has more than one value, unknown being one. */
export function hasSeveral(result: ViewData | undefined, column: string): boolean {
  return new Set(rowsIn(result).map((row) => cell(result, column, row))).size > 1;
}
