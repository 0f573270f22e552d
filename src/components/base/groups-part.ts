import { msg } from '../../localize/msg.js';
import { localMeaning } from '../../localize/dictionary.js';
import { hiddenGroups } from '../../metrics/small-groups.js';
import type { ResultColumn, ViewData } from '../../workers/connect.js';
import { hiddenRows, leastOf } from './audience.js';
import { cell, numberCell, rowsIn } from './cell.js';
import { allHidden } from './small-groups-text.js';
import type { ViewAnswers } from './view-answers.js';
import type { WidgetState } from './widget-state.js';

export { someHidden } from './small-groups-text.js';

/** An answer as it is seen in groups: under filters without its numbers, as two answers could be subtracted. */
export function answerInGroups(answer: ViewData, minGroup: number, isFiltered: boolean): ViewData {
  return withoutSmallGroups(answer, isFiltered ? Infinity : leastOf(minGroup));
}

/** Answers of one moment as they are seen so. */
export function answersInGroups({ result, ghost, answers, names }: ViewAnswers, minGroup: number, isFiltered: boolean): ViewAnswers {
  const safe = (answer: ViewData): ViewData => answerInGroups(answer, minGroup, isFiltered);
  const companions = new Map([...answers].map(([id, answer]) => [id, safe(answer)]));
  return { result: safe(result), ghost: ghost && safe(ghost), answers: companions, names };
}

/** The state of numbers that are all withheld, and of an answer without groups: that there is none tells of few, too. Undefined where one is not. */
export function withheldState(
  result: ViewData | undefined,
  minGroup: number,
  isFiltered: boolean,
  locale: string,
): WidgetState | undefined {
  if (result === undefined || hiddenRows(result) < result.length) return undefined;
  return isFiltered ? filteredHidden() : allHidden(leastOf(minGroup), locale);
}

/** What stands in the place of numbers of which others, less by a filter, would tell about few learners. */
function filteredHidden(): WidgetState {
  return {
    kind: 'hidden',
    sentence: msg('Hidden while filters apply: the difference could tell about few learners.', { id: 'hidden.filtered' }),
  };
}

/**
 * An answer without the numbers of groups of fewer than `least` learners, and of as many others as it takes that these cannot be
 * subtracted. All numbers of such a group go: a mean of one learner is that learner. Where an answer does not say how many learners its
 * groups have, none of its numbers stays; of one group alone neither few learners nor all but few are told.
 */
function withoutSmallGroups(result: ViewData, least: number): ViewData {
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
