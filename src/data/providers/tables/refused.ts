import { StatsError } from '../../stats-error.js';
import type { Column, Table } from '../../table.js';
import { unlike } from '../../unlike.js';
import { numbersOf, renamed, textAt, textsOf } from '../xapi/columns.js';
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

/** What tells the rows of a table apart, where one said twice would count twice, or would take the place of the other. */
const SAID_ONCE: Readonly<Record<string, readonly string[]>> = {
  courses: ['course_key'],
  enrollments: ['course_key', 'actor_id'],
  explorations: ['exploration'],
  states: ['exploration', 'state'],
  ratings: ['exploration', 'stars'],
  demographics: ['exploration', 'dimension', 'group'],
  feedback: ['exploration', 'thread'],
  sessions: ['exploration', 'session'],
};

/**
 * Throws StatsError `invalid` for a row of a table that has one row for each key, where an earlier one has the same key. Of a row whose key
 * is not all known nobody can tell.
 */
export function checkOnce(table: Table): void {
  const key = SAID_ONCE[table.name];
  if (key === undefined) return;
  const parts = key.map((name) => ({ values: codesOf(table, name), pairs: new PairCodes() }));
  const rowOf: number[] = [];
  for (let row = 0; row < table.length; row++) {
    if (!parts.every(({ values }) => (values[row] ?? -1) >= 0)) continue;
    const code = parts.reduce((before, { values, pairs }) => pairs.of(before, values[row] ?? 0), 0);
    const known = rowOf[code];
    if (known !== undefined) {
      throw new StatsError(
        'invalid',
        `${table.name}[${row}]: expected one row for each ${key.join(' and ')}, but ${table.name}[${known}] is of the same.`,
      );
    }
    rowOf[code] = row;
  }
}

/** Whole numbers from 0 that tell the values of a column apart; what is not known is none. */
function codesOf(table: Table, name: string): Int32Array | Float64Array {
  return table.columns.get(name)?.type === 'number' ? numbersOf(table, name) : textsOf(table, name).codes;
}
