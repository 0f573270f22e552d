import type { CachedSnapshot, SnapshotToStore } from '../cache/snapshot-cache.js';
import type { Wait } from '../net/wait.js';

/** Where copies are kept; see `SnapshotCache`. */
export interface Copies {
  readonly epoch: number;
  get(key: string, now: number): Promise<CachedSnapshot | undefined>;
  put(key: string, snapshot: SnapshotToStore, now: number): Promise<void>;
  confirm(key: string, fetchedAt: number): Promise<void>;
  drop(key: string): Promise<void>;
  purge(): Promise<void>;
}

/** What a dataset needs of the world around it. */
export interface LoadWorld {
  /** Epoch milliseconds; read once for each load. */
  readonly clock: () => number;
  readonly cache: Copies;
  readonly wait?: Wait;
}
