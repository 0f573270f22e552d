import type { Column, Table } from '../table.js';
import { valueAt } from '../table.js';

/** Any column as text codes, -1 where it is unknown. */
interface Coded {
  readonly codes: Int32Array;
  readonly texts: readonly string[];
}

/**
 * For every row of `child` the row of `parent` whose `key` columns have the same text as the child's `by` columns; -1 where
 * there is none, where a part is unknown, or where a column is missing. Of parent rows with one key the first wins.
 */
export function linkRows(child: Table, by: readonly string[], parent: Table, key: readonly string[]): Int32Array {
  // The numbers of the keys so far, the same for the same texts; those of the child become its links.
  const links = new Int32Array(child.length);
  const tuples = new Int32Array(parent.length);
  let count = 1;
  for (const [at, name] of by.entries()) {
    const childColumn = child.columns.get(name);
    const parentColumn = parent.columns.get(key[at] ?? '');
    if (childColumn === undefined || parentColumn === undefined) return links.fill(-1);
    const ours = textCodes(parentColumn);
    const theirs = textCodes(childColumn);
    const size = ours.texts.length;
    const pairs = new PairNumbers(count * size, Math.max(LEAST_DENSE, 2 * (child.length + parent.length)));
    extend(tuples, ours.codes, undefined, size, (pair) => pairs.take(pair));
    extend(links, theirs.codes, translation(theirs, ours), size, (pair) => pairs.find(pair));
    ({ count } = pairs);
  }
  const rowOf = new Int32Array(count).fill(-1);
  for (let row = parent.length - 1; row >= 0; row--) {
    const tuple = tuples[row] ?? -1;
    if (tuple >= 0) rowOf[tuple] = row;
  }
  for (let row = 0; row < links.length; row++) {
    const tuple = links[row] ?? -1;
    links[row] = tuple < 0 ? -1 : (rowOf[tuple] ?? -1);
  }
  return links;
}

/** `outer` followed by `inner`: where `outer` leads to a row from which `inner` leads on. */
export function composeLinks(outer: Int32Array, inner: Int32Array): Int32Array {
  return outer.map((row) => (row < 0 ? -1 : (inner[row] ?? -1)));
}

function textCodes(column: Column): Coded {
  if (column.type === 'category') return { codes: column.codes, texts: column.dictionary };
  const known = new Map<string, number>();
  const texts: string[] = [];
  const codes = new Int32Array(column.values.length);
  for (let row = 0; row < codes.length; row++) {
    const value = valueAt(column, row);
    if (value === null) {
      codes[row] = -1;
      continue;
    }
    const text = String(value);
    let code = known.get(text);
    if (code === undefined) {
      known.set(text, (code = texts.length));
      texts.push(text);
    }
    codes[row] = code;
  }
  return { codes, texts };
}

/** The parent's code of each of the child's; -1 for a text that the parent does not have. Undefined where they are the same. */
function translation(child: Coded, parent: Coded): Int32Array | undefined {
  if (child.texts === parent.texts) return undefined;
  const codeOf = new Map(parent.texts.map((text, code) => [text, code]));
  return Int32Array.from(child.texts, (text) => codeOf.get(text) ?? -1);
}

/** Adds one more part to the keys of rows; -1 where a part is unknown. */
function extend(
  tuples: Int32Array,
  codes: Int32Array,
  translated: Int32Array | undefined,
  size: number,
  numberOf: (pair: number) => number,
): void {
  for (let row = 0; row < tuples.length; row++) {
    const tuple = tuples[row] ?? -1;
    const own = codes[row] ?? -1;
    const code = own < 0 || translated === undefined ? own : (translated[own] ?? -1);
    tuples[row] = tuple < 0 || code < 0 ? -1 : numberOf(tuple * size + code);
  }
}

/** Pairs up to which they are always numbered by a table. */
const LEAST_DENSE = 1 << 16;

/** Numbers pairs from 0 in order of appearance: by a table where there are few that could be, else by what occurs. */
class PairNumbers {
  readonly #table: Int32Array | undefined;
  readonly #known = new Map<number, number>();
  count = 0;

  constructor(size: number, dense: number) {
    this.#table = size <= dense ? new Int32Array(size).fill(-1) : undefined;
  }

  /** The number of a pair; -1 where it has none. */
  find(pair: number): number {
    return this.#table === undefined ? (this.#known.get(pair) ?? -1) : (this.#table[pair] ?? -1);
  }

  /** The same, and a new one where it has none. */
  take(pair: number): number {
    const known = this.find(pair);
    if (known >= 0) return known;
    if (this.#table === undefined) this.#known.set(pair, this.count);
    else this.#table[pair] = this.count;
    return this.count++;
  }
}
