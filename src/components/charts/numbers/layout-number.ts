import { fromZero } from '../from-zero.js';
import type { Unit } from '../../../metrics/types.js';
import type { FormatOptions } from '../../base/text/format.js';
import { SIZES } from '../../base/tokens.js';
import { clockTicks } from '../clock-axis.js';
import type { Line, PlacedText } from '../layout.js';
import { greatestOf } from '../measured.js';
import type { Measured } from '../measured.js';
import { valueAxis } from '../scales.js';
import type { Measure } from '../text-width.js';

/** The measures of one whole number of the axis. */
export interface NumberSlot extends Measured {
  readonly at: number;
}

/** The place to draw numbers in. They run from left to right in every language, as time does. */
export interface NumberPlace {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly measure: Measure;
  /** Of the measures. */
  readonly unit: Unit;
  /** Of the numbers of the axis. */
  readonly along: Unit;
  readonly format: FormatOptions;
}

/** A whole drawing of measures over numbers. */
export interface NumberLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly step: number;
  readonly top: number;
  readonly bottom: number;
  readonly grid: readonly Line[];
  readonly ticks: readonly PlacedText[];
  readonly marks: readonly Line[];
  readonly labels: readonly PlacedText[];
  /** Outlines of the measures as closed shapes, and their upper edges, in the order of the measures. */
  readonly areas: readonly string[];
  readonly edges: readonly string[];
  readonly ghosts: readonly string[];
  /** Height at which a value is drawn. */
  readonly y: (value: number) => number;
}

const TICKS = 4;
/** Room in px that a label takes along the axis. */
const LABEL_ROOM = 72;

/** Measures as steps over the whole numbers from the first slot to the last, each part inside its whole; a gap where none is known. */
export function layoutNumbers(slots: readonly NumberSlot[], place: NumberPlace): NumberLayout {
  const { width, height, measure, scale, unit, along, format } = place;
  const line = SIZES.lineSmall * scale;
  const axis = valueAxis(greatestOf(slots), unit, TICKS, format);
  const left = Math.ceil(Math.max(...axis.ticks.map(({ label }) => measure(label))) + SIZES.bar.gap);
  const [top, bottom] = [line, height - line - SIZES.tick];
  const y = fromZero(axis.most, bottom, top);
  const [first, last] = [slots[0]?.at ?? 0, slots.at(-1)?.at ?? 0];
  const step = Math.max(0, width - left) / Math.max(1, slots.length);
  const x = (at: number): number => left + (at - first) * step;
  const wanted = Math.max(1, Math.floor((width - left) / (LABEL_ROOM * scale)));
  const shown =
    along === 'seconds' ? clockTicks(first, last, wanted, format.locale) : valueAxis(last, along, wanted, format).within(first, last);
  const measures = (slots[0]?.values ?? []).map((_, at) => at);
  const runsOf = (of: (slot: NumberSlot) => readonly (number | undefined)[] | undefined, at: number): readonly Run[] =>
    runs(slots, (slot) => of(slot)?.[at]);
  const area = (parts: readonly Run[]): string => parts.map((run) => `M${x(run.from)} ${bottom}${stepsOf(run, x, y)}V${bottom}Z`).join('');
  const filtered = slots.some((slot) => slot.wholes !== undefined);

  return {
    width,
    height,
    left,
    step,
    top,
    bottom,
    grid: axis.ticks.slice(1).map(({ value }) => ({ from: { x: 0, y: y(value) }, to: { x: width, y: y(value) } })),
    ticks: axis.ticks.map(({ value, text }) => ({
      x: 0,
      y: y(value) - SIZES.tick,
      anchor: 'start',
      text,
    })),
    marks: shown.map(({ value }) => ({ from: { x: x(value), y: bottom }, to: { x: x(value), y: bottom + SIZES.tick } })),
    labels: shown.map(({ value, text }): PlacedText => {
      const half = measure(text) / 2;
      return {
        x: Math.max(left + half, Math.min(width - half, x(value))),
        y: bottom + SIZES.tick + line - SIZES.tick / 2,
        anchor: 'middle',
        text,
      };
    }),
    areas: measures.map((at) => area(runsOf((slot) => slot.values, at))),
    edges: measures.map((at) =>
      runsOf((slot) => slot.values, at)
        .map((run) => `M${x(run.from)} ${y(run.values[0] ?? 0)}${stepsOf(run, x, y)}`)
        .join(''),
    ),
    ghosts: filtered ? measures.map((at) => area(runsOf((slot) => slot.wholes, at))) : [],
    y,
  };
}

/** Known values of neighbouring numbers. */
interface Run {
  readonly from: number;
  readonly values: number[];
}

function runs(slots: readonly NumberSlot[], of: (slot: NumberSlot) => number | undefined): readonly Run[] {
  const found: Run[] = [];
  let before: number | undefined;
  for (const slot of slots) {
    const value = of(slot);
    if (value !== undefined && before === slot.at - 1) found.at(-1)?.values.push(value);
    else if (value !== undefined) found.push({ from: slot.at, values: [value] });
    before = value === undefined ? undefined : slot.at;
  }
  return found;
}

function stepsOf({ from, values }: Run, x: (at: number) => number, y: (value: number) => number): string {
  return values.map((value, at) => `V${y(value)}H${x(from + at + 1)}`).join('');
}
