import type { ResultColumn, ViewData } from '../../workers/connect.js';
import { cell, numberCell, rowsIn } from '../base/dataset/cell.js';

/** An answer with one more column of numbers; NaN is unknown. */
export function withNumbers(
  result: ViewData,
  { name, meaning }: Pick<ResultColumn, 'name' | 'meaning'>,
  values: readonly number[],
): ViewData {
  return { ...result, columns: [...result.columns, { name, meaning, data: { type: 'number', values: Float64Array.from(values) } }] };
}

/** An answer with one more column of texts; null is unknown. */
export function withTexts(
  result: ViewData,
  { name, meaning }: Pick<ResultColumn, 'name' | 'meaning'>,
  texts: readonly (string | null)[],
): ViewData {
  const dictionary = [...new Set(texts.filter((text) => text !== null))];
  const places = new Map(dictionary.map((text, at) => [text, at]));
  const codes = Int32Array.from(texts, (text) => (text === null ? -1 : (places.get(text) ?? -1)));
  return { ...result, columns: [...result.columns, { name, meaning, data: { type: 'category', codes, dictionary } }] };
}

/** An answer in which these rows of a column are withheld: the column does not bear their numbers any more. */
export function withHidden(result: ViewData, name: string, hidden: readonly boolean[]): ViewData {
  const columns = result.columns.map((column): ResultColumn => {
    if (column.name !== name || column.data.type !== 'number') return column;
    const values = column.data.values.map((value, row) => (hidden[row] === true ? NaN : value));
    return { ...column, data: { type: 'number', values }, hidden: Uint8Array.from(hidden, Number) };
  });
  return { ...result, columns };
}

/** An answer in which no number of these columns is known. */
export function withUnknown(result: ViewData, isUnknown: (name: string) => boolean): ViewData {
  const columns = result.columns.map((column): ResultColumn => {
    if (!isUnknown(column.name)) return column;
    return { ...column, data: { type: 'number', values: new Float64Array(result.length).fill(NaN) } };
  });
  return { ...result, columns };
}

/** An answer with columns of numbers of another one beside its own, row by row where the key columns are equal; NaN where there is none. */
export function besides(result: ViewData, other: ViewData | undefined, keys: readonly string[], columns: readonly string[]): ViewData {
  const keyOf = (answer: ViewData, row: number): string => JSON.stringify(keys.map((key) => cell(answer, key, row)));
  const rows = other === undefined ? new Map<string, number>() : new Map(rowsIn(other).map((row) => [keyOf(other, row), row]));
  const beside = columns.map((name): ResultColumn => {
    const meaning = other?.columns.find((column) => column.name === name)?.meaning ?? name;
    const values = Float64Array.from(rowsIn(result), (row) => numberCell(other, name, rows.get(keyOf(result, row)) ?? -1) ?? NaN);
    return { name, field: name, meaning, data: { type: 'number', values } };
  });
  return { ...result, columns: [...result.columns, ...beside] };
}
