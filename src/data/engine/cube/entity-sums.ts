import type { CellCodes } from './cells.js';
import { rowsByCode } from './distinct.js';

/** The rows that a leaf counts, and what they are about. */
export interface EntityRows {
  readonly cells: CellCodes;
  /** In the order of the table; all rows if left out. */
  readonly rows: Uint32Array | undefined;
  /** Entity of each row of the table, below `entities`. */
  readonly entityOf: Int32Array;
  readonly entities: number;
}

/**
 * A leaf as numbers by cell and entity, for filters that decide entity by entity: what it comes to is a sum over the entities that
 * remain, however many rows they have.
 */
export class EntitySums {
  /** Entries of cell `c` are those from `offsets[c]` up to `offsets[c + 1]`. */
  readonly #offsets: Uint32Array;
  readonly #entities: Uint16Array | Uint32Array;
  /** Undefined where all are 1; small ones in bytes. */
  readonly #weights: Float64Array | undefined;
  readonly #bytes: Uint8Array | undefined;
  /** Entries of one key count once; undefined where no two have the same. */
  readonly #keys: Uint32Array | undefined;
  readonly #seenIn: Uint32Array;
  readonly #numbers: Float64Array;
  #round = 0;

  private constructor(entries: Entries, weights: Float64Array | undefined, keyCount: number) {
    this.#offsets = entries.offsets;
    this.#entities = entries.entities;
    const isSmall = weights?.every((weight) => weight >= 0 && weight < 256) === true;
    this.#weights = isSmall ? undefined : weights;
    this.#bytes = isSmall ? Uint8Array.from(weights ?? []) : undefined;
    this.#keys = keyCount > 0 ? entries.keys : undefined;
    this.#seenIn = new Uint32Array(keyCount);
    this.#numbers = new Float64Array(entries.offsets.length - 1);
  }

  /** Counts rows, or sums up whole numbers of theirs, unknown ones (NaN) left out. */
  static sums(input: EntityRows, values?: Float64Array): EntitySums {
    const entries = entriesOf(input, (row) => (values === undefined || !Number.isNaN(values[row] ?? NaN) ? 1 : 0));
    const { entryOf } = entries;
    const weights = new Float64Array(entries.entities.length);
    for (let row = 0; row < entryOf.length; row++) {
      const entry = entryOf[row] ?? 0;
      if (entry > 0) weights[entry - 1] = (weights[entry - 1] ?? 0) + (values === undefined ? 1 : (values[row] ?? 0));
    }
    return new EntitySums(entries, weights.every((weight) => weight === 1) ? undefined : weights, 0);
  }

  /** Counts different keys; a row whose key is 0 has none. With `across` a key counts in the first of its cells alone. */
  static distinct(input: EntityRows, keyOf: Uint32Array, keyCount: number, across: boolean): EntitySums {
    const entries = entriesOf(input, (row) => keyOf[row] ?? 0);
    const seen = new Uint8Array(keyCount);
    let alone = !across;
    for (const key of entries.keys) {
      alone &&= seen[key] === 0;
      seen[key] = 1;
    }
    return new EntitySums(entries, undefined, alone ? 0 : keyCount);
  }

  /** What the entities that remain come to, cell by cell, until the next question. */
  values(mask: Uint8Array): Float64Array {
    const [offsets, entities, weights, numbers] = [this.#offsets, this.#entities, this.#weights, this.#numbers];
    const bytes = this.#bytes;
    if (this.#keys !== undefined) return this.#distinctOf(this.#keys, mask);
    let at = 0;
    for (let cell = 0; cell < numbers.length; cell++) {
      const end = offsets[cell + 1] ?? 0;
      let sum = 0;
      if (bytes !== undefined) for (; at < end; at++) sum += (mask[entities[at] ?? 0] ?? 0) * (bytes[at] ?? 0);
      else if (weights === undefined) for (; at < end; at++) sum += mask[entities[at] ?? 0] ?? 0;
      else for (; at < end; at++) sum += (mask[entities[at] ?? 0] ?? 0) * (weights[at] ?? 0);
      numbers[cell] = sum;
    }
    return numbers;
  }

  /** Whether a cell has entities that remain, as 1 and 0, until the next question. */
  some(mask: Uint8Array): Float64Array {
    const [offsets, entities, numbers] = [this.#offsets, this.#entities, this.#numbers];
    for (let cell = 0; cell < numbers.length; cell++) {
      const end = offsets[cell + 1] ?? 0;
      let at = offsets[cell] ?? 0;
      while (at < end && mask[entities[at] ?? 0] === 0) at++;
      numbers[cell] = Number(at < end);
    }
    return numbers;
  }

  #distinctOf(keys: Uint32Array, mask: Uint8Array): Float64Array {
    const [offsets, entities, seenIn, numbers] = [this.#offsets, this.#entities, this.#seenIn, this.#numbers];
    const round = ++this.#round;
    let at = 0;
    for (let cell = 0; cell < numbers.length; cell++) {
      const end = offsets[cell + 1] ?? 0;
      let count = 0;
      for (; at < end; at++) {
        const key = keys[at] ?? 0;
        if (mask[entities[at] ?? 0] !== 1 || seenIn[key] === round) continue;
        seenIn[key] = round;
        count++;
      }
      numbers[cell] = count;
    }
    return numbers;
  }
}

interface Entries {
  readonly offsets: Uint32Array;
  readonly entities: Uint16Array | Uint32Array;
  readonly keys: Uint32Array;
  /** By row of the table its entry, counted from 1; 0 for a row that has none. */
  readonly entryOf: Uint32Array;
}

/** One entry for the rows of one cell, entity and key, cell after cell; a key of 0 has none. */
function entriesOf({ cells, rows, entityOf, entities: entityCount }: EntityRows, keyOf: (row: number) => number): Entries {
  const codes = rows === undefined ? cells.codes : new Uint16Array(rows.length);
  if (rows !== undefined) for (let place = 0; place < rows.length; place++) codes[place] = cells.codes[rows[place] ?? 0] ?? 0;
  const sorted = rowsByCode(codes, cells.count);
  const offsets = new Uint32Array(cells.count + 1);
  const { length } = sorted.rows;
  const entities = entityCount <= 1 << 16 ? new Uint16Array(length) : new Uint32Array(length);
  const keys = new Uint32Array(length);
  const entryOf = new Uint32Array(entityOf.length);
  const latest = new Uint32Array(entityCount);
  let count = 0;
  for (let cell = 0; cell < cells.count; cell++) {
    const start = count;
    const end = sorted.offsets[cell + 1] ?? 0;
    for (let at = sorted.offsets[cell] ?? 0; at < end; at++) {
      const place = sorted.rows[at] ?? 0;
      const row = rows === undefined ? place : (rows[place] ?? 0);
      const key = keyOf(row);
      if (key === 0) continue;
      const entity = entityOf[row] ?? 0;
      const entry = latest[entity] ?? 0;
      if (entry <= start || keys[entry - 1] !== key) {
        entities[count] = entity;
        keys[count++] = key;
        latest[entity] = count;
      }
      entryOf[row] = latest[entity] ?? 0;
    }
    offsets[cell + 1] = count;
  }
  return { offsets, entities: entities.slice(0, count), keys: keys.slice(0, count), entryOf };
}
