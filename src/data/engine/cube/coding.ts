import type { Predicate, Value } from '../../../metrics/types.js';
import { periodRange, startOfPeriod } from '../../../metrics/period.js';
import { parseInstant } from '../../ingest/instant.js';
import type { Column } from '../../table.js';
import { widthBins } from '../dimension.js';

/** Most codes that fit the 16 bits of a row. */
export const CODE_LIMIT = 0xffff;

/**
 * The values of a column as small whole numbers, one a row. Code `size - 1` is unknown. Codes of numbers and instants stand in
 * ascending order; each holds the values from its `lows` to its `highs`, both of which occur in the column.
 */
export interface Coding {
  readonly codes: Uint16Array;
  readonly size: number;
  /** Values by code where every code is one value, without unknown. */
  readonly values?: readonly Value[];
  readonly lows?: Float64Array;
  readonly highs?: Float64Array;
}

/** Codes from ≤ x < to. */
export type Span = readonly [from: number, to: number];

/** Every value its own code; undefined where there are too many. */
export function codeValues(column: Column): Coding | undefined {
  if (column.type === 'category') {
    const unknown = column.dictionary.length;
    if (unknown >= CODE_LIMIT) return undefined;
    const codes = new Uint16Array(column.codes.length);
    for (let row = 0; row < codes.length; row++) {
      const code = column.codes[row] ?? -1;
      codes[row] = code < 0 ? unknown : code;
    }
    return { codes, size: unknown + 1, values: column.dictionary };
  }
  if (column.type === 'boolean') {
    const codes = new Uint16Array(column.values.length);
    for (let row = 0; row < codes.length; row++) {
      const flag = column.values[row] ?? -1;
      codes[row] = flag < 0 ? 2 : flag;
    }
    return { codes, size: 3, values: [false, true] };
  }
  const coded = wholeNumbers(column.values) ?? anyNumbers(column.values);
  return coded === undefined ? undefined : { ...coded, values: Array.from(coded.lows) };
}

/** Bins `from + k * width`, numbered without gaps; undefined where there are too many. */
export function codeWidths(values: Float64Array, width: number, from: number): Coding | undefined {
  const bins = new Float64Array(values.length);
  const { binOf } = widthBins(width, from);
  for (let row = 0; row < bins.length; row++) bins[row] = binOf(values[row] ?? NaN);
  const coded = wholeNumbers(bins);
  return coded === undefined ? undefined : withBounds(coded.codes, coded.size, values);
}

/** Local days of a time zone that have rows; undefined where there are too many, or where clocks went back over midnight. */
export function codeDays(values: Float64Array, timezone: string): Coding | undefined {
  let first = Infinity;
  let last = -Infinity;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? NaN;
    if (value < first) first = value;
    if (value > last) last = value;
  }
  if (last < first) return unknownOnly(values.length);
  if (!(last - first < (CODE_LIMIT - 2) * DAY_MS)) return undefined;
  const edges = dayEdges(first, last, timezone);
  const start = edges[0] ?? 0;
  const days = new Uint16Array(values.length);
  const none = edges.length - 1;
  for (let row = 0; row < days.length; row++) {
    const value = values[row] ?? NaN;
    let day = Math.min(Math.floor((value - start) / DAY_MS), none - 1);
    while (value < (edges[day] ?? -Infinity)) day--;
    while (value >= (edges[day + 1] ?? Infinity)) day++;
    days[row] = day >= 0 ? day : none;
  }
  const { codes, kept } = withoutGaps(days, none);
  const coding = withBounds(codes, kept.length + 1, values);
  const odd = kept.map((day) => (edges[day + 1] ?? 0) - (edges[day] ?? 0) !== DAY_MS);
  return odd.includes(true) && !datesHold(values, coding, odd, timezone) ? undefined : coding;
}

/** The codes on which a predicate holds, as spans; undefined where it cuts through a code. */
export function spansOf(coding: Coding, predicate: Predicate): readonly Span[] | undefined {
  const { lows, highs, size } = coding;
  if (predicate.range !== undefined) {
    if (lows === undefined || highs === undefined) return undefined;
    const from = firstFrom(lows, predicate.range[0]);
    const to = firstFrom(lows, predicate.range[1]);
    if (to <= from && !(predicate.range[0] < predicate.range[1])) return [];
    const cuts = (at: number, edge: number): boolean => at > 0 && (highs[at - 1] ?? 0) >= edge;
    return cuts(from, predicate.range[0]) || cuts(to, predicate.range[1]) ? undefined : [[from, to]];
  }
  const found: number[] = [];
  for (const value of predicate.in ?? []) {
    const code = value === null ? size - 1 : codeOf(coding, value);
    if (code === undefined) return undefined;
    if (code >= 0 && !found.includes(code)) found.push(code);
  }
  return joined(found.sort((a, b) => a - b));
}

const DAY_MS = 86_400_000;
const DENSE = 1 << 20;
const places = new WeakMap<readonly Value[], Map<Value, number>>();

/** The code of a value, -1 where the column does not have it, undefined where its code holds others too. */
function codeOf({ values, lows, highs }: Coding, value: Value): number | undefined {
  if (values !== undefined && lows === undefined) {
    let known = places.get(values);
    if (known === undefined) places.set(values, (known = new Map(values.map((each, code) => [each, code]))));
    return known.get(value) ?? -1;
  }
  const number = typeof value === 'number' ? value : parseInstant(value);
  if (lows === undefined || highs === undefined || number === undefined || (typeof value !== 'number' && values !== undefined))
    return undefined;
  const at = firstFrom(highs, number);
  if (at === highs.length || (lows[at] ?? 0) > number) return -1;
  return lows[at] === highs[at] ? at : undefined;
}

