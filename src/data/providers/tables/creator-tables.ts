import type { Settings } from '../../provider.js';
import type { Table, Tables } from '../../table.js';
import { creatorOfExplorations } from '../creator-of-explorations.js';
import { insightsTable } from '../insights-table.js';
import { withCardRates } from './card-rates.js';

/**
 * The tables with those of a creator that are made of others: cards with their rates, the one row of totals, and what stands out among the
 * explorations. Totals and findings that are given stand as they are given.
 */
export function withCreatorTables(given: Tables, settings: Settings): ReadonlyMap<string, Table> {
  const [explorations, states] = [given.get('explorations'), given.get('states')];
  const tables = states === undefined ? given : new Map([...given, ['states', withCardRates(states, explorations)]]);
  if (explorations === undefined) return tables;
  const creator = tables.get('creator') ?? creatorOfExplorations(explorations);
  const insights = tables.get('insights') ?? insightsTable(tables, settings);
  return new Map([...tables, ['creator', creator], ['insights', insights]]);
}
