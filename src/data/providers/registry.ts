import type { Provider } from '../provider.js';
import { StatsError } from '../stats-error.js';
import { shown } from '../unlike.js';
import { loadedPart } from './loaded-part.js';
import { CREATOR_PROVIDERS, ELSEWHERE } from './registry-creator.js';

/** A part of its own each, so that a page loads the one that it has data for. */
const PROVIDERS: ReadonlyMap<string, () => Promise<Provider>> = new Map(
  Object.entries({
    ...CREATOR_PROVIDERS,
    xapi: () => import('./xapi.js').then(({ xapiProvider }) => xapiProvider),
    tables: () => import('./tables.js').then(({ tablesProvider }) => tablesProvider),
  }),
);

/**
 * The provider of that id. Rejects with StatsError `unknown-provider`, listing those that there are, or naming the scripts that have it;
 * and where its part cannot be loaded with `offline`, or with `missing-part` if there is a network.
 */
export async function provider(id: string): Promise<Provider> {
  const found = PROVIDERS.get(id);
  if (found === undefined) {
    const where = ELSEWHERE.includes(id) ? ', which creator.js and learner-elements.js have' : '';
    const message = `provider: expected one of ${[...PROVIDERS.keys()].join(', ')}, got ${shown(id)}${where}.`;
    throw new StatsError('unknown-provider', message);
  }
  return loadedPart(found(), JSON.stringify(id));
}
