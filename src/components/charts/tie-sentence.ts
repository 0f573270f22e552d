import { msg, plural, str } from '../../localize/msg.js';
import { formatNumber } from '../base/text/format.js';
import { listText } from '../base/text/intl.js';

/** So many names are read in one sentence. */
const MOST_NAMES = 3;

/** What of a chart is named, with its number of learners; undefined where it is withheld. */
export interface Group {
  readonly label: string;
  readonly value: number | undefined;
}

/**
 * What is said of groups of learners none of which stands out (`standsOut`): that one has them all, that all are alike, or which two or
 * three are largest. Empty where more share the greatest number, where nothing is above 0, and where all others are withheld: they may be
 * as large.
 */
export function tieSentence(groups: readonly Group[], locale: string): string {
  const most = groups.reduce((greatest, { value }) => Math.max(greatest, value ?? 0), 0);
  const largest = groups.filter(({ value }) => value === most);
  const others = groups.filter(({ value }) => value !== most);
  if (most === 0 || (others.length > 0 && others.every(({ value }) => value === undefined))) return '';
  const learners = formatNumber(most, locale);
  if (largest.length > 1 && others.length === 0)
    return msg(plural(most, 'The same everywhere: 1 learner each.', str`The same everywhere: ${learners} learners each.`), {
      id: 'chart.all-alike',
    });
  const names = listText(
    largest.map(({ label }) => label),
    locale,
  );
  if (largest.length === 1)
    return others.every(({ value }) => value === 0)
      ? msg(plural(most, str`All in ${names}: 1 learner.`, str`All in ${names}: ${learners} learners.`), { id: 'chart.all-in-one' })
      : '';
  if (largest.length > MOST_NAMES) return '';
  return msg(plural(most, str`Most in ${names}: 1 learner each.`, str`Most in ${names}: ${learners} learners each.`), {
    id: 'chart.largest',
  });
}
