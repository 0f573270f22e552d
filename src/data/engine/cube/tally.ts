import { CountedKeys } from './counted-keys.js';
import type { Pairs } from './distinct.js';
import type { Entries } from './entries.js';
import { entriesOf } from './entries.js';
import type { EntityFilter } from './entity-filter.js';
import type { ListedRows } from './listed-rows.js';
import type { MovingRows } from './moving-rows.js';

/** Rows that begin or cease to pass: the first `count` of the list. */
export interface RowList {
  readonly rows: Uint32Array;
  count: number;
}

/** Cells by place among the listed rows; of spans the last cell, too. */
export interface PlacedCells {
  readonly codes: Uint16Array;
  readonly lastCodes?: Uint16Array | undefined;
  readonly count: number;
}

/** One leaf's numbers over rows that pass filters on rows, of entities that remain; counted on as rows and entities come and go. */
export interface Tally {
  /** Begins again with the rows that pass; of entities none remains. */
  restart(rows: Pick<MovingRows, 'passes'>): void;
  /** Rows begin to pass (1) or cease to (-1). */
  add(list: RowList, sign: 1 | -1): void;
  /** Other entities remain. */
  goTo(entities: EntityFilter, rows: MovingRows): void;
  /** The numbers by cell, until the next change. */
  numbers(): Float64Array;
}

/** Counts rows, or sums up whole numbers of theirs. */
export class SumTally implements Tally {
  readonly #listed: ListedRows;
  readonly #cells: PlacedCells;
  readonly #values: Float64Array | undefined;
  readonly #sums: Float64Array;
  readonly #out: Float64Array;
  #at: EntityFilter | undefined;

  /** Cells and values are by place; the cell of a row that is not counted is that of none. */
  constructor(listed: ListedRows, cells: PlacedCells, values: Float64Array | undefined) {
    this.#listed = listed;
    this.#cells = cells;
    this.#values = values;
    this.#sums = new Float64Array(cells.count + 2);
    this.#out = cells.lastCodes === undefined ? this.#sums.subarray(0, cells.count) : new Float64Array(cells.count);
  }

  restart(): void {
    this.#at = undefined;
  }

  add({ rows, count }: RowList, sign: 1 | -1): void {
    const mask = this.#at?.mask;
    if (mask === undefined) return;
    const { entityOf } = this.#listed;
    for (let at = 0; at < count; at++) {
      const place = rows[at] ?? 0;
      if (mask[entityOf[place] ?? 0] === 1) this.#count(place, sign);
    }
  }

  /** By the entities that came and went, or else anew: by those that remain, or by the rows that pass. */
  goTo(entities: EntityFilter, rows: MovingRows): void {
    const before = this.#at;
    if (before === entities) return;
    this.#at = entities;
    const changes = before === undefined ? undefined : entities.changesFrom(before);
    const { entityOf } = this.#listed;
    const each = entityOf.length / entities.mask.length;
    const least = Math.min(rows.count, each * entities.count);
    if (changes !== undefined && each * (changes.entered.length + changes.left.length) <= least) {
      this.#addEntities(changes.entered, 1, rows);
      this.#addEntities(changes.left, -1, rows);
      return;
    }
    this.#sums.fill(0);
    if (least < rows.count) this.#addEntities(entities.remaining, 1, rows);
    else this.add(rows.all, 1);
  }

  /** Of a span, what begins up to a cell and has not ended before it. */
  numbers(): Float64Array {
    const [out, sums] = [this.#out, this.#sums];
    if (this.#cells.lastCodes === undefined) return out;
    let sum = 0;
    for (let cell = 0; cell < out.length; cell++) out[cell] = sum += sums[cell] ?? 0;
    return out;
  }

  #addEntities(entities: Uint32Array, sign: 1 | -1, { passes }: MovingRows): void {
    const { offsets } = this.#listed;
    for (let at = 0; at < entities.length; at++) {
      const entity = entities[at] ?? 0;
      const end = offsets[entity + 1] ?? 0;
      for (let place = offsets[entity] ?? 0; place < end; place++) if (passes[place] === 1) this.#count(place, sign);
    }
  }

  #count(place: number, sign: 1 | -1): void {
    const [sums, { codes, lastCodes }] = [this.#sums, this.#cells];
    const value = this.#values === undefined ? sign : sign * (this.#values[place] ?? 0);
    const cell = codes[place] ?? 0;
    sums[cell] = (sums[cell] ?? 0) + value;
    if (lastCodes === undefined) return;
    const after = (lastCodes[place] ?? 0) + 1;
    sums[after] = (sums[after] ?? 0) - value;
  }
}

/**
 * Counts different texts by cell, or each in the first cell in which it is met. A pair of a cell and a text that an entity has is one
 * entry, which knows how many of its rows pass: entities come and go by their entries, whatever rows they have.
 */
export class PairTally implements Tally {
  readonly #entityOf: Uint32Array;
  readonly #entries: Entries;
  /** By entry, counted from 1, its rows that pass. */
  readonly #uses: Uint32Array;
  readonly #counts: readonly EntryCounts[];
  #at: EntityFilter | undefined;

