import { completionRate } from '../../../metrics/completion-rate.js';
import type { Settings } from '../../provider.js';
import type { Table, Tables } from '../../table.js';
import { creatorOfExplorations } from '../creator-of-explorations.js';
import { insightsTable } from '../insights-table.js';
import { numberAt, numbersOf } from '../xapi/columns.js';
import { withCardRates } from './card-rates.js';
import { numbersBy, withStars } from './supplied-stars.js';

/** What tables that a host makes mean. */
const TOLD: ReadonlyMap<string, (table: Table) => Table> = new Map([
  ['creator', (creator) => withStars(withRate(creator))],
  ['weekly', withStars],
]);
const asGiven = (table: Table): Table => table;

/** The totals with the rate that both counts come to, where both are known. */
function withRate(creator: Table): Table {
  if (!creator.columns.has('completion_rate')) return creator;
  const [given, starts, completions] = ['completion_rate', 'starts', 'completions'].map((name) => numbersOf(creator, name));
  if (given === undefined) return creator;
  const rate = numbersBy(given, (row) => {
    const [all, done] = [starts, completions].map((values) => values && numberAt(values, row));
    return typeof all === 'number' && typeof done === 'number' ? completionRate(done, all) : numberAt(given, row);
  });
  return { ...creator, columns: new Map([...creator.columns, ['completion_rate', rate]]) };
}

/**
 * The tables with those of a creator that are made of others: cards with their rates, the one row of totals, and what stands out among the
 * explorations. Totals and findings that are given stand as they are given, but for a completion rate of which both counts are given.
 */
export function withCreatorTables(all: Tables, settings: Settings): ReadonlyMap<string, Table> {
  const given = new Map([...all].map(([name, table]) => [name, (TOLD.get(name) ?? asGiven)(table)]));
  const [explorations, states] = [given.get('explorations'), given.get('states')];
  const tables = states === undefined ? given : new Map([...given, ['states', withCardRates(states, explorations)]]);
  if (explorations === undefined) return tables;
  const creator = tables.get('creator') ?? creatorOfExplorations(explorations);
  const insights = tables.get('insights') ?? insightsTable(tables, settings);
  return new Map([...tables, ['creator', creator], ['insights', insights]]);
}
