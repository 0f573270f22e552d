import { CacheDatabase } from './cache-database.js';
import { keysToEvict, readEntry } from './cache-entry.js';
import type { CacheEntry } from './cache-entry.js';
import type { CacheTransaction } from './cache-database.js';
import { checksumOf } from './checksum.js';
import { PurgeSignal } from './purge-signal.js';
import { decodeSnapshot, encodeSnapshot } from './snapshot-codec.js';
import { readHeader } from './stored-header.js';
import { withinTime } from './time-limit.js';
import type { Snapshot } from '../provider.js';

/** A copy as it was found. */
export interface CachedSnapshot {
  readonly snapshot: Snapshot;
  readonly fetchedAt: number;
  readonly etags: readonly string[];
  /** Names, e-mail or free text were there and were not stored. */
  readonly namesWithheld: boolean;
}

/** What to store. */
export interface SnapshotToStore {
  readonly snapshot: Snapshot;
  readonly fetchedAt: number;
  readonly etags: readonly string[];
  /** `epoch` of the cache when the load began. */
  readonly epoch: number;
}

export interface CacheOptions {
  /** Name of the database. */
  readonly name?: string;
  /** Bytes that all copies may take together. */
  readonly budget?: number;
  /** Milliseconds after which a database that does not answer is given up. */
  readonly patience?: number;
  /** Hears, at most once, why there is no cache. */
  readonly report?: (reason: string) => void;
}

interface Storing {
  readonly key: string;
  readonly entry: CacheEntry;
  readonly body: Blob | ArrayBuffer;
  /** `epoch` of the cache when the load began. */
  readonly epoch: number;
  /** Epoch ms. */
  readonly now: number;
}

/**
 * Copies of snapshots in IndexedDB. It never throws: whatever fails (no IndexedDB, no room, a closed or hanging database,
 * a record that cannot be read) means that there is no copy. Nothing is opened before the first call.
 */
export class SnapshotCache {
  readonly #database: CacheDatabase;
  readonly #name: string;
  readonly #budget: number;
  readonly #patience: number;
  readonly #report: (reason: string) => void;
  #signal: PurgeSignal | undefined;
  #epoch = 0;
  #off = false;
  #storesFiles = true;

  constructor({ name = 'learner-elements', budget = 50_000_000, patience = 1500, report = warn }: CacheOptions = {}) {
    this.#database = new CacheDatabase(name, patience);
    this.#name = name;
    this.#budget = budget;
    this.#patience = patience;
    this.#report = report;
  }

  /** Counts purges, here and heard of: what was loaded under an earlier one is not stored. */
  get epoch(): number {
    return this.#epoch;
  }

