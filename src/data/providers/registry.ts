import type { Provider, ProviderId } from '../provider.js';
import { StatsError } from '../stats-error.js';

/** A part of its own each, so that a page loads the one that it has data for. */
const PROVIDERS: Readonly<Record<ProviderId, () => Promise<Provider>>> = {
  oppia: () => import('./oppia.js').then(({ oppiaProvider }) => oppiaProvider),
  'creator-engagement-stats': () => import('./creator-engagement-stats.js').then((module) => module.creatorEngagementStatsProvider),
  xapi: () => import('./xapi.js').then(({ xapiProvider }) => xapiProvider),
  tables: () => import('./tables.js').then(({ tablesProvider }) => tablesProvider),
};

/**
 * The provider of that id. Rejects with StatsError `unknown-provider`, listing those that there are, or `offline` where its part cannot be
 * loaded.
 */
export async function provider(id: string): Promise<Provider> {
  const found = new Map(Object.entries(PROVIDERS)).get(id);
  if (found === undefined) {
    throw new StatsError('unknown-provider', `provider: expected one of ${Object.keys(PROVIDERS).join(', ')}, got ${JSON.stringify(id)}.`);
  }
  return found().catch((cause: unknown) => {
    throw new StatsError(
      'offline',
      `The part that reads ${JSON.stringify(id)} could not be loaded. ${cause instanceof Error ? cause.message : ''}`.trim(),
      { cause },
    );
  });
}
