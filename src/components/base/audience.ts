import { msg } from '../../localize/msg.js';
import type { Params } from '../../metrics/types.js';
import type { ViewData } from '../../workers/connect.js';
import { rowsIn } from './cell.js';
import type { WidgetState } from './widget-state.js';

/** Who reads a widget: who may see single learners, or who may see them in groups only. */
export type Audience = 'roster' | 'aggregate';

/** Fewest learners of a group that everybody may see, where nothing else is said. */
export const LEAST = 10;

/** Views of learners at risk are for who teaches them, others for everybody; what is said otherwise is the narrower. */
export function audienceOf(given: string | undefined, view: string): Audience {
  if (given === undefined || given === '') return view.startsWith('at-risk.') ? 'roster' : 'aggregate';
  return given === 'roster' ? 'roster' : 'aggregate';
}

/** A size of group as it was given; what is no number is left out. */
export function leastOf(minGroup: number): number {
  return Number.isFinite(minGroup) ? minGroup : LEAST;
}

/** Whether learners of that view are seen in groups only, of which small ones are withheld. */
export function seenInGroups(given: string | undefined, view: string): boolean {
  return view.startsWith('at-risk.') && audienceOf(given, view) === 'aggregate';
}

/** Parameters that ask for all rows: which of them are withheld depends on all the others. */
export function ofAllRows(params: Params): Params {
  const all: { -readonly [Name in keyof Params]: Params[Name] } = { ...params };
  delete all.limit;
  delete all.offset;
  return all;
}

/** What stands in the place of single learners. */
export function peopleHidden(): WidgetState {
  return { kind: 'hidden', sentence: msg('Single learners are not shown here.', { id: 'hidden.people' }) };
}

/** Stands where a number is withheld. */
export function hiddenText(): string {
  return msg('hidden', { id: 'hidden.one' });
}

/** How many rows of an answer have a number that is withheld; of a window of a table, how many of all its rows. */
export function hiddenRows(result: ViewData | undefined): number {
  if (result?.withheld !== undefined) return result.withheld;
  const flags = (result?.columns ?? []).flatMap(({ hidden }) => hidden ?? []);
  return rowsIn(result).filter((row) => flags.some((hidden) => hidden[row] === 1)).length;
}

/** Whether a number of that row is withheld. */
export function isHiddenRow(result: ViewData | undefined, row: number): boolean {
  return result?.columns.some(({ hidden }) => hidden?.[row] === 1) === true;
}