  /**
   * The copy under `key`; a record that cannot be read, or is not as it was written, is dropped. `now`, epoch ms, becomes its last use.
   */
  async get(key: string, now: number): Promise<CachedSnapshot | undefined> {
    const found = await this.#attempt(async () => {
      const [stored, body] = await this.#database.run('readonly', (transaction) =>
        Promise.all([transaction.objectStore('entries').get(key), transaction.objectStore('bodies').get(key)]),
      );
      return { entry: stored, bytes: await withinTime(bytesOf(body), this.#patience, 'Reading the copy') };
    });
    if (found?.entry === undefined) return undefined;
    const entry = readEntry(found.entry);
    const header = readHeader(entry?.header);
    const isWhole = found.bytes !== undefined && checksumOf(entry?.header, found.bytes) === entry?.checksum;
    const snapshot = found.bytes !== undefined && isWhole ? decodeSnapshot(header, found.bytes) : undefined;
    if (entry === undefined || header === undefined || snapshot === undefined) {
      await this.drop(key);
      return undefined;
    }
    void this.#update(key, (known) => ({ ...known, usedAt: now }));
    return { snapshot, fetchedAt: entry.fetchedAt, etags: entry.etags, namesWithheld: header.namesWithheld };
  }

  /**
   * Stores a copy, unless one that was fetched later (and not after `now`, epoch ms) is there, a purge came since `epoch`, it is larger
   * than the budget, or its people are identified by e-mail address; the copies used longest ago make room. Where the disk is full they
   * are removed, and it is tried once more.
   */
  async put(key: string, { snapshot, fetchedAt, etags, epoch }: SnapshotToStore, now = Infinity): Promise<void> {
    await this.#attempt(async () => {
      const encoded = epoch === this.#epoch ? encodeSnapshot(snapshot) : undefined;
      if (encoded === undefined || encoded.bytes.byteLength > this.#budget) return;
      const { header, bytes } = encoded;
      const entry: CacheEntry = {
        header,
        size: bytes.byteLength,
        checksum: checksumOf(header, bytes),
        fetchedAt,
        usedAt: fetchedAt,
        etags,
      };
      const store = (): Promise<void> => this.#storeBody(bytes, (body) => this.#store({ key, entry, body, epoch, now }));
      try {
        await store();
      } catch (thrown) {
        if (!isQuotaExceeded(thrown)) throw thrown;
        await this.#database.run('readwrite', (transaction) => evict(transaction, 0));
        await store();
      }
    });
  }

  /** The server has said at `fetchedAt` that the copy is still what it has. */
  async confirm(key: string, fetchedAt: number): Promise<void> {
    await this.#update(key, (known) => ({ ...known, fetchedAt: Math.max(known.fetchedAt, fetchedAt) }));
  }

  async drop(key: string): Promise<void> {
    await this.#attempt(() => this.#database.run('readwrite', (transaction) => remove(transaction, key)));
  }

  /** Empties the cache, here and in other tabs; a write that is under way leaves nothing behind. */
  async purge(): Promise<void> {
    this.#epoch++;
    this.#listen().send();
    try {
      await this.#clear();
    } catch {
      await this.#database.remove().catch((thrown: unknown) => this.#giveUp(thrown));
    }
  }

  close(): void {
    this.#signal?.close();
    this.#signal = undefined;
    this.#database.close();
  }

  async #attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.#off) return undefined;
    this.#listen();
    try {
      return await work();
    } catch (thrown) {
      this.#giveUp(thrown);
      return undefined;
    }
  }

  #giveUp(thrown: unknown): void {
    if (!this.#off) this.#report(thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown));
    this.#off = true;
  }

  /** As a file, which reads faster; as bytes where the browser stores none, as Safari in private windows. */
  async #storeBody(bytes: ArrayBuffer, store: (body: Blob | ArrayBuffer) => Promise<void>): Promise<void> {
    if (this.#storesFiles) {
      try {
        await store(new Blob([bytes]));
        return;
      } catch (thrown) {
        if (isQuotaExceeded(thrown)) throw thrown;
        this.#storesFiles = false;
      }
    }
    await store(bytes);
  }

  async #store({ key, entry, body, epoch, now }: Storing): Promise<void> {
    await this.#database.run('readwrite', async (transaction) => {
      const known = readEntry(await transaction.objectStore('entries').get(key));
      // A moment in the future is of a clock that ran ahead.
      const isNewer = known !== undefined && known.fetchedAt > entry.fetchedAt && known.fetchedAt <= now;
      if (epoch !== this.#epoch || isNewer) return;
      await transaction.objectStore('entries').delete(key);
      await evict(transaction, this.#budget - entry.size);
      await transaction.objectStore('entries').put(entry, key);
      await transaction.objectStore('bodies').put(body, key);
    });
  }

  async #update(key: string, change: (known: CacheEntry) => CacheEntry): Promise<void> {
    await this.#attempt(() =>
      this.#database.run('readwrite', async (transaction) => {
        const known = readEntry(await transaction.objectStore('entries').get(key));
        if (known !== undefined) await transaction.objectStore('entries').put(change(known), key);
      }),
    );
  }

  #listen(): PurgeSignal {
    this.#signal ??= new PurgeSignal(this.#name, () => {
      this.#epoch++;
      if (this.#database.inUse) void this.#attempt(() => this.#clear());
    });
    return this.#signal;
  }

  async #clear(): Promise<void> {
    await this.#database.run('readwrite', async (transaction) => {
      await transaction.objectStore('entries').clear();
      await transaction.objectStore('bodies').clear();
    });
  }
}

async function remove(transaction: CacheTransaction<'readwrite'>, key: string): Promise<void> {
  await transaction.objectStore('entries').delete(key);
  await transaction.objectStore('bodies').delete(key);
}

async function evict(transaction: CacheTransaction<'readwrite'>, budget: number): Promise<void> {
  const [keys, values] = [await transaction.objectStore('entries').getAllKeys(), await transaction.objectStore('entries').getAll()];
  const entries = new Map(keys.map((key, at) => [key, values[at]]));
  for (const key of keysToEvict(entries, budget)) await remove(transaction, key);
}

/** Undefined where the body is missing or the browser has lost its file. */
async function bytesOf(body: unknown): Promise<ArrayBuffer | undefined> {
  if (body instanceof ArrayBuffer) return body;
  return body instanceof Blob ? body.arrayBuffer().catch(() => undefined) : undefined;
}

function isQuotaExceeded(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'QuotaExceededError';
}

function warn(reason: string): void {
  console.warn(`learner-elements goes on without a cache: ${reason}`);
}
