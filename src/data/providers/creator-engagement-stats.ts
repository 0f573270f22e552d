import type { Provider, ProviderInput, ReadContext, Snapshot } from '../provider.js';
import { StatsError } from '../stats-error.js';
import { Checked } from './checked.js';
import { prepareStats } from './creator-engagement-stats/prepare.js';
import { readStats } from './creator-engagement-stats/read-stats.js';
import { suppliedData } from './supplied-data.js';

/** Raised whenever columns of the snapshot change their meaning. */
const SNAPSHOT_VERSION = 1;

/**
 * Numbers of a creator's explorations that the host has aggregated: `src` is the URL of `/creatorengagementstats/<creator_id>`, or
 * `data` has its parsed body. A completion rate is computed wherever starts and completions are both there, else shown as
 * supplied. Throws `no-source`, what the context throws, and `invalid` for a body of a wrong type.
 */
export const creatorEngagementStatsProvider: Provider = {
  id: 'creator-engagement-stats',
  version: SNAPSHOT_VERSION,
  read,
  prepare: prepareStats,
};

async function read({ src, data }: ProviderInput, context: ReadContext): Promise<Snapshot> {
  const body = data === undefined ? await fetched(src, context) : await suppliedData(data, context);
  const { tables, unrecorded } = readStats(new Checked(body, ''));
  return { provider: 'creator-engagement-stats', version: SNAPSHOT_VERSION, tables, notes: { bytes: 0, unrecorded } };
}

function fetched(src: string | undefined, context: ReadContext): Promise<unknown> {
  if (src !== undefined) return context.fetchJson(src);
  throw new StatsError('no-source', 'Provider "creator-engagement-stats": expected src, the URL of the statistics, or data.');
}
