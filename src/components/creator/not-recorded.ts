import { localReason } from '../../localize/dictionary.js';
import type { ViewData } from '../../workers/connect.js';
import { numberCell, rowsIn } from '../base/cell.js';
import type { PageDataset } from '../base/page-dataset.js';
import type { WidgetState } from '../base/widget-state.js';

/** Why the host leaves a column unknown in every row, in the host's words or one sentence of ours. */
export function whyUnknown(dataset: PageDataset | undefined, columns: readonly string[]): string | undefined {
  const reasons = dataset?.info?.notes.unrecorded;
  const found = columns.map((column) => reasons?.[column]).find((reason) => reason !== undefined);
  return found === undefined ? undefined : localReason(found);
}

/** The state of a widget whose numbers the host does not record. */
export function notRecorded(dataset: PageDataset | undefined, columns: readonly string[], otherwise: string): WidgetState {
  return { kind: 'unknown', sentence: whyUnknown(dataset, columns) ?? otherwise, about: columns };
}

/** Those of the columns that are known in some row. */
export function knownColumns(result: ViewData | undefined, columns: readonly string[]): readonly string[] {
  return columns.filter((column) => rowsIn(result).some((row) => numberCell(result, column, row) !== undefined));
}
