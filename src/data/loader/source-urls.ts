import type { CacheIdentity } from '../cache/cache-key.js';
import type { OpenRequest } from '../load-request.js';
import { isUrl } from '../net/is-url.js';
import type { ProviderInput } from '../provider.js';

/**
 * What a copy of the source is stored under; undefined where nothing may be stored: without a user key, and where a part of
 * the source is data of the page, with no address or one that ends with the page. `version` is that of the provider's snapshots.
 */
export function identityOf({ userKey, provider, input, credentials }: OpenRequest, version: number): CacheIdentity | undefined {
  if (userKey === undefined || userKey === '' || input.data !== undefined) return undefined;
  const { src, events, tables } = input;
  const places = [src, events, ...(isUrlRecord(tables) ? Object.entries(tables).sort().flat() : [tables])];
  if (![src, events, ...(isUrlRecord(tables) ? [] : [tables])].every((part) => part === undefined || isUrl(part))) return undefined;
  if (places.some((part) => typeof part === 'string' && /^blob:/i.test(part))) return undefined;
  return {
    userKey,
    provider,
    version,
    urls: places.map((part) => (typeof part === 'string' ? part : null)),
    credentials,
  };
}

/** The URLs that the page named, in the order of `identityOf`; what a provider finds in their answers is not among them. */
export function urlsOf({ src, events, tables }: ProviderInput): string[] {
  const named = isUrlRecord(tables)
    ? Object.entries(tables)
        .sort()
        .map(([, url]) => url)
    : [tables];
  return [src, events, ...named].filter(isUrl);
}

function isUrlRecord(value: unknown): value is Readonly<Record<string, string>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isUrl);
}