  /**
   * Cells and pairs are by place, the pair of a row that is not counted is 0. There is a count for each of `texts`: of these where they
   * are met first, else of pairs.
   */
  constructor({ offsets, entityOf }: ListedRows, cells: PlacedCells, pairs: Pairs, texts: readonly (Pairs | undefined)[]) {
    const keys = pairs.of.map((pair) => (pair === 0 ? pairs.count : pair));
    this.#entityOf = entityOf;
    this.#entries = entriesOf(offsets, keys, pairs.count);
    this.#counts = texts.map((each) => new EntryCounts(this.#entries, cells, each ?? pairs, each !== undefined));
    this.#uses = new Uint32Array(this.#entries.slots.length + 1);
  }

  restart({ passes }: Pick<MovingRows, 'passes'>): void {
    const [uses, { entryOf }] = [this.#uses, this.#entries];
    uses.fill(0);
    for (let place = 0; place < passes.length; place++) {
      const entry = entryOf[place] ?? 0;
      uses[entry] = (uses[entry] ?? 0) + (passes[place] ?? 0);
    }
    this.#at = undefined;
  }

  add({ rows, count }: RowList, sign: 1 | -1): void {
    const [uses, entityOf, { entryOf }] = [this.#uses, this.#entityOf, this.#entries];
    const mask = this.#at?.mask;
    const edge = sign === 1 ? 0 : 1;
    for (let at = 0; at < count; at++) {
      const place = rows[at] ?? 0;
      const entry = entryOf[place] ?? 0;
      const before = uses[entry] ?? 0;
      uses[entry] = before + sign;
      if (before === edge && entry > 0 && mask?.[entityOf[place] ?? 0] === 1) this.#count(entry - 1, sign);
    }
  }

  goTo(entities: EntityFilter): void {
    const before = this.#at;
    if (before === entities) return;
    this.#at = entities;
    const changes = before === undefined ? undefined : entities.changesFrom(before);
    if (changes !== undefined && changes.entered.length + changes.left.length <= entities.count) {
      this.#addEntities(changes.entered, 1);
      this.#addEntities(changes.left, -1);
      return;
    }
    for (const counts of this.#counts) counts.clear();
    this.#addEntities(entities.remaining, 1);
  }

  numbers(at = 0): Float64Array {
    return this.#counts[at]?.numbers ?? new Float64Array(0);
  }

  #addEntities(entities: Uint32Array, sign: 1 | -1): void {
    const [uses, { offsets }] = [this.#uses, this.#entries];
    for (let at = 0; at < entities.length; at++) {
      const entity = entities[at] ?? 0;
      const end = offsets[entity + 1] ?? 0;
      for (let entry = offsets[entity] ?? 0; entry < end; entry++) if ((uses[entry + 1] ?? 0) > 0) this.#count(entry, sign);
    }
  }

  #count(entry: number, sign: 1 | -1): void {
    for (let at = 0; at < this.#counts.length; at++) this.#counts[at]?.count(entry, sign);
  }
}

/** What entries come to that remain: each in its cell, or each key once, in the first cell that has it. */
class EntryCounts {
  readonly numbers: Float64Array;
  readonly #cellOf: Uint16Array;
  readonly #keyOf: Uint32Array;
  readonly #keys: CountedKeys | undefined;

  constructor({ entryOf, slots }: Entries, { codes, count }: PlacedCells, keys: Pairs, across: boolean) {
    this.numbers = new Float64Array(count);
    this.#cellOf = new Uint16Array(slots.length);
    this.#keyOf = new Uint32Array(slots.length);
    for (let place = 0; place < entryOf.length; place++) {
      const entry = (entryOf[place] ?? 0) - 1;
      if (entry < 0) continue;
      this.#cellOf[entry] = codes[place] ?? 0;
      this.#keyOf[entry] = keys.of[place] ?? 0;
    }
    this.#keys = CountedKeys.create(this.#keyOf, this.#cellOf, keys.count, across);
  }

  clear(): void {
    this.numbers.fill(0);
    this.#keys?.clear();
  }

  count(entry: number, sign: 1 | -1): void {
    const { numbers } = this;
    if (this.#keys !== undefined) this.#keys.count(this.#keyOf[entry] ?? 0, entry, sign, numbers);
    else {
      const cell = this.#cellOf[entry] ?? 0;
      numbers[cell] = (numbers[cell] ?? 0) + sign;
    }
  }
}
