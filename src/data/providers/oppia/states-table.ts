import { group, mean, rollup } from 'd3-array';
import { stateBounceRate, stateRetention } from '../../../metrics/states.js';
import { TableBuilder } from '../../table.js';
import type { Table, Tables } from '../../table.js';
import type { ColumnType } from '../../../metrics/tables.js';
import { rowsOf } from '../rows.js';
import type { Row } from '../rows.js';
import type { Session } from './sessions.js';

const COUNTED = {
  exploration: 'category',
  state: 'category',
  state_order: 'number',
  first_hits: 'number',
  hits: 'number',
  answers: 'number',
  useful_feedback: 'number',
  solution_views: 'number',
  completions: 'number',
  retention: 'number',
  bounce_rate: 'number',
} as const;

interface StateRow {
  readonly exploration: string;
  readonly state: string | null;
  readonly first_hits: number | null;
  readonly hits: number | null;
  readonly answers: number | null;
  readonly useful_feedback: number | null;
  readonly solution_views: number | null;
  readonly completions: number | null;
}

/**
 * One row per state. Handlers do not say in which order learners meet the states, so `state_order` goes by how many learners'
 * loads reached each: the most reached is 0, ties in the order of the host. `average_seconds` is the mean of the visits whose
 * time is known, where sessions are.
 */
export function statesTable(snapshot: Tables, sessions: readonly Session[] | undefined): Table {
  const starts = new Map([...rowsOf(snapshot.get('explorations'))].map((row) => [row.text('exploration') ?? '', row.number('starts')]));
  const times = sessions === undefined ? undefined : visitTimes(sessions);
  const columns: Record<string, ColumnType> = times === undefined ? COUNTED : { ...COUNTED, average_seconds: 'number' };
  const builder = new TableBuilder('states', columns);
  const byExploration = group(Array.from(rowsOf(snapshot.get('states')), stateRow), (row) => row.exploration);
  for (const exploration of starts.keys()) {
    const states = byExploration.get(exploration) ?? [];
    const inOrder = [...states].sort((a, b) => (b.first_hits ?? -1) - (a.first_hits ?? -1));
    for (const [order, state] of inOrder.entries()) {
      builder.push({
        ...state,
        state_order: order,
        retention: stateRetention(state.completions, state.hits),
        bounce_rate: stateBounceRate(state.hits, state.completions, starts.get(exploration) ?? null),
        average_seconds: mean(times?.get(exploration)?.get(state.state) ?? []),
      });
    }
  }
  return builder.build();
}

function stateRow(row: Row): StateRow {
  return {
    exploration: row.text('exploration') ?? '',
    state: row.text('state'),
    first_hits: row.number('first_hits'),
    hits: row.number('hits'),
    answers: row.number('answers'),
    useful_feedback: row.number('useful_feedback'),
    solution_views: row.number('solution_views'),
    completions: row.number('completions'),
  };
}

/** Known times of visits by exploration and state. */
function visitTimes(sessions: readonly Session[]): Map<string, Map<string | null, number[]>> {
  const visits = sessions.flatMap(({ exploration, visits: own }) => own.map((visit) => ({ ...visit, exploration })));
  return rollup(
    visits.filter((visit) => visit.seconds !== null),
    (known) => known.flatMap((visit) => visit.seconds ?? []),
    (visit) => visit.exploration,
    (visit) => visit.state,
  );
}
