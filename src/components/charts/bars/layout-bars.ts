import { SIZES } from '../../base/tokens.js';
import type { Bar } from './bar-data.js';
import { layLying } from './layout-lying.js';
import { layUpright } from './layout-upright.js';
import type { BarLayout, Place } from '../layout.js';
import { withNote } from '../text-width.js';

/**
 * Bars stand upright where their labels fit beside each other and they are not too many, else they lie. Zero is always there; where
 * nothing is known there is no axis, which would tell of numbers.
 */
export function layoutBars(bars: readonly Bar[], place: Place): BarLayout {
  const widest = bars.reduce((most, { label, note }) => Math.max(most, place.measure(withNote(label, note))), 0);
  const upright = place.lying || bars.length > SIZES.mostUpright ? undefined : layUpright(bars, place, widest);
  const layout = upright ?? layLying(bars, place, widest);
  const isKnown = bars.length === 0 || place.reference !== undefined || bars.some(({ value, whole }) => (value ?? whole) !== undefined);
  return isKnown ? layout : { ...layout, grid: [], ticks: [], axis: layout.axis && { ...layout.axis, marks: [] } };
}
