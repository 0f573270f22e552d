import type { ColumnType } from '../../../metrics/tables.js';

/** The object under a key, or the first of a list under it if that is an object. */
export interface FirstOf {
  readonly first: string;
}

/** One column to read: where its value stands in a record, and what it must be. */
export interface WantedColumn {
  readonly name: string;
  /** Keys from the record to the value. */
  readonly path: readonly (string | FirstOf)[];
  readonly type: ColumnType;
  /**
   * Records without it, or with an empty text, are for the one who reads record by record; with `any` those that have none of the
   * columns marked so.
   */
  readonly required?: boolean | 'any';
  /** Of a time: that it is written as text, not as a number. */
  readonly written?: boolean;
}

/** A key of an object in the record: a column, or an object with keys of its own. */
export interface ShapeKey {
  readonly key: string;
  /** Place of the column; undefined for an object. */
  readonly column?: number;
  /** Place of the object's own keys. */
  readonly node?: number;
  /** Whether the object may stand first in a list. */
  readonly listed?: boolean;
}

/** Objects of a record that hold columns; the first is the record itself. */
export type Shape = readonly (readonly ShapeKey[])[];

/** Bits of one number that tell which columns and objects a record had. */
const BITS = 64;

/** The keys that lead to the columns; undefined where they are too many, or one path goes through another's value. */
export function shapeOf(columns: readonly WantedColumn[]): Shape | undefined {
  const nodes: ShapeKey[][] = [[]];
  for (const [column, { path }] of columns.entries()) {
    let at = 0;
    for (const [depth, part] of path.entries()) {
      const last = depth === path.length - 1;
      const listed = typeof part !== 'string';
      const key = listed ? part.first : part;
      const known = nodes[at]?.find((each) => each.key === key);
      if (known !== undefined && (last || known.node === undefined || known.listed !== listed)) return undefined;
      if (last) nodes[at]?.push({ key, column });
      else if (known === undefined) {
        nodes[at]?.push({ key, node: nodes.length, listed });
        nodes.push([]);
      }
      at = known?.node ?? nodes.length - 1;
    }
  }
  return columns.length + nodes.length <= BITS && columns.every(({ path }) => path.length > 0) ? nodes : undefined;
}
