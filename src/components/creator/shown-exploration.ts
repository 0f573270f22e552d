import type { ViewData } from '../../workers/connect.js';
import { cell, numberCell, rowsIn } from '../base/cell.js';

/** The creator's explorations under the same filters, the most started first: what charts of one exploration choose from. */
export const MOST_STARTED = { view: 'creator.explorations', params: { sort: [{ column: 'starts', direction: 'desc' }] } } as const;

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

/** The most started exploration of which `result` has rows. */
export function mostStarted(explorations: ViewData | undefined, result: ViewData | undefined): ShownExploration | undefined {
  const there = new Set(rowsIn(result).map((row) => cell(result, 'exploration', row)));
  return explorationsIn(explorations).find(({ id }) => there.has(id));
}

/** The rows of an answer that are about an exploration. */
export function rowsOf(result: ViewData, exploration: ShownExploration | undefined): readonly number[] {
  return rowsIn(result).filter((row) => cell(result, 'exploration', row) === exploration?.id);
}
