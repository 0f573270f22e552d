import { isTime, POSSIBLE_TIME } from '../../../metrics/happened.js';
import type { FirstSkipped } from '../../ingest/skipped.js';
import { skippedAt } from '../../ingest/skipped.js';
import type { Skipped } from '../../provider.js';
import type { Column, Table, Tables } from '../../table.js';

/** Tables, and how many of their rows said a time at which nothing can have happened; undefined for none. */
interface PossibleTimes {
  readonly tables: Map<string, Table>;
  readonly wrong: Skipped | undefined;
}

/** The tables, of which times at which nothing can have happened are unknown: programs write these where they have none. */
export function possibleTimes(all: Tables): PossibleTimes {
  const tables = new Map(all);
  let [count, total] = [0, 0];
  let first: FirstSkipped | undefined;
  for (const [name, table] of all) {
    const wrong = new Set<number>();
    const times: [string, Column][] = [];
    for (const [column, given] of table.columns) {
      if (given.type !== 'time') continue;
      const { type, values } = given;
      const before = wrong.size;
      for (const [row, time] of values.entries()) {
        if (Number.isNaN(time) || isTime(time)) continue;
        first ??= skippedAt(`${name}[${row}].${column}`, `expected ${POSSIBLE_TIME}, got ${new Date(time).toISOString()}`);
        wrong.add(row);
      }
      if (wrong.size > before) times.push([column, { type, values: values.map((time) => (isTime(time) ? time : NaN)) }]);
    }
    if ([...table.columns.values()].some(({ type }) => type === 'time')) total += table.length;
    count += wrong.size;
    if (times.length > 0) tables.set(name, { ...table, columns: new Map([...table.columns, ...times]) });
  }
  return { tables, wrong: first && { ...first, count, total } };
}
