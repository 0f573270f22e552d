import type { Coding } from './coding.js';
import type { EntityFilter } from './entity-filter.js';
import type { ListedRows } from './listed-rows.js';
import type { RowList, Tally } from './tally.js';

/** Which codes of a field pass. */
export interface CodeFilter {
  readonly axis: Coding;
  readonly passing: Uint8Array;
}

/** Filters on rows, and on what they are about; `undefined` where none is. */
export interface Filters {
  /** What two of them share only if they are the same. */
  readonly key: string;
  readonly codes: readonly CodeFilter[];
  readonly entities: EntityFilter | undefined;
}

/**
 * Rows that pass filters, from one question to the next: only rows whose code or entity came or went are looked at. Views count on over
 * those that changed.
 */
export class MovingRows {
  readonly #listed: ListedRows;
  /** Whether the row of a place passes. */
  readonly #passes: Uint8Array;
  #filters: Filters | undefined;
  /** Raised with each change; `#isAnew` where the last began from no rows. */
  #version = 0;
  #isAnew = true;
  readonly #entered: KeptList = { rows: new Uint32Array(0), count: 0 };
  readonly #left: KeptList = { rows: new Uint32Array(0), count: 0 };

  constructor(listed: ListedRows) {
    this.#listed = listed;
    this.#passes = new Uint8Array(listed.length);
  }

