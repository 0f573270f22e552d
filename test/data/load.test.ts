import { expect } from '@open-wc/testing';
import { openDB } from 'idb';
import { DatasetStore } from '../../src/data/load.js';
import type { LoadInfo, OpenListener, OpenRequest } from '../../src/data/load-request.js';
import type { StatsError, StatsErrorData } from '../../src/data/stats-error.js';
import { rowsOf } from '../../src/data/view-rows.js';
import { json, rejection, stubFetch } from '../support/fetch-stub.js';
import type { FetchStub, SeenRequest } from '../support/fetch-stub.js';
import { Random } from '../support/random.js';
import { damageCopies, storedTexts, zeroTails } from '../support/stored-records.js';
import { freshDatabase } from './cache/snapshots.js';
import { WatchedCache } from './cache/watched-cache.js';

const SRC = 'https://host.example/creatorengagementstats/ada';
const EVENTS = 'https://host.example/events.ndjson';
const TABLES = 'https://host.example/tables.json';

const REQUEST: OpenRequest = {
  provider: 'creator-engagement-stats',
  input: { src: SRC },
  settings: {},
  maxAge: 300,
  credentials: 'same-origin',
  hooked: false,
};
const STORED: OpenRequest = { ...REQUEST, userKey: 'ada' };

const stats = (...titles: string[]) => ({ explorations: titles.map((title, at) => ({ id: `e${at}`, title, num_learners: 3 })) });

const STATEMENT = {
  id: '7f7ffa55-0000-4000-8000-000000000001',
  actor: { account: { homePage: 'https://host.example', name: 'ext-1' } },
  verb: { id: 'http://adlnet.gov/expapi/verbs/registered' },
  object: { id: 'https://host.example/course/course-v1:Org+C1+R1' },
  timestamp: '2026-11-01T00:00:00Z',
};
const PEOPLE = {
  course_overviews: [],
  course_blocks: [],
  user_profile: [
    {
      id: 1,
      user_id: 11,
      name: 'Canary Ada',
      username: 'canary-user',
      email: 'canary@school.example',
      time_last_dumped: '2026-11-02 00:00:00',
    },
  ],
  external_id: [{ external_user_id: 'ext-1', user_id: 11, username: 'canary-user' }],
};

class Heard implements OpenListener {
  readonly infos: LoadInfo[] = [];
  readonly errors: StatsErrorData[] = [];
  readonly asked: boolean[] = [];
  progressed = 0;

  progress(): void {
    this.progressed++;
  }
  loaded(info: LoadInfo): void {
    this.infos.push(info);
  }
  failed(error: StatsErrorData): void {
    this.errors.push(error);
  }
  parts(): void {
    // No provider of these tests has parts.
  }
  headers(_url: string, renewed: boolean): Promise<Record<string, string>> {
    this.asked.push(renewed);
    return Promise.resolve({ 'X-Token': renewed ? 'new' : 'old' });
  }
}

