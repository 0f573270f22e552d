import { msg, str } from '../../localize/msg.js';
import type { Clause, Value, ViewSpec } from '../../metrics/types.js';
import type { ViewData } from '../../workers/connect.js';
import type { Companion } from '../base/dataset/companion.js';
import { cell, numberCell, rowsIn } from '../base/dataset/cell.js';
import { formatNumber } from '../base/text/format.js';
import type { PageDataset } from '../base/dataset/page-dataset.js';
import { ofExplorations } from './my-average.js';
import { unknownOfSome } from './no-exploration.js';

type Answers = ReadonlyMap<string, ViewData>;

/** Of how many explorations a week is known, and how many there are. */
export type KnownOf = readonly [known: number, all: number];

/** Of explorations together it is a mean; of the other measures the weeks are added up. */
const TIME = 'average_engagement_seconds';

const ADDED: readonly string[] = ['plays', 'starts', 'completions'];

/** What is told of weeks: of each exploration, or of the creator where the exploration is unknown. */
const TOLD: ViewSpec = { id: 'creator.told-weeks', table: 'weekly', select: ['week', 'exploration', ...ADDED, TIME] };

/** Of which explorations it may be told. */
const LISTED: ViewSpec = { id: 'creator.listed', table: 'explorations', select: ['exploration'] };

const TREND = 'creator.trend';

/**
 * Whether weeks count a measure in a log of all sessions: an exploration without a row was not started in the week then. Of other hosts
 * that says no more than that they do not tell it.
 */
export function isCountedIn(measure: string, dataset: PageDataset | undefined): boolean {
  return measure !== TIME && isOfSessions(measure, dataset);
}

/** What is asked for beside a measure by week under these filters, to know in which weeks some explorations' part of it is unknown. */
export function partsOfWeeks(measure: string, clauses: readonly Clause[]): readonly Companion[] {
  if (!ADDED.includes(measure) && measure !== TIME) return [];
  return [{ view: TOLD }, { view: LISTED, clauses: clauses.filter(({ field }) => field !== 'week') }];
}

/** What is asked for to know which weeks a log of all sessions is of: all of these filters. */
export function weeksUnder(clauses: readonly Clause[]): Companion {
  return { view: TREND, clauses };
}

/** Those weeks (their Mondays). */
export function weeksOfSessions(answers: Answers): readonly string[] {
  const trend = answers.get(TREND);
  const isTold = (row: number): boolean => numberCell(trend, 'starts', row) !== undefined;
  return [...rowsIn(trend)].filter(isTold).map((row) => String(cell(trend, 'week', row)));
}

/**
 * The weeks (their Mondays) of which a measure is unknown of some exploration, so that what is known of the others is not all. One that
 * was not started in a week lacks no time.
 */
export function weeksInPart(answers: Answers, measure: string, dataset: PageDataset | undefined): ReadonlyMap<string, KnownOf> {
  const [told, listed] = [answers.get(TOLD.id), answers.get(LISTED.id)];
  const isKnown = (row: number): boolean =>
    numberCell(told, measure, row) !== undefined || (measure === TIME && numberCell(told, 'starts', row) === 0);
  const all = new Set(rowsIn(listed).map((row) => cell(listed, 'exploration', row)));
  const weeks = new Map<string, Map<Value, boolean>>();
  for (const row of rowsIn(told)) {
    const [week, id] = [String(cell(told, 'week', row)), cell(told, 'exploration', row)];
    const ids = weeks.get(week) ?? new Map<Value, boolean>();
    // One row may tell one measure, and another one others.
    ids.set(id, ids.get(id) === true || isKnown(row));
    weeks.set(week, ids);
    all.add(id);
  }
  const parts = new Map<string, KnownOf>();
  for (const [week, ids] of weeks) {
    const those = [...(isOfSessions(measure, dataset) ? ids.keys() : all)].filter((id) => id !== null);
    const known = those.filter((id) => ids.get(id) === true).length;
    if (ids.get(null) !== true && known < those.length) parts.set(week, [known, those.length]);
  }
  return parts;
}

/** What is to be known of a week that is not known of every exploration. */
export function inPartText([known, all]: KnownOf, measure: string, locale: string): string {
  return measure === TIME ? ofExplorations(known, all, locale) : unknownOfSome();
}

/** How many weeks are drawn of which not every exploration is known, in one sentence; empty where none is. */
export function inPartSentence(weeks: number, measure: string, locale: string): string {
  if (weeks === 0) return '';
  const count = formatNumber(weeks, locale);
  return measure === TIME
    ? msg(str`Weeks whose time is not known of every exploration, so the mean of the others: ${count}.`, { id: 'weeks-in-part.mean' })
    : msg(str`Weeks not known of every exploration, so at least what is shown: ${count}.`, { id: 'weeks-in-part.many' });
}

function isOfSessions(measure: string, dataset: PageDataset | undefined): boolean {
  return ['starts', 'completions', TIME].includes(measure) && ['oppia', 'xapi'].includes(dataset?.source.provider ?? '');
}
