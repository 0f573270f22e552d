import { msg, str } from '../../localize/msg.js';
import type { Clause, Value, ViewSpec } from '../../metrics/types.js';
import type { ViewData } from '../../workers/connect.js';
import type { Companion } from '../base/companion.js';
import { cell, numberCell, rowsIn } from '../base/cell.js';
import { formatNumber } from '../base/format.js';
import type { PageDataset } from '../base/page-dataset.js';

type Answers = ReadonlyMap<string, ViewData>;

/** Measures of which the weeks of explorations are added up. */
const COUNTS: readonly string[] = ['plays', 'starts', 'completions'];

/** What is told of weeks: of each exploration, or of the creator where the exploration is unknown. */
const TOLD: ViewSpec = { id: 'creator.told-weeks', table: 'weekly', select: ['week', 'exploration', ...COUNTS] };

/** Of which explorations it may be told. */
const LISTED: ViewSpec = { id: 'creator.listed', table: 'explorations', select: ['exploration'] };

/**
 * Whether weeks count a measure in a log of all sessions: an exploration without a row was not started in the week then. Of other hosts
 * that says no more than that they do not tell it.
 */
export function isCountedIn(measure: string, dataset: PageDataset | undefined): boolean {
  return ['starts', 'completions'].includes(measure) && ['oppia', 'xapi'].includes(dataset?.source.provider ?? '');
}

/** What is asked for beside a measure by week under these filters, to know in which weeks some explorations' part of it is unknown. */
export function partsOfWeeks(measure: string, clauses: readonly Clause[]): readonly Companion[] {
  return COUNTS.includes(measure) ? [{ view: TOLD }, { view: LISTED, clauses: clauses.filter(({ field }) => field !== 'week') }] : [];
}

/** The weeks (their Mondays) of which a measure is unknown of some exploration, so that what is known of the others is not all. */
export function weeksInPart(answers: Answers, measure: string, dataset: PageDataset | undefined): ReadonlySet<string> {
  const [told, listed] = [answers.get(TOLD.id), answers.get(LISTED.id)];
  const idOf = (row: number): Value => cell(told, 'exploration', row);
  const rowsOf = new Map<string, number[]>();
  for (const row of rowsIn(told)) {
    const week = String(cell(told, 'week', row));
    rowsOf.set(week, [...(rowsOf.get(week) ?? []), row]);
  }
  const all = new Set([...rowsIn(listed).map((row) => cell(listed, 'exploration', row)), ...rowsIn(told).map(idOf)]);
  const isInPart = ([, rows]: readonly [string, readonly number[]]): boolean => {
    const known = new Set(rows.filter((row) => numberCell(told, measure, row) !== undefined).map(idOf));
    const those = isCountedIn(measure, dataset) ? rows.map(idOf) : [...all];
    return !known.has(null) && those.some((id) => id !== null && !known.has(id));
  };
  return new Set([...rowsOf].filter(isInPart).map(([week]) => week));
}

/** How many weeks are drawn of which not every exploration is known, in one sentence; empty where none is. */
export function inPartSentence(weeks: number, locale: string): string {
  return weeks === 0
    ? ''
    : msg(str`Weeks not known of every exploration, so at least what is shown: ${formatNumber(weeks, locale)}.`, {
        id: 'weeks-in-part.many',
      });
}
