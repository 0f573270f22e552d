import { rollup } from 'd3-array';
import { mostReached } from '../../../metrics/learning-order.js';
import type { CardOrderSource } from '../../../metrics/learning-order.js';
import { stateBounceRate, stateRetention } from '../../../metrics/states.js';
import { columnsOf } from '../../../metrics/tables.js';
import { ColumnBuilder } from '../../table.js';
import type { Column, Table } from '../../table.js';
import { rowsOf } from '../rows.js';
import { numbersOf } from '../xapi/columns.js';

const RATES = columnsOf('states', ['retention', 'bounce_rate']);
const ORDER = columnsOf('states', ['state_order', 'order_source']);

/**
 * Cards with their rates, computed wherever their counts are there, else as they are given; and with their places, where no row tells one:
 * of each exploration the most reached first, or as they are given where nothing is told of that.
 */
export function withCardRates(states: Table, explorations: Table | undefined): Table {
  const starts = new Map(Array.from(rowsOf(explorations), (row) => [row.text('exploration'), row.number('starts')]));
  const isOrdered = isTold(states, 'state_order');
  const source = isTold(states, 'first_hits') ? ('reached' satisfies CardOrderSource) : null;
  const places = isOrdered ? undefined : placesOf(states);
  const made = new Map(Object.entries(isOrdered ? RATES : { ...RATES, ...ORDER }).map(([name, type]) => [name, new ColumnBuilder(type)]));
  let at = 0;
  for (const row of rowsOf(states)) {
    const [completions, hits] = [row.number('completions'), row.number('hits')];
    const own = starts.get(row.text('exploration')) ?? null;
    const isCounted = completions !== null && hits !== null;
    made.get('retention')?.push(isCounted ? stateRetention(completions, hits) : row.number('retention'));
    made.get('bounce_rate')?.push(isCounted && own !== null ? stateBounceRate(hits, completions, own) : row.number('bounce_rate'));
    made.get('state_order')?.push(places?.get(at++) ?? null);
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
  return [...Object.keys(ORDER), ...(isCounted ? ['retention'] : []), ...(isCounted && hasStarts ? ['bounce_rate'] : [])];
}

function isTold(table: Table, column: string): boolean {
  return numbersOf(table, column).some((value) => !Number.isNaN(value));
}

/** The place of each card in its exploration, by its row. */
function placesOf(states: Table): ReadonlyMap<number, number> {
  const cards = Array.from(rowsOf(states), (row, at) => ({
    at,
    exploration: row.text('exploration'),
    card: row.text('state'),
    reached: row.number('first_hits'),
  }));
  const ordered = rollup(
    cards,
    (own) => mostReached(own),
    ({ exploration }) => exploration,
  );
  return new Map([...ordered.values()].flatMap((own) => own.map(({ at }, place): [number, number] => [at, place])));
}
