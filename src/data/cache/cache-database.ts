import { deleteDB, openDB } from 'idb';
import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import { withinTime } from './time-limit.js';

/** Small records about copies, and the copies' bytes, so that looking for the oldest copy reads no bytes. Both by key. */
interface CacheSchema extends DBSchema {
  entries: { key: string; value: unknown };
  bodies: { key: string; value: unknown };
}

/** Both stores in one transaction. */
export type CacheTransaction<M extends IDBTransactionMode> = IDBPTransaction<CacheSchema, ['entries', 'bodies'], M>;

const VERSION = 1;

/**
 * The connection to the database of copies: opened when first used, opened again once where the browser closed it, given up
 * at once when another tab wants a newer version. Every method may reject; whoever calls it goes on without a cache.
 */
export class CacheDatabase {
  readonly #name: string;
  readonly #patience: number;
  #opening: Promise<IDBPDatabase<CacheSchema>> | undefined;

  /** `patience`: milliseconds after which an operation that has not settled counts as failed. */
  constructor(name: string, patience: number) {
    this.#name = name;
    this.#patience = patience;
  }

  /** Whether it was opened, or is about to be. */
  get inUse(): boolean {
    return this.#opening !== undefined;
  }

  /** Does `work` in one transaction and answers once that is durable. `work` must await nothing but the transaction. */
  async run<M extends IDBTransactionMode, T>(mode: M, work: (transaction: CacheTransaction<M>) => Promise<T>): Promise<T> {
    return withinTime(this.#runReopening(mode, work), this.#patience, 'The database');
  }

  /** Removes the database itself, for when it cannot be opened. */
  async remove(): Promise<void> {
    this.close();
    await withinTime(deleteDB(this.#name), this.#patience, 'Removing the database');
  }

  close(): void {
    this.#opening?.then(
      (database) => database.close(),
      () => undefined,
    );
    this.#opening = undefined;
  }

  async #runReopening<M extends IDBTransactionMode, T>(mode: M, work: (transaction: CacheTransaction<M>) => Promise<T>): Promise<T> {
    const opening = (this.#opening ??= this.#open());
    try {
      return await runOnce(opening, mode, work);
    } catch (thrown) {
      if (!isClosed(thrown)) throw thrown;
      if (this.#opening === opening) this.#opening = undefined;
      return runOnce((this.#opening ??= this.#open()), mode, work);
    }
  }

  async #open(): Promise<IDBPDatabase<CacheSchema>> {
    const opening = openDB<CacheSchema>(this.#name, VERSION, {
      upgrade(database) {
        database.createObjectStore('entries');
        database.createObjectStore('bodies');
      },
      blocking: () => this.close(),
      terminated: () => this.close(),
    });
    try {
      return await withinTime(opening, this.#patience, 'Opening the database');
    } catch (thrown) {
      opening.then(
        (database) => database.close(),
        () => undefined,
      );
      throw thrown;
    }
  }
}

async function runOnce<M extends IDBTransactionMode, T>(
  opening: Promise<IDBPDatabase<CacheSchema>>,
  mode: M,
  work: (transaction: CacheTransaction<M>) => Promise<T>,
): Promise<T> {
  const transaction = (await opening).transaction(['entries', 'bodies'], mode);
  const [result] = await Promise.all([work(transaction), transaction.done]);
  return result;
}

/** The browser closes connections of its own accord: suspended tabs, cleared site data, a storage process that restarts. */
function isClosed(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'InvalidStateError';
}