  /** Goes on to other filters. */
  moveTo(filters: Filters): void {
    if (filters.key === this.#filters?.key) return;
    const changed = this.#changed(filters);
    const anew = changed === undefined || lengthOf(changed) > this.#listed.length >> 4 ? this.#fewest(filters) : undefined;
    this.#isAnew = changed === undefined || (anew !== undefined && anew.length < lengthOf(changed));
    if (this.#isAnew) this.#passes.fill(0);
    const ranges = this.#isAnew && anew !== undefined ? [anew] : (changed ?? []);
    keep(this.#left, (rows) => this.#leave(ranges, rows), this.#listed.length);
    keep(this.#entered, (rows) => this.#enter(ranges, filters, rows), this.#listed.length);
    this.#filters = filters;
    this.#version++;
  }

  /** Counts a view's tallies on to the rows that pass now; answers the version that they then are of. */
  count(tallies: readonly (Tally | undefined)[], version: number): number {
    if (version === this.#version) return version;
    const isNext = version === this.#version - 1;
    if (!isNext || this.#isAnew) for (const tally of tallies) tally?.clear();
    const entered = isNext ? this.#entered : this.#all();
    for (const tally of tallies) {
      if (entered.count > 0) tally?.add(entered, 1);
      if (isNext && this.#left.count > 0) tally?.add(this.#left, -1);
    }
    return this.#version;
  }

  /** Lists the places that do not pass any more: all that did in what a filter does not let through now. */
  #leave(ranges: readonly Range[], left: Uint32Array): number {
    const passes = this.#passes;
    let count = 0;
    for (const { places, spans, enters } of ranges) {
      if (enters) continue;
      for (let span = 0; span < spans.length; span += 2) {
        const end = spans[span + 1] ?? 0;
        for (let at = spans[span] ?? 0; at < end; at++) {
          const place = places === undefined ? at : (places[at] ?? 0);
          if (passes[place] === 0) continue;
          passes[place] = 0;
          left[count++] = place;
        }
      }
    }
    return count;
  }

  /** Lists the places that pass now and did not, among what a filter lets through now and did not. */
  #enter(ranges: readonly Range[], { codes, entities }: Filters, entered: Uint32Array): number {
    const [passes, { entityOf }] = [this.#passes, this.#listed];
    const tests = codes.map(({ axis, passing }) => ({ codes: this.#listed.codes(axis), passing }));
    const [first = EVERYTHING, second = EVERYTHING, ...others] = tests;
    const mask = entities?.mask;
    let count = 0;
    for (const { places, spans, enters } of ranges) {
      if (!enters) continue;
      for (let span = 0; span < spans.length; span += 2) {
        const end = spans[span + 1] ?? 0;
        for (let at = spans[span] ?? 0; at < end; at++) {
          const place = places === undefined ? at : (places[at] ?? 0);
          if (mask !== undefined && mask[entityOf[place] ?? 0] === 0) continue;
          if (first.passing[first.codes[place] ?? 0] === 0 || second.passing[second.codes[place] ?? 0] === 0) continue;
          if (passes[place] === 1 || !passesAll(others, place)) continue;
          passes[place] = 1;
          entered[count++] = place;
        }
      }
    }
    return count;
  }

  #all(): RowList {
    const [passes, rows] = [this.#passes, roomFor(this.#listed.length)];
    let count = 0;
    for (let place = 0; place < passes.length; place++) {
      rows[count] = place;
      count += passes[place] ?? 0;
    }
    return { rows, count };
  }

  /** Places of codes and entities that came or went; undefined where that is not known. */
  #changed({ codes, entities }: Filters): readonly Range[] | undefined {
    const before = this.#filters;
    if (before === undefined || before.codes.length !== codes.length) return undefined;
    const ranges: Range[] = [];
    for (const [at, { axis, passing }] of codes.entries()) {
      const known = before.codes[at];
      if (known?.axis !== axis) return undefined;
      ranges.push(this.#ofCodes(axis, passing, known.passing, true), this.#ofCodes(axis, known.passing, passing, false));
    }
    if (entities === before.entities) return ranges;
    if (entities === undefined || before.entities === undefined) return undefined;
    const { entered, left } = entities.changesFrom(before.entities);
    return [...ranges, this.#ofEntities(entered, true), this.#ofEntities(left, false)];
  }

  /** The places of the filter that leaves fewest. */
  #fewest({ codes, entities }: Filters): Range {
    const { length } = this.#listed;
    let fewest: Range = entities === undefined ? { spans: [0, length], length, enters: true } : this.#ofEntities(entities.remaining, true);
    for (const { axis, passing } of codes) {
      const range = this.#ofCodes(axis, passing, undefined, true);
      if (range.length < fewest.length) fewest = range;
    }
    return fewest;
  }

  /** The places of codes that are in one set, and not in another. */
  #ofCodes(axis: Coding, isIn: Uint8Array, isNot: Uint8Array | undefined, enters: boolean): Range {
    const { offsets, rows } = this.#listed.byCode(axis);
    const spans: number[] = [];
    let length = 0;
    for (let code = 0; code < axis.size; code++) {
      if (isIn[code] === 0 || isNot?.[code] === 1) continue;
      const [from, to] = [offsets[code] ?? 0, offsets[code + 1] ?? 0];
      spans.push(from, to);
      length += to - from;
    }
    return { places: rows, spans, length, enters };
  }

  #ofEntities(entities: Uint32Array, enters: boolean): Range {
    const { offsets } = this.#listed;
    const spans = new Uint32Array(2 * entities.length);
    let length = 0;
    for (let at = 0; at < entities.length; at++) {
      const entity = entities[at] ?? 0;
      const [from, to] = [offsets[entity] ?? 0, offsets[entity + 1] ?? 0];
      spans[2 * at] = from;
      spans[2 * at + 1] = to;
      length += to - from;
    }
    return { spans, length, enters };
  }
}

/** Places of a list, or places themselves: from each even place of `spans` up to the one after it. A filter lets them through, or not. */
interface Range {
  readonly places?: Uint32Array;
  readonly spans: ArrayLike<number>;
  readonly length: number;
  readonly enters: boolean;
}

/** The codes of places, and which of them pass. */
interface PlaceTest {
  readonly codes: Uint16Array;
  readonly passing: Uint8Array;
}

const EVERYTHING: PlaceTest = { codes: new Uint16Array(0), passing: Uint8Array.of(1) };

function passesAll(tests: readonly PlaceTest[], place: number): boolean {
  for (let at = 0; at < tests.length; at++) {
    const test = tests[at] ?? EVERYTHING;
    if (test.passing[test.codes[place] ?? 0] === 0) return false;
  }
  return true;
}

function lengthOf(ranges: readonly Range[]): number {
  let sum = 0;
  for (const { length } of ranges) sum += length;
  return sum;
}

/** A list that grows, so that a step leaves nothing to be thrown away. */
interface KeptList extends RowList {
  rows: Uint32Array;
}

/** Lists what `find` finds, which is at most so many. */
function keep(list: KeptList, find: (rows: Uint32Array) => number, most: number): void {
  const rows = roomFor(most);
  list.count = find(rows);
  if (list.rows.length < list.count) list.rows = new Uint32Array(Math.min(most, 2 * list.count));
  list.rows.set(rows.subarray(0, list.count));
}

/** Room for places, written anew each time. */
let room = new Uint32Array(0);

function roomFor(length: number): Uint32Array {
  if (room.length < length) room = new Uint32Array(length);
  return room;
}
