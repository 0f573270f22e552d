import { timedSessions } from '../../../metrics/timed-sessions.js';
import { weightedMean } from '../../../metrics/weighted-mean.js';
import type { Table, Tables } from '../../table.js';
import { creatorOfExplorations } from '../creator-of-explorations.js';
import { insightsTable } from '../insights-table.js';
import { rowsOf } from '../rows.js';

/**
 * The tables with those of a creator that are made of others: the one row of totals, and what stands out among the explorations. One that
 * is given itself stands as it is given.
 */
export function withCreatorTables(tables: Tables): ReadonlyMap<string, Table> {
  const explorations = tables.get('explorations');
  if (explorations === undefined) return tables;
  const creator = tables.get('creator') ?? creatorOfExplorations(explorations, averageTime(explorations));
  const insights = tables.get('insights') ?? insightsTable(tables);
  return new Map([...tables, ['creator', creator], ['insights', insights]]);
}

/** The mean of all sessions whose time is known; unknown where of one exploration it is not told of how many it is. */
function averageTime(explorations: Table): number | null {
  const isOfAll = !explorations.columns.has('unknown_sessions');
  const timed = Array.from(rowsOf(explorations), (row): readonly [number | null, number | null] => {
    const counts = { sessions: row.number('sessions'), unknown: row.number('unknown_sessions') };
    return [row.number('average_engagement_seconds'), timedSessions(counts, isOfAll)];
  });
  return weightedMean(timed);
}
