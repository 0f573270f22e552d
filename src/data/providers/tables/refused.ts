import { StatsError } from '../../stats-error.js';
import type { Column, Table } from '../../table.js';
import { renamed, textAt, textsOf } from '../xapi/columns.js';

const STATES = ['passed', 'failed'];

/** The table with its `state` unknown where it is ''. Throws StatsError `invalid` for one that is neither passed nor failed. */
export function withStates(table: Table): Table {
  const column = table.columns.get('state');
  if (column?.type !== 'category') return table;
  const wrong = column.dictionary.findIndex((state) => state !== '' && !STATES.includes(state));
  if (wrong >= 0) throw refused(`${table.name}[${column.codes.indexOf(wrong)}].state`, 'passed or failed', column.dictionary[wrong]);
  return { ...table, columns: new Map<string, Column>([...table.columns, ['state', renamed(column, (state) => state || null)]]) };
}

/** Throws StatsError `invalid` for an id that blocks of two courses have: facts name a block by its id alone. */
export function checkBlocks(blocks: Table): void {
  const [ids, courses] = [textsOf(blocks, 'block_id'), textsOf(blocks, 'course_key')];
  const courseOf = new Map<number, number>();
  for (const [row, id] of ids.codes.entries()) {
    const course = courses.codes[row] ?? -1;
    if ((courseOf.get(id) ?? course) !== course) {
      throw refused(`blocks[${row}].block_id`, 'an id that no block of another course has', textAt(ids, row));
    }
    courseOf.set(id, course);
  }
}

function refused(place: string, expected: string, got: string | null | undefined): StatsError {
  return new StatsError('invalid', `${place}: expected ${expected}, got ${JSON.stringify(got)}.`);
}
