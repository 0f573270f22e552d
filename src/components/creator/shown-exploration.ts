import type { ViewData } from '../../workers/connect.js';
import { cell, numberCell, rowsIn } from '../base/cell.js';
import type { PartWish } from '../base/parts-controller.js';

/**
 * The creator's explorations under the same filters, the most started first: what charts of one exploration choose from. Plays are
 * starts too, and known before statistics have been asked for; starts decide where a host does not list plays.
 */
export const MOST_STARTED = {
  view: 'creator.explorations',
  params: {
    sort: [
      { column: 'plays', direction: 'desc' },
      { column: 'starts', direction: 'desc' },
    ],
  },
} as const;

/** One exploration, as a chart speaks of it. */
export interface ShownExploration {
  readonly id: string;
  readonly title: string;
  /** Unknown where the host counts none. */
  readonly starts: number | undefined;
}

/** The explorations of an answer to `MOST_STARTED`, in its order. */
export function explorationsIn(explorations: ViewData | undefined): readonly ShownExploration[] {
  return rowsIn(explorations).map((row) => {
    const id = String(cell(explorations, 'exploration', row));
    const title = cell(explorations, 'title', row);
    return { id, title: title === null || title === '' ? id : String(title), starts: numberCell(explorations, 'starts', row) };
  });
}

/** The most started exploration of which `result` has rows, or will have once its statistics are there. */
export function mostStarted(explorations: ViewData | undefined, result: ViewData | undefined): ShownExploration | undefined {
  const there = new Set(rowsIn(result).map((row) => cell(result, 'exploration', row)));
  const isWaiting = (at: number): boolean => result?.parts !== undefined && explorations?.parts?.rows?.[at] === WAITING;
  return explorationsIn(explorations).find(({ id }, at) => there.has(id) || isWaiting(at));
}

/** What a chart of one exploration needs of parts on demand: those of the one that it shows. */
export function wishOfShown(
  explorations: ViewData | undefined,
  shown: ShownExploration | undefined,
  result: ViewData | undefined,
): PartWish {
  const need = result?.parts;
  if (need === undefined || shown === undefined) return { need };
  const at = explorationsIn(explorations).findIndex(({ id }) => id === shown.id);
  const state = explorations?.parts?.rows?.[at] ?? 0;
  const of = { waiting: Number(state === WAITING), failed: Number(state > WAITING) };
  return { need: { ...need, because: 'total', scope: [shown.id], of: 1, ...of }, seen: [shown.id] };
}

const WAITING = 1;

/** The rows of an answer that are about an exploration. */
export function rowsOf(result: ViewData, exploration: ShownExploration | undefined): readonly number[] {
  return rowsIn(result).filter((row) => cell(result, 'exploration', row) === exploration?.id);
}
