import { fromZero } from '../from-zero.js';
import type { Unit } from '../../../metrics/types.js';
import type { FormatOptions } from '../../base/text/format.js';
import { SIZES } from '../../base/tokens.js';
import type { Box, Line, PlacedText, Point } from '../layout.js';
import { greatestOf } from '../measured.js';
import type { Measured } from '../measured.js';
import { valueAxis } from '../scales.js';
import type { Measure } from '../text-width.js';

/** One period of a time axis. */
export interface PeriodSlot extends Measured {
  /** The local date on which it starts. */
  readonly start: string;
  readonly title: string;
  readonly label: string;
  /** Said where it begins, under the label. */
  readonly year: string;
  /** The period is not over. */
  readonly soFar: boolean;
}

/** How periods are drawn. */
export type PeriodKind = 'bars' | 'line';

/** The place to draw periods in. Time runs from left to right in every language. */
export interface PeriodPlace {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly measure: Measure;
  readonly unit: Unit;
  readonly format: FormatOptions;
  readonly kind: PeriodKind;
  /** Names of the lines, to be written at their ends; none where a legend names them. */
  readonly endLabels: readonly string[];
  /** What stands under an unfinished period. */
  readonly soFar: string;
}

/** Where one period is drawn: its bars and ghosts or the points of its lines, one for each measure. */
export interface PlacedPeriod {
  readonly slot: PeriodSlot;
  readonly hit: Box;
  readonly bars: readonly (Box | undefined)[];
  readonly ghosts: readonly (Box | undefined)[];
  readonly points: readonly (Point | undefined)[];
}

/** One line: its unbroken stretches, and the dashed piece to an unfinished period. */
export interface PlacedLine {
  readonly stretches: readonly (readonly Point[])[];
  readonly dashed: Line | undefined;
}

/** A whole drawing of periods, in two parts: the value axis stays where it is while the periods scroll beside it. */
export interface PeriodLayout {
  readonly axisWidth: number;
  readonly viewWidth: number;
  /** Of all periods, which scroll where they are wider than `viewWidth`. */
  readonly width: number;
  readonly endWidth: number;
  readonly height: number;
  readonly step: number;
  readonly top: number;
  readonly bottom: number;
  /** Heights of the gridlines. */
  readonly grid: readonly number[];
  readonly ticks: readonly PlacedText[];
  readonly marks: readonly Line[];
  readonly labels: readonly PlacedText[];
  readonly periods: readonly PlacedPeriod[];
  readonly lines: readonly PlacedLine[];
  readonly ghostLines: readonly PlacedLine[];
  readonly endLabels: readonly PlacedText[];
}

const TICKS = 4;
/** Least step in px of periods that scroll: a bar is wide enough to be pointed at, a line to be read. */
const LEAST_STEP: Readonly<Record<PeriodKind, number>> = { bars: 24, line: 4 };
const GAP_BETWEEN_LABELS = 8;

