import { rowsByCode } from './distinct.js';
import type { EntityFilter } from './entity-filter.js';
import type { ListedRows } from './listed-rows.js';

/** The rows that a leaf counts, by place among the listed ones. */
export interface EntityRows {
  readonly listed: ListedRows;
  /** Cell of each place; `count` where the row is not counted. */
  readonly codes: Uint16Array;
  readonly count: number;
}

/**
 * A leaf as numbers by entity and cell, for filters that decide entity by entity: what it comes to is a sum over the entities that
 * remain, however many rows they have. It is counted on from one filter to the next by the entities that enter and leave.
 */
export class EntitySums {
  /** Entries of entity `e` are those from `offsets[e]` up to `offsets[e + 1]`. */
  readonly #offsets: Uint32Array;
  /** Of each entry the cell, or the key if keys are counted. */
  readonly #slots: Uint16Array | Uint32Array;
  /** Undefined where all are 1. */
  readonly #weights: Uint8Array | Float64Array | undefined;
  readonly #keys: CountedKeys | undefined;
  readonly #numbers: Float64Array;
  /** What all entities come to; made when most of them remain for the first time. */
  #all: Float64Array | undefined;
  #at: EntityFilter | undefined;

  private constructor(entries: Entries, cellCount: number, weights: Float64Array | undefined, keys: CountedKeys | undefined) {
    this.#offsets = entries.offsets;
    this.#slots = entries.slots;
    const isSmall = weights?.every((weight) => weight >= 0 && weight < 256) === true;
    this.#weights = isSmall ? Uint8Array.from(weights ?? []) : weights;
    this.#keys = keys;
    this.#numbers = new Float64Array(cellCount);
  }

  /** Counts rows, or sums up whole numbers of theirs; a row whose number is unknown must not be counted. */
  static sums({ listed, codes, count }: EntityRows, values?: Float64Array): EntitySums {
    const entries = entriesOf(listed.offsets, codes, count);
    const weights = new Float64Array(entries.slots.length);
    const { entryOf } = entries;
    for (let place = 0; place < entryOf.length; place++) {
      const entry = entryOf[place] ?? 0;
      if (entry > 0) weights[entry - 1] = (weights[entry - 1] ?? 0) + (values === undefined ? 1 : (values[place] ?? 0));
    }
    return new EntitySums(entries, count, weights.every((weight) => weight === 1) ? undefined : weights, undefined);
  }

  /**
   * Counts different keys, each in its cell; a place whose key is 0 has none. With `across` a key has rows in several cells, and counts in
   * the first of them alone.
   */
  static distinct({ listed, codes, count }: EntityRows, keyOf: Uint32Array, keyCount: number, across: boolean): EntitySums {
    const keys = keyOf.map((key, place) => (key === 0 || codes[place] === count ? keyCount : key));
    const entries = entriesOf(listed.offsets, keys, keyCount);
    const cellOfEntry = new Uint16Array(entries.slots.length).fill(count);
    const { entryOf } = entries;
    for (let place = 0; place < entryOf.length; place++) {
      const entry = (entryOf[place] ?? 0) - 1;
      const cell = codes[place] ?? count;
      if (entry >= 0 && cell < (cellOfEntry[entry] ?? 0)) cellOfEntry[entry] = cell;
    }
    const uses = new Uint8Array(keyCount);
    let alone = true;
    for (const key of entries.slots) {
      alone &&= uses[key] === 0;
      uses[key] = 1;
    }
    if (alone) return new EntitySums({ ...entries, slots: cellOfEntry }, count, undefined, undefined);
    return new EntitySums(entries, count, undefined, new CountedKeys(entries, cellOfEntry, keyCount, across));
  }

  /** What the entities that remain come to, cell by cell, until the next question. */
  values(filter: EntityFilter): Float64Array {
    const numbers = this.#numbers;
    const before = this.#at;
    if (before === filter) return numbers;
    this.#at = filter;
    const changes = before === undefined ? undefined : filter.changesFrom(before);
    const changed = changes === undefined ? Infinity : changes.entered.length + changes.left.length;
    const { remaining, mask } = filter;
    const excluded = mask.length - remaining.length;
    if (changes !== undefined && changed <= remaining.length && changed <= excluded) {
      this.#add(changes.entered, 1);
      this.#add(changes.left, -1);
    } else if (excluded < remaining.length) {
      this.#takeAll();
      this.#add(filter.excluded, -1);
    } else {
      numbers.fill(0);
      this.#keys?.clear();
      this.#add(remaining, 1);
    }
    return numbers;
  }

  #takeAll(): void {
    if (this.#all !== undefined) {
      this.#numbers.set(this.#all);
      this.#keys?.takeAll();
      return;
    }
    this.#numbers.fill(0);
    this.#keys?.clear();
    this.#add(
      Uint32Array.from({ length: this.#offsets.length - 1 }, (_, entity) => entity),
      1,
    );
    this.#all = this.#numbers.slice();
    this.#keys?.keepAll();
  }

