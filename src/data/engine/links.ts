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
  const links = new Int32Array(child.length).fill(-1);
  const childKeys: Coded[] = [];
  const parentKeys: Coded[] = [];
  for (const [at, name] of by.entries()) {
    const childColumn = child.columns.get(name);
    const parentColumn = parent.columns.get(key[at] ?? '');
    if (childColumn === undefined || parentColumn === undefined) return links;
    const coded = textCodes(parentColumn);
    parentKeys.push(coded);
    childKeys.push(translated(textCodes(childColumn), coded));
  }
  const rowOf = new Map<number, number>();
  const pairs = key.map(() => new Map<number, number>());
  for (let row = 0; row < parent.length; row++) {
    const tuple = tupleCode(parentKeys, row, pairs, true);
    if (tuple >= 0 && !rowOf.has(tuple)) rowOf.set(tuple, row);
  }
  for (let row = 0; row < child.length; row++) {
    const tuple = tupleCode(childKeys, row, pairs, false);
    if (tuple >= 0) links[row] = rowOf.get(tuple) ?? -1;
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

/** The child's codes in the parent's dictionary; -1 for a text that the parent does not have. */
function translated(child: Coded, parent: Coded): Coded {
  const codeOf = new Map(parent.texts.map((text, code) => [text, code]));
  const codes = Int32Array.from(child.texts, (text) => codeOf.get(text) ?? -1);
  return { codes: child.codes.map((code) => (code < 0 ? -1 : (codes[code] ?? -1))), texts: parent.texts };
}

/**
 * One number for the key of a row, by pairing its parts from left to right; -1 where a part is unknown, or where a pair is new
 * and `grow` is false.
 */
function tupleCode(keys: readonly Coded[], row: number, pairs: readonly Map<number, number>[], grow: boolean): number {
  let tuple = 0;
  for (const [at, { codes, texts }] of keys.entries()) {
    const code = codes[row] ?? -1;
    const known = pairs[at];
    if (code < 0 || known === undefined) return -1;
    const pair = tuple * texts.length + code;
    const next = known.get(pair) ?? (grow ? known.size : -1);
    if (next < 0) return -1;
    known.set(pair, next);
    tuple = next;
  }
  return tuple;
}