/** The first place whose value is `edge` or more. */
function firstFrom(ascending: Float64Array, edge: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) >= edge) high = middle;
    else low = middle + 1;
  }
  return low;
}

function joined(codes: readonly number[]): Span[] {
  const spans: Span[] = [];
  for (const code of codes) {
    const last = spans.at(-1);
    if (last?.[1] === code) spans[spans.length - 1] = [last[0], code + 1];
    else spans.push([code, code + 1]);
  }
  return spans;
}

type Ordered = Coding & { readonly lows: Float64Array; readonly highs: Float64Array };

/** Whole numbers that lie close together; undefined for others. */
function wholeNumbers(values: Float64Array): Ordered | undefined {
  let first = Infinity;
  let last = -Infinity;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? NaN;
    if (value !== Math.floor(value)) {
      if (Number.isNaN(value)) continue;
      return undefined;
    }
    if (value < first) first = value;
    if (value > last) last = value;
  }
  if (last < first) return unknownOnly(values.length);
  const range = last - first + 1;
  if (!(range <= DENSE)) return undefined;
  const codeOfPlace = new Int32Array(range).fill(-1);
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? NaN;
    if (value >= first) codeOfPlace[value - first] = 0;
  }
  const kept: number[] = [];
  for (let place = 0; place < range; place++) if (codeOfPlace[place] === 0) codeOfPlace[place] = kept.push(place) - 1;
  if (kept.length >= CODE_LIMIT) return undefined;
  const codes = new Uint16Array(values.length);
  for (let row = 0; row < codes.length; row++) {
    const value = values[row] ?? NaN;
    codes[row] = value >= first ? (codeOfPlace[value - first] ?? 0) : kept.length;
  }
  const lows = Float64Array.from(kept, (place) => first + place);
  return { codes, size: kept.length + 1, lows, highs: lows };
}

/** Up to a thousand different numbers of any kind. */
function anyNumbers(values: Float64Array): Ordered | undefined {
  const seen = new Map<number, number>();
  const first = new Uint16Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? NaN;
    if (Number.isNaN(value)) continue;
    let code = seen.get(value);
    if (code === undefined) {
      if (seen.size === FEW) return undefined;
      seen.set(value, (code = seen.size));
    }
    first[row] = code;
  }
  const lows = Float64Array.from(seen.keys()).sort();
  const rank = Uint16Array.from(seen.keys(), (value) => firstFrom(lows, value));
  const codes = first.map((code, row) => (Number.isNaN(values[row] ?? NaN) ? lows.length : (rank[code] ?? 0)));
  return { codes, size: lows.length + 1, lows, highs: lows };
}

const FEW = 1024;

function unknownOnly(length: number): Ordered {
  return { codes: new Uint16Array(length), size: 1, lows: new Float64Array(0), highs: new Float64Array(0) };
}

function withBounds(codes: Uint16Array, size: number, values: Float64Array): Ordered {
  const lows = new Float64Array(size).fill(Infinity);
  const highs = new Float64Array(size).fill(-Infinity);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? 0;
    const value = values[row] ?? NaN;
    if (value < (lows[code] ?? 0)) lows[code] = value;
    if (value > (highs[code] ?? 0)) highs[code] = value;
  }
  return { codes, size, lows: lows.subarray(0, size - 1), highs: highs.subarray(0, size - 1) };
}

/** First instants of the local days from that of `first` on, up to the one after `last`. */
function dayEdges(first: number, last: number, timezone: string): Float64Array {
  const edges: number[] = [];
  if (timezone === 'UTC') {
    for (let edge = Math.floor(first / DAY_MS) * DAY_MS; edge <= last; edge += DAY_MS) edges.push(edge);
    return Float64Array.from([...edges, (edges.at(-1) ?? 0) + DAY_MS]);
  }
  let [edge, next] = periodRange(startOfPeriod(first, 'day', timezone), 'day', timezone);
  while (edge <= last) {
    if (next > edge) edges.push(edge);
    [edge, next] = periodRange(startOfPeriod(next, 'day', timezone), 'day', timezone);
    if (edge <= (edges.at(-1) ?? -Infinity)) return Float64Array.from([...edges, Infinity]);
  }
  return Float64Array.from([...edges, edge]);
}

function withoutGaps(days: Uint16Array, none: number): { codes: Uint16Array; kept: readonly number[] } {
  const has = new Uint8Array(none + 1);
  for (let row = 0; row < days.length; row++) has[days[row] ?? 0] = 1;
  const kept: number[] = [];
  const codeOfDay = new Uint16Array(none + 1);
  for (let day = 0; day < none; day++) if (has[day] === 1) codeOfDay[day] = kept.push(day) - 1;
  codeOfDay[none] = kept.length;
  const codes = new Uint16Array(days.length);
  for (let row = 0; row < codes.length; row++) codes[row] = codeOfDay[days[row] ?? 0] ?? 0;
  return { codes, kept };
}

/**
 * Whether all instants of each day that is not of 24 hours have one date; clocks that go back over midnight break it. Other days
 * have one offset from start to end.
 */
function datesHold(values: Float64Array, { codes, lows }: Ordered, odd: readonly boolean[], timezone: string): boolean {
  const dates = odd.map((isOdd, code) => (isOdd ? startOfPeriod(lows[code] ?? 0, 'day', timezone) : undefined));
  for (let row = 0; row < codes.length; row++) {
    const date = dates[codes[row] ?? 0];
    if (date !== undefined && startOfPeriod(values[row] ?? NaN, 'day', timezone) !== date) return false;
  }
  return true;
}
