import { msg, str } from '../../localize/msg.js';
import type { ViewData } from '../../workers/connect.js';
import { cell } from '../base/dataset/cell.js';
import { formatValue, shortText } from '../base/text/format.js';
import type { FormatOptions } from '../base/text/format.js';

/** A finding in a sentence, and the evidence that it stands on. */
export interface InsightText {
  readonly sentence: string;
  readonly evidence: string;
}

/** The finding in a row of `creator.insights`, for a reader. */
export function insightText(result: ViewData, row: number, options: FormatOptions): InsightText {
  const text = (column: string): string => String(cell(result, column, row) ?? '');
  const rate = (column: string): string => formatValue(cell(result, column, row), 'fraction', options);
  const [title, value, expected] = [text('title') === '' ? text('exploration') : text('title'), rate('value'), rate('expected')];
  const count = formatValue(cell(result, 'learners', row), 'plays', options);
  const [low, high] = [rate('low'), rate('high')];
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
      return msg(str`${title} loses most at “${state}”: ${value} go on, ${expected} at its other cards.`, { id: 'insight.state' });
    default:
      return msg(str`${title}: ${value} completed it in the week of ${week}, ${expected} the week before.`, { id: 'insight.week-of' });
  }
}
