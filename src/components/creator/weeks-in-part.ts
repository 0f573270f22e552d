import { msg, str } from '../../localize/msg.js';
import type { ViewSpec } from '../../metrics/types.js';
import type { ViewData } from '../../workers/connect.js';
import type { Companion } from '../base/companion.js';
import { cell, numberCell, rowsIn } from '../base/cell.js';
import { formatNumber } from '../base/format.js';

type Answers = ReadonlyMap<string, ViewData>;

/** Measures of which the weeks of explorations are added up. */
const COUNTS: readonly string[] = ['plays', 'starts', 'completions'];

/** Weeks of explorations, and of the creator as a whole, of which a count is unknown. */
const unknownWeeks = (count: string): ViewSpec => ({
  id: `creator.weeks-without-${count}`,
  table: 'weekly',
  where: [{ field: count, in: [null] }],
  select: ['week', 'exploration'],
});

/** Weeks of the creator as a whole, which are no sum of explorations. */
const CREATORS_WEEKS: ViewSpec = {
  id: 'creator.own-weeks',
  table: 'weekly',
  where: [{ field: 'exploration', in: [null] }],
  select: ['week', ...COUNTS],
};

/** What is asked for beside a measure by week, to know in which weeks some explorations' part of it is unknown. */
export function partsOfWeeks(measure: string): readonly Companion[] {
  return COUNTS.includes(measure) ? [{ view: unknownWeeks(measure) }, { view: CREATORS_WEEKS }] : [];
}

/** The weeks (their Mondays) of which a measure is unknown of some exploration, so that what is known of the others is not all. */
export function weeksInPart(answers: Answers, measure: string): ReadonlySet<string> {
  const [without, own] = [answers.get(unknownWeeks(measure).id), answers.get(CREATORS_WEEKS.id)];
  const weekOf = (answer: ViewData | undefined, row: number): string => String(cell(answer, 'week', row));
  const whole = new Set(
    rowsIn(own)
      .filter((row) => numberCell(own, measure, row) !== undefined)
      .map((row) => weekOf(own, row)),
  );
  const weeks = rowsIn(without).filter((row) => cell(without, 'exploration', row) !== null);
  return new Set(weeks.map((row) => weekOf(without, row)).filter((week) => !whole.has(week)));
}

/** How many weeks are drawn of which not every exploration is known, in one sentence; empty where none is. */
export function inPartSentence(weeks: number, locale: string): string {
  return weeks === 0
    ? ''
    : msg(str`Weeks not known of every exploration, so at least what is shown: ${formatNumber(weeks, locale)}.`, {
        id: 'weeks-in-part.many',
      });
}
