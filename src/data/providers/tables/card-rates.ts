import { rollup } from 'd3-array';
import { mostReached } from '../../../metrics/learning-order.js';
import type { CardOrderSource } from '../../../metrics/learning-order.js';
import { stateBounceRate, stateRetention } from '../../../metrics/states.js';
import { columnsOf } from '../../../metrics/tables.js';
import { ColumnBuilder } from '../../table.js';
import type { Column, Table } from '../../table.js';
import { rowsOf } from '../rows.js';

const RATES = columnsOf('states', ['retention', 'bounce_rate']);
const ORDER = columnsOf('states', ['state_order', 'order_source']);

/**
 * Cards with their rates, computed wherever their counts are there, else as they are given; and with their places, where no row tells one: of
 * each exploration the most reached first. A row that names no card has none.
 */
export function withCardRates(states: Table, explorations: Table | undefined): Table {
  const starts = new Map(Array.from(rowsOf(explorations), (row) => [row.text('exploration'), row.number('starts')]));
  const isOrdered = states.columns.has('state_order');
  const places = isOrdered ? undefined : placesOf(states);
  const made = new Map(Object.entries(isOrdered ? RATES : { ...RATES, ...ORDER }).map(([name, type]) => [name, new ColumnBuilder(type)]));
  let at = 0;
  for (const row of rowsOf(states)) {
    const [completions, hits] = [row.number('completions'), row.number('hits')];
    const own = starts.get(row.text('exploration')) ?? null;
    const isCounted = completions !== null && hits !== null;
    const place = places?.get(at++);
    made.get('retention')?.push(isCounted ? stateRetention(completions, hits) : row.number('retention'));
    made.get('bounce_rate')?.push(isCounted && own !== null ? stateBounceRate(hits, completions, own) : row.number('bounce_rate'));
    made.get('state_order')?.push(place ?? null);
    made.get('order_source')?.push(place === undefined ? null : ('reached' satisfies CardOrderSource));
  }
  const columns = new Map<string, Column>(states.columns);
  for (const [name, builder] of made) columns.set(name, builder.build());
  return { ...states, columns };
}

/** The place of each card in its exploration, by its row. */
function placesOf(states: Table): ReadonlyMap<number, number> {
  const cards = Array.from(rowsOf(states), (row, at) => ({
    at,
    exploration: row.text('exploration'),
    card: row.text('state'),
    reached: row.number('first_hits'),
  })).filter(({ card }) => card !== null);
  const ordered = rollup(
    cards,
    (own) => mostReached(own),
    ({ exploration }) => exploration,
  );
  return new Map([...ordered.values()].flatMap((own) => own.map(({ at }, place): [number, number] => [at, place])));
}
