import { fromZero } from '../from-zero.js';
import { UNKNOWN } from '../../base/text/format.js';
import { SIZES } from '../../base/tokens.js';
import type { Bar } from './bar-data.js';
import { labelLines } from './label-lines.js';
import { greatest, referenceLine } from '../layout.js';
import type { BarLayout, Box, Line, Place, PlacedBar, PlacedText } from '../layout.js';
import { mirrorOf } from '../mirror.js';
import type { Mirror } from '../mirror.js';
import { valueAxis } from '../scales.js';
import type { ValueAxis } from '../scales.js';

/** Room in px that a tick label takes along the axis, with the space to the next. */
const TICK_ROOM = 64;
const MOST_TICKS = 5;
/** By how many px a line across goes beyond a bar. */
const SEAM = 2;
/** Lines of a label beside its bar, where rows are high enough. */
const LINES = 2;

/** Rows of a lying chart, in px. */
interface Rows {
  readonly step: number;
  readonly thickness: number;
  /** Height of a label that stands above its bar; 0 where it stands beside it. */
  readonly above: number;
}

/** Bars that grow from the start, one under the other, labels beside them or, where it is narrow, above them. */
export function layLying(bars: readonly Bar[], place: Place, widest: number): BarLayout {
  const { width, measure, scale, unit, format } = place;
  const line = SIZES.lineSmall * scale;
  const narrow = width < SIZES.narrow;
  const axisHeight = line + SIZES.tick + SIZES.bar.gap / 2;
  const viewHeight = place.height - axisHeight;
  const rows = rowsOf(bars.length, viewHeight, { above: narrow ? line : 0, across: place.across ?? 1 });
  const height = Math.max(viewHeight, rows.step * bars.length);

  const labelRoom = narrow ? width : Math.min(widest, SIZES.labelWidth * scale, width * SIZES.labelShare);
  const start = narrow ? 0 : labelRoom + SIZES.bar.gap * 1.5;
  const end = width - SIZES.cap - (height > viewHeight ? SIZES.scrollbar : 0);
  const wanted = Math.max(1, Math.min(MOST_TICKS, Math.floor((end - start) / (TICK_ROOM * scale))));
  const scaled = valueAxis(greatest(bars, place), unit, wanted, format);
  const axis = place.mixed === true ? { ...scaled, ticks: scaled.ticks.map((tick) => ({ ...tick, text: tick.label })) } : scaled;
  const x = fromZero(axis.most, start, end);
  const mirror = mirrorOf(width, place.rtl);
  const down = (at: number, length: number): Line => mirror.line({ from: { x: at, y: 0 }, to: { x: at, y: length } });

  const { step, thickness, above } = rows;
  const topOf = (index: number): number => step * index + (step - thickness - above) / 2 + above;
  const labels = labelLines(bars, { width: labelRoom, lines: above === 0 && step >= LINES * line + SIZES.bar.gap ? LINES : 1, measure });
  const placed = bars.map((bar, index): PlacedBar => {
    const top = topOf(index);
    const middle = top + thickness / 2;
    const boxTo = (value: number | undefined): Box | undefined =>
      value === undefined ? undefined : mirror.box({ x: start, y: top, width: x(value) - start, height: thickness });
    const { value, low, high } = bar;
    const lines = labels[index] ?? [];
    return {
      bar,
      box: boxTo(value),
      ghost: boxTo(bar.whole),
      gap:
        value !== undefined || bar.filteredOut
          ? undefined
          : {
              box: mirror.box({ x: start, y: top, width: SIZES.hatchLength, height: thickness }),
              dash: {
                ...mirror.point({ x: start + SIZES.hatchLength + SIZES.bar.gap, y: middle + SIZES.tick * scale }),
                anchor: 'start',
                text: UNKNOWN,
              },
              isHidden: bar.hidden,
            },
      whisker:
        value === undefined || low === undefined || high === undefined
          ? undefined
          : {
              range: mirror.line({ from: { x: x(low), y: middle }, to: { x: x(Math.min(high, axis.most)), y: middle } }),
              goesOn: high > axis.most,
              mean: mirror.point({ x: x(value), y: middle }),
            },
      hit: mirror.box({ x: 0, y: step * index, width, height: step }),
      label: lines.map((text, at) => ({
        ...mirror.point({ x: 0, y: above > 0 ? top - SIZES.tick : middle + SIZES.tick * scale + line * (at - (lines.length - 1) / 2) }),
        anchor: 'start',
        text,
      })),
    };
  });

  return {
    lying: true,
    width,
    height,
    viewHeight,
    grid: axis.ticks.slice(1).map(({ value }) => down(x(value), height)),
    baseline: narrow ? undefined : down(start, height),
    ticks: tickTexts(axis, x, { end: width, y: SIZES.tick + line - SIZES.tick / 2, measure: place.measure, mirror }),
    axis: { height: axisHeight, marks: axis.ticks.map(({ value }) => down(x(value), SIZES.tick)) },
    bars: placed,
    reference: referenceLine(place.reference, {
      value: (at) =>
        above === 0
          ? [down(x(at), height)]
          : bars.map((_, index) => {
              const top = topOf(index);
              return mirror.line({ from: { x: x(at), y: top - SEAM }, to: { x: x(at), y: top + thickness + SEAM } });
            }),
      bar: (at) => {
        const middle = topOf(at) + thickness / 2;
        const label = bars.find((_, index) => middle >= topOf(index) - above && middle < topOf(index))?.label;
        const from = label === undefined ? start : start + Math.min(labelRoom, measure(label)) + SIZES.bar.gap;
        return [mirror.line({ from: { x: from, y: middle }, to: { x: end, y: middle } })];
      },
    }),
  };
}

/**
 * Rows share the height, each with room for so many bars `across` it. Where they are too many they have about their least height and
 * scroll: the height ends in the middle of a bar, so that none seems to be the last, and no label stands without its bar.
 */
function rowsOf(count: number, height: number, { above, across }: { readonly above: number; readonly across: number }): Rows {
  const { thickness, gap, mostLying, share } = SIZES.bar;
  const least = thickness + gap + above;
  const step = height / Math.max(1, count);
  if (step >= least) return { step, above, thickness: Math.min(mostLying * across, Math.max(thickness, (step - above) * share)) };
  const toMiddle = height - above / 2;
  const whole = Math.max(0, Math.floor(toMiddle / least - 0.5));
  return { step: Math.max(least, toMiddle / (whole + 0.5)), above, thickness };
}

/** The last label says what is counted and ends within the drawing; one that it would cover is left out. */
function tickTexts(
  axis: ValueAxis,
  x: (value: number) => number,
  {
    end,
    y,
    measure,
    mirror,
  }: { readonly end: number; readonly y: number; readonly measure: (text: string) => number; readonly mirror: Mirror },
): readonly PlacedText[] {
  const texts = axis.ticks.map(({ value, text }) => {
    const [middle, half] = [x(value), measure(text) / 2];
    return { text, left: Math.max(0, Math.min(middle - half, end - 2 * half)), width: 2 * half };
  });
  const last = texts.at(-1);
  return texts
    .filter((tick) => tick === last || last === undefined || tick.left + tick.width + SIZES.bar.gap <= last.left)
    .map(({ text, left, width }) => ({ x: mirror.x(left + width / 2), y, anchor: 'middle', text }));
}
