import type { Coding } from './coding.js';
import type { ListedRows } from './listed-rows.js';
import type { RowList, Tally } from './tally.js';

/** Which codes of a field pass. */
export interface CodeFilter {
  readonly axis: Coding;
  readonly passing: Uint8Array;
}

/** Filters on rows. */
export interface Filters {
  /** What two of them share only if they are the same. */
  readonly key: string;
  readonly codes: readonly CodeFilter[];
}

/**
 * Rows that pass filters on rows, from one question to the next, whatever they are about: only rows whose code came or went are looked at.
 * Views count on over those that changed.
 */
export class MovingRows {
  /** Whether the row of a place passes. */
  readonly passes: Uint8Array;
  readonly #listed: ListedRows;
  #filters: Filters | undefined;
  /** Raised with each change; `#isAnew` where the last went over all rows. */
  #version = 0;
  #isAnew = true;
  /** How many rows pass. */
  #count = 0;
  readonly #entered: KeptList = { rows: new Uint32Array(0), count: 0 };
  readonly #left: KeptList = { rows: new Uint32Array(0), count: 0 };
  #all: RowList | undefined;

  constructor(listed: ListedRows) {
    this.#listed = listed;
    this.passes = new Uint8Array(listed.length);
  }

  get count(): number {
    return this.#count;
  }

  /** All rows that pass. */
  get all(): RowList {
    return (this.#all ??= this.#listAll());
  }

  /** Goes on to other filters: by the rows of codes that came or went, unless that is more than to go over all rows. */
  moveTo(filters: Filters): void {
    if (filters.key === this.#filters?.key) return;
    const changed = this.#changed(filters);
    this.#isAnew = changed === undefined || lengthOf(changed) > this.#listed.length >> 3;
    if (changed === undefined || this.#isAnew) {
      this.#test(filters);
    } else {
      keep(this.#left, (rows) => this.#leave(changed, rows), this.#listed.length);
      keep(this.#entered, (rows) => this.#enter(changed, filters, rows), this.#listed.length);
      this.#count += this.#entered.count - this.#left.count;
    }
    this.#all = undefined;
    this.#filters = filters;
    this.#version++;
  }

  /** Counts a view's tallies on to the rows that pass now; answers the version that they then are of. */
  countOn(tallies: readonly (Tally | undefined)[], version: number): number {
    if (version === this.#version) return version;
    const isNext = version === this.#version - 1 && !this.#isAnew;
    for (const tally of tallies) {
      if (!isNext) tally?.restart(this);
      else if (this.#entered.count > 0) tally?.add(this.#entered, 1);
      if (isNext && this.#left.count > 0) tally?.add(this.#left, -1);
    }
    return this.#version;
  }

  /** Tests all rows, one filter after another. */
  #test({ codes }: Filters): void {
    const { passes } = this;
    passes.fill(1);
    for (const { axis, passing } of codes) {
      const codeOf = this.#listed.codes(axis);
      for (let place = 0; place < passes.length; place++) passes[place] = (passes[place] ?? 0) & (passing[codeOf[place] ?? 0] ?? 0);
    }
    let count = 0;
    for (let place = 0; place < passes.length; place++) count += passes[place] ?? 0;
    this.#count = count;
  }

  /** Lists the places that do not pass any more: all that did in what a filter does not let through now. */
  #leave(ranges: readonly Range[], left: Uint32Array): number {
    const { passes } = this;
    let count = 0;
    for (const { places, spans, enters } of ranges) {
      if (enters) continue;
      for (let span = 0; span < spans.length; span += 2) {
        const end = spans[span + 1] ?? 0;
        for (let at = spans[span] ?? 0; at < end; at++) {
          const place = places[at] ?? 0;
          left[count] = place;
          count += passes[place] ?? 0;
          passes[place] = 0;
        }
      }
    }
    return count;
  }

  /** Lists the places that pass now and did not, among what a filter lets through now and did not. */
  #enter(ranges: readonly Range[], { codes }: Filters, entered: Uint32Array): number {
    const { passes } = this;
    const tests = codes.map(({ axis, passing }) => ({ codes: this.#listed.codes(axis), passing }));
    let count = 0;
    for (const { places, spans, enters } of ranges) {
      if (!enters) continue;
      for (let span = 0; span < spans.length; span += 2) {
        const end = spans[span + 1] ?? 0;
        for (let at = spans[span] ?? 0; at < end; at++) {
          const place = places[at] ?? 0;
          if (passes[place] === 1 || !passesAll(tests, place)) continue;
          passes[place] = 1;
          entered[count++] = place;
        }
      }
    }
    return count;
  }

  #listAll(): RowList {
    const { passes } = this;
    const rows = new Uint32Array(this.#count + 1);
    let count = 0;
    for (let place = 0; place < passes.length; place++) {
      rows[count] = place;
      count += passes[place] ?? 0;
    }
    return { rows, count };
  }

  /** Places of codes that came or went; undefined where that is not known. */
  #changed({ codes }: Filters): readonly Range[] | undefined {
    const before = this.#filters;
    if (before === undefined || before.codes.length !== codes.length) return undefined;
    const ranges: Range[] = [];
    for (const [at, { axis, passing }] of codes.entries()) {
      const known = before.codes[at];
      if (known?.axis !== axis) return undefined;
      ranges.push(this.#ofCodes(axis, passing, known.passing, true), this.#ofCodes(axis, known.passing, passing, false));
    }
    return ranges;
  }

  /** The places of codes that are in one set, and not in another. */
  #ofCodes(axis: Coding, isIn: Uint8Array, isNot: Uint8Array, enters: boolean): Range {
    const { offsets, rows } = this.#listed.byCode(axis);
    const spans: number[] = [];
    let length = 0;
    for (let code = 0; code < axis.size; code++) {
      if (isIn[code] === 0 || isNot[code] === 1) continue;
      const [from, to] = [offsets[code] ?? 0, offsets[code + 1] ?? 0];
      spans.push(from, to);
      length += to - from;
    }
    return { places: rows, spans, length, enters };
  }
}

/** Places of a list: from each even place of `spans` up to the one after it. A filter lets them through, or not. */
interface Range {
  readonly places: Uint32Array;
  readonly spans: readonly number[];
  readonly length: number;
  readonly enters: boolean;
}

/** The codes of places, and which of them pass. */
interface PlaceTest {
  readonly codes: Uint16Array;
  readonly passing: Uint8Array;
}

function passesAll(tests: readonly PlaceTest[], place: number): boolean {
  for (let at = 0; at < tests.length; at++) {
    const test = tests[at];
    if (test?.passing[test.codes[place] ?? 0] === 0) return false;
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
