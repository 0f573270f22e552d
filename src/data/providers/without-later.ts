import type { Column, Table } from '../table.js';

/**
 * The table without times of these columns after `now`: they are unknown, the rest of their rows stands. `found` is told each of them.
 */
export function withoutLater(table: Table, names: readonly string[], now: number, found?: (row: number, name: string) => void): Table {
  const columns = new Map<string, Column>(table.columns);
  for (const name of names) {
    const column = columns.get(name);
    if (column?.type !== 'time') continue;
    const values = column.values.map((time, row) => {
      if (!(time > now)) return time;
      found?.(row, name);
      return NaN;
    });
    columns.set(name, { type: 'time', values });
  }
  return { ...table, columns };
}
