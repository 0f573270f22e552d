import { isRecord } from './stored-header.js';

/** What is known about a stored copy without reading its bytes. */
export interface CacheEntry {
  readonly header: unknown;
  /** Bytes of its body. */
  readonly size: number;
  /** `checksumOf` header and body, as the browser's database checks no body; compared only. */
  readonly checksum: unknown;
  /** Epoch ms at which the server last said that these are its data. */
  readonly fetchedAt: number;
  /** Epoch ms at which it was last asked for. */
  readonly usedAt: number;
  /** ETags of the URLs of its identity, in their order; empty where one of them had none. */
  readonly etags: readonly string[];
}

/** An entry that came from the database, or undefined where it is none. */
export function readEntry(value: unknown): CacheEntry | undefined {
  if (!isRecord(value)) return undefined;
  const { header, size, checksum, fetchedAt, usedAt, etags } = value;
  if (typeof size !== 'number' || typeof fetchedAt !== 'number' || typeof usedAt !== 'number') return undefined;
  if (!Array.isArray(etags) || !etags.every((etag): etag is string => typeof etag === 'string')) return undefined;
  return { header, size, checksum, fetchedAt, usedAt, etags };
}

/** Keys to remove, least recently used first, so that all that stay take at most `budget` bytes; unreadable entries always go. */
export function keysToEvict(entries: ReadonlyMap<string, unknown>, budget: number): string[] {
  const readable = [...entries].map(([key, value]) => ({ key, entry: readEntry(value) }));
  const byAge = readable.sort((a, b) => (a.entry?.usedAt ?? -Infinity) - (b.entry?.usedAt ?? -Infinity));
  let total = byAge.reduce((sum, { entry }) => sum + (entry?.size ?? 0), 0);
  const gone: string[] = [];
  for (const { key, entry } of byAge) {
    if (entry !== undefined && total <= budget) break;
    total -= entry?.size ?? 0;
    gone.push(key);
  }
  return gone;
}
