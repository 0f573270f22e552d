import { valueAt } from '../../workers/connect.js';
import type { ResultColumn, ViewData } from '../../workers/connect.js';
import { cell, rowsIn } from '../base/dataset/cell.js';

/**
 * An answer about sections and subsections with those added, at 0, that the course has and no learner touched: in the order of
 * `parts`, then what only the answer has. `measures` are counts. The answer itself where it does not tell its parts by block, as
 * under the Aspects v8 rules.
 */
export function withUntouched(result: ViewData, parts: ViewData | undefined, measures: readonly string[]): ViewData {
  if (parts === undefined || !result.columns.some(({ name }) => name === 'block_id')) return result;
  const rowOf = new Map(rowsIn(result).map((row) => [keyOf(result, row), row]));
  const places = rowsIn(parts).map((part) => {
    const row = rowOf.get(keyOf(parts, part)) ?? -1;
    rowOf.delete(keyOf(parts, part));
    return { row, part };
  });
  for (const row of rowOf.values()) places.push({ row, part: -1 });
  const columns = result.columns.map((column): ResultColumn => {
    const { hidden, ...rest } = column;
    const spare = parts.columns.find(({ name }) => name === column.name)?.data;
    const data = column.data.type === 'category' ? texts(column.data, spare, places) : counts(column, measures, places);
    return { ...rest, data, ...(hidden === undefined ? {} : { hidden: Uint8Array.from(places, ({ row }) => hidden[row] ?? 0) }) };
  });
  return { ...result, columns, length: places.length, total: Math.max(result.total, places.length) };
}

type Column = ResultColumn['data'];

/** Where a row of the whole comes from: its row in the answer, -1 for none, and in the parts. */
interface Place {
  readonly row: number;
  readonly part: number;
}

function keyOf(view: ViewData, row: number): string {
  return JSON.stringify([cell(view, 'course_key', row), cell(view, 'block_id', row)]);
}

function texts(own: Column, spare: Column | undefined, places: readonly Place[]): Column {
  const dictionary: string[] = [];
  const codeOf = new Map<string, number>();
  const codes = Int32Array.from(places, ({ row, part }) => {
    const value = row >= 0 ? valueAt(own, row) : spare === undefined ? null : valueAt(spare, part);
    if (value === null) return -1;
    const text = String(value);
    const code = codeOf.get(text) ?? dictionary.push(text) - 1;
    codeOf.set(text, code);
    return code;
  });
  return { type: 'category', codes, dictionary };
}

function counts({ name, data }: ResultColumn, measures: readonly string[], places: readonly Place[]): Column {
  const none = measures.includes(name) ? 0 : NaN;
  const values = Float64Array.from(places, ({ row }) => (row < 0 ? none : Number(valueAt(data, row) ?? NaN)));
  return { type: 'number', values };
}
