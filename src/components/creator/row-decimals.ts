import type { Comparison } from '../../metrics/comparison.js';
import type { Unit } from '../../metrics/types.js';
import { isLost } from '../base/text/format.js';

/** Beside a count from here on an average of counts is whole, too, unless it is below `LEAST_WHOLE`: that took too much of it. */
const LARGE = 100;
const LEAST_WHOLE = 10;
/** An average of counts below has hundredths, or it would read as none. */
const SMALL = 0.1;

/**
 * With how many decimals the numbers of one row are written, both sides and their difference alike: as many as one of them needs, and of
 * counts, of which an average alone is broken, one at most. Undefined for shares and durations, whose unit decides it.
 */
export function rowDecimals({ measure, first, second }: Comparison, unit: Unit): number | undefined {
  if (unit === 'fraction' || unit === 'seconds') return undefined;
  const sizes = [first, second].filter((value) => value !== null);
  const needed = Math.max(unit === 'stars' ? 1 : 0, ...sizes.map(decimalsOf));
  if (unit === 'stars' || measure.endsWith('_per_start')) return needed;
  const least = Math.min(...sizes.filter((size) => !Number.isInteger(size)));
  if (Math.max(...sizes) >= LARGE && least >= LEAST_WHOLE) return 0;
  return least < SMALL ? needed : Math.min(1, needed);
}

/** Of a number to hundredths; of one that would read as none so, up to its first digit. */
function decimalsOf(value: number): number {
  if (isLost(value, 2)) return -Number(value.toExponential(0).split('e')[1]);
  return String(Number(value.toFixed(2))).split('.')[1]?.length ?? 0;
}
