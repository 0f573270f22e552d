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
    this.#isAnew = changed === undefined || (anew !== undefined && lengthOf([anew]) < lengthOf(changed));
    if (this.#isAnew) this.#passes.fill(0);
    this.#look(this.#isAnew && anew !== undefined ? [anew] : (changed ?? []), filters);
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

  /** Finds out which of the places pass now and did not, and which did and do not. */
  #look(ranges: readonly Range[], { codes, entities }: Filters): void {
    const [passes, { entityOf, length }] = [this.#passes, this.#listed];
    const [entered, left] = [roomFor(0, length), roomFor(1, length)];
    const [first, ...others] = codes.map(({ axis, passing }) => ({ codes: this.#listed.codes(axis), passing }));
    const mask = entities?.mask;
    let [come, gone] = [0, 0];
    for (const { places, spans } of ranges) {
      for (let span = 0; span < spans.length; span += 2) {
        const end = spans[span + 1] ?? 0;
        for (let at = spans[span] ?? 0; at < end; at++) {
          const place = places === undefined ? at : (places[at] ?? 0);
          let now = mask === undefined ? 1 : (mask[entityOf[place] ?? 0] ?? 0);
          if (first !== undefined) now &= first.passing[first.codes[place] ?? 0] ?? 0;
          for (const other of others) now &= other.passing[other.codes[place] ?? 0] ?? 0;
          if (now === passes[place]) continue;
          passes[place] = now;
          if (now === 1) entered[come++] = place;
          else left[gone++] = place;
        }
      }
    }
    keep(this.#entered, entered, come);
    keep(this.#left, left, gone);
  }

  #all(): RowList {
    const [passes, rows] = [this.#passes, roomFor(0, this.#listed.length)];
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
      ranges.push(this.#ofCodes(axis, (code) => passing[code] !== known.passing[code]));
    }
    if (entities === before.entities) return ranges;
    if (entities === undefined || before.entities === undefined) return undefined;
    const { entered, left } = entities.changesFrom(before.entities);
    return [...ranges, this.#ofEntities(entered), this.#ofEntities(left)];
  }

  /** The places of the filter that leaves fewest. */
  #fewest({ codes, entities }: Filters): Range {
    let fewest: Range = entities === undefined ? { spans: [0, this.#listed.length] } : this.#ofEntities(entities.remaining);
    for (const { axis, passing } of codes) {
      const range = this.#ofCodes(axis, (code) => passing[code] === 1);
      if (lengthOf([range]) < lengthOf([fewest])) fewest = range;
    }
    return fewest;
  }

  #ofCodes(axis: Coding, isIn: (code: number) => boolean): Range {
    const { offsets, rows } = this.#listed.byCode(axis);
    const spans: number[] = [];
    for (let code = 0; code < axis.size; code++) if (isIn(code)) spans.push(offsets[code] ?? 0, offsets[code + 1] ?? 0);
    return { places: rows, spans };
  }

  #ofEntities(entities: Uint32Array): Range {
    const { offsets } = this.#listed;
    const spans = new Uint32Array(2 * entities.length);
    for (let at = 0; at < entities.length; at++) {
      const entity = entities[at] ?? 0;
      spans[2 * at] = offsets[entity] ?? 0;
      spans[2 * at + 1] = offsets[entity + 1] ?? 0;
    }
    return { spans };
  }
}

/** Places of a list, or places themselves: from each even place of `spans` up to the one after it. */
interface Range {
  readonly places?: Uint32Array;
  readonly spans: ArrayLike<number>;
}

/** A list that grows, so that a step leaves nothing to be thrown away. */
interface KeptList extends RowList {
  rows: Uint32Array;
}

function keep(list: KeptList, rows: Uint32Array, count: number): void {
  if (list.rows.length < count) list.rows = new Uint32Array(Math.min(rows.length, 2 * count));
  list.rows.set(rows.subarray(0, count));
  list.count = count;
}

function lengthOf(ranges: readonly Range[]): number {
  let length = 0;
  for (const { spans } of ranges) for (let at = 0; at < spans.length; at += 2) length += (spans[at + 1] ?? 0) - (spans[at] ?? 0);
  return length;
}

/** Room for the places of one change, written anew each time. */
const room: Uint32Array[] = [];

function roomFor(place: number, length: number): Uint32Array {
  let rows = room[place];
  if (rows === undefined || rows.length < length) room[place] = rows = new Uint32Array(length);
  return rows;
}
