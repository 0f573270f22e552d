import { msg, plural, str } from '../../localize/msg.js';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { formatNumber } from '../base/text/format.js';
import type { DatasetParams } from '../base/dataset/page-dataset.js';

/** Something that is set, and how it is taken back. */
export interface Chip {
  readonly text: string;
  readonly clear: () => void;
}

/** What is set of the rules, in words. */
export function ruleChips(
  { inactiveDays, breaks = [] }: DatasetParams,
  clear: (name: 'inactiveDays' | 'breaks') => void,
  locale: string,
): readonly Chip[] {
  const chips: Chip[] = [];
  if (inactiveDays !== undefined) {
    const days = formatNumber(inactiveDays, locale);
    chips.push({
      text: msg(plural(inactiveDays, 'Not seen for 1 day or more', str`Not seen for ${days} days or more`), { id: 'chip.inactive-days' }),
      clear: () => clear('inactiveDays'),
    });
  }
  if (breaks.length > 0) {
    const count = formatNumber(breaks.length, locale);
    const text = msg(plural(breaks.length, '1 break left out', str`${count} breaks left out`), { id: 'chip.breaks' });
    chips.push({ text, clear: () => clear('breaks') });
  }
  return chips;
}

/** The chips, each with a button that clears it, and one that clears all. */
export function renderChips(chips: readonly Chip[], clearAll: () => void): TemplateResult | typeof nothing {
  if (chips.length === 0) return nothing;
  return html` <ul class="chips" part="chips" aria-label=${msg('Filters that are set', { id: 'chips.label' })}>
    ${chips.map(
      ({ text, clear }) =>
        html` <li class="chip" part="chip">
          <bdi>${text}</bdi>
          <button type="button" class="clear" aria-label=${msg(str`Clear: ${text}`, { id: 'chips.clear' })} @click=${clear}>
            <svg viewBox="0 0 12 12" aria-hidden="true"><path d="M3 3l6 6M9 3l-6 6"></path></svg>
          </button>
        </li>`,
    )}
    <li><button type="button" class="link clear-all" @click=${clearAll}>${msg('Clear all', { id: 'chips.clear-all' })}</button></li>
  </ul>`;
}
