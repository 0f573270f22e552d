import type { Provider, ProviderId } from '../provider.js';

/** What reads the data of the creator's tags alone. The script of the at-risk tags has none of them. */
export const CREATOR_PROVIDERS: Partial<Readonly<Record<ProviderId, () => Promise<Provider>>>> = {
  oppia: () => import('./oppia.js').then(({ oppiaProvider }) => oppiaProvider),
  'creator-engagement-stats': () => import('./creator-engagement-stats.js').then((module) => module.creatorEngagementStatsProvider),
};

/** Ids of the providers that another script has. */
export const ELSEWHERE: readonly string[] = [];
