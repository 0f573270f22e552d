import { group, mean, rollup } from 'd3-array';
import { inLearningOrder, mostReached, waysOfPaths } from '../../../metrics/learning-order.js';
import type { CardOrderSource, CardWays } from '../../../metrics/learning-order.js';
import { stateBounceRate, stateRetention, terminalStates } from '../../../metrics/states.js';
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

const UNCOUNTED = {
  first_hits: null,
  hits: null,
  answers: null,
  useful_feedback: null,
  solution_views: null,
  completions: null,
};

/**
 * One row per state, in the order in which learners meet them as far as it is known (`order_source`): by the structure of the
 * exploration, else as its sessions went, else by how many sessions reached each. A state of the structure from which ways lead on and
 * that the statistics leave out has unknown counts. `average_seconds` is the mean of the visits whose time is known, where sessions are.
 */
export function statesTable(snapshot: Tables, sessions: readonly Session[] | undefined): Table {
  const explorations = [...rowsOf(snapshot.get('explorations'))].map((row) => {
    return { exploration: row.text('exploration') ?? '', starts: row.number('starts'), completed: row.number('completions') };
  });
  const ways = waysByExploration(snapshot.get('oppia_ways'));
  const paths = sessions === undefined ? undefined : group(sessions, ({ exploration }) => exploration);
  const times = sessions === undefined ? undefined : visitTimes(sessions);
  const unknown = ['hint_views', ...(times === undefined ? ['average_seconds'] : [])];
  const builder = new TableBuilder('states', columnsWithout('states', ...unknown));
  const byExploration = group(Array.from(rowsOf(snapshot.get('states')), stateRow), (row) => row.exploration);
  for (const { exploration, starts, completed } of explorations) {
    const structure = ways.get(exploration);
    const states = withUncounted(exploration, byExploration.get(exploration) ?? [], structure);
    const { source, cards } = ordered(states, structure, paths?.get(exploration));
    const terminal = terminalStates(
      cards.map(({ state }) => ({ ...state, leadsOn: leadsOn(state.state, structure) })),
      completed,
    );
    for (const [order, { state }] of cards.entries()) {
      builder.push({
        ...state,
        state_order: order,
        order_source: source,
        terminal: terminal[order],
        retention: stateRetention(state.completions, state.hits),
        bounce_rate: stateBounceRate(state.hits, state.completions, starts),
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

/** The counted states, and those of the structure that lead on and are not among them; none where nothing is counted. */
function withUncounted(exploration: string, counted: readonly StateRow[], structure: CardWays | undefined): readonly StateRow[] {
  if (counted.length === 0 || structure === undefined) return counted;
  const names = new Set(counted.map(({ state }) => state));
  const uncounted = [...structure.next.keys()].filter((state) => state !== '' && !names.has(state));
  return [...counted, ...uncounted.map((state) => ({ ...UNCOUNTED, exploration, state }))];
}

/** Whether ways lead on from a card; undefined where the structure does not say. */
function leadsOn(card: string | null, structure: CardWays | undefined): boolean | undefined {
  if (structure === undefined || card === null) return undefined;
  if (structure.next.has(card)) return true;
  const isReached = structure.first.includes(card) || [...structure.next.values()].some((next) => next.includes(card));
  return isReached ? false : undefined;
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
