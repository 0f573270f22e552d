import { rowsByCode } from '../rows-by-code.js';
import type { Entries } from './entries.js';

type Slots = Entries['slots'];

/** Keys that several entities have: each counts once, in the first cell in which one that remains has it. */
export class CountedKeys {
  readonly #cellOfEntry: Uint16Array;
  /** By key, how many entities that remain have it; where it may be in several cells, in which of its entries. */
  readonly #counts: Uint32Array;
  readonly #entriesOf: { readonly offsets: Uint32Array; readonly rows: Uint32Array } | undefined;
  readonly #isIn: Uint8Array;

  private constructor(keyOf: Slots, cellOfEntry: Uint16Array, keyCount: number, across: boolean) {
    this.#cellOfEntry = cellOfEntry;
    this.#counts = new Uint32Array(keyCount);
    this.#entriesOf = across ? rowsByCode(keyOf, keyCount) : undefined;
    this.#isIn = new Uint8Array(across ? keyOf.length : 0);
  }

  /** The keys of entries; undefined where each has one of its own. With `across` a key may be in several cells. */
  static create(keyOf: Slots, cellOfEntry: Uint16Array, keyCount: number, across: boolean): CountedKeys | undefined {
    const isUsed = new Uint8Array(keyCount);
    for (let entry = 0; entry < keyOf.length; entry++) {
      const key = keyOf[entry] ?? 0;
      if (isUsed[key] === 1) return new CountedKeys(keyOf, cellOfEntry, keyCount, across);
      isUsed[key] = 1;
    }
    return undefined;
  }

  clear(): void {
    this.#counts.fill(0);
    this.#isIn.fill(0);
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
