import type { Order } from '../../metrics/types.js';
import type { CategoryColumn, Column } from '../table.js';

/** Rows up to which texts are compared as they are, instead of being ranked first. */
const FEW = 1024;

/** By dictionary the place of each text among all, sorted. */
const naturalRanks = new WeakMap<readonly string[], Int32Array>();
/** Dictionaries of few rows that were sorted by: one that is sorted by again is worth its ranks. */
const met = new WeakSet<readonly string[]>();

/** The numbers of the first rows. */
export function firstRows(length: number): Int32Array {
  const rows = new Int32Array(length);
  for (let row = 0; row < length; row++) rows[row] = row;
  return rows;
}

/** A column to sort by. */
export interface SortKey {
  readonly column: Column;
  readonly direction: NonNullable<Order['direction']>;
}

/**
 * The given rows sorted by the keys, the first weighing most. Unknown values come last in both directions; ties keep the order of
 * the rows. No before yes; text as `compareNatural` says.
 */
export function sortRows(rows: Int32Array, keys: readonly SortKey[]): Int32Array {
  const [first, ...others] = keys.map(comparator);
  if (first === undefined) return rows;
  const places = firstRows(rows.length).sort((a, b) => {
    const [left, right] = [rows[a] ?? 0, rows[b] ?? 0];
    let difference = first(left, right);
    for (let at = 0; difference === 0 && at < others.length; at++) difference = others[at]?.(left, right) ?? 0;
    return difference === 0 ? a - b : difference;
  });
  return places.map((place) => rows[place] ?? 0);
}

/**
 * Compares texts without regard to language: digits by the number they write (`2:0` before `10:0`), letters without regard to
 * case; only where that finds no difference, by their characters as they are.
 */
export function compareNatural(a: string, b: string): number {
  const left = a.toLowerCase();
  const right = b.toLowerCase();
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    const leftDigits = digitsAt(left, i);
    const rightDigits = digitsAt(right, j);
    if (leftDigits !== '' && rightDigits !== '') {
      const difference = compareDigits(leftDigits, rightDigits);
      if (difference !== 0) return difference;
      i += leftDigits.length;
      j += rightDigits.length;
    } else {
      const difference = left.charCodeAt(i++) - right.charCodeAt(j++);
      if (difference !== 0) return difference;
    }
  }
  const rest = left.length - i - (right.length - j);
  return rest !== 0 ? rest : Number(a > b) - Number(a < b);
}

function comparator({ column, direction }: SortKey): (a: number, b: number) => number {
  const sign = direction === 'desc' ? -1 : 1;
  // Ranks of texts are dear and asked for only where the keys before are equal.
  if (column.type === 'category' && column.codes.length <= FEW && !met.has(column.dictionary)) {
    met.add(column.dictionary);
    return textComparator(column, sign);
  }
  let values: ArrayLike<number> | undefined = column.type === 'category' ? undefined : column.values;
  const known = (value: number): boolean => !Number.isNaN(value) && (column.type === 'number' || column.type === 'time' || value >= 0);
  return (a, b) => {
    values ??= column.type === 'category' ? ranksOf(column) : column.values;
    const left = values[a] ?? NaN;
    const right = values[b] ?? NaN;
    if (!known(left) || !known(right)) return Number(known(right)) - Number(known(left));
    return left === right ? 0 : left < right ? -sign : sign;
  };
}

/** Of few rows the texts themselves are compared. */
function textComparator({ codes, dictionary }: CategoryColumn, sign: number): (a: number, b: number) => number {
  return (a, b) => {
    const left = dictionary[codes[a] ?? -1];
    const right = dictionary[codes[b] ?? -1];
    if (left === undefined || right === undefined) return Number(right !== undefined) - Number(left !== undefined);
    return left === right ? 0 : sign * compareNatural(left, right);
  };
}

/** For each row the place of its text among the sorted texts of the dictionary, -1 for unknown. */
function ranksOf({ codes, dictionary }: CategoryColumn): Int32Array {
  let rankOf = naturalRanks.get(dictionary);
  if (rankOf === undefined) {
    rankOf = new Int32Array(dictionary.length);
    const sorted = dictionary.map((text, code) => ({ text, code })).sort((a, b) => compareNatural(a.text, b.text));
    for (const [rank, { code }] of sorted.entries()) rankOf[code] = rank;
    naturalRanks.set(dictionary, rankOf);
  }
  const ranks = new Int32Array(codes.length);
  for (let row = 0; row < ranks.length; row++) ranks[row] = rankOf[codes[row] ?? -1] ?? -1;
  return ranks;
}

function digitsAt(text: string, from: number): string {
  let to = from;
  while (isDigit(text.charCodeAt(to))) to++;
  return text.slice(from, to);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** By length without leading zeros, then digit by digit: right for numbers of any length. */
function compareDigits(a: string, b: string): number {
  const left = a.replace(/^0+/, '');
  const right = b.replace(/^0+/, '');
  return left.length - right.length || Number(left > right) - Number(left < right);
}
