import { expect } from '@open-wc/testing';
import { openDB } from 'idb';
import { SnapshotCache } from '../../../src/data/cache/snapshot-cache.js';
import { encodeSnapshot } from '../../../src/data/cache/snapshot-codec.js';
import type { CacheOptions } from '../../../src/data/cache/snapshot-cache.js';
import { Random } from '../../support/random.js';
import { storedTexts } from '../../support/stored-records.js';
import { CANARIES, exampleSnapshot, freshDatabase } from './snapshots.js';

describe('the cache of snapshots', () => {
  const opened: SnapshotCache[] = [];
  let reports: string[] = [];
  let unhandled: unknown[] = [];
  const onUnhandled = (event: PromiseRejectionEvent): void => {
    unhandled.push(event.reason);
  };

  beforeEach(() => {
    reports = [];
    unhandled = [];
    window.addEventListener('unhandledrejection', onUnhandled);
  });

  afterEach(async () => {
    for (const cache of opened.splice(0)) cache.close();
    await new Promise((resolve) => setTimeout(resolve));
    window.removeEventListener('unhandledrejection', onUnhandled);
    expect(unhandled).to.deep.equal([]);
  });

  function open(options: CacheOptions = {}): SnapshotCache {
    // Work in the background may outlast a test: what it reports is that test's.
    const those = reports;
    const cache = new SnapshotCache({ name: freshDatabase(), report: (reason) => those.push(reason), ...options });
    opened.push(cache);
    return cache;
  }

  const toStore = (fetchedAt: number, cache: SnapshotCache, rows = 2) => ({
    snapshot: exampleSnapshot(rows),
    fetchedAt,
    etags: ['"1"'],
    epoch: cache.epoch,
  });

  it('gives back what was stored, with its age and ETags', async () => {
    const cache = open();
    await cache.put('k', toStore(1000, cache));
    const copy = await cache.get('k', 2000);
    expect(copy).to.deep.include({ fetchedAt: 1000, etags: ['"1"'], namesWithheld: true });
    expect(copy?.snapshot.tables.get('sessions')?.length).to.equal(3);
    expect(await cache.get('other', 2000)).to.equal(undefined);
  });

  it('opens nothing before it is used', async () => {
    const name = freshDatabase();
    open({ name });
    expect((await indexedDB.databases()).map((database) => database.name)).not.to.contain(name);
  });

  it('holds no canary in any record of its database', async () => {
    const name = freshDatabase();
    const cache = open({ name });
    await cache.put('k', toStore(1000, cache, 50));
    const texts = await storedTexts(name);
    expect(texts).to.have.length(2);
    for (const canary of CANARIES) expect(texts.join()).not.to.contain(canary);
  });

  it('takes a later word of the server for the age of a copy', async () => {
    const cache = open();
    await cache.put('k', toStore(1000, cache));
    await cache.confirm('k', 5000);
    expect((await cache.get('k', 0))?.fetchedAt).to.equal(5000);
    await cache.confirm('k', 2000);
    expect((await cache.get('k', 0))?.fetchedAt).to.equal(5000);
  });

  it('keeps the newer copy of two tabs, whichever writes last', async () => {
    const name = freshDatabase();
    const [one, two] = [open({ name }), open({ name })];
    const random = new Random(7);
    for (let round = 0; round < 25; round++) {
      const key = `k${round}`;
      const writes = [1000, 2000, 3000].sort(() => random.next() - 0.5);
      await Promise.all(writes.map((fetchedAt, at) => (at % 2 === 0 ? one : two).put(key, toStore(fetchedAt, at % 2 === 0 ? one : two))));
      expect((await one.get(key, 0))?.fetchedAt, `seed 7, round ${round}`).to.equal(3000);
    }
  });

  it('drops the copies used longest ago to stay within its budget', async () => {
    const size = encodeSnapshot(exampleSnapshot(1000))!.bytes.byteLength;
    const cache = open({ budget: 2.5 * size });
    await cache.put('a', toStore(1, cache, 1000));
    await cache.put('b', toStore(2, cache, 1000));
    await cache.get('a', 10);
    await cache.put('c', toStore(3, cache, 1000));
    expect(await cache.get('b', 20)).to.equal(undefined);
    expect(await cache.get('a', 20)).not.to.equal(undefined);
    expect(await cache.get('c', 20)).not.to.equal(undefined);
  });

  it('does not store what is larger than its budget', async () => {
    const cache = open({ budget: encodeSnapshot(exampleSnapshot())!.bytes.byteLength - 1 });
    await cache.put('k', toStore(1, cache));
    expect(await cache.get('k', 0)).to.equal(undefined);
    expect(reports).to.deep.equal([]);
  });

  it("drops records that are corrupt or somebody else's", async () => {
    const name = freshDatabase();
    const cache = open({ name });
    await cache.put('good', toStore(1, cache));
    const database = await openDB(name);
    const entry: Record<string, unknown> = await database.get('entries', 'good');
    await database.put('entries', { v: 999 }, 'foreign');
    await database.put('entries', entry, 'no body');
    await database.put('entries', entry, 'short');
    await database.put('bodies', new TextEncoder().encode('{"trunc').buffer, 'short');
    await database.put('entries', 'text', 'text');
    for (const key of ['foreign', 'no body', 'short', 'text']) {
      expect(await cache.get(key, 0), key).to.equal(undefined);
      expect(await database.get('entries', key), key).to.equal(undefined);
    }
    expect(await cache.get('good', 0)).not.to.equal(undefined);
    database.close();
    expect(reports).to.deep.equal([]);
  });

  describe('on a disk that lost some of it', () => {
    const damages: [string, (bytes: Uint8Array) => unknown][] = [
      ['the last bytes', (bytes) => bytes.fill(0, -64)],
      ['half of the bytes', (bytes) => bytes.fill(0, bytes.length / 2)],
      ['one bit', (bytes) => (bytes[bytes.length - 9]! ^= 1)],
      ['the highest bits of two words', (bytes) => [40, 56].forEach((at) => (bytes[at + 3]! ^= 128))],
    ];
    for (const [lost, damage] of damages) {
      it(`has no copy where ${lost} changed`, async () => {
        const name = freshDatabase();
        const cache = open({ name });
        await cache.put('k', toStore(1, cache, 1000));
        const database = await openDB(name);
        const body = (await database.get('bodies', 'k')) as Blob | ArrayBuffer;
        const bytes = new Uint8Array(body instanceof Blob ? await body.arrayBuffer() : body);
        await database.put('bodies', bytes.slice().buffer, 'k');
        expect(await cache.get('k', 0)).not.to.equal(undefined);
        damage(bytes);
        await database.put('bodies', bytes.buffer, 'k');
        expect(await cache.get('k', 0)).to.equal(undefined);
        expect(await database.get('entries', 'k')).to.equal(undefined);
        database.close();
      });
    }

    it('has no copy where the header changed', async () => {
      const name = freshDatabase();
      const cache = open({ name });
      await cache.put('k', toStore(1, cache));
      const database = await openDB(name);
      const entry = (await database.get('entries', 'k')) as { header: { notes: object } };
      const header = { ...entry.header, notes: { ...entry.header.notes, generatedAt: 6 } };
      await database.put('entries', { ...entry, header }, 'k');
      expect(await cache.get('k', 0)).to.equal(undefined);
      database.close();
    });
  });

  describe('emptied by purge', () => {
    it('has nothing left, here and in other tabs', async () => {
      const name = freshDatabase();
      const [here, there] = [open({ name }), open({ name })];
      await there.put('k', toStore(1, there));
      const epoch = there.epoch;
      await here.purge();
      expect(await here.get('k', 0)).to.equal(undefined);
      await until(() => there.epoch > epoch);
      expect(await there.get('k', 0)).to.equal(undefined);
    });

    it('keeps nothing of a write that is under way', async () => {
      for (let delay = 0; delay < 12; delay++) {
        const cache = open();
        const writing = cache.put('k', toStore(1, cache));
        for (let turn = 0; turn < delay * 3; turn++) await Promise.resolve();
        await cache.purge();
        await writing;
        expect(await cache.get('k', 0), `after ${delay * 3} microtasks`).to.equal(undefined);
      }
    });

    it('stores nothing of a load that began before', async () => {
      const cache = open();
      const load = toStore(1, cache);
      await cache.purge();
      await cache.put('k', load);
      expect(await cache.get('k', 0)).to.equal(undefined);
    });

    it('removes the database where it cannot be opened', async () => {
      const name = freshDatabase();
      const newer = await openDB(name, 9, {
        upgrade: (database) => {
          database.createObjectStore('entries');
        },
      });
      newer.close();
      await open({ name }).purge();
      expect((await indexedDB.databases()).map((database) => database.name)).not.to.contain(name);
    });
  });

  describe('without a database that works', () => {
    const replaced: (() => void)[] = [];
    afterEach(() => replaced.splice(0).forEach((restore) => restore()));

    function replaceIndexedDB(descriptor: PropertyDescriptor): void {
      const original = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB')!;
      Object.defineProperty(globalThis, 'indexedDB', { configurable: true, ...descriptor });
      replaced.push(() => Object.defineProperty(globalThis, 'indexedDB', original));
    }

    function replaceMethod(
      prototype: object,
      method: string,
      by: (original: (...args: unknown[]) => unknown) => (this: unknown, ...args: unknown[]) => unknown,
    ): void {
      const original = Reflect.get(prototype, method) as (...args: unknown[]) => unknown;
      Reflect.set(prototype, method, by(original));
      replaced.push(() => Reflect.set(prototype, method, original));
    }

    async function findsNothing(cache: SnapshotCache): Promise<void> {
      await cache.put('k', toStore(1, cache));
      expect(await cache.get('k', 0)).to.equal(undefined);
      await cache.confirm('k', 1);
      await cache.drop('k');
      await cache.purge();
    }

    it('goes on where there is no IndexedDB', async () => {
      replaceIndexedDB({ value: undefined });
      await findsNothing(open());
      expect(reports).to.have.length(1);
    });

    it('goes on where IndexedDB is forbidden', async () => {
      replaceIndexedDB({
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
      await findsNothing(open());
      expect(reports).to.deep.equal(['SecurityError: The operation is insecure.']);
    });

    it('gives up a database that never opens', async () => {
      replaceIndexedDB({ value: { open: () => new EventTarget(), deleteDatabase: () => new EventTarget() } });
      await findsNothing(open({ patience: 30 }));
      expect(reports).to.have.length(1);
    });

    it('gives up a database whose every open fails', async () => {
      replaceMethod(IDBFactory.prototype, 'open', () => () => {
        throw new DOMException('Internal error', 'UnknownError');
      });
      await findsNothing(open());
      expect(reports).to.have.length(1);
    });

    it('leaves a database of a newer version alone', async () => {
      const name = freshDatabase();
      (
        await openDB(name, 9, {
          upgrade: (database) => {
            database.createObjectStore('theirs');
          },
        })
      ).close();
      const cache = open({ name });
      await cache.put('k', toStore(1, cache));
      expect(await cache.get('k', 0)).to.equal(undefined);
      expect(reports).to.have.length(1);
      const theirs = await openDB(name);
      expect([...theirs.objectStoreNames]).to.deep.equal(['theirs']);
      theirs.close();
    });

    it('makes way for a newer version at once', async () => {
      const name = freshDatabase();
      const cache = open({ name });
      await cache.put('k', toStore(1, cache));
      const newer = await openDB(name, 2);
      expect(newer.version).to.equal(2);
      newer.close();
      expect(await cache.get('k', 0)).to.equal(undefined);
    });

    it('opens again exactly once when the browser closed the connection', async () => {
      const cache = open();
      await cache.put('k', toStore(1, cache));
      let closed = 1;
      let opens = 0;
      replaceMethod(
        IDBFactory.prototype,
        'open',
        (original) =>
          function opening(...args) {
            opens++;
            return original.apply(this, args);
          },
      );
      replaceMethod(
        IDBDatabase.prototype,
        'transaction',
        (original) =>
          function transaction(...args) {
            if (closed-- > 0) throw new DOMException('The database connection is closing.', 'InvalidStateError');
            return original.apply(this, args);
          },
      );
      expect(await cache.get('k', 0)).not.to.equal(undefined);
      expect(opens).to.equal(1);
    });

    it('goes on without a cache when the connection is closed again and again', async () => {
      const cache = open();
      await cache.put('k', toStore(1, cache));
      let opens = 0;
      replaceMethod(
        IDBFactory.prototype,
        'open',
        (original) =>
          function opening(...args) {
            opens++;
            return original.apply(this, args);
          },
      );
      replaceMethod(IDBDatabase.prototype, 'transaction', () => () => {
        throw new DOMException('Closing.', 'InvalidStateError');
      });
      expect(await cache.get('k', 0)).to.equal(undefined);
      expect(await cache.get('k', 0)).to.equal(undefined);
      expect(opens).to.equal(1);
      expect(reports).to.have.length(1);
    });

    it('makes room where the disk is full, and tries once more', async () => {
      const cache = open();
      await cache.put('old', toStore(1, cache));
      let full = 1;
      replaceMethod(
        IDBObjectStore.prototype,
        'put',
        (original) =>
          function put(...args) {
            if (full-- > 0) throw new DOMException('Full.', 'QuotaExceededError');
            return original.apply(this, args);
          },
      );
      await cache.put('new', toStore(2, cache));
      expect(await cache.get('new', 0)).not.to.equal(undefined);
      expect(await cache.get('old', 0)).to.equal(undefined);
      expect(reports).to.deep.equal([]);
    });

    it('stores bytes where the browser stores no files', async () => {
      replaceMethod(
        IDBObjectStore.prototype,
        'put',
        (original) =>
          function put(...args) {
            if (args[0] instanceof Blob) throw new DOMException('No files here.', 'DataCloneError');
            return original.apply(this, args);
          },
      );
      const cache = open();
      await cache.put('k', toStore(1, cache));
      expect(await cache.get('k', 0)).not.to.equal(undefined);
      expect(reports).to.deep.equal([]);
    });

    it('goes on without a cache where the disk stays full', async () => {
      replaceMethod(IDBObjectStore.prototype, 'put', () => () => {
        throw new DOMException('Full.', 'QuotaExceededError');
      });
      await findsNothing(open());
      expect(reports).to.deep.equal(['QuotaExceededError: Full.']);
    });

    it('goes on where the browser has no channels between tabs', async () => {
      const original = globalThis.BroadcastChannel;
      Object.defineProperty(globalThis, 'BroadcastChannel', { configurable: true, writable: true, value: undefined });
      replaced.push(() => {
        globalThis.BroadcastChannel = original;
      });
      const cache = open();
      await cache.put('k', toStore(1, cache));
      await cache.purge();
      expect(await cache.get('k', 0)).to.equal(undefined);
      expect(reports).to.deep.equal([]);
    });
  });
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}
