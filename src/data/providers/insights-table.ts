import { insights } from '../../metrics/insights.js';
import type { Counted } from '../../metrics/insights.js';
import { isLeftByNobody } from '../../metrics/states.js';
import { periodRange } from '../../metrics/period.js';
import { columnsWithout } from '../../metrics/tables.js';
import { TableBuilder } from '../table.js';
import type { Settings } from '../provider.js';
import type { Table, Tables } from '../table.js';
import { rowsOf } from './rows.js';

/** Tables that are searched for what stands out, and the counts that it takes. */
const COUNTS = [
  ['explorations', 'starts', 'completions'],
  ['states', 'hits', 'completions'],
  ['weekly', 'starts', 'completions'],
] as const;

/** Whether the tables count anything that could stand out; one without rows has nothing that could. */
export function hasCounts(tables: Tables): boolean {
  return COUNTS.some(([name, ...counts]) => {
    const table = tables.get(name);
    return table !== undefined && (table.length === 0 || counts.every((count) => table.columns.has(count)));
  });
}

/**
 * What stands out among the creator's explorations, most to win first, from the normal tables that are there. The week that goes on at
 * `now` is left out.
 */
export function insightsTable(tables: Tables, { now, timezone }: Pick<Settings, 'now' | 'timezone'>): Table {
  const builder = new TableBuilder('insights', columnsWithout('insights'));
  const found = insights({
    explorations: counted(tables.get('explorations'), 'starts', () => null),
    states: leadingStates(tables.get('states')),
    weeks: counted(tables.get('weekly'), 'starts', (row) => row.text('week')).filter(
      ({ place }) => place !== null && periodRange(place, 'week', timezone)[1] <= now,
    ),
  });
  for (const { place, kind, otherStarts, ...insight } of found) {
    builder.push({
      ...insight,
      kind,
      other_starts: otherStarts,
      state: kind === 'loses-most-here' ? place : null,
      week: kind === 'changed-since-last-week' ? place : null,
    });
  }
  return builder.build();
}

/** Nobody goes on from a terminal state, nor from one that nobody reached. Where it is unknown which one is terminal, so is who goes on. */
function leadingStates(table: Table | undefined): readonly Counted[] {
  return [...rowsOf(table)].flatMap((row) => {
    const exploration = row.text('exploration');
    const terminal = row.flag('terminal');
    if (exploration === null || isLeftByNobody(row.number('hits'), terminal) || row.text('state') === null) return [];
    const completions = terminal === null ? null : row.number('completions');
    return [{ exploration, place: row.text('state'), starts: row.number('hits'), completions }];
  });
}

function counted(
  table: Table | undefined,
  starts: string,
  place: (row: { text(column: string): string | null }) => string | null,
): readonly Counted[] {
  return [...rowsOf(table)].flatMap((row) => {
    const exploration = row.text('exploration');
    return exploration === null
      ? []
      : [{ exploration, place: place(row), starts: row.number(starts), completions: row.number('completions') }];
  });
}
