import type { Value } from '../../metrics/types.js';
import type { ViewData } from '../../workers/connect.js';
import { cell, numberCell, rowsIn } from '../base/dataset/cell.js';
import type { PartWish } from '../base/dataset/parts-controller.js';

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

/** The most started exploration of which `result` has rows, or will have once its statistics are there; `kept` before it, if it is one. */
export function mostStarted(explorations: ViewData | undefined, result: ViewData | undefined, kept?: Value): ShownExploration | undefined {
  const there = new Set(rowsIn(result).map((row) => cell(result, 'exploration', row)));
  const isWaiting = (at: number): boolean => result?.parts !== undefined && explorations?.parts?.rows?.[at] === WAITING;
  const those = explorationsIn(explorations).filter(({ id }, at) => there.has(id) || isWaiting(at));
  return those.find(({ id }) => id === kept) ?? those[0];
}

/** What a widget needs of parts on demand that is about these explorations of an answer alone, or about a total of all its rows. */
export function wishOf(explorations: ViewData | undefined, ids: readonly string[] | 'all'): PartWish {
  const need = explorations?.parts;
  if (need === undefined) return { need };
  if (ids === 'all') return { need: { ...need, because: 'total' } };
  const rows = new Map(explorationsIn(explorations).map(({ id }, row) => [id, row]));
  const count = (is: (state: number) => boolean): number => ids.filter((id) => is(need.rows?.[rows.get(id) ?? -1] ?? 0)).length;
  const of = { waiting: count((state) => state === WAITING), failed: count((state) => state > WAITING) };
  return { need: { ...need, because: 'total', scope: ids, of: ids.length, ...of }, seen: ids };
}

/** The explorations of an answer whose statistics could not be had. */
export function lostIn(explorations: ViewData | undefined): readonly string[] {
  const rows = explorations?.parts?.rows;
  return explorationsIn(explorations).flatMap(({ id }, at) => ((rows?.[at] ?? 0) > WAITING ? [id] : []));
}

const WAITING = 1;

/** The rows of an answer that are about an exploration. */
export function rowsOf(result: ViewData, exploration: ShownExploration | undefined): readonly number[] {
  return rowsIn(result).filter((row) => cell(result, 'exploration', row) === exploration?.id);
}
