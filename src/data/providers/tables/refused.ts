import { TABLES } from '../../../metrics/tables.js';
import { StatsError } from '../../stats-error.js';
import type { Column, Table } from '../../table.js';
import { unlike } from '../../unlike.js';
import { renamed, textAt, textsOf } from '../xapi/columns.js';
import { PairCodes } from '../xapi/pair-codes.js';

const STATES = ['passed', 'failed'];

/** The table with its `state` unknown where it is ''. Throws StatsError `invalid` for one that is neither passed nor failed. */
export function withStates(table: Table): Table {
  const column = table.columns.get('state');
  if (column?.type !== 'category') return table;
  const wrong = column.dictionary.findIndex((state) => state !== '' && !STATES.includes(state));
  if (wrong >= 0)
    throw unlike('invalid', `${table.name}[${column.codes.indexOf(wrong)}].state`, 'passed or failed', column.dictionary[wrong]);
  return { ...table, columns: new Map<string, Column>([...table.columns, ['state', renamed(column, (state) => state || null)]]) };
}

/** Throws StatsError `invalid` for an id that blocks of two courses have: facts name a block by its id alone. */
export function checkBlocks(blocks: Table): void {
  const [ids, courses] = [textsOf(blocks, 'block_id'), textsOf(blocks, 'course_key')];
  const courseOf = new Map<number, number>();
  for (const [row, id] of ids.codes.entries()) {
    const course = courses.codes[row] ?? -1;
    if ((courseOf.get(id) ?? course) !== course) {
      throw unlike('invalid', `blocks[${row}].block_id`, 'an id that no block of another course has', textAt(ids, row));
    }
    courseOf.set(id, course);
  }
}

/** Tables of which a row said twice would count twice, or would take the place of the other. */
const SAID_ONCE = ['courses', 'enrollments', 'explorations', 'states'];

/** Throws StatsError `invalid` for a row of a table that has one row for each key, where an earlier one has the same key. */
export function checkOnce(table: Table): void {
  if (!SAID_ONCE.includes(table.name)) return;
  const key = TABLES.get(table.name)?.key ?? [];
  const [first, second] = key.map((name) => textsOf(table, name).codes);
  const keys = new PairCodes();
  const rowOf: number[] = [];
  for (let row = 0; row < table.length; row++) {
    const known = rowOf[keys.of(first?.[row] ?? -1, second?.[row] ?? 0)];
    if (known !== undefined) {
      throw new StatsError(
        'invalid',
        `${table.name}[${row}]: expected one row for each ${key.join(' and ')}, but ${table.name}[${known}] is of the same.`,
      );
    }
    rowOf.push(row);
  }
}