describe('the datasets of a page', () => {
  let stub: FetchStub;
  let now = 0;
  let database = '';
  let answer: (request: SeenRequest) => Response | Promise<Response>;
  const caches: WatchedCache[] = [];

  beforeEach(() => {
    now = Date.UTC(2026, 10, 21);
    database = freshDatabase();
    answer = () => json(stats('Fractions'));
    stub = stubFetch((request) => answer(request));
  });

  afterEach(() => {
    stub.restore();
    for (const cache of caches.splice(0)) cache.close();
  });

  /** A page that was just opened: nothing in memory, the database as it is. */
  function page(): DatasetStore {
    const cache = new WatchedCache({ name: database, report: () => undefined });
    caches.push(cache);
    return new DatasetStore({ clock: () => now, cache, wait: () => Promise.resolve() });
  }

  async function titles(store: DatasetStore, name = 'd'): Promise<unknown[]> {
    return rowsOf(await store.view(name, 'creator.explorations', {})).map((row) => row['title']);
  }

  async function names(store: DatasetStore): Promise<unknown[]> {
    const view = await store.view('d', { id: 'names', table: 'learners', select: ['actor_id', 'name', 'email'] }, {});
    return rowsOf(view).map((row) => [row['actor_id'], row['name'], row['email']]);
  }

  async function codeOf(work: Promise<unknown>): Promise<string | undefined> {
    const thrown = await rejection(work);
    return thrown === undefined ? undefined : (thrown as StatsError).code;
  }

  /** Opens once, so that a copy is stored. */
  async function store(request: OpenRequest = STORED): Promise<void> {
    await page().open('d', request, new Heard());
    await until(async () => {
      const opened = await openDB(database);
      const count = opened.objectStoreNames.contains('entries') ? await opened.count('entries') : 0;
      opened.close();
      return count > 0;
    });
  }

  it('load once and answer views', async () => {
    const store = page();
    const info = await store.open('d', REQUEST, new Heard());
    expect(await titles(store)).to.deep.equal(['Fractions']);
    expect(info).to.deep.include({ fromCache: false, stale: false, now, timezone: 'UTC', generatedAt: now, later: 0 });
    expect(info.rows).to.equal(1);
    expect(info.bytes).to.be.above(50);
    expect(stub.seen).to.have.length(1);
  });

  it('let a view wait that is asked while they load', async () => {
    const store = page();
    const opening = store.open('d', REQUEST, new Heard());
    expect(await titles(store)).to.deep.equal(['Fractions']);
    await opening;
  });

  it('reject a waiting view with the error of the load, and load on a later refresh', async () => {
    answer = () => new Response('', { status: 404 });
    const store = page();
    const opening = codeOf(store.open('d', REQUEST, new Heard()));
    expect(await codeOf(titles(store))).to.equal('http');
    expect(await opening).to.equal('http');
    expect(await codeOf(titles(store))).to.equal('http');
    answer = () => json(stats('Later'));
    await store.refresh('d', { force: false });
    expect(await titles(store)).to.deep.equal(['Later']);
  });

  it('are apart from each other', async () => {
    const store = page();
    answer = ({ url }) => json(stats(url));
    await Promise.all(['a', 'b'].map((name) => store.open(name, { ...REQUEST, input: { src: `${SRC}/${name}` } }, new Heard())));
    store.close('a');
    expect(await codeOf(titles(store, 'a'))).to.equal('unknown-dataset');
    expect(await titles(store, 'b')).to.deep.equal([`${SRC}/b`]);
    expect(await codeOf(store.refresh('c', { force: false }))).to.equal('unknown-dataset');
    store.close('c');
  });

  it('name a provider that does not exist', async () => {
    expect(await codeOf(page().open('d', { ...STORED, provider: 'moodle' as never }, new Heard()))).to.equal('unknown-provider');
  });

  it('ask the hook of the page for headers, and once more after a 401', async () => {
    const heard = new Heard();
    answer = ({ headers }) => (headers.get('x-token') === 'new' ? json(stats('In')) : new Response('', { status: 401 }));
    await page().open('d', { ...REQUEST, hooked: true }, heard);
    expect(heard.asked).to.deep.equal([false, true]);
  });

  it('take data of the page without any request', async () => {
    const store = page();
    await store.open('d', { ...STORED, input: { data: stats('Given') } }, new Heard());
    expect(await titles(store)).to.deep.equal(['Given']);
    expect(stub.seen).to.deep.equal([]);
    expect(await databases()).not.to.contain(database);
  });

  describe('closed', () => {
    it('abort the request and reject all that waits', async () => {
      answer = () => new Promise<Response>(() => undefined);
      const store = page();
      const waiting = Promise.all([store.open('d', REQUEST, new Heard()), store.view('d', 'creator.explorations', {})].map(codeOf));
      await until(() => stub.seen.length === 1);
      store.close('d');
      expect(await waiting).to.deep.equal(['aborted', 'aborted']);
      expect(stub.seen[0]?.init.signal?.aborted).to.equal(true);
    });

    it('hear nothing of an answer that comes too late', async () => {
      let release: (response: Response) => void = () => undefined;
      answer = () =>
        new Promise<Response>((resolve) => {
          release = resolve;
        });
      const heard = new Heard();
      const store = page();
      const opening = codeOf(store.open('d', STORED, heard));
      await until(() => stub.seen.length === 1);
      store.close('d');
      release(json(stats('Late')));
      expect(await opening).to.equal('aborted');
      expect([heard.infos, heard.errors, heard.progressed]).to.deep.equal([[], [], 0]);
    });
  });

  describe('refreshed', () => {
    it('fetch again, past the HTTP cache only when forced', async () => {
      const store = page();
      await store.open('d', REQUEST, new Heard());
      answer = () => json(stats('New'));
      const info = await store.refresh('d', { force: false });
      expect(info).to.include({ fromCache: false, stale: false });
      expect(await titles(store)).to.deep.equal(['New']);
      await store.refresh('d', { force: true });
      expect(stub.seen.map(({ init }) => init.cache)).to.deep.equal(['default', 'default', 'reload']);
    });

    it('never take the word of the HTTP cache, which knows no users, for those of a known one', async () => {
      const store = page();
      await store.open('d', STORED, new Heard());
      await store.refresh('d', { force: false });
      await store.refresh('d', { force: true });
      expect(stub.seen.map(({ init }) => init.cache)).to.deep.equal(['no-cache', 'no-cache', 'reload']);
    });

    it('take the moment of the refresh for now, unless it is given', async () => {
      const store = page();
      await store.open('d', REQUEST, new Heard());
      now += 60_000;
      expect((await store.refresh('d', { force: false })).now).to.equal(now);
      await store.open('e', { ...REQUEST, settings: { now: 7 } }, new Heard());
      expect((await store.refresh('e', { force: false })).now).to.equal(7);
    });

    it('fetch once for twenty calls in a row', async () => {
      const store = page();
      await store.open('d', REQUEST, new Heard());
      await Promise.all(Array.from({ length: 20 }, () => store.refresh('d', { force: true })));
      expect(stub.seen).to.have.length(2);
    });

    it('let the one that goes furthest win, for all that wait', async () => {
      const store = page();
      answer = ({ init }) => (init.cache === 'reload' ? json(stats('Forced')) : new Promise<Response>(() => undefined));
      const opening = store.open('d', REQUEST, new Heard());
      const plain = store.refresh('d', { force: false });
      const forced = store.refresh('d', { force: true });
      const infos = await Promise.all([opening, plain, forced]);
      expect(new Set(infos)).to.have.length(1);
      expect(await titles(store)).to.deep.equal(['Forced']);
    });

    it('end with the answer to the last question, whatever the order of answers', async () => {
      const random = new Random(3);
      for (let round = 0; round < 100; round++) {
        const store = page();
        const open: (() => void)[] = [];
        const first = stub.seen.length;
        answer = () => {
          const number = stub.seen.length - first;
          return new Promise<Response>((resolve) => open.push(() => resolve(json(stats(`answer ${number}`)))));
        };
        const calls = [store.open('d', REQUEST, new Heard())];
        for (let step = 0; step < 8; step++) {
          if (random.chance(0.5)) calls.push(store.refresh('d', { force: random.chance(0.5) }));
          for (let turn = random.below(30); turn > 0; turn--) await Promise.resolve();
          if (random.chance(0.3)) open.splice(random.below(open.length), 1)[0]?.();
        }
        await until(() => {
          for (const release of open.splice(0).reverse()) release();
          return Promise.race([Promise.all(calls).then(() => true), new Promise<boolean>((resolve) => setTimeout(() => resolve(false)))]);
        });
        expect(await titles(store), `seed 3, round ${round}`).to.deep.equal([`answer ${stub.seen.length - first}`]);
      }
    });

    it('keep what was there when it fails', async () => {
      const store = page();
      await store.open('d', REQUEST, new Heard());
      answer = () => {
        throw new TypeError('Failed to fetch');
      };
      expect(await codeOf(store.refresh('d', { force: true }))).to.equal('offline');
      expect(await titles(store)).to.deep.equal(['Fractions']);
    });
  });

  describe('under other settings', () => {
    it('compute anew without a request', async () => {
      const store = page();
      await store.open('d', { ...REQUEST, settings: { timezone: 'Europe/Paris' } }, new Heard());
      expect(await store.configure('d', { now: 9 })).to.include({ now: 9, timezone: 'UTC' });
      expect(stub.seen).to.have.length(1);
    });

    it('stay as they were where the settings cannot be', async () => {
      const store = page();
      await store.open('d', REQUEST, new Heard());
      expect(await codeOf(store.configure('d', { timezone: 'Mars/Base' }))).to.equal('bad-option');
      expect(await titles(store)).to.deep.equal(['Fractions']);
      expect((await store.configure('d', {}))?.timezone).to.equal('UTC');
    });

    it('wait for a load that is under way', async () => {
      const store = page();
      const opened = store.open('d', REQUEST, new Heard());
      expect(await store.configure('d', { now: 9 })).to.equal(undefined);
      expect(await opened).to.include({ now: 9 });
    });
  });

  describe('with a stored copy', () => {
    it('make no request while it is fresh', async () => {
      await store();
      now += 299_000;
      const reader = page();
      const heard = new Heard();
      const info = await reader.open('d', STORED, heard);
      expect(info).to.include({ fromCache: true, stale: false, now, generatedAt: now - 299_000 });
      expect(await titles(reader)).to.deep.equal(['Fractions']);
      expect(stub.seen).to.have.length(1);
      expect(heard.infos).to.deep.equal([]);
    });

    it('show it as stale once it is older, and the new data when they are in', async () => {
      await store();
      now += 301_000;
      answer = () => json(stats('New'));
      const heard = new Heard();
      const reader = page();
      expect(await reader.open('d', STORED, heard)).to.include({ fromCache: true, stale: true });
      await until(() => heard.infos.length === 1);
      expect(heard.infos[0]).to.include({ fromCache: false, stale: false, generatedAt: now });
      expect(await titles(reader)).to.deep.equal(['New']);
      expect(stub.seen).to.have.length(2);
    });

    it("take the server's word by ETag that it still holds", async () => {
      answer = ({ headers }) =>
        headers.get('if-none-match') === '"v1"' ? new Response(null, { status: 304 }) : json(stats('Old'), { headers: { etag: '"v1"' } });
      await store();
      now += 301_000;
      const heard = new Heard();
      const reader = page();
      expect(await reader.open('d', STORED, heard)).to.include({ stale: true });
      await until(() => heard.infos.length === 1);
      expect(heard.infos[0]).to.include({ fromCache: true, stale: false, generatedAt: now, now });
      expect(await titles(reader)).to.deep.equal(['Old']);
      expect(stub.seen).to.have.length(2);
      now += 200_000;
      expect(await page().open('d', STORED, new Heard())).to.include({ fromCache: true, stale: false });
      expect(stub.seen).to.have.length(2);
    });

    it('read new data out of the answer to the ETag, without a second request', async () => {
      answer = () => json(stats('Old'), { headers: { etag: '"v1"' } });
      await store();
      now += 301_000;
      answer = () => json(stats('New'), { headers: { etag: '"v2"' } });
      const heard = new Heard();
      const reader = page();
      await reader.open('d', STORED, heard);
      await until(() => heard.infos.length === 1);
      expect(await titles(reader)).to.deep.equal(['New']);
      expect(stub.seen).to.have.length(2);
    });

    it('keep it and tell why when the server cannot be asked', async () => {
      await store();
      now += 301_000;
      answer = () => new Response('', { status: 500 });
      const heard = new Heard();
      const reader = page();
      await reader.open('d', STORED, heard);
      await until(() => heard.errors.length === 1);
      expect(heard.errors[0]).to.include({ code: 'http', status: 500 });
      expect(await titles(reader)).to.deep.equal(['Fractions']);
      expect(await reader.configure('d', {})).to.include({ stale: true });
    });

    it('let a refresh take the place of the question in the background', async () => {
      await store();
      now += 301_000;
      answer = ({ init }) => (init.cache === 'reload' ? json(stats('Forced')) : new Promise<Response>(() => undefined));
      const heard = new Heard();
      const reader = page();
      await reader.open('d', STORED, heard);
      await reader.refresh('d', { force: true });
      expect(await titles(reader)).to.deep.equal(['Forced']);
      expect([heard.infos, heard.errors]).to.deep.equal([[], []]);
    });

    it('never show it to another user', async () => {
      await store();
      answer = () => json(stats('Of Bob'));
      const reader = page();
      expect(await reader.open('d', { ...STORED, userKey: 'bob' }, new Heard())).to.include({ fromCache: false });
      expect(await titles(reader)).to.deep.equal(['Of Bob']);
    });

    it('fetch where the copy is damaged', async () => {
      await store();
      await damageCopies(database);
      answer = () => json(stats('New'));
      expect(await page().open('d', STORED, new Heard())).to.include({ fromCache: false });
    });

    it('fetch without asking by ETag where the copy has zeros in the place of its end', async () => {
      answer = ({ headers }) =>
        headers.has('if-none-match') ? new Response(null, { status: 304 }) : json(stats('New'), { headers: { etag: '"v1"' } });
      await store();
      await zeroTails(database);
      now += 301_000;
      const reader = page();
      expect(await reader.open('d', STORED, new Heard())).to.include({ fromCache: false, stale: false });
      expect(await titles(reader)).to.deep.equal(['New']);
    });
  });

  describe('with a stored copy and a clock that ran ahead', () => {
    beforeEach(async () => {
      now = Date.now() + 3_600_000;
      await store();
      now -= 3_600_000;
    });

    it('do not show the copy, whose age nobody knows', async () => {
      answer = () => json(stats('New'));
      const reader = page();
      expect(await reader.open('d', STORED, new Heard())).to.include({ fromCache: false, generatedAt: now });
      expect(await titles(reader)).to.deep.equal(['New']);
    });

    it('store newer data in its place', async () => {
      answer = () => json(stats('New'));
      await page().open('d', { ...STORED, reload: true }, new Heard());
      const isNew = async (): Promise<boolean> => (await storedTexts(database)).join().includes('New');
      await until(isNew);
      const reader = page();
      expect(await reader.open('d', STORED, new Heard())).to.include({ fromCache: true, stale: false, generatedAt: now });
    });
  });

  it('show a stored copy that another tab confirms while this one waits for it', async () => {
    await store();
    const cache = new WatchedCache({ name: database, report: () => undefined });
    caches.push(cache);
    const moments = [now - 100];
    const reader = new DatasetStore({ clock: () => moments.pop() ?? now, cache, wait: () => Promise.resolve() });
    expect(await reader.open('d', STORED, new Heard())).to.include({ fromCache: true, stale: false });
  });

  describe('without a cache', () => {
    it('store and open nothing where the page gives no user key', async () => {
      await page().open('d', REQUEST, new Heard());
      await page().open('d', { ...REQUEST, userKey: '' }, new Heard());
      expect(await databases()).not.to.contain(database);
      expect(stub.seen).to.have.length(2);
    });

    it('load as ever where the storage is missing', async () => {
      const original = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB')!;
      Object.defineProperty(globalThis, 'indexedDB', {
        configurable: true,
        get() {
          throw new DOMException('No.', 'SecurityError');
        },
      });
      try {
        const store = page();
        expect(await store.open('d', STORED, new Heard())).to.include({ fromCache: false });
        await store.purge();
      } finally {
        Object.defineProperty(globalThis, 'indexedDB', original);
      }
    });

    it('keep nothing of a load that a purge overtook', async () => {
      let release: () => void = () => undefined;
      answer = () =>
        new Promise<Response>((resolve) => {
          release = () => resolve(json(stats('Of Ada')));
        });
      const store = page();
      const opening = store.open('d', STORED, new Heard());
      await until(() => stub.seen.length === 1);
      await store.purge();
      release();
      await opening;
      await page().open('e', { ...STORED, userKey: 'other', input: { data: stats('x') } }, new Heard());
      answer = () => json(stats('Of Bob'));
      expect(await page().open('d', STORED, new Heard())).to.include({ fromCache: false });
    });
  });

  it('keep nothing of an answer about a copy that a purge overtook', async () => {
    answer = () => json(stats('Old'), { headers: { etag: '"v1"' } });
    await store();
    now += 301_000;
    let release: () => void = () => undefined;
    answer = () =>
      new Promise<Response>((resolve) => {
        release = () => resolve(json(stats('New'), { headers: { etag: '"v2"' } }));
      });
    const heard = new Heard();
    const reader = page();
    await reader.open('d', STORED, heard);
    await until(() => stub.seen.length === 2);
    const asked = now;
    now += 5000;
    await reader.purge();
    release();
    await until(() => heard.infos.length === 1);
    expect(heard.infos[0]).to.include({ generatedAt: asked });
    expect(await titles(reader)).to.deep.equal(['New']);
    const { puts } = caches.at(-1)!;
    expect(puts).to.have.length(1);
    await Promise.all(puts);
    expect((await storedTexts(database)).join()).to.equal('');
  });

  describe('with names', () => {
    const NAMED: OpenRequest = { ...STORED, provider: 'xapi', input: { events: EVENTS, tables: TABLES } };

    beforeEach(() => {
      answer = ({ url }) => (url === EVENTS ? new Response(`${JSON.stringify(STATEMENT)}\n`) : json(PEOPLE));
    });

    it('have none in the database', async () => {
      await store(NAMED);
      const texts = await storedTexts(database);
      expect(texts.join()).to.contain('ext-1');
      expect(texts.join()).not.to.match(/canary/i);
      expect(texts.join()).not.to.contain('events.ndjson');
    });

    it('show pseudonyms after a visit to the cache until the tables have come again', async () => {
      await store(NAMED);
      const heard = new Heard();
      const reader = page();
      let release: () => void = () => undefined;
      answer = ({ url }) =>
        new Promise<Response>((resolve) => {
          release = () => resolve(url === TABLES ? json(PEOPLE) : new Response('', { status: 500 }));
        });
      const info = await reader.open('d', NAMED, heard);
      expect(info).to.deep.include({ fromCache: true, stale: false });
      expect(info.notes.namesSupplied, 'whether names are shared is not known yet').to.equal(undefined);
      expect(await names(reader)).to.deep.equal([['ext-1', null, null]]);
      await until(() => stub.seen.length === 3);
      release();
      await until(() => heard.infos.length === 1);
      expect(heard.infos[0]?.notes.namesSupplied).to.equal(true);
      expect(await names(reader)).to.deep.equal([['ext-1', 'Canary Ada', 'canary@school.example']]);
      expect(stub.seen.map(({ url }) => url).sort()).to.deep.equal([EVENTS, TABLES, TABLES].sort());
    });

    it('that stand in the data themselves come with them at each visit, after the copy', async () => {
      const people = { learners: [{ actor_id: 'ext-1', name: 'Canary Ada', email: 'canary@school.example' }] };
      const request: OpenRequest = { ...STORED, provider: 'tables', input: { src: TABLES } };
      answer = () => json(people, { headers: { etag: '"1"' } });
      await store(request);
      expect((await storedTexts(database)).join()).not.to.match(/canary/i);
      const heard = new Heard();
      const reader = page();
      const info = await reader.open('d', request, heard);
      expect([info.fromCache, info.notes.namesSupplied]).to.deep.equal([true, undefined]);
      await until(() => heard.infos.length === 1);
      expect(heard.infos[0]?.notes.namesSupplied).to.equal(true);
      expect(await names(reader)).to.deep.equal([['ext-1', 'Canary Ada', 'canary@school.example']]);
    });

    it('bring names to a copy that the server has confirmed', async () => {
      answer = ({ url, headers }) => {
        if (headers.get('if-none-match') === '"1"') return new Response(null, { status: 304 });
        const etag = { headers: { etag: '"1"' } };
        return url === EVENTS ? new Response(JSON.stringify(STATEMENT), etag) : json(PEOPLE, etag);
      };
      await store(NAMED);
      now += 301_000;
      const heard = new Heard();
      const reader = page();
      expect(await reader.open('d', NAMED, heard)).to.include({ stale: true });
      await until(() => heard.infos.length === 1);
      expect(heard.infos[0]).to.include({ stale: false, fromCache: true });
      expect(await names(reader)).to.deep.equal([['ext-1', 'Canary Ada', 'canary@school.example']]);
    });
  });
});

async function databases(): Promise<(string | undefined)[]> {
  return (await indexedDB.databases()).map(({ name }) => name);
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 5));
}
