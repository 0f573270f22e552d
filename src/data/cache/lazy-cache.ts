import type { CachedSnapshot, SnapshotCache, SnapshotToStore } from './snapshot-cache.js';

/** Name of the database; that of `SnapshotCache`. */
const DATABASE = 'learner-elements';

/** The cache, loaded with the first dataset that may be stored, or when it is emptied: most pages name no user, and have none. */
export class LazyCache {
  #cache: SnapshotCache | undefined;
  #loading: Promise<SnapshotCache> | undefined;

  /** That of the cache: nothing that is loaded before it was there is stored. */
  get epoch(): number {
    return this.#cache?.epoch ?? 0;
  }

  async get(key: string, now: number): Promise<CachedSnapshot | undefined> {
    return (await this.#loaded().catch(() => undefined))?.get(key, now);
  }

  async put(key: string, snapshot: SnapshotToStore, now: number): Promise<void> {
    await this.#cache?.put(key, snapshot, now);
  }

  async confirm(key: string, fetchedAt: number): Promise<void> {
    await this.#cache?.confirm(key, fetchedAt);
  }

  async drop(key: string): Promise<void> {
    await this.#cache?.drop(key);
  }

  /** Where the part cannot be loaded (logging out without a network), the database goes as a whole. */
  async purge(): Promise<void> {
    const cache = await this.#loaded().catch(() => undefined);
    await (cache === undefined ? deleted(DATABASE) : cache.purge());
  }

  #loaded(): Promise<SnapshotCache> {
    this.#loading ??= import('./snapshot-cache.js').then(
      (module) => (this.#cache = new module.SnapshotCache({ name: DATABASE })),
      (cause: unknown) => {
        this.#loading = undefined;
        throw cause;
      },
    );
    return this.#loading;
  }
}

/** Settles where there is no IndexedDB too: then there is nothing to delete. */
function deleted(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = globalThis.indexedDB?.deleteDatabase(name);
    if (request === undefined) return resolve();
    for (const event of ['success', 'error', 'blocked']) request.addEventListener(event, () => resolve());
  });
}