/** Periods beside each other; where they are too many for the width they scroll, none is squeezed. Zero is always there. */
export function layoutPeriods(slots: readonly PeriodSlot[], place: PeriodPlace): PeriodLayout {
  const { width, measure, scale, unit, format, kind } = place;
  const line = SIZES.lineSmall * scale;
  const axis = valueAxis(greatestOf(slots), unit, TICKS, format);
  const axisWidth = Math.ceil(Math.max(...axis.ticks.map(({ label }) => measure(label))) + SIZES.bar.gap);
  const endWidth = place.endLabels.length === 0 ? 0 : Math.ceil(Math.max(...place.endLabels.map(measure)) + SIZES.bar.gap);
  const viewWidth = Math.max(1, width - axisWidth - endWidth);
  const fit = viewWidth / Math.max(1, slots.length);
  const scrolls = slots.length > SIZES.mostUpright && fit < LEAST_STEP[kind];
  // As many whole periods as there is room for: none is cut at the edge.
  const step = scrolls ? viewWidth / Math.max(1, Math.floor(viewWidth / LEAST_STEP[kind])) : fit;
  const drawn = scrolls ? step * slots.length : viewWidth;
  const height = place.height - (scrolls ? SIZES.scrollbar : 0);
  const [top, bottom] = [line, height - 2 * line - SIZES.tick];
  const y = fromZero(axis.most, bottom, top);
  const middle = (at: number): number => step * (at + 0.5);

  const periods = slots.map((slot, at): PlacedPeriod => ({
    slot,
    hit: { x: step * at, y: 0, width: step, height: bottom },
    bars: kind === 'bars' ? barsAt(middle(at), step, slot.values, y, bottom) : [],
    ghosts: kind === 'bars' ? barsAt(middle(at), step, slot.wholes ?? [], y, bottom) : [],
    points: kind === 'bars' ? [] : slot.values.map((value) => (value === undefined ? undefined : { x: middle(at), y: y(value) })),
  }));
  const series = kind === 'bars' ? [] : (slots[0]?.values ?? []).map((_, at) => at);
  const pointsOf = (of: (slot: PeriodSlot) => readonly (number | undefined)[] | undefined, serie: number): readonly (Point | undefined)[] =>
    slots.map((slot, at) => {
      const value = of(slot)?.[serie];
      return value === undefined ? undefined : { x: middle(at), y: y(value) };
    });
  const lineOf = (of: (slot: PeriodSlot) => readonly (number | undefined)[] | undefined, serie: number): PlacedLine =>
    brokenLine(pointsOf(of, serie), slots.at(-1)?.soFar === true);
  const isKnown =
    slots.length === 0 || slots.some(({ values, wholes }) => [...values, ...(wholes ?? [])].some((value) => value !== undefined));
  const shownTicks = isKnown ? axis.ticks : [];
  const filtered = slots.some((slot) => slot.wholes !== undefined);

  return {
    axisWidth,
    viewWidth,
    width: drawn,
    endWidth,
    height,
    step,
    top,
    bottom,
    grid: shownTicks.slice(1).map(({ value }) => y(value)),
    ticks: shownTicks.map(({ value, text }) => ({
      x: 0,
      y: y(value) - SIZES.tick,
      anchor: 'start',
      text,
    })),
    ...timeLabels(slots, {
      middle,
      bottom,
      line,
      measure,
      drawn,
      edge: drawn - viewWidth,
      clear: scrolls ? drawn - viewWidth + SIZES.fade * scale : 0,
      soFar: place.soFar,
    }),
    periods,
    lines: series.map((serie) => lineOf((slot) => slot.values, serie)),
    ghostLines: filtered ? series.map((serie) => lineOf((slot) => slot.wholes, serie)) : [],
    endLabels: endsOf(place.endLabels, slots, y, line, bottom),
  };
}

function barsAt(
  middle: number,
  step: number,
  values: readonly (number | undefined)[],
  y: (value: number) => number,
  bottom: number,
): readonly (Box | undefined)[] {
  const whole = Math.min(SIZES.bar.most, Math.max(SIZES.bar.least, step * SIZES.bar.share));
  const width = whole / Math.max(1, values.length);
  return values.map((value, at) =>
    value === undefined ? undefined : { x: middle - whole / 2 + at * width, y: y(value), width, height: bottom - y(value) },
  );
}

/** A line breaks where a value is not known; its last piece is apart where the last period is unfinished. */
function brokenLine(points: readonly (Point | undefined)[], soFar: boolean): PlacedLine {
  const whole = soFar ? points.slice(0, -1) : points;
  const stretches: Point[][] = [];
  whole.forEach((point, at) => {
    if (point === undefined) return;
    if (at === 0 || whole[at - 1] === undefined) stretches.push([point]);
    else stretches.at(-1)?.push(point);
  });
  const [from, to] = [points.at(-2), points.at(-1)];
  return { stretches, dashed: soFar && from !== undefined && to !== undefined ? { from, to } : undefined };
}

/** A text around a point. */
interface WideText {
  readonly x: number;
  readonly width: number;
  readonly text: string;
}

