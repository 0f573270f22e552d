import type { ProviderId } from '../provider.js';

/** Raised whenever what is stored changes its form; records under other versions are never found again. */
const CACHE_SCHEMA = 6;

/** What makes two loads the same one for the same reader. */
export interface CacheIdentity {
  readonly userKey: string;
  readonly provider: ProviderId;
  /** Of the provider's snapshots. */
  readonly version: number;
  /** Absolute, each at its place, null where a place is empty. */
  readonly urls: readonly (string | null)[];
  readonly credentials: RequestCredentials;
}

/**
 * The key of a stored copy, in hexadecimal digits: SHA-256 where the page is a secure context, else two 32-bit FNV-1a
 * hashes. Neither the user key nor a URL can be read from it.
 */
export async function cacheKey({ userKey, provider, version, urls, credentials }: CacheIdentity): Promise<string> {
  const text = JSON.stringify([CACHE_SCHEMA, userKey, provider, version, urls, credentials]);
  const bytes = new TextEncoder().encode(text);
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return hex(fnv1a(bytes, 0x811c9dc5), 8) + hex(fnv1a(bytes, 0x01234567), 8);
  return [...new Uint8Array(await subtle.digest('SHA-256', bytes))].map((byte) => hex(byte, 2)).join('');
}

function fnv1a(bytes: Uint8Array, basis: number): number {
  return bytes.reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193), basis) >>> 0;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
