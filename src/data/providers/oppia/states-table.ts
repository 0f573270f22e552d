import { group, mean, rollup } from 'd3-array';
import { inLearningOrder, mostReached, waysOfPaths } from '../../../metrics/learning-order.js';
import type { CardOrderSource, CardWays } from '../../../metrics/learning-order.js';
import { stateBounceRate, stateRetention } from '../../../metrics/states.js';
import { TableBuilder } from '../../table.js';
import type { Table, Tables } from '../../table.js';
import { columnsWithout } from '../../../metrics/tables.js';
import { rowsOf } from '../rows.js';
import type { Row } from '../rows.js';
import type { Session } from './sessions.js';

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
 * One row per state, in the order in which learners meet them as far as it is known (`order_source`): by the structure of the
 * exploration, else as its sessions went, else by how many sessions reached each. `average_seconds` is the mean of the visits
 * whose time is known, where sessions are.
 */
export function statesTable(snapshot: Tables, sessions: readonly Session[] | undefined): Table {
  const starts = new Map([...rowsOf(snapshot.get('explorations'))].map((row) => [row.text('exploration') ?? '', row.number('starts')]));
  const ways = waysByExploration(snapshot.get('oppia_ways'));
  const paths = sessions === undefined ? undefined : group(sessions, ({ exploration }) => exploration);
  const times = sessions === undefined ? undefined : visitTimes(sessions);
  const unknown = ['hint_views', ...(times === undefined ? ['average_seconds'] : [])];
  const builder = new TableBuilder('states', columnsWithout('states', ...unknown));
  const byExploration = group(Array.from(rowsOf(snapshot.get('states')), stateRow), (row) => row.exploration);
  for (const exploration of starts.keys()) {
    const states = byExploration.get(exploration) ?? [];
    const { source, cards } = ordered(states, ways.get(exploration), paths?.get(exploration));
    for (const [order, { state }] of cards.entries()) {
      builder.push({
        ...state,
        state_order: order,
        order_source: source,
        retention: stateRetention(state.completions, state.hits),
        bounce_rate: stateBounceRate(state.hits, state.completions, starts.get(exploration) ?? null),
        average_seconds: mean(times?.get(exploration)?.get(state.state) ?? []),
      });
    }
  }
  return builder.build();
}

/** The ways between cards by exploration. */
function waysByExploration(ways: Table | undefined): ReadonlyMap<string, CardWays> {
  const rows = Array.from(rowsOf(ways), (row) => ({
    exploration: row.text('exploration'),
    from: row.text('from'),
    to: row.text('to') ?? '',
  }));
  return rollup(
    rows,
    (own): CardWays => ({
      first: own.filter(({ from }) => from === null).map(({ to }) => to),
      next: rollup(
        own,
        (those) => those.map(({ to }) => to),
        ({ from }) => from ?? '',
      ),
    }),
    ({ exploration }) => exploration ?? '',
  );
}

function ordered(
  states: readonly StateRow[],
  structure: CardWays | undefined,
  sessions: readonly Session[] = [],
): { readonly source: CardOrderSource; readonly cards: readonly { readonly state: StateRow }[] } {
  const cards = states.map((state) => ({ card: state.state, reached: state.first_hits, state }));
  if (structure !== undefined && structure.first.length > 0) return { source: 'structure', cards: inLearningOrder(cards, structure) };
  const ways = waysOfPaths(sessions.map(({ path }) => path));
  return ways.next.size > 0
    ? { source: 'sessions', cards: inLearningOrder(cards, ways) }
    : { source: 'reached', cards: mostReached(cards) };
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
