import { fromZero } from '../from-zero.js';
import { UNKNOWN } from '../../base/text/format.js';
import { SIZES } from '../../base/tokens.js';
import type { Bar } from './bar-data.js';
import { greatest, referenceLine } from '../layout.js';
import type { BarLayout, Box, Line, Place, PlacedBar } from '../layout.js';
import { mirrorOf } from '../mirror.js';
import { valueAxis } from '../scales.js';

const TICKS = 4;

/** Bars that stand on the axis, labels under them; undefined where the widest label does not fit under its bar. */
export function layUpright(bars: readonly Bar[], place: Place, widest: number): BarLayout | undefined {
  const { width, height, measure, scale, unit, format } = place;
  const axis = valueAxis(greatest(bars, place), unit, TICKS, format);
  const line = SIZES.lineSmall * scale;
  const start = Math.max(...axis.ticks.map(({ label }) => measure(label))) + SIZES.bar.gap;
  const step = (width - start) / Math.max(1, bars.length);
  if (widest + SIZES.bar.gap > step) return undefined;

  const bottom = height - line - SIZES.bar.gap;
  const y = fromZero(axis.most, bottom, line);
  const thickness = Math.min(SIZES.bar.most, Math.max(SIZES.bar.least, step * SIZES.bar.share));
  const mirror = mirrorOf(width, place.rtl);
  const across = (at: number): Line => ({ from: { x: 0, y: at }, to: { x: width, y: at } });

  const placed = bars.map((bar, index): PlacedBar => {
    const middle = start + step * (index + 0.5);
    const boxTo = (value: number | undefined): Box | undefined =>
      value === undefined ? undefined : mirror.box({ x: middle - thickness / 2, y: y(value), width: thickness, height: bottom - y(value) });
    const { value, low, high } = bar;
    return {
      bar,
      box: boxTo(value),
      ghost: boxTo(bar.whole),
      gap:
        value !== undefined || bar.filteredOut
          ? undefined
          : {
              box: mirror.box({ x: middle - thickness / 2, y: bottom - SIZES.hatchLength, width: thickness, height: SIZES.hatchLength }),
              dash: { ...mirror.point({ x: middle, y: bottom - SIZES.hatchLength - SIZES.tick }), anchor: 'middle', text: UNKNOWN },
              isHidden: bar.hidden,
            },
      whisker:
        value === undefined || low === undefined || high === undefined
          ? undefined
          : {
              range: mirror.line({ from: { x: middle, y: y(low) }, to: { x: middle, y: y(Math.min(high, axis.most)) } }),
              goesOn: high > axis.most,
              mean: mirror.point({ x: middle, y: y(value) }),
            },
      hit: mirror.box({ x: middle - step / 2, y: 0, width: step, height }),
      label: [{ ...mirror.point({ x: middle, y: height - SIZES.tick }), anchor: 'middle', text: bar.label }],
    };
  });

  return {
    lying: false,
    width,
    height,
    viewHeight: height,
    grid: axis.ticks.slice(1).map(({ value }) => across(y(value))),
    baseline: across(bottom),
    ticks: axis.ticks.map(({ value, text }) => ({
      x: mirror.x(0),
      y: y(value) - SIZES.tick,
      anchor: 'start',
      text,
    })),
    axis: undefined,
    bars: placed,
    reference: referenceLine(place.reference, {
      value: (at) => [across(y(at))],
      bar: (at) => {
        const middle = start + step * (at + 0.5);
        return [mirror.line({ from: { x: middle, y: 0 }, to: { x: middle, y: bottom } })];
      },
    }),
  };
}
