import type { Clause, Predicate, Value } from '../../../metrics/types.js';
import { periodRange, startOfPeriod } from '../../../metrics/period.js';
import { parseInstant } from '../../ingest/instant.js';
import { narrowCodes } from '../../narrow-codes.js';
import type { CategoryColumn, Column } from '../../table.js';
import { widthBins } from '../dimension.js';
import type { Gaps } from '../kernels/number-kernel.js';
import { numberKernel } from '../kernels/number-kernel.js';

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
  /** What it was asked last: views of one table ask the same, one after another. */
  last?: LastAsked;
}

/** A range or a single value, and the codes on which it holds. */
interface LastAsked {
  readonly least: number;
  readonly end: number;
  readonly value: Value | undefined;
  readonly spans: readonly Span[] | undefined;
}

/** Codes from ≤ x < to. */
export type Span = readonly [from: number, to: number];

/** Every value its own code; undefined where there are too many. */
export function codeValues(column: Column): Coding | undefined {
  if (column.type === 'category') {
    const unknown = column.dictionary.length;
    if (unknown >= CODE_LIMIT) return undefined;
    return { codes: smallCodes(column, unknown), size: unknown + 1, values: column.dictionary };
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

/** The codes of a column, `unknown` for those that are; where there are none they may be the column's own. */
function smallCodes(column: CategoryColumn, unknown: number): Uint16Array {
  const given = narrowCodes(column) ?? column.codes;
  // What the browser has built in needs no time to be compiled; it makes 65,535 of -1.
  const mark = given instanceof Uint8Array ? 0xff : 0xffff;
  const hasUnknown = given.includes(given instanceof Int32Array ? -1 : mark);
  const codes = given instanceof Uint16Array && !hasUnknown ? given : new Uint16Array(given);
  if (hasUnknown) for (let row = 0; row < codes.length; row++) if (codes[row] === mark) codes[row] = unknown;
  return codes;
}

/** Bins `from + k * width`, numbered without gaps; undefined where there are too many. */
export function codeWidths(values: Float64Array, width: number, from: number): Coding | undefined {
  const [least, greatest] = extent(values);
  if (greatest < least) return unknownOnly(values.length);
  const { binOf, edgeOf } = widthBins(width, from);
  const first = binOf(least);
  const bins = binOf(greatest) - first + 1;
  if (!(bins <= DENSE)) return undefined;
  const edges = Float64Array.from({ length: bins + 1 }, (_, bin) => edgeOf(first + bin));
  edges[bins] = Infinity;
  return between(values, edges, width).coding;
}

/** Local days of a time zone that have rows; undefined where there are too many, or where clocks went back over midnight. */
export function codeDays(values: Float64Array, timezone: string): Coding | undefined {
  const [first, last] = extent(values);
  if (last < first) return unknownOnly(values.length);
  if (!(last - first < (CODE_LIMIT - 2) * DAY_MS)) return undefined;
  const edges = dayEdges(first, last, timezone);
  const { coding, kept } = between(values, edges, DAY_MS);
  if (coding === undefined) return undefined;
  const odd = kept.map((day) => (edges[day + 1] ?? 0) - (edges[day] ?? 0) !== DAY_MS);
  return odd.includes(true) && !datesHold(values, coding, odd, timezone) ? undefined : coding;
}

/** The codes on which a predicate holds, as spans; undefined where it cuts through a code. */
export function spansOf(coding: Coding, predicate: Predicate): readonly Span[] | undefined {
  const { lows, highs, size } = coding;
  if (predicate.range !== undefined) {
    if (lows === undefined || highs === undefined) return undefined;
    const [least, end] = predicate.range;
    const known = coding.last;
    if (known !== undefined && known.least === least && known.end === end) return known.spans;
    const from = firstFrom(lows, least);
    const to = firstFrom(lows, end);
    // A value on the other side of an edge, in the code before it: the range cuts through that code.
    const cut = (from > 0 && (highs[from - 1] ?? 0) >= least) || (to > 0 && (highs[to - 1] ?? 0) >= end);
    const spans: readonly Span[] | undefined = to <= from && !(least < end) ? [] : cut ? undefined : [[from, to]];
    coding.last = { least, end, value: undefined, spans };
    return spans;
  }
  const values = predicate.in ?? [];
  const only = values.length === 1 ? values[0] : undefined;
  if (only !== undefined && coding.last?.value === only) return coding.last.spans;
  const found: number[] = [];
  for (const value of values) {
    const code = value === null ? size - 1 : codeOf(coding, value);
    if (code === undefined) return undefined;
    if (code >= 0 && !found.includes(code)) found.push(code);
  }
  const spans = joined(found.sort((a, b) => a - b));
  if (only !== undefined) coding.last = { least: NaN, end: NaN, value: only, spans };
  return spans;
}

/** So many filters on a field as a reader could set them, from its first codes on; objects of the form that those of readers have. */
export function samples(field: string, { lows, values, size }: Coding, count: number): readonly Clause[] {
  return Array.from({ length: size > 2 ? count : 0 }, (_, at): Clause => {
    const from = (at * 7) % (size - 2);
    if (values !== undefined) return { origin: '', field, in: [values[from] ?? null] };
    return { origin: '', field, range: [lows?.[from] ?? 0, lows?.[Math.min(from + (size >> 3), size - 2)] ?? 0] };
  });
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

/** The least and the greatest value; the second is below the first where none is known. */
function extent(values: Float64Array): readonly [least: number, greatest: number] {
  const kernel = numberKernel();
  if (kernel !== undefined) return kernel.extent(values);
  let least = Infinity;
  let greatest = -Infinity;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? NaN;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return [least, greatest];
}

/**
 * Codes of the gaps between ascending edges about a step apart, of those that have values; `kept` are their places. All known values
 * are from the first edge up to below the last. No coding where there are too many.
 */
function between(values: Float64Array, edges: Float64Array, step: number): { coding: Ordered | undefined; kept: readonly number[] } {
  const none = edges.length - 1;
  const lows = new Float64Array(none + 1).fill(Infinity);
  const highs = new Float64Array(none + 1).fill(-Infinity);
  const places = none <= CODE_LIMIT ? new Uint16Array(values.length) : new Int32Array(values.length);
  const kernel = places instanceof Uint16Array ? numberKernel() : undefined;
  if (kernel !== undefined && places instanceof Uint16Array) kernel.place(places, values, { edges, step, lows, highs });
  else place(places, values, { edges, step, lows, highs });
  const kept: number[] = [];
  for (let at = 0; at < none; at++) if ((highs[at] ?? 0) >= (lows[at] ?? 0)) kept.push(at);
  if (kept.length >= CODE_LIMIT) return { coding: undefined, kept };
  const size = kept.length + 1;
  if (places instanceof Uint16Array && kept.length === none) {
    return { coding: { codes: places, size, lows: lows.subarray(0, none), highs: highs.subarray(0, none) }, kept };
  }
  const codeOf = new Uint16Array(none + 1).fill(kept.length);
  for (const [code, at] of kept.entries()) codeOf[at] = code;
  const codes = places instanceof Uint16Array ? places : new Uint16Array(values.length);
  for (let row = 0; row < codes.length; row++) codes[row] = codeOf[places[row] ?? 0] ?? 0;
  return {
    coding: { codes, size, lows: Float64Array.from(kept, (at) => lows[at] ?? 0), highs: Float64Array.from(kept, (at) => highs[at] ?? 0) },
    kept,
  };
}

/** The gap of each value, and the least and greatest value of each gap, in one pass. Unknown values are past the last gap. */
function place(places: Uint16Array | Int32Array, values: Float64Array, { edges, step, lows, highs }: Gaps): void {
  const none = edges.length - 1;
  const start = edges[0] ?? 0;
  const perStep = 1 / step;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? NaN;
    // Unknown values are compared like others: a branch that only some columns take costs the compiled loop, and small data their speed.
    let at = Math.min(((value - start) * perStep) | 0, none - 1);
    // A quotient that was rounded is put right by the edges, by one if at all, but where days were left out.
    at += (value >= (edges[at + 1] ?? Infinity) ? 1 : 0) - (value < (edges[at] ?? -Infinity) ? 1 : 0);
    while (value < (edges[at] ?? -Infinity)) at--;
    while (value >= (edges[at + 1] ?? Infinity)) at++;
    places[row] = value === value ? at : none;
    if (value < (lows[at] ?? 0)) lows[at] = value;
    if (value > (highs[at] ?? 0)) highs[at] = value;
  }
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
