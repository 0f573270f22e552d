import type { Provider, ProviderId } from '../provider.js';
import { StatsError } from '../stats-error.js';
import { creatorEngagementStatsProvider } from './creator-engagement-stats.js';
import { oppiaProvider } from './oppia.js';
import { tablesProvider } from './tables.js';
import { xapiProvider } from './xapi.js';

/** The script of one family of tags leaves out what reads the data of the other alone. */
const PROVIDERS: Readonly<Record<ProviderId, Provider | undefined>> = {
  oppia: oppiaProvider,
  'creator-engagement-stats': creatorEngagementStatsProvider,
  xapi: xapiProvider,
  tables: tablesProvider,
};

/**
 * Takes the place of `registry.ts` in builds that are one script. Rejects with StatsError `unknown-provider`, listing those that there are, or
 * naming the scripts that have it.
 */
export function provider(id: string): Promise<Provider> {
  const all = new Map(Object.entries(PROVIDERS));
  const found = all.get(id);
  if (found !== undefined) return Promise.resolve(found);
  const there = [...all].filter(([, each]) => each !== undefined).map(([name]) => name);
  const where = all.has(id) ? ', which creator.js and learner-elements.js have' : '';
  const message = `provider: expected one of ${there.join(', ')}, got ${JSON.stringify(id)}${where}.`;
  return Promise.reject(new StatsError('unknown-provider', message));
}
