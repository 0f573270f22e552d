import { rowsByCode } from '../rows-by-code.js';
import type { EntityFilter } from './entity-filter.js';
import type { Entries } from './entries.js';

const NONE = -1;

/**
 * Which cells have entities that remain. One of them is enough for a cell, and the one that was found last mostly still remains, so most
 * cells need no more than a look.
 */
export class EntityPresence {
  readonly #entries: Entries;
  /** Entities of cell `c` are those from `offsets[c]` up to `offsets[c + 1]`. */
  readonly #offsets: Uint32Array;
  readonly #entities: Uint32Array;
  /** By cell an entity that remains, or `NONE`; and where in its list one was sought last. */
  readonly #witness: Int32Array;
  readonly #sought: Uint32Array;
  readonly #numbers: Float64Array;
  #at: EntityFilter | undefined;

  constructor(entries: Entries, cellCount: number) {
    const { offsets, slots } = entries;
    const entityOf = new Uint32Array(slots.length);
    for (let entity = 0; entity + 1 < offsets.length; entity++) entityOf.fill(entity, offsets[entity], offsets[entity + 1]);
    const byCell = rowsByCode(slots, cellCount);
    this.#entries = entries;
    this.#offsets = byCell.offsets;
    this.#entities = byCell.rows.map((entry) => entityOf[entry] ?? 0);
    this.#witness = new Int32Array(cellCount).fill(NONE);
    this.#sought = byCell.offsets.slice(0, cellCount);
    this.#numbers = new Float64Array(cellCount);
  }

  goTo(filter: EntityFilter): void {
    if (this.#at !== filter) this.#moveTo(filter, this.#at);
    this.#at = filter;
  }

  /** 1 for cells that have such entities, 0 for others, until the next question. */
  numbers(): Float64Array {
    return this.#numbers;
  }

  #moveTo(filter: EntityFilter, before: EntityFilter | undefined): void {
    const { mask } = filter;
    const [witness, numbers] = [this.#witness, this.#numbers];
    // A cell that had none can only have one of those that came.
    const isKnown = before !== undefined && this.#look(filter.changesFrom(before).entered);
    for (let cell = 0; cell < witness.length; cell++) {
      const entity = witness[cell] ?? NONE;
      if (entity === NONE ? !isKnown : mask[entity] !== 1) witness[cell] = this.#seek(cell, mask);
      numbers[cell] = Number(witness[cell] !== NONE);
    }
  }

  /** Looks for cells that have had none among the entities that came, if that is less than to go over the cells; answers whether it did. */
  #look(entered: Uint32Array): boolean {
    const { offsets, slots } = this.#entries;
    const witness = this.#witness;
    let sought = 0;
    for (let cell = 0; cell < witness.length; cell++) {
      if (witness[cell] === NONE) sought += (this.#offsets[cell + 1] ?? 0) - (this.#offsets[cell] ?? 0);
    }
    if (sought === 0) return true;
    if (entered.length > sought) return false;
    for (let at = 0; at < entered.length; at++) {
      const entity = entered[at] ?? 0;
      const end = offsets[entity + 1] ?? 0;
      for (let entry = offsets[entity] ?? 0; entry < end; entry++) {
        const cell = slots[entry] ?? 0;
        if (witness[cell] === NONE) witness[cell] = entity;
      }
    }
    return true;
  }

  /** An entity of a cell that remains, sought from where one was found last. */
  #seek(cell: number, mask: Uint8Array): number {
    const [start, end, from] = [this.#offsets[cell] ?? 0, this.#offsets[cell + 1] ?? 0, this.#sought[cell] ?? 0];
    for (let step = 0, at = from; step < end - start; step++, at = at + 1 === end ? start : at + 1) {
      const entity = this.#entities[at] ?? 0;
      if (mask[entity] !== 1) continue;
      this.#sought[cell] = at;
      return entity;
    }
    return NONE;
  }
}
