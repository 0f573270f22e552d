import { msg, plural, str } from '../../localize/msg.js';
import { localMeaning } from '../../localize/dictionary.js';
import { hiddenGroups } from '../../metrics/small-groups.js';
import type { ResultColumn, ViewData } from '../../workers/connect.js';
import { cell, numberCell, rowsIn } from './cell.js';
import { formatNumber } from './format.js';
import type { ViewAnswers } from './view-answers.js';
import type { Notice, WidgetState } from './widget-state.js';

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

/** Answers as they are seen in groups: under filters none of their numbers, as two answers could be subtracted. */
export function answersInGroups({ result, ghost, answers, names }: ViewAnswers, minGroup: number, isFiltered: boolean): ViewAnswers {
  const least = isFiltered ? Infinity : leastOf(minGroup);
  const safe = (answer: ViewData): ViewData => withoutSmallGroups(answer, least);
  const companions = new Map([...answers].map(([id, answer]) => [id, safe(answer)]));
  return { result: safe(result), ghost: ghost && safe(ghost), answers: companions, names };
}

/** The state of numbers that are all withheld; undefined where one is not. */
export function withheldState(
  result: ViewData | undefined,
  minGroup: number,
  isFiltered: boolean,
  locale: string,
): WidgetState | undefined {
  if (result === undefined || result.length === 0 || hiddenRows(result) < result.length) return undefined;
  return isFiltered ? filteredHidden() : allHidden(leastOf(minGroup), locale);
}

/** What stands in the place of single learners. */
export function peopleHidden(): WidgetState {
  return { kind: 'hidden', sentence: msg('Single learners are not shown here.', { id: 'hidden.people' }) };
}

/** What stands in the place of numbers of which others, less by a filter, would tell about few learners. */
function filteredHidden(): WidgetState {
  return {
    kind: 'hidden',
    sentence: msg('Hidden while filters apply: the difference could tell about few learners.', { id: 'hidden.filtered' }),
  };
}

/** That all groups are too small. */
export function allHidden(least: number, locale: string): WidgetState {
  const fewest = formatNumber(least, locale);
  return { kind: 'hidden', sentence: msg(str`Hidden: groups of fewer than ${fewest} learners`, { id: 'hidden.all' }) };
}

/** A line that says how many groups are hidden; none where none is. */
export function someHidden(hidden: number, least: number, locale: string): readonly Notice[] {
  if (hidden === 0) return [];
  const [count, fewest] = [hidden, least].map((value) => formatNumber(value, locale));
  const sentence = msg(
    plural(
      hidden,
      str`1 group is hidden: fewer than ${fewest ?? ''} learners, or needed so that those cannot be told.`,
      str`${count ?? ''} groups are hidden: fewer than ${fewest ?? ''} learners, or needed so that those cannot be told.`,
    ),
    { id: 'hidden.some' },
  );
  return [{ kind: 'partial', sentence }];
}

/** Stands where a number is withheld. */
export function hiddenText(): string {
  return msg('hidden', { id: 'hidden.one' });
}

/** How many rows of an answer have a number that is withheld. */
export function hiddenRows(result: ViewData | undefined): number {
  const flags = (result?.columns ?? []).flatMap(({ hidden }) => hidden ?? []);
  return rowsIn(result).filter((row) => flags.some((hidden) => hidden[row] === 1)).length;
}

/** Whether a number of that row is withheld. */
export function isHiddenRow(result: ViewData | undefined, row: number): boolean {
  return result?.columns.some(({ hidden }) => hidden?.[row] === 1) === true;
}

/**
 * An answer without the numbers of groups of fewer than `least` learners, and of as many others as it takes that these cannot be
 * subtracted. All numbers of such a group go: a mean of one learner is that learner. Where an answer does not say how many learners its
 * groups have, none of its numbers stays; of one group alone neither few learners nor all but few are told.
 */
export function withoutSmallGroups(result: ViewData, least: number): ViewData {
  const measures = result.columns.filter(({ field, data }) => field === undefined && data.type === 'number');
  const counts = measures.filter(({ meaning }) => localMeaning(meaning)?.unit === 'learners').map(({ name }) => name);
  const isGrouped = result.columns.some(({ field }) => field !== undefined);
  const hidden = isGrouped
    ? hiddenGroups(
        rowsIn(result).map((row) => (counts.length === 0 ? null : leastCount(result, counts, row))),
        least,
      )
    : [
        isTelling(
          counts.flatMap((name) => numberCell(result, name) ?? []),
          least,
        ),
      ];
  if (!hidden.includes(true)) return result;
  const flags = Uint8Array.from(hidden, Number);
  const columns = result.columns.map((column): ResultColumn => {
    if (!measures.includes(column) || column.data.type !== 'number') return column;
    const values = column.data.values.map((value, row) => (flags[row] === 1 ? NaN : value));
    return { ...column, data: { type: 'number', values }, hidden: flags };
  });
  return { ...result, columns };
}

function leastCount(result: ViewData, counts: readonly string[], row: number): number | null {
  const values = counts.map((name) => cell(result, name, row));
  return values.some((value) => value === null) ? null : Math.min(...values.map(Number));
}

/** Whether one of the numbers is of few learners, or of all but few. */
function isTelling(counts: readonly number[], least: number): boolean {
  const whole = Math.max(0, ...counts);
  return counts.some((count) => count < least || (count < whole && whole - count < least));
}
