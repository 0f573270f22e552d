import type { Value } from '../../../metrics/types.js';
import type { Column } from '../../table.js';
import type { Coded } from '../dimension.js';
import type { Coding } from './coding.js';

/** The groups of one field, as the plain engine has them. */
export interface Grouped {
  readonly coded: Coded;
  /** Of a field its codes by row, and how they fall into groups; a span has none. */
  readonly coding?: Coding;
  readonly rankOf?: Int32Array;
}

/** A grouping field: its codes by row, and how the codes fall into the groups of the plain engine. */
export interface Grouping extends Grouped {
  readonly coding: Coding;
  /** Rank of each code, -1 where it is in no group. */
  readonly rankOf: Int32Array;
}

/** Groups of a view by number, in the order in which they stand: row by row, and what they are. */
export interface CellCodes {
  /** Below `count`, or `count` for a row that is in no group. */
  readonly codes: Uint16Array;
  /** Of a span, the last cell of each row. */
  readonly lastCodes?: Uint16Array;
  readonly count: number;
  /** Of the groups of one field its codes by row, and the cell of each code: cells are counted by codes as well. */
  readonly raw?: { readonly codes: Uint16Array; readonly size: number; readonly cellOf: Uint16Array };
  /** By dimension, the rank of each cell. */
  readonly ranks: readonly Int32Array[];
}

/** Products of sizes up to which combinations are numbered by a table. */
const DENSE = 1 << 22;
const LIMIT = 0xffff;

/**
 * One value or two of each code, as a column that the plain engine can be asked about: first the least values, then the greatest,
 * each list with unknown at its end.
 */
export function representatives(coding: Coding, column: Column): Column {
  const { lows, highs, size } = coding;
  if (lows !== undefined && highs !== undefined && (column.type === 'number' || column.type === 'time')) {
    return { type: column.type, values: Float64Array.from([...lows, NaN, ...highs, NaN]) };
  }
  const codes = Int32Array.from({ length: 2 * size }, (_, at) => (at % size === size - 1 ? -1 : at % size));
  if (column.type === 'category') return { type: 'category', codes, dictionary: column.dictionary };
  return { type: 'boolean', values: Int8Array.from(codes) };
}

/** The groups of codes from what the plain engine says of their representatives; undefined where a code falls into two. */
export function groupCodes(coding: Coding, coded: Coded): Grouping | undefined {
  const { size } = coding;
  if (coded.lastRanks !== undefined) return undefined;
  for (let code = 0; code < size; code++) if (coded.ranks[code] !== coded.ranks[size + code]) return undefined;
  return { coding, rankOf: coded.ranks.slice(0, size), coded };
}

/** Numbers the combinations of groups that occur; undefined where there are too many. */
export function combine(groupings: readonly Grouping[], length: number): CellCodes | undefined {
  const [first, ...others] = groupings;
  if (first === undefined) return { codes: new Uint16Array(length), count: 1, ranks: [] };
  let cells: CellCodes | undefined = single(first);
  for (const next of others) cells = cells === undefined ? undefined : paired(cells, next);
  return cells;
}

function single({ coding, rankOf, coded }: Grouping): CellCodes | undefined {
  if (coded.size >= LIMIT) return undefined;
  const ranks = Int32Array.from({ length: coded.size }, (_, rank) => rank);
  const cellOf = Uint16Array.from(rankOf, (rank) => (rank < 0 ? coded.size : rank));
  if (cellOf.every((cell, code) => cell === code)) return { codes: coding.codes, count: coded.size, ranks: [ranks] };
  let made: Uint16Array | undefined;
  return {
    get codes() {
      return (made ??= cellsByRow(coding.codes, cellOf));
    },
    raw: { codes: coding.codes, size: coding.size, cellOf },
    count: coded.size,
    ranks: [ranks],
  };
}

function cellsByRow(codes: Uint16Array, cellOf: Uint16Array): Uint16Array {
  const cells = new Uint16Array(codes.length);
  for (let row = 0; row < cells.length; row++) cells[row] = cellOf[codes[row] ?? 0] ?? 0;
  return cells;
}

/** Combinations of cells with the groups of one more dimension, in order of both. */
function paired(cells: CellCodes, { coding, rankOf, coded }: Grouping): CellCodes | undefined {
  const product = cells.count * coded.size;
  if (product > DENSE) return undefined;
  const { codes: cellOf, count } = cells;
  const codeOf = coding.codes;
  const { length } = codeOf;
  const places = new Int32Array(length);
  const numbers = new Int32Array(product + 1);
  for (let row = 0; row < length; row++) {
    const cell = cellOf[row] ?? 0;
    const rank = rankOf[codeOf[row] ?? 0] ?? -1;
    const place = cell === count || rank < 0 ? product : cell * coded.size + rank;
    places[row] = place;
    numbers[place] = 1;
  }
  const kept: number[] = [];
  for (let at = 0; at < product; at++) if (numbers[at] === 1) numbers[at] = kept.push(at) - 1;
  if (kept.length >= LIMIT) return undefined;
  numbers[product] = kept.length;
  const codes = new Uint16Array(length);
  for (let row = 0; row < length; row++) codes[row] = numbers[places[row] ?? 0] ?? 0;
  return {
    codes,
    count: kept.length,
    ranks: [
      ...cells.ranks.map((ranks) => Int32Array.from(kept, (at) => ranks[Math.floor(at / coded.size)] ?? 0)),
      Int32Array.from(kept, (at) => at % coded.size),
    ],
  };
}

/** The cells of a span, of which a row has a run; undefined where there are too many. */
export function spanCells({ ranks, lastRanks, size }: Coded): CellCodes | undefined {
  if (size >= LIMIT || lastRanks === undefined) return undefined;
  const cells = (of: Int32Array): Uint16Array => Uint16Array.from(of, (rank) => (rank < 0 ? size : rank));
  return { codes: cells(ranks), lastCodes: cells(lastRanks), count: size, ranks: [Int32Array.from({ length: size }, (_, rank) => rank)] };
}

/** Values of the groups of one dimension by rank. */
export function groupValue({ coded }: Grouped, rank: number): Value {
  return coded.valueOf(rank);
}
