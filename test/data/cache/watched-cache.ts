import { SnapshotCache } from '../../../src/data/cache/snapshot-cache.js';

/** A cache that tells when what it was given is stored, or refused. */
export class WatchedCache extends SnapshotCache {
  /** What it was given to store; each settles once that is done. */
  readonly puts: Promise<void>[] = [];

  override put(...copy: Parameters<SnapshotCache['put']>): Promise<void> {
    const put = super.put(...copy);
    this.puts.push(put);
    return put;
  }
}
