import { formatNumber } from '../base/text/format.js';
import { sentenceStart } from '../base/text/sentence-start.js';
import type { PeriodSlot } from './periods/layout-periods.js';
import { standsOut } from './bars/stands-out.js';
import { tieSentence } from './tie-sentence.js';
import type { Group } from './tie-sentence.js';

/** Writes the sentence about one group: its name, its number of learners, and that number as it is written. */
export type SayLargest = (label: string, count: number, learners: string) => string;

/** The sentence `say` writes about the one largest group; where none stands out, the one of `tieSentence`. */
export function largestSentence(groups: readonly Group[], locale: string, say: SayLargest): string {
  const top = groups[standsOut(groups.map(({ value }) => value)) ?? -1];
  return top?.value === undefined ? tieSentence(groups, locale) : say(top.label, top.value, formatNumber(top.value, locale));
}

/** The same about the period with the greatest first measure. The name of the period has the form that begins a sentence. */
export function largestPeriodSentence(periods: readonly PeriodSlot[], locale: string, say: SayLargest): string {
  const groups = periods.map(({ title, values: [value] }) => ({ label: title, value }));
  return largestSentence(groups, locale, (label, ...number) => say(sentenceStart(label, locale), ...number));
}
