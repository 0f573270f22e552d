import { msg, str } from '../../localize/msg.js';
import type { ViewSpec } from '../../metrics/types.js';
import type { ViewData } from '../../workers/connect.js';
import { cell, numberCell, rowsIn } from '../base/dataset/cell.js';
import { formatNumber } from '../base/text/format.js';

/** The weeks whose plays are unknown, or were chosen among several, and why. */
export const WEEK_MARKS: ViewSpec = {
  id: 'creator.week-marks',
  table: 'weekly',
  where: [{ field: 'mark', in: ['first', 'gap', 'decrease', 'duplicate'] }],
  select: ['week', 'mark', 'plays'],
};

/** Why by week (its Monday). Where the ratings alone went down the plays are known. */
export function marksOf(answer: ViewData | undefined): ReadonlyMap<string, string> {
  const marked = rowsIn(answer).map((row): [string, string] => [String(cell(answer, 'week', row)), String(cell(answer, 'mark', row))]);
  return new Map(marked.filter(([, mark], row) => mark === 'duplicate' || numberCell(answer, 'plays', row) === undefined));
}

/** What a mark means, said of its week. */
export function markText(mark: string): string {
  switch (mark) {
    case 'first':
      return msg('Unknown: there is no earlier total to compare with.', { id: 'week-mark.first' });
    case 'gap':
      return msg('Unknown: there is no total at its beginning or its end.', { id: 'week-mark.gap' });
    case 'decrease':
      return msg('Unknown: the total went down.', { id: 'week-mark.decrease' });
    default:
      return msg('Several totals were taken; the one closest to Monday counts.', { id: 'week-mark.duplicate' });
  }
}

/**
 * How many weeks are unknown (of the first one there is no total at its beginning) or chosen among several, in one sentence; empty where
 * none is.
 */
export function marksSentence(marks: ReadonlyMap<string, string>, locale: string): string {
  const count = (...those: readonly string[]): number => [...marks.values()].filter((mark) => those.includes(mark)).length;
  const number = (value: number): string => formatNumber(value, locale);
  const [gaps, falls, several] = [count('first', 'gap'), count('decrease'), count('duplicate')];
  return [
    gaps === 0 ? '' : msg(str`Weeks without a total at their beginning or end, so unknown: ${number(gaps)}.`, { id: 'week-marks.gap' }),
    falls === 0 ? '' : msg(str`Weeks in which the total went down, so unknown: ${number(falls)}.`, { id: 'week-marks.decrease' }),
    several === 0
      ? ''
      : msg(str`Weeks with several totals, the one closest to Monday counts: ${number(several)}.`, { id: 'week-marks.duplicate' }),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
