import { TABLES } from '../../metrics/tables.js';
import type { Value } from '../../metrics/types.js';
import type { Snapshot } from '../provider.js';
import { ColumnBuilder, valueAt } from '../table.js';
import type { Column, Table } from '../table.js';

/**
 * A stored snapshot with its private columns (names, e-mail) as `fresh` has them, row by row found by the key of the table.
 * Rows that `fresh` does not have stay unknown, and so do tables without a key.
 */
export function restorePrivate(stored: Snapshot, fresh: Snapshot): Snapshot {
  const tables = new Map([...stored.tables].map(([name, table]) => [name, restored(table, fresh.tables.get(name))]));
  const { namesSupplied } = fresh.notes;
  return { ...stored, tables, notes: { ...stored.notes, ...(namesSupplied === undefined ? {} : { namesSupplied }) } };
}

function restored(table: Table, fresh: Table | undefined): Table {
  const schema = TABLES.get(table.name);
  if (fresh === undefined || schema?.key === undefined || schema.private === undefined) return table;
  const [keys, freshKeys] = [columnsOf(table, schema.key), columnsOf(fresh, schema.key)];
  const rows = new Map(Array.from({ length: fresh.length }, (_, row) => [keyAt(freshKeys, row), row]));
  const columns = new Map(table.columns);
  for (const name of schema.private) {
    const source = fresh.columns.get(name);
    if (source === undefined) continue;
    const builder = new ColumnBuilder(source.type);
    for (let row = 0; row < table.length; row++) {
      const found = rows.get(keyAt(keys, row));
      builder.push(found === undefined ? null : valueAt(source, found));
    }
    columns.set(name, builder.build());
  }
  return { ...table, columns };
}

function columnsOf(table: Table, names: readonly string[]): (Column | undefined)[] {
  return names.map((name) => table.columns.get(name));
}

function keyAt(columns: readonly (Column | undefined)[], row: number): string {
  return JSON.stringify(columns.map((column): Value => (column === undefined ? null : valueAt(column, row))));
}
