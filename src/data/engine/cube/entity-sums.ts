import { entriesOf } from './entries.js';
import type { EntityFilter } from './entity-filter.js';
import type { ListedRows } from './listed-rows.js';

/** By place among the listed rows, what a leaf adds to the cell of the row. */
export type Share = Uint8Array | Float64Array;

/** The rows of a view, by place among the listed ones. */
export interface EntityRows {
  readonly listed: ListedRows;
  /** Cell of each place; `count` where the row is in none. */
  readonly codes: Uint16Array;
  readonly count: number;
}

/**
 * Leaves of one view as numbers by entity and cell, for filters that decide entity by entity: what they come to is a sum over the entities
 * that remain, however many rows they have. It is counted on from one filter to the next by the entities that enter and leave.
 */
export class EntitySums {
  /** Entries of entity `e` are those from `offsets[e]` up to `offsets[e + 1]`. */
  readonly #offsets: Uint32Array;
  /** Of each entry the cell. */
  readonly #slots: Uint16Array | Uint32Array;
  /** Of each entry the numbers of all leaves, one after another, as in the sums of each cell. */
  readonly #weights: Uint8Array | Float64Array;
  readonly #sums: Float64Array;
  /** By leaf the sums by cell. */
  readonly #numbers: readonly Float64Array[];
  /** What all entities come to; made when most of them remain for the first time. */
  #all: Float64Array | undefined;
  #at: EntityFilter | undefined;

  constructor({ listed, codes, count }: EntityRows, shares: readonly Share[]) {
    const counted = codes.slice().fill(count);
    for (const share of shares) {
      for (let place = 0; place < counted.length; place++) if (share[place] !== 0) counted[place] = codes[place] ?? 0;
    }
    const { offsets, slots, entryOf } = entriesOf(listed.offsets, counted, count);
    const width = shares.length;
    const weights = new Float64Array(width * slots.length);
    for (const [leaf, share] of shares.entries()) {
      for (let place = 0; place < entryOf.length; place++) {
        const entry = entryOf[place] ?? 0;
        const at = (entry - 1) * width + leaf;
        if (entry > 0) weights[at] = (weights[at] ?? 0) + (share[place] ?? 0);
      }
    }
    this.#offsets = offsets;
    this.#slots = slots;
    this.#weights = weights.every((weight) => weight >= 0 && weight < 256) ? Uint8Array.from(weights) : weights;
    this.#sums = new Float64Array(width * count);
    this.#numbers = shares.map(() => new Float64Array(count));
  }

  /** What the entities that remain come to, by leaf and cell, until the next question. */
  values(filter: EntityFilter): readonly Float64Array[] {
    const before = this.#at;
    if (before === filter) return this.#numbers;
    this.#at = filter;
    const changes = before === undefined ? undefined : filter.changesFrom(before);
    const changed = changes === undefined ? Infinity : changes.entered.length + changes.left.length;
    const remaining = filter.count;
    const excluded = filter.mask.length - remaining;
    if (changes !== undefined && changed <= remaining && changed <= excluded) {
      this.#add(changes.entered, 1);
      this.#add(changes.left, -1);
    } else if (excluded < remaining) {
      this.#sums.set((this.#all ??= this.#sumOfAll()));
      this.#add(filter.excluded, -1);
    } else {
      this.#sums.fill(0);
      this.#add(filter.remaining, 1);
    }
    return this.#read();
  }

  #sumOfAll(): Float64Array {
    this.#sums.fill(0);
    this.#add(
      Uint32Array.from({ length: this.#offsets.length - 1 }, (_, entity) => entity),
      1,
    );
    return this.#sums.slice();
  }

  #read(): readonly Float64Array[] {
    const [sums, all] = [this.#sums, this.#numbers];
    const width = all.length;
    for (let leaf = 0; leaf < width; leaf++) {
      const numbers = all[leaf] ?? sums;
      for (let cell = 0, at = leaf; at < sums.length; cell++, at += width) numbers[cell] = sums[at] ?? 0;
    }
    return all;
  }

  #add(entities: Uint32Array, sign: 1 | -1): void {
    const [offsets, slots, weights, sums] = [this.#offsets, this.#slots, this.#weights, this.#sums];
    const width = this.#numbers.length;
    for (let place = 0; place < entities.length; place++) {
      const entity = entities[place] ?? 0;
      const end = offsets[entity + 1] ?? 0;
      for (let entry = offsets[entity] ?? 0; entry < end; entry++) {
        const from = entry * width;
        const to = (slots[entry] ?? 0) * width;
        for (let leaf = 0; leaf < width; leaf++) sums[to + leaf] = (sums[to + leaf] ?? 0) + sign * (weights[from + leaf] ?? 0);
      }
    }
  }
}

/**
 * Counts each key once: 1 at the place of a row of the first cell that has it. Undefined where entities share a key: then it counts by
 * what remains. A place whose key is 0 has none.
 */
export function onceEach({ listed, codes }: EntityRows, keyOf: Uint32Array, keyCount: number): Uint8Array | undefined {
  const { entityOf } = listed;
  const placeOf = new Int32Array(keyCount).fill(-1);
  for (let place = 0; place < keyOf.length; place++) {
    const key = keyOf[place] ?? 0;
    if (key === 0) continue;
    const known = placeOf[key] ?? -1;
    if (known >= 0 && entityOf[known] !== entityOf[place]) return undefined;
    if (known < 0 || (codes[place] ?? 0) < (codes[known] ?? 0)) placeOf[key] = place;
  }
  const share = new Uint8Array(keyOf.length);
  for (let key = 1; key < keyCount; key++) if ((placeOf[key] ?? -1) >= 0) share[placeOf[key] ?? 0] = 1;
  return share;
}
