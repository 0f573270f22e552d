import { group } from 'd3-array';
import { mostReached } from '../../../metrics/learning-order.js';
import type { CardOrderSource } from '../../../metrics/learning-order.js';
import { stateBounceRate, stateRetention, terminalStates } from '../../../metrics/states.js';
import { columnsOf } from '../../../metrics/tables.js';
import { ColumnBuilder } from '../../table.js';
import type { Column, Table } from '../../table.js';
import { rowsOf } from '../rows.js';
import { numbersOf } from '../xapi/columns.js';

const RATES = columnsOf('states', ['retention', 'bounce_rate']);
const ORDER = columnsOf('states', ['state_order', 'order_source']);

const END = columnsOf('states', ['terminal']);

/**
 * Cards with their rates, computed wherever their counts are there, else as they are given; with their places, where no row tells one: of
 * each exploration the most reached first, or as they are given where nothing is told of that; and with whether they end their exploration,
 * as far as their counts tell it, where no column does.
 */
export function withCardRates(states: Table, explorations: Table | undefined): Table {
  const starts = new Map(Array.from(rowsOf(explorations), (row) => [row.text('exploration'), row.number('starts')]));
  const completions = new Map(Array.from(rowsOf(explorations), (row) => [row.text('exploration'), row.number('completions')]));
  const ends = states.columns.has('terminal') ? undefined : endsOf(states, completions);
  const isOrdered = isTold(states, 'state_order');
  const source = isTold(states, 'first_hits') ? ('reached' satisfies CardOrderSource) : null;
  const places = isOrdered ? undefined : placesOf(states);
  const types = { ...RATES, ...(isOrdered ? {} : ORDER), ...(ends === undefined ? {} : END) };
  const made = new Map(Object.entries(types).map(([name, type]) => [name, new ColumnBuilder(type)]));
  for (const [at, row] of [...rowsOf(states)].entries()) {
    const [completed, hits] = [row.number('completions'), row.number('hits')];
    const own = starts.get(row.text('exploration')) ?? null;
    const isCounted = completed !== null && hits !== null;
    made.get('retention')?.push(isCounted ? stateRetention(completed, hits) : row.number('retention'));
    made.get('bounce_rate')?.push(isCounted && own !== null ? stateBounceRate(hits, completed, own) : row.number('bounce_rate'));
    made.get('state_order')?.push(places?.get(at) ?? null);
    made.get('terminal')?.push(ends?.get(at) ?? null);
    made.get('order_source')?.push(source);
  }
  const columns = new Map<string, Column>(states.columns);
  for (const [name, builder] of made) columns.set(name, builder.build());
  return { ...states, columns };
}

/** What is worked out of cards that are given, whatever columns they have. */
export function workedOutOfCards(states: Table | undefined, explorations: Table | undefined): readonly string[] {
  if (states === undefined) return [];
  const isCounted = isTold(states, 'hits') && isTold(states, 'completions');
  const hasStarts = explorations !== undefined && isTold(explorations, 'starts');
  return [
    ...Object.keys(ORDER),
    ...(isTold(states, 'answers') ? Object.keys(END) : []),
    ...(isCounted ? ['retention'] : []),
    ...(isCounted && hasStarts ? ['bounce_rate'] : []),
  ];
}

function isTold(table: Table, column: string): boolean {
  return numbersOf(table, column).some((value) => !Number.isNaN(value));
}

/** The place of each card in its exploration, by its row. */
function placesOf(states: Table): ReadonlyMap<number, number> {
  const ordered = [...byExploration(states).values()].map((own) => mostReached(own.map((card) => ({ ...card, reached: card.first_hits }))));
  return new Map(ordered.flatMap((own) => own.map(({ at }, place): [number, number] => [at, place])));
}

/** Whether each card ends its exploration, by its row. */
function endsOf(states: Table, completions: ReadonlyMap<string | null, number | null>): ReadonlyMap<number, boolean | null> {
  return new Map(
    [...byExploration(states)].flatMap(([exploration, own]) => {
      const ends = terminalStates(own, completions.get(exploration) ?? null);
      return own.map(({ at }, place): [number, boolean | null] => [at, ends[place] ?? null]);
    }),
  );
}

interface Card {
  /** Its row. */
  readonly at: number;
  readonly exploration: string | null;
  readonly card: string | null;
  readonly first_hits: number | null;
  readonly hits: number | null;
  readonly answers: number | null;
}

function byExploration(states: Table): ReadonlyMap<string | null, readonly Card[]> {
  const cards = Array.from(rowsOf(states), (row, at) => ({
    at,
    exploration: row.text('exploration'),
    card: row.text('state'),
    first_hits: row.number('first_hits'),
    hits: row.number('hits'),
    answers: row.number('answers'),
  }));
  return group(cards, ({ exploration }) => exploration);
}
