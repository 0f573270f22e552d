import type { Provider, ProviderId } from '../provider.js';
import { StatsError } from '../stats-error.js';
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

/** The provider of that id. Throws StatsError `unknown-provider`, listing those that there are. */
export function provider(id: string): Provider {
  const found = new Map<string, Provider>(Object.entries(PROVIDERS)).get(id);
  if (found !== undefined) return found;
  throw new StatsError('unknown-provider', `provider: expected one of ${Object.keys(PROVIDERS).join(', ')}, got ${JSON.stringify(id)}.`);
}
