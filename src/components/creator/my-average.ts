import { msg, str } from '../../localize/msg.js';
import { averagedOf, averageSide } from '../../metrics/comparison.js';
import type { Compared, ComparedExploration } from '../../metrics/comparison.js';
import type { Clause, Unit, ViewSpec } from '../../metrics/types.js';
import type { ViewData } from '../../workers/connect.js';
import type { Companion } from '../base/dataset/companion.js';
import { formatNumber, formatValue } from '../base/text/format.js';
import type { FormatOptions } from '../base/text/format.js';
import type { PageDataset } from '../base/dataset/page-dataset.js';
import type { Reference } from '../charts/reference.js';
import { comparedExplorations } from './comparison-answer.js';
import { timeWeightingText } from './time-source.js';

/** What an average of explorations is made of. */
export const AVERAGED: ViewSpec = {
  id: 'creator.averaged',
  table: 'explorations',
  select: [
    'exploration',
    'plays',
    'starts',
    'completions',
    'completion_rate',
    'completion_rate_source',
    'average_engagement_seconds',
    'sessions',
    'unknown_sessions',
    'attempts',
    'solution_views',
    'average_rating',
    'ratings',
    'open_feedback',
  ],
};

/** Asks for the explorations that an average is of: all that filters leave, whichever of them is chosen. */
export function averaged(clauses: readonly Clause[]): Companion {
  return { view: AVERAGED, clauses: clauses.filter(({ field }) => field !== 'exploration') };
}

/**
 * The creator's average in a number that is the mean of a column; undefined where it is not known, where it is of fewer than two
 * explorations, and where the numbers of some of them are still to come: it is no reason to ask for them.
 */
export function averageIn(
  answers: ReadonlyMap<string, ViewData>,
  dataset: PageDataset | undefined,
  measure: Compared | 'attempts',
  column: string = measure,
): number | undefined {
  const answer = answers.get(AVERAGED.id);
  if (answer === undefined || answer.length < 2) return undefined;
  const { parts } = answer;
  if (parts?.columns.includes(column) === true && parts.waiting + parts.failed > 0) return undefined;
  const value = averageSide([...comparedExplorations(answer, answer, dataset).values()])[measure];
  return typeof value === 'number' ? value : undefined;
}

/** Of how many explorations an average is, where that is not all of them; else empty. */
export function partText(explorations: Iterable<ComparedExploration>, measure: Compared | 'attempts', locale: string): string {
  const all = [...explorations];
  const known = averagedOf(all, measure);
  return known === all.length || known === 0 ? '' : ofExplorations(known, all.length, locale);
}

/** Of how many of all explorations something is. */
export function ofExplorations(known: number, all: number, locale: string): string {
  return msg(str`of ${formatNumber(known, locale)} of ${formatNumber(all, locale)} explorations`, { id: 'creator-summary.part' });
}

/** The same of the average of `averageIn`, in brackets. */
export function partBeside(
  answers: ReadonlyMap<string, ViewData>,
  dataset: PageDataset | undefined,
  measure: Compared | 'attempts',
  locale: string,
): string {
  const answer = answers.get(AVERAGED.id);
  const part = answer === undefined ? '' : partText(comparedExplorations(answer, answer, dataset).values(), measure, locale);
  return part === '' ? '' : ` (${part})`;
}

/** What the creator's average time is weighted by, where that is not sessions; else empty. */
export function averageWeighting(answers: ReadonlyMap<string, ViewData>, dataset: PageDataset | undefined): string {
  const answer = answers.get(AVERAGED.id);
  return answer === undefined ? '' : timeWeightingText(comparedExplorations(answer, answer, dataset));
}

/** The line of an average across the bars of a column; `part` says of how many explorations it is. */
export function averageLine(
  column: string,
  at: number | undefined,
  unit: Unit,
  options: FormatOptions,
  part: string,
): Reference | undefined {
  if (at === undefined) return undefined;
  const value = `${formatValue(at, unit, options)}${part}`;
  const sentence = msg(str`The line across marks my average: ${value}.`, { id: 'creator.average-line' });
  return { at, along: 'values', sentence, row: { label: msg('My average', { id: 'creator-comparison.average' }), column } };
}