interface LabelPlace {
  readonly middle: (at: number) => number;
  readonly bottom: number;
  readonly line: number;
  readonly measure: Measure;
  readonly drawn: number;
  /** Where the view of the newest periods begins. */
  readonly edge: number;
  /** Where nothing of it is faded any more. */
  readonly clear: number;
  readonly soFar: string;
}

/**
 * Labels of so many periods as fit, counted back from the newest, each with its mark; years where they begin and where the view of the
 * newest does. None reaches across the edge of that view, or is faded there.
 */
function timeLabels(
  slots: readonly PeriodSlot[],
  place: LabelPlace,
): { readonly labels: readonly PlacedText[]; readonly marks: readonly Line[] } {
  const { middle, bottom, line, measure, drawn, edge, clear, soFar } = place;
  const last = slots.length - 1;
  const widest = slots.reduce((most, { label }) => Math.max(most, measure(label)), 0) + GAP_BETWEEN_LABELS;
  const every = Math.max(1, Math.ceil(widest / Math.max(1, middle(1) - middle(0))));
  const textAt = (at: number, text: string): readonly (WideText & { readonly at: number })[] => {
    const [x, width] = [middle(at), measure(text)];
    const [from, to] = x < edge ? [0, edge] : [clear, drawn];
    const isFaded = x >= edge && x < clear;
    return text === '' || isFaded || to - from < width
      ? []
      : [{ at, text, width, x: Math.max(from + width / 2, Math.min(to - width / 2, x)) }];
  };
  const labels = apart(slots.flatMap(({ label }, at) => ((last - at) % every === 0 ? textAt(at, label) : [])));
  const unders = labels.flatMap(({ at }, order) => {
    const [slot, before] = [slots[at], labels[order - 1]?.at ?? -1];
    const begins = slot?.year !== slots[before]?.year || (middle(at) >= edge && middle(before) < edge);
    return textAt(at, [begins ? slot?.year : '', slot?.soFar === true ? soFar : ''].filter(Boolean).join(' '));
  });
  const row = (texts: readonly WideText[], lines: number): readonly PlacedText[] =>
    texts.map(({ x, text }) => ({ x, y: bottom + SIZES.tick + lines * line - SIZES.tick / 2, anchor: 'middle', text }));
  return {
    labels: [...row(labels, 1), ...row(apart(unders), 2)],
    marks: labels.map(({ at }) => ({ from: { x: middle(at), y: bottom }, to: { x: middle(at), y: bottom + SIZES.tick } })),
  };
}

/** Leaves out what would cover the text after it; the last one always stays. */
function apart<T extends WideText>(texts: readonly T[]): readonly T[] {
  const kept: T[] = [];
  for (const text of [...texts].reverse()) {
    const next = kept[0];
    if (next === undefined || text.x + text.width / 2 + GAP_BETWEEN_LABELS <= next.x - next.width / 2) kept.unshift(text);
  }
  return kept;
}

/** Names beside the end of each line, with filters or without, moved apart where they would cross; '' of one that is not drawn. */
function endsOf(
  names: readonly string[],
  slots: readonly PeriodSlot[],
  y: (value: number) => number,
  line: number,
  bottom: number,
): readonly PlacedText[] {
  const wanted = names.map((text, serie) => {
    const [value] = [slots.map(({ values }) => values[serie]), slots.map(({ wholes }) => wholes?.[serie])].flatMap((line) =>
      line.filter((known) => known !== undefined).slice(-1),
    );
    return { text: value === undefined ? '' : text, serie, y: y(value ?? 0) + SIZES.tick };
  });
  let lowest = bottom + SIZES.tick;
  const placed = wanted
    .sort((a, b) => b.y - a.y)
    .map((name) => {
      const at = Math.min(name.y, lowest);
      lowest = at - line;
      return { ...name, y: at };
    });
  return placed.sort((a, b) => a.serie - b.serie).map(({ text, y: at }) => ({ x: SIZES.bar.gap, y: at, anchor: 'start', text }));
}
