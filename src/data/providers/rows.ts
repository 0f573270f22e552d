import type { Table } from '../table.js';
import { valueAt } from '../table.js';

/** One row of a table, read by the name of a column. */
export interface Row {
  /** Null where the text is unknown or the table has no such column of texts. */
  text(column: string): string | null;
  /** The same for numbers and instants. */
  number(column: string): number | null;
  /** The same for yes and no. */
  flag(column: string): boolean | null;
}

/** The rows of a table in order; none of one that is missing. A row is good until the next is taken. */
export function* rowsOf(table: Table | undefined): Generator<Row> {
  if (table === undefined) return;
  for (let at = 0; at < table.length; at++) {
    const value = (name: string) => {
      const column = table.columns.get(name);
      return column === undefined ? null : valueAt(column, at);
    };
    yield {
      text: (name) => { const found = value(name); return typeof found === 'string' ? found : null; },
      number: (name) => { const found = value(name); return typeof found === 'number' ? found : null; },
      flag: (name) => { const found = value(name); return typeof found === 'boolean' ? found : null; },
    };
  }
}
