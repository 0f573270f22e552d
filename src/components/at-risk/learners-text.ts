import { msg, plural, str } from '../../localize/msg.js';
import { formatNumber } from '../base/text/format.js';

/** "28 learners". */
export function learnersText(count: number, locale: string): string {
  const text = formatNumber(count, locale);
  return msg(plural(count, '1 learner', str`${text} learners`), { id: 'count.learners' });
}
