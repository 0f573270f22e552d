import type { Coding } from './coding.js';
import type { RowsByCode } from '../rows-by-code.js';
import { rowsByCode } from '../rows-by-code.js';
import { EntityFilter, entityMask } from './entity-filter.js';
import { MovingRows } from './moving-rows.js';

/** Sets of fields that filters move on, of which the rows that pass are known. */
const KEPT = 6;

/**
 * The rows of a table that a view is about, numbered anew: those of one entity stand together, so that what becomes of an entity is one
 * run of them. What views share of filters that move is here.
 */
export class ListedRows {
  /** Of each place its row. */
  readonly rows: Uint32Array;
  /** Places of entity `e` are those from `offsets[e]` up to `offsets[e + 1]`. */
  readonly offsets: Uint32Array;
  readonly entityOf: Uint32Array;
  readonly #codes = new Map<Coding, Uint16Array>();
  readonly #byCode = new Map<Coding, RowsByCode>();
  readonly #moving = new Map<string, MovingRows>();
  /** All entities remain. */
  readonly everyone: EntityFilter;

  /** `rows` are in the order of the table, all if left out; `entityOf` is by row of the table. */
  constructor(rows: Uint32Array | undefined, entityOf: Int32Array, entities: number) {
    const listed = rows === undefined ? entityOf : Int32Array.from(rows, (row) => entityOf[row] ?? 0);
    const sorted = rowsByCode(listed, entities);
    this.offsets = sorted.offsets;
    this.everyone = new EntityFilter('', entityMask(entities).fill(1));
    this.rows = rows === undefined ? sorted.rows : sorted.rows.map((place) => rows[place] ?? 0);
    this.entityOf = this.rows.map((row) => entityOf[row] ?? 0);
  }

  get length(): number {
    return this.rows.length;
  }

  /** Numbers by row of the table as numbers by place. */
  small(values: Uint16Array): Uint16Array {
    const found = new Uint16Array(this.length);
    for (let place = 0; place < found.length; place++) found[place] = values[this.rows[place] ?? 0] ?? 0;
    return found;
  }

  /** The same of greater numbers. */
  whole(values: Uint32Array): Uint32Array {
    const found = new Uint32Array(this.length);
    for (let place = 0; place < found.length; place++) found[place] = values[this.rows[place] ?? 0] ?? 0;
    return found;
  }

  /** The same of any numbers. */
  any(values: Float64Array): Float64Array {
    const found = new Float64Array(this.length);
    for (let place = 0; place < found.length; place++) found[place] = values[this.rows[place] ?? 0] ?? NaN;
    return found;
  }

  /** The code of each place. */
  codes(axis: Coding): Uint16Array {
    let codes = this.#codes.get(axis);
    if (codes === undefined) this.#codes.set(axis, (codes = this.small(axis.codes)));
    return codes;
  }

  /** The places of each code. */
  byCode(axis: Coding): RowsByCode {
    let places = this.#byCode.get(axis);
    if (places === undefined) this.#byCode.set(axis, (places = rowsByCode(this.codes(axis), axis.size)));
    return places;
  }

  /** The rows that pass filters on such a set of fields. */
  moving(fields: string): MovingRows {
    const moving = this.#moving.get(fields) ?? new MovingRows(this);
    this.#moving.delete(fields);
    this.#moving.set(fields, moving);
    for (const oldest of [...this.#moving.keys()].slice(0, -KEPT)) this.#moving.delete(oldest);
    return moving;
  }
}
