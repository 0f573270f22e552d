import { msg } from '../../../localize/msg.js';
import type { Params } from '../../../metrics/types.js';
import { unlike } from '../../../workers/connect.js';
import type { ResultColumn, StatsErrorData, ViewData } from '../../../workers/connect.js';
import { rowsIn } from '../dataset/cell.js';
import type { WidgetState } from '../states/widget-state.js';

/** Who reads a widget: who may see single learners, or who may see them in groups only. */
export type Audience = 'roster' | 'aggregate';

/** Fewest learners of a group that everybody may see, where nothing else is said. */
export const LEAST = 10;

/** Who reads an element, as its attributes say, or where they say nothing, those of the element that gives it its data. */
export interface AudienceSettings {
  readonly audience: Audience | undefined;
  /** Fewest learners of a group that is shown to an `aggregate` audience. */
  readonly least: number;
  /** An attribute that cannot be read: the narrower audience and the group of everybody hold in its place. */
  readonly error?: StatsErrorData | undefined;
}

/** What an element's own attributes say goes before what it inherits. Null and an empty text are as if left out. */
export function audienceSettingsOf(
  { audience, minGroup }: { audience?: unknown; minGroup?: unknown },
  inherited: AudienceSettings | undefined,
): AudienceSettings {
  const errors: StatsErrorData[] = [];
  const refuse = (name: string, expected: string, got: unknown): void =>
    void errors.push(unlike('bad-option', name, expected, got).toData());
  const isWho = isLeftOut(audience) || audience === 'roster' || audience === 'aggregate';
  if (!isWho) refuse('audience', 'roster or aggregate', audience);
  const least = typeof minGroup === 'string' && /^\s*\d+\s*$/.test(minGroup) ? Number(minGroup) : minGroup;
  const isSize = typeof least === 'number' && Number.isSafeInteger(least) && least >= 1;
  if (!isSize && !isLeftOut(minGroup)) refuse('min-group', 'a whole number of at least 1', minGroup);
  return {
    audience: isLeftOut(audience) ? inherited?.audience : audience === 'roster' ? 'roster' : 'aggregate',
    least: isSize ? least : isLeftOut(minGroup) ? (inherited?.least ?? LEAST) : Math.max(LEAST, inherited?.least ?? 0),
    error: errors[0] ?? inherited?.error,
  };
}

/** Whether both say the same. */
export function sameAudience(one: AudienceSettings | undefined, other: AudienceSettings | undefined): boolean {
  return one?.audience === other?.audience && one?.least === other?.least && one?.error?.message === other?.error?.message;
}

function isLeftOut(given: unknown): boolean {
  return given === undefined || given === null || given === '';
}

/** Views of learners at risk are for who teaches them, others for everybody, where nothing else is said. */
export function audienceOf(given: Audience | undefined, view: string): Audience {
  return given ?? (view.startsWith('at-risk.') ? 'roster' : 'aggregate');
}

/** Whether learners of that view are seen in groups only, of which small ones are withheld. */
export function seenInGroups(given: Audience | undefined, view: string): boolean {
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

/** How many rows of an answer have only numbers that are withheld; of a window of a table, how many of all its rows. */
export function hiddenRows(result: ViewData | undefined): number {
  return result?.withheld ?? rowsIn(result).filter((row) => isHiddenRow(result, row)).length;
}

/** Whether all numbers of that row are withheld. */
export function isHiddenRow(result: ViewData | undefined, row: number): boolean {
  const flags = (result?.columns ?? []).flatMap(({ hidden }) => hidden ?? []);
  return flags.length > 0 && flags.every((hidden) => hidden[row] === 1);
}

/** Whether a column is withheld in every row, so that it is for what stands between rows, too. */
export function isHiddenColumn(column: ResultColumn | undefined): boolean {
  return column?.hidden?.every((flag) => flag === 1) === true;
}
