import type { Column, ResultColumn, ViewData } from '../../../workers/connect.js';

/** An answer with these of its rows only, in this order. */
export function keepRows(result: ViewData, rows: readonly number[]): ViewData {
  const columns = result.columns.map((column): ResultColumn => {
    const { hidden, ...rest } = column;
    const kept = { ...rest, data: keptValues(column.data, rows) };
    return hidden === undefined ? kept : { ...kept, hidden: Uint8Array.from(rows, (row) => hidden[row] ?? 0) };
  });
  return { ...result, length: rows.length, total: rows.length, columns };
}

function keptValues(column: Column, rows: readonly number[]): Column {
  switch (column.type) {
    case 'category':
      return { ...column, codes: Int32Array.from(rows, (row) => column.codes[row] ?? -1) };
    case 'boolean':
      return { ...column, values: Int8Array.from(rows, (row) => column.values[row] ?? -1) };
    default:
      return { ...column, values: Float64Array.from(rows, (row) => column.values[row] ?? NaN) };
  }
}
