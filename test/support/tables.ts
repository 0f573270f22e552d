import { TABLES } from '../../src/metrics/tables.js';
import type { Value } from '../../src/metrics/types.js';
import { bytesForCodes, copyCodes, lyingCategory, roomForCodes } from '../../src/data/narrow-codes.js';
import type { Column, Table, Tables } from '../../src/data/table.js';
import { TableBuilder, valueAt } from '../../src/data/table.js';
import type { ViewData } from '../../src/data/view-result.js';

export type Rows = readonly Readonly<Record<string, Value>>[];

/** Tables of the schema from plain rows; a column that no row of a table names is not recorded. */
export function tablesOf(rows: Readonly<Record<string, Rows>>): Tables {
  return new Map(Object.entries(rows).map(([name, list]) => [name, tableOf(name, list)]));
}

function tableOf(name: string, rows: Rows): Table {
  const named = new Set(rows.flatMap((row) => Object.keys(row)));
  const columns = Object.entries(TABLES.get(name)?.columns ?? {}).filter(([column]) => named.has(column));
  const builder = new TableBuilder(name, Object.fromEntries(columns));
  for (const row of rows) builder.push(row);
  return builder.build();
}

/** The same tables, their codes in the fewest bytes, as a reader of records gives them. */
export function inFewBytes(tables: Tables): Tables {
  const narrow = (column: Column): Column => {
    const codes = column.type === 'category' ? roomForCodes(column.codes.length, bytesForCodes(column.dictionary.length)) : undefined;
    if (column.type !== 'category' || codes === undefined || codes instanceof Int32Array) return column;
    copyCodes(column.codes, codes);
    return lyingCategory(() => codes, column.dictionary);
  };
  return new Map(
    [...tables].map(([name, table]) => [
      name,
      { ...table, columns: new Map([...table.columns].map(([key, column]) => [key, narrow(column)])) },
    ]),
  );
}

/** The rows of an answer as lists of values, in the order of its columns. */
export function valuesOf(data: ViewData): Value[][] {
  return Array.from({ length: data.length }, (_, row) => data.columns.map((column) => valueAt(column.data, row)));
}