  #add(entities: Uint32Array, sign: 1 | -1): void {
    const [offsets, slots, weights, numbers, keys] = [this.#offsets, this.#slots, this.#weights, this.#numbers, this.#keys];
    for (let place = 0; place < entities.length; place++) {
      const entity = entities[place] ?? 0;
      const end = offsets[entity + 1] ?? 0;
      let at = offsets[entity] ?? 0;
      if (keys !== undefined) {
        for (; at < end; at++) keys.count(slots[at] ?? 0, at, sign, numbers);
      } else if (weights === undefined) {
        for (; at < end; at++) {
          const cell = slots[at] ?? 0;
          numbers[cell] = (numbers[cell] ?? 0) + sign;
        }
      } else {
        for (; at < end; at++) {
          const cell = slots[at] ?? 0;
          numbers[cell] = (numbers[cell] ?? 0) + sign * (weights[at] ?? 0);
        }
      }
    }
  }
}

/** Keys that several entities have: each counts once, in the first cell in which one that remains has it. */
class CountedKeys {
  readonly #cellOfEntry: Uint16Array;
  /** By key, how many entities that remain have it; where it may be in several cells, in which of its entries. */
  readonly #counts: Uint32Array;
  readonly #entriesOf: { readonly offsets: Uint32Array; readonly rows: Uint32Array } | undefined;
  readonly #isIn: Uint8Array;
  #all = new Uint32Array(0);

  constructor({ slots }: Entries, cellOfEntry: Uint16Array, keyCount: number, across: boolean) {
    this.#cellOfEntry = cellOfEntry;
    this.#counts = new Uint32Array(keyCount);
    this.#entriesOf = across ? rowsByCode(slots, keyCount) : undefined;
    this.#isIn = new Uint8Array(across ? slots.length : 0);
  }

  clear(): void {
    this.#counts.fill(0);
    this.#isIn.fill(0);
  }

  /** Keeps the state as that in which all entities remain. */
  keepAll(): void {
    this.#all = this.#counts.slice();
  }

  /** Goes back to that state. */
  takeAll(): void {
    this.#counts.set(this.#all);
    this.#isIn.fill(1);
  }

  /** An entry comes to remain, or ceases to. */
  count(key: number, entry: number, sign: 1 | -1, numbers: Float64Array): void {
    if (this.#entriesOf === undefined) {
      const before = this.#counts[key] ?? 0;
      this.#counts[key] = before + sign;
      if (before !== (sign > 0 ? 0 : 1)) return;
      const cell = this.#cellOfEntry[entry] ?? 0;
      numbers[cell] = (numbers[cell] ?? 0) + sign;
      return;
    }
    const before = this.#first(key);
    this.#isIn[entry] = Number(sign > 0);
    const after = this.#first(key);
    if (before === after) return;
    if (before < numbers.length) numbers[before] = (numbers[before] ?? 0) - 1;
    if (after < numbers.length) numbers[after] = (numbers[after] ?? 0) + 1;
  }

  /** The first cell of a key; beyond all cells where it has none. */
  #first(key: number): number {
    const [entries, isIn, cells] = [this.#entriesOf, this.#isIn, this.#cellOfEntry];
    let first = 0xffff;
    const end = entries?.offsets[key + 1] ?? 0;
    for (let at = entries?.offsets[key] ?? 0; at < end; at++) {
      const entry = entries?.rows[at] ?? 0;
      const cell = cells[entry] ?? 0;
      if (isIn[entry] === 1 && cell < first) first = cell;
    }
    return first;
  }
}

/** What each entity has, entity after entity. */
export interface Entries {
  readonly offsets: Uint32Array;
  readonly slots: Uint16Array | Uint32Array;
  /** By place its entry, counted from 1; 0 for one that has none. */
  readonly entryOf: Uint32Array;
}

/** One entry for the places of one entity and slot, entity after entity; slots from `slotCount` on are none. */
export function entriesOf(placesOf: Uint32Array, slotOf: Uint16Array | Uint32Array, slotCount: number): Entries {
  const offsets = new Uint32Array(placesOf.length);
  const slots = slotOf.slice();
  const entryOf = new Uint32Array(slotOf.length);
  const latest = new Uint32Array(slotCount);
  let count = 0;
  let place = 0;
  for (let entity = 0; entity + 1 < placesOf.length; entity++) {
    const start = count;
    const end = placesOf[entity + 1] ?? 0;
    for (; place < end; place++) {
      const slot = slotOf[place] ?? 0;
      if (slot >= slotCount) continue;
      if ((latest[slot] ?? 0) <= start) {
        slots[count++] = slot;
        latest[slot] = count;
      }
      entryOf[place] = latest[slot] ?? 0;
    }
    offsets[entity + 1] = count;
  }
  return { offsets, slots: slots.slice(0, count), entryOf };
}
