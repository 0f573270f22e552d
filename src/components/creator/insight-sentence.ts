import { msg, str } from '../../localize/msg.js';
import type { ViewData } from '../../workers/connect.js';
import { cell, numberCell } from '../base/dataset/cell.js';
import { formatValue, shortText, writeDecimals } from '../base/text/format.js';
import type { FormatOptions } from '../base/text/format.js';

/** A finding in a sentence, and the evidence that it stands on. */
export interface InsightText {
  readonly sentence: string;
  readonly evidence: string;
}

/** Of a percentage: beyond, it is no number of a reader. */
const MOST_DIGITS = 9;

const RATES = ['value', 'expected', 'low', 'high'] as const;

/** The finding in a row of `creator.insights`, for a reader. */
export function insightText(result: ViewData, row: number, options: FormatOptions): InsightText {
  const text = (column: string): string => String(cell(result, column, row) ?? '');
  const title = text('title') === '' ? text('exploration') : text('title');
  const rates = RATES.map((column) => numberCell(result, column, row) ?? NaN);
  const [value = '', expected = '', low = '', high = ''] = ratesApart(rates, options.locale);
  const count = formatValue(cell(result, 'learners', row), 'plays', options);
  const week = formatValue(cell(result, 'week', row), 'date', options);
  const kind = text('kind');
  return {
    sentence: sentenceOf(kind, { title: shortText(title), value, expected, state: text('state'), week }),
    evidence:
      kind === 'loses-most-here'
        ? msg(str`Shown ${count} times; between ${low} and ${high} with chance allowed for.`, { id: 'insight.evidence-state' })
        : msg(str`Of ${count} starts; between ${low} and ${high} with chance allowed for.`, { id: 'insight.evidence' }),
  };
}

/** Percentages with a decimal, or with as many more as two need to be told apart: the first two, and the last two. */
function ratesApart(rates: readonly number[], locale: string, digits = 1): readonly string[] {
  const [value, expected, low, high] = rates.map((rate) => writeDecimals(rate, locale, digits, digits, { style: 'percent' }));
  const isApart = value !== expected && low !== high;
  return isApart || digits === MOST_DIGITS ? [value, expected, low, high].map(String) : ratesApart(rates, locale, digits + 1);
}

function sentenceOf(
  kind: string,
  { title, value, expected, state, week }: Readonly<Record<'title' | 'value' | 'expected' | 'state' | 'week', string>>,
): string {
  switch (kind) {
    case 'retains-better':
      return msg(str`${title}: ${value} complete it, ${expected} your others.`, { id: 'insight.better' });
    case 'retains-worse':
      return msg(str`${title}: only ${value} complete it, ${expected} your others.`, { id: 'insight.worse' });
    case 'loses-most-here':
      return msg(str`${title} loses a larger share at “${state}”: ${value} go on, ${expected} at its other cards.`, {
        id: 'insight.state',
      });
    default:
      return msg(str`${title}: ${value} completed it in the week of ${week}, ${expected} the week before.`, { id: 'insight.week-of' });
  }
}
