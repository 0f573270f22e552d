import { localMeaning, localReason } from '../../../localize/dictionary.js';
import type { ViewData } from '../../../workers/connect.js';
import { numberCell, rowsIn } from '../dataset/cell.js';
import { labelled } from '../focus/labelled.js';
import { listed } from '../text/listed.js';
import type { PageDataset } from '../dataset/page-dataset.js';
import type { Notice, WidgetState } from './widget-state.js';

/** Why the host leaves a column unknown in every row, or has no row of a table, in the host's words or one sentence of ours. */
export function whyUnknown(dataset: PageDataset | undefined, columns: readonly string[]): string | undefined {
  const reasons = dataset?.info?.notes.unrecorded;
  const found = columns.map((column) => reasons?.[column]).find((reason) => reason !== undefined);
  return found === undefined ? undefined : localReason(found);
}

/** The state of a widget whose numbers the host does not record. */
export function notRecorded(dataset: PageDataset | undefined, columns: readonly string[], otherwise: string): WidgetState {
  return { kind: 'unknown', sentence: whyUnknown(dataset, columns) ?? otherwise, about: columns };
}

/** The state of a widget, but where filters leave nothing and the host would record nothing anyway: that is why. */
export function insteadOfFiltered(state: WidgetState, dataset: PageDataset | undefined, about: readonly string[]): WidgetState {
  const sentence = state.kind === 'filtered' ? whyUnknown(dataset, about) : undefined;
  return sentence === undefined ? state : { kind: 'unknown', sentence, about };
}

/** Those of the columns that are known in some row. */
export function knownColumns(result: ViewData | undefined, columns: readonly string[]): readonly string[] {
  return columns.filter((column) => rowsIn(result).some((row) => numberCell(result, column, row) !== undefined));
}

/** A line for each reason why some of these columns are unknown in every row, with the way to what they mean. */
export function unrecordedNotices(dataset: PageDataset | undefined, columns: readonly string[]): readonly Notice[] {
  const byReason = new Map<string, string[]>();
  for (const column of columns) {
    const reason = whyUnknown(dataset, [column]);
    if (reason !== undefined) byReason.set(reason, [...(byReason.get(reason) ?? []), column]);
  }
  return [...byReason].map(([reason, about]) => {
    const names = listed(about.map((id) => localMeaning(id)?.label ?? id));
    return { kind: 'unrecorded', sentence: labelled(names, reason), about };
  });
}
