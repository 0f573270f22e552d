import type { Settings } from '../../provider.js';
import type { Table, Tables } from '../../table.js';
import { creatorOfExplorations } from '../creator-of-explorations.js';
import { insightsTable } from '../insights-table.js';

/**
 * The tables with those of a creator that are made of others: the one row of totals, and what stands out among the explorations. One that
 * is given itself stands as it is given.
 */
export function withCreatorTables(tables: Tables, settings: Settings): ReadonlyMap<string, Table> {
  const explorations = tables.get('explorations');
  if (explorations === undefined) return tables;
  const creator = tables.get('creator') ?? creatorOfExplorations(explorations);
  const insights = tables.get('insights') ?? insightsTable(tables, settings);
  return new Map([...tables, ['creator', creator], ['insights', insights]]);
}
