import type { Coding, Span } from './coding.js';
import { entityMask } from './entity-filter.js';
import type { TableIndex } from './table-index.js';

/** How many rows of facts each entity has in spans of one field's codes; counted on by the codes in which two questions differ. */
export class FactCounts {
  readonly #axis: Coding;
  readonly #offsets: Uint32Array;
  /** Entity of each row, in order of the codes. */
  readonly #entities: Int32Array;
  readonly #counts: Uint32Array;
  #passing: Uint8Array;

  constructor(facts: TableIndex, axis: Coding) {
    const { offsets, rows } = facts.byCode(axis);
    const { entityRows, entityCount } = facts;
    this.#axis = axis;
    this.#offsets = offsets;
    this.#entities = new Int32Array(rows.length);
    for (let at = 0; at < rows.length; at++) this.#entities[at] = entityRows[rows[at] ?? 0] ?? 0;
    this.#counts = new Uint32Array(entityCount);
    this.#passing = new Uint8Array(axis.size);
  }

  /** 1 for entities with a row in the spans, 0 for others, and for what belongs to none. */
  mask(spans: readonly Span[]): Uint8Array {
    this.#moveTo(spans);
    const counts = this.#counts;
    const mask = entityMask(counts.length);
    for (let at = 0; at + 1 < mask.length; at++) mask[at] = Number((counts[at] ?? 0) > 0);
    return mask;
  }

  #moveTo(spans: readonly Span[]): void {
    const before = this.#passing;
    const after = new Uint8Array(this.#axis.size);
    for (const [from, to] of spans) after.fill(1, from, to);
    let changed = 0;
    let remaining = 0;
    for (let code = 0; code < after.length; code++) {
      const rows = (this.#offsets[code + 1] ?? 0) - (this.#offsets[code] ?? 0);
      if (before[code] !== after[code]) changed += rows;
      if (after[code] === 1) remaining += rows;
    }
    if (changed > remaining) {
      this.#counts.fill(0);
      before.fill(0);
    }
    for (let code = 0; code < after.length; code++) {
      if (before[code] !== after[code]) this.#add(code, after[code] === 1 ? 1 : -1);
    }
    this.#passing = after;
  }

  #add(code: number, sign: 1 | -1): void {
    const [entities, counts] = [this.#entities, this.#counts];
    const end = this.#offsets[code + 1] ?? 0;
    for (let at = this.#offsets[code] ?? 0; at < end; at++) {
      const entity = entities[at] ?? 0;
      counts[entity] = (counts[entity] ?? 0) + sign;
    }
  }
}
