import type { Provider, ProviderId } from '../provider.js';
import { StatsError } from '../stats-error.js';
import { shown } from '../unlike.js';
import { creatorEngagementStatsProvider } from './creator-engagement-stats.js';
import { oppiaProvider } from './oppia.js';
import { tablesProvider } from './tables.js';
import { xapiProvider } from './xapi.js';

const PROVIDERS: Readonly<Record<ProviderId, Provider>> = {
  oppia: oppiaProvider,
  'creator-engagement-stats': creatorEngagementStatsProvider,
  xapi: xapiProvider,
  tables: tablesProvider,
};

/**
 * Takes the place of `registry.ts` in builds that are one script. Rejects with StatsError `unknown-provider`, listing those that there are.
 */
export function provider(id: string): Promise<Provider> {
  const found = new Map(Object.entries(PROVIDERS)).get(id);
  if (found !== undefined) return Promise.resolve(found);
  const message = `provider: expected one of ${Object.keys(PROVIDERS).join(', ')}, got ${shown(id)}.`;
  return Promise.reject(new StatsError('unknown-provider', message));
}
