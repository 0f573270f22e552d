import { msg, str } from '../../../localize/msg.js';
import { listed } from '../../base/text/listed.js';
import { formatValue, speakValue } from '../../base/text/format.js';
import type { CardRow } from '../../base/focus/focus-card.js';
import type { FormatOptions } from '../../base/text/format.js';
import type { Bar, BarEncoding } from './bar-data.js';

/** What the card of a bar says: its value, its range, and what it is without filters. */
export function barRows(
  bar: Bar,
  { unit, value, low, high, adds }: BarEncoding,
  { labelOf, total, options }: { readonly labelOf: (column: string) => string; readonly total: number; readonly options: FormatOptions },
): readonly CardRow[] {
  const row = (label: string, amount: number | undefined): CardRow => ({
    label,
    value: formatValue(amount ?? null, unit, options),
    spoken: speakValue(amount ?? null, unit, options),
  });
  const share =
    adds === true && bar.value !== undefined && total > 0
      ? { share: msg(str`${formatValue(bar.value / total, 'fraction', options)} of all`, { id: 'card.share' }) }
      : {};
  return [
    ...(bar.filteredOut && bar.value === undefined ? [] : [{ ...row(labelOf(value), bar.value), ...share }]),
    ...(low === undefined || bar.low === undefined ? [] : [row(labelOf(low), bar.low)]),
    ...(high === undefined || bar.high === undefined ? [] : [row(labelOf(high), bar.high)]),
    ...(bar.whole === undefined && !(bar.filteredOut && bar.value === undefined)
      ? []
      : [row(msg('Without filters', { id: 'card.whole' }), bar.whole)]),
  ];
}

/** The same as one sentence for assistive technology: "Fractions: Average time 2 min 37 s, Shortest 12 s". */
export function spokenRows(title: string, rows: readonly CardRow[]): string {
  const parts = rows.map(({ label, spoken, share }) => `${label} ${spoken}${share === undefined ? '' : `, ${share}`}`);
  return `${title}: ${listed(parts)}`;
}
