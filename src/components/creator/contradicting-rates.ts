import { msg } from '../../localize/msg.js';
import type { ViewData } from '../../workers/connect.js';
import { numberCell, rowsIn } from '../base/dataset/cell.js';
import type { Notice } from '../base/states/widget-state.js';

/**
 * A line that explains shares above 1, and counts below 0, where some of these columns show one: they are shown as they are, since the
 * counts behind them are posted apart. None where there is nothing to explain.
 */
export function contradictions(result: ViewData | undefined, shares: readonly string[], counts: readonly string[] = []): readonly Notice[] {
  const has = (columns: readonly string[], is: (value: number) => boolean): boolean =>
    columns.some((column) => rowsIn(result).some((row) => is(numberCell(result, column, row) ?? 0)));
  return explained(has(shares, (share) => share > 1 || share < 0) || has(counts, (count) => count < 0));
}

/** That line, where it is wanted. */
export function explained(isWanted: boolean): readonly Notice[] {
  return isWanted ? [{ kind: 'partial', sentence: contradictionText() }] : [];
}

/** Why a share may be above 1. */
export function contradictionText(): string {
  return msg(
    'Rates above 100 %, and counts below 0, are of counts that contradict each other: starts and completions are sent apart, and either can be lost. They are shown as they are.',
    { id: 'creator.contradiction' },
  );
}
