import { msg, plural, str } from '../../../localize/msg.js';
import { formatNumber } from '../text/format.js';
import type { Notice, WidgetState } from '../states/widget-state.js';

/** That all groups are too small. */
export function allHidden(least: number, locale: string): WidgetState {
  const fewest = formatNumber(least, locale);
  return { kind: 'hidden', sentence: msg(str`Hidden: groups of fewer than ${fewest} learners`, { id: 'hidden.all' }) };
}

/** What stands in the place of numbers of which others, less by a filter, would tell about few learners. */
export function filteredHidden(): WidgetState {
  return {
    kind: 'hidden',
    sentence: msg('Hidden while filters apply: the difference could tell about few learners.', { id: 'hidden.filtered' }),
  };
}

/** A line that says how many groups are hidden; none where none is. */
export function someHidden(hidden: number, least: number, locale: string): readonly Notice[] {
  if (hidden === 0) return [];
  const [count, fewest] = [hidden, least].map((value) => formatNumber(value, locale));
  const sentence = msg(
    plural(
      hidden,
      str`1 group is hidden: fewer than ${fewest ?? ''} learners, or needed so that those cannot be told.`,
      str`${count ?? ''} groups are hidden: fewer than ${fewest ?? ''} learners, or needed so that those cannot be told.`,
    ),
    { id: 'hidden.some' },
  );
  return [{ kind: 'partial', sentence }];
}
