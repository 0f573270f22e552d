import { msg, str } from '../../localize/msg.js';
import type { Unit } from '../../metrics/types.js';
import { formatValue, speakValue } from '../base/text/format.js';
import type { FormatOptions } from '../base/text/format.js';
import type { CardRow } from '../base/focus/focus-card.js';
import type { Measured } from './measured.js';

/** How the measures of a group are said. */
export interface MeasuredWords {
  /** What the measures are called, in their order. */
  readonly names: readonly string[];
  readonly unit: Unit;
  readonly options: FormatOptions;
  /** Of what the share of each measure is said: of the first one, of all together, or of nothing. */
  readonly share?: 'first' | 'all';
}

/** What the card of a group says: its measures with their shares, then what they are without filters. */
export function measuredRows(group: Measured, { names, unit, options, share }: MeasuredWords): readonly CardRow[] {
  const row = (label: string, amount: number | undefined): CardRow => ({
    label,
    value: formatValue(amount ?? null, unit, options),
    spoken: speakValue(amount ?? null, unit, options),
  });
  const whole = share === 'first' ? group.values[0] : share === 'all' ? sumOf(group.values) : undefined;
  const shareOf = (at: number): { share?: string } => {
    const value = group.values[at];
    if (whole === undefined || whole === 0 || value === undefined || (share === 'first' && at === 0)) return {};
    const fraction = formatValue(value / whole, 'fraction', options);
    return {
      share:
        share === 'first' ? msg(str`${fraction} of these`, { id: 'card.share-of' }) : msg(str`${fraction} of all`, { id: 'card.share' }),
    };
  };
  const filtered = (name: string): string =>
    names.length === 1 ? msg('Without filters', { id: 'card.whole' }) : msg(str`${name}, without filters`, { id: 'card.whole-of' });
  return [
    ...names.map((name, at) => ({ ...row(name, group.values[at]), ...shareOf(at) })),
    ...(group.wholes === undefined ? [] : names.map((name, at) => row(filtered(name), group.wholes?.[at]))),
  ];
}

/** The sum; undefined where a part of it is not known. */
function sumOf(values: readonly (number | undefined)[]): number | undefined {
  return values.reduce<number | undefined>((sum, value) => (sum === undefined || value === undefined ? undefined : sum + value), 0);
}
