import { expect } from '@open-wc/testing';
import { DatasetStore } from '../../../src/data/load.js';
import type { LoadInfo, OpenListener, OpenRequest } from '../../../src/data/load-request.js';
import type { PartStatus, PartWants } from '../../../src/data/parts.js';
import { rowsOf } from '../../../src/data/view-rows.js';
import { LATEST } from '../../../src/data/loader/part-loader.js';
import { json, stubFetch } from '../../support/fetch-stub.js';
import type { FetchStub } from '../../support/fetch-stub.js';
import { dashboardBody, listedExploration, statisticsBody } from '../../support/oppia-bodies.js';
import { waitUntil } from '../../support/wait-until.js';
import { freshDatabase } from '../cache/snapshots.js';
import { WatchedCache } from '../cache/watched-cache.js';

const HOST = 'https://oppia.example';
const SRC = `${HOST}/creatordashboardhandler/data`;
const REQUEST: OpenRequest = {
  provider: 'oppia',
  input: { src: SRC },
  settings: {},
  userKey: 'ada',
  maxAge: 300,
  credentials: 'same-origin',
  hooked: false,
};
const IDS = Array.from({ length: 250 }, (_, at) => `exp${at}`);
const STATE = { total_answers_count: 7, total_hit_count: 9, first_hit_count: 5, num_completions: 3 };
const MINUTE = 60_000;

const wants = (first: readonly string[], rest: PartWants['rest'] = []): PartWants[] => [{ kind: 'statistics', first, rest }];

class Heard implements OpenListener {
  statuses: readonly PartStatus[] = [];
  readonly infos: LoadInfo[] = [];
  readonly shares: number[] = [];
  bundles = 0;
  progress(): void {
    // Progress of the load itself is told elsewhere.
  }
  loaded(info: LoadInfo): void {
    this.infos.push(info);
  }
  failed(): void {
    this.infos.length = 0;
  }
  parts(statuses: readonly PartStatus[], info?: LoadInfo): void {
    this.statuses = statuses;
    if (this.statistics !== undefined) this.shares.push(this.statistics.there);
    if (info !== undefined) this.bundles++;
  }
  headers(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
  get statistics(): PartStatus | undefined {
    return this.statuses.find(({ kind }) => kind === 'statistics');
  }
}

describe('parts that are asked for on demand', () => {
  let stub: FetchStub;
  let heard: Heard;
  let now = 0;
  let database = '';
  let ids: readonly string[] = IDS;
  /** Answers of single explorations instead of their statistics. */
  let answers: Map<string, () => Response | Promise<Response>>;
  /** Calls that are not found, and threads of each exploration. */
  let [lost, threads]: [RegExp | undefined, number] = [undefined, 0];
  /** Calls that wait to be let go, in the order in which they came; undefined where nothing waits. */
  let held: (() => void)[] | undefined;
  /** Parts that came and wait for others to come with them. */
  let waits: (() => void)[] = [];
  let atOnce: number;
  let mostAtOnce: number;
  const caches: WatchedCache[] = [];

  beforeEach(() => {
    [now, database, ids] = [Date.UTC(2026, 10, 21), freshDatabase(), IDS];
    [lost, threads, waits] = [undefined, 0, []];
    [heard, answers, held, atOnce, mostAtOnce] = [new Heard(), new Map(), undefined, 0, 0];
    stub = stubFetch(async ({ url }) => {
      if (url === SRC)
        return json(dashboardBody(ids.map((id, at) => listedExploration(id, { num_views: at, num_total_threads: threads }))));
      if (lost?.test(url) === true) return json({ error: 'lost' }, { status: 404 });
      const id = url.slice(url.lastIndexOf('/') + 1);
      mostAtOnce = Math.max(mostAtOnce, ++atOnce);
      if (held !== undefined) await new Promise<void>((resolve) => held?.push(resolve));
      atOnce--;
      const starts = Number(id.slice(3)) + 1;
      return (await answers.get(id)?.()) ?? json(statisticsBody([starts, 1, 1], { Home: STATE }));
    });
  });

  afterEach(() => {
    stub.restore();
    for (const cache of caches.splice(0)) cache.close();
  });

  function page(): DatasetStore {
    const cache = new WatchedCache({ name: database, report: () => undefined });
    caches.push(cache);
    return new DatasetStore({
      clock: () => now,
      cache,
      wait: (ms) => (ms === LATEST ? new Promise((resolve) => waits.push(resolve)) : Promise.resolve()),
    });
  }

  async function opened(request: OpenRequest = REQUEST): Promise<DatasetStore> {
    const store = page();
    await store.open('d', request, heard);
    return store;
  }

  const asked = (): string[] => stub.seen.filter(({ url }) => url !== SRC).map(({ url }) => url.slice(url.lastIndexOf('/') + 1));
  const starts = async (store: DatasetStore, exploration: string): Promise<unknown> => {
    const clauses = [{ origin: 'fixed', field: 'exploration', in: [exploration] }];
    return rowsOf(await store.view('d', 'creator.explorations', { clauses }))[0]?.['starts'];
  };
  const summary = async (store: DatasetStore) => rowsOf(await store.view('d', 'creator.summary', {}))[0];

  async function until(isTrue: () => boolean, what: string): Promise<void> {
    for (let turn = 0; turn < 2000; turn++) {
      if (isTrue()) return;
      await new Promise((resolve) => setTimeout(resolve));
    }
    throw new Error(`It never came: ${what}`);
  }
  /** The newest page has stored its data, or not, so many times. */
  async function stored(times: number): Promise<void> {
    const { puts } = caches.at(-1)!;
    await until(() => puts.length === times, `${times} copies`);
    await Promise.all(puts);
  }
  const came = (count: number) => until(() => heard.statistics?.there === count && !heard.statistics.running, `${count} parts`);

  it('are not asked for by the load, which brings all that the dashboard alone can say', async () => {
    const store = await opened();
    expect(stub.seen.map(({ url }) => url)).to.deep.equal([SRC]);
    const { parts, ...answer } = await store.view('d', 'creator.explorations', { params: { limit: 2 } });
    expect(rowsOf(answer).map((row) => [row['title'], row['plays'], row['starts'], row['attempts']])).to.deep.equal([
      ['About exp0', 0, null, null],
      ['About exp1', 1, null, null],
    ]);
    expect(parts).to.deep.include({ kind: 'statistics', because: 'rows', waiting: 2, failed: 0, rows: Uint8Array.of(1, 1) });
    expect(parts?.columns).to.include.members(['starts', 'completion_rate', 'attempts']).and.not.to.include('plays');
  });

  it('come for the explorations that are wanted, and no others', async () => {
    const store = await opened();
    await store.want('d', wants(['exp7', 'exp9']));
    await came(2);
    expect(asked()).to.have.members(['exp7', 'exp9']);
    expect([await starts(store, 'exp7'), await starts(store, 'exp8')]).to.deep.equal([8, null]);
  });

  it('come at most six at once, those on screen first', async () => {
    held = [];
    const store = await opened();
    await store.want('d', wants([], 'all'));
    await until(() => held?.length === 6, 'six calls');
    await store.want('d', wants(['exp200'], 'all'));
    held.splice(0, 1)[0]?.();
    await until(() => asked().length === 7, 'the call for what came on screen');
    expect(asked()[6]).to.equal('exp200');
    const waiting = held;
    held = undefined;
    for (const release of waiting) release();
    await came(250);
    expect(mostAtOnce).to.equal(6);
    expect(new Set(asked()).size).to.equal(asked().length);
  });

  it('tell how many of how many have come, and are handed on in bundles', async () => {
    const store = await opened();
    await store.want('d', wants([], 'all'));
    await came(250);
    expect(heard.statistics).to.deep.include({ of: 250, there: 250, running: false, failed: [] });
    expect(heard.shares)
      .to.include(102)
      .and.to.deep.equal([...heard.shares].sort((a, b) => a - b));
    expect(heard.bundles).to.equal(3);
  });

  it('that came are shown after a while, though one beside them does not come', async () => {
    let letGo: () => void = () => undefined;
    answers.set('exp1', () => new Promise((resolve) => (letGo = () => resolve(json(statisticsBody([2, 1, 1], { Home: STATE }))))));
    const store = await opened();
    await store.want('d', wants(['exp0', 'exp1', 'exp2']));
    await until(() => waits.length > 0, 'waits for the others');
    expect(await starts(store, 'exp0')).to.equal(null);
    for (const go of waits.splice(0)) go();
    await until(() => heard.bundles === 1, 'what has come');
    expect([await starts(store, 'exp0'), await starts(store, 'exp1'), await starts(store, 'exp2')]).to.deep.equal([1, null, 3]);
    letGo();
    await came(3);
    expect(await starts(store, 'exp1')).to.equal(2);
  });

  it('are cancelled where nobody wants them any more, and go on from where they stood', async () => {
    held = [];
    const store = await opened();
    await store.want('d', wants([], 'all'));
    await until(() => held?.length === 6, 'six calls');
    await store.want('d', wants([]));
    expect(stub.seen.slice(1).map(({ init }) => init.signal?.aborted)).to.deep.equal([true, true, true, true, true, true]);
    expect(heard.statistics).to.include({ running: false, there: 0 });
    held = undefined;
    await store.want('d', wants(['exp3']));
    await came(1);
    await store.want('d', wants([], 'all'));
    await came(250);
    expect(asked().filter((id) => id === 'exp3')).to.have.length(1 + 1);
  });

  it('are no longer asked for once the dataset is closed', async () => {
    held = [];
    const store = await opened();
    await store.want('d', wants([], 'all'));
    await until(() => held?.length === 6, 'six calls');
    store.close('d');
    expect(stub.seen.slice(1).every(({ init }) => init.signal?.aborted)).to.equal(true);
    expect(asked()).to.have.length(6);
  });

  it('that fail are named and asked for again on demand, while the others stand', async () => {
    answers.set('exp1', () => json({ error: 'gone' }, { status: 404 }));
    answers.set('exp2', () => json({ ...statisticsBody([1, 1, 1]), num_starts: 'many' }));
    const store = await opened();
    await store.want('d', wants(['exp0', 'exp1', 'exp2']));
    await until(() => heard.statistics?.failed.length === 2 && !heard.statistics.running, 'two failures');
    expect(heard.statistics?.failed.map(({ id, title, error }) => [id, title, error.code, error.message])).to.deep.equal([
      [
        'exp1',
        'About exp1',
        'http',
        `Statistics of exploration "exp1": ${HOST}/createhandler/statistics/exp1: the server answered 404: gone.`,
      ],
      ['exp2', 'About exp2', 'invalid', 'statistics.exp2.num_starts: expected a whole number of 0 or more, got "many"'],
    ]);
    const { parts } = await store.view('d', 'creator.explorations', { params: { limit: 4 } });
    expect(parts).to.deep.include({ waiting: 1, failed: 2, rows: Uint8Array.of(0, 2, 2, 1) });
    expect(await starts(store, 'exp0')).to.equal(1);
    answers.clear();
    await store.retryParts('d');
    await came(3);
    expect(await starts(store, 'exp2')).to.equal(3);
  });

  it('wait, and fail nothing, while the server cannot be reached', async () => {
    answers.set('exp1', () => {
      throw new TypeError('Failed to fetch');
    });
    const store = await opened();
    await store.want('d', wants(['exp1'], 'all'));
    await until(() => heard.statistics?.stopped !== undefined, 'the stop');
    expect(heard.statistics).to.deep.include({ running: false, failed: [] });
    expect(heard.statistics?.stopped?.code).to.equal('offline');
    answers.clear();
    await store.retryParts('d');
    await came(250);
  });

  it('leave a server alone that fails twelve times in a row', async () => {
    for (const id of IDS) answers.set(id, () => json({ error: 'down' }, { status: 404 }));
    const store = await opened();
    await store.want('d', wants([], 'all'));
    await until(() => heard.statistics?.stopped !== undefined, 'the stop');
    expect(asked().length).to.be.lessThan(12 + 6);
  });

  it('come of one kind where those of another cannot be had', async () => {
    [lost, threads] = [/threadlisthandler/, 1];
    const store = await opened();
    await store.want('d', [...wants([], 'all'), { kind: 'feedback', first: IDS.slice(0, 40), rest: [] }]);
    await came(250);
    const feedback = heard.statuses.find(({ kind }) => kind === 'feedback');
    expect(feedback?.stopped?.code).to.equal('http');
    expect(heard.statistics?.stopped).to.equal(undefined);
    expect(asked().length).to.be.lessThan(250 + 12 + 6);
  });

  it('never make a total from some of the explorations', async () => {
    ids = IDS.slice(0, 3);
    const store = await opened();
    await store.want('d', wants(['exp0', 'exp1']));
    await came(2);
    expect(await summary(store)).to.deep.include({ plays: 10, starts: null, completions: null, completion_rate: null });
    const { parts } = await store.view('d', 'creator.summary', {});
    expect(parts).to.deep.include({
      because: 'total',
      scope: 'all',
      of: 3,
      waiting: 1,
      columns: ['starts', 'completions', 'completion_rate'],
    });
    await store.want('d', wants([], 'all'));
    await came(3);
    expect(await summary(store)).to.deep.include({ starts: 6, completions: 3, completion_rate: 0.5 });
  });

  it('are needed of all by a sort and by a filter on them, and only of those that pass the other filters', async () => {
    const store = await opened();
    const need = async (view: string, options: Parameters<DatasetStore['view']>[2]) => (await store.view('d', view, options)).parts;
    const sort = (column: string) => ({ params: { sort: [{ column }], limit: 1 } });
    expect(await need('creator.explorations', sort('completions'))).to.deep.include({
      because: 'sort',
      scope: 'all',
      of: 250,
      waiting: 250,
    });
    expect(await need('creator.explorations', sort('plays'))).to.deep.include({ because: 'rows', of: 1 });
    const clauses = [
      { origin: 'a', field: 'completion_rate', range: [0, 0.5] as const },
      { origin: 'b', field: 'plays', range: [10, 12] as const },
    ];
    expect(await need('creator.explorations', { clauses })).to.deep.include({ because: 'filter', scope: ['exp10', 'exp11'], waiting: 2 });
    expect(await need('creator.ratings', { clauses })).to.deep.include({ because: 'filter', columns: [], waiting: 2 });
    expect(await need('creator.states', { clauses: clauses.slice(1) })).to.deep.include({ because: 'total', scope: ['exp10', 'exp11'] });
    const one = [{ origin: 'c', field: 'exploration', in: ['exp7'] }];
    expect(await need('creator.states', { clauses: one })).to.deep.include({ because: 'total', scope: ['exp7'], of: 1, waiting: 1 });
    expect(await need('creator.insights', { clauses: one })).to.deep.include({ because: 'total', scope: ['exp7'] });
    expect(await need('creator.feedback', { clauses: one })).to.deep.include({ kind: 'feedback', because: 'total', scope: ['exp7'] });
    expect(await need('creator.ratings', {})).to.equal(undefined);
    expect(await need('creator.engagement', {})).to.equal(undefined);
  });

  it('stay in the cache, so that a reload asks for none of them within max-age', async () => {
    const store = await opened();
    await store.want('d', wants(['exp0', 'exp1']));
    await came(2);
    await stored(2);
    heard = new Heard();
    const reloaded = await opened();
    expect(await starts(reloaded, 'exp1')).to.equal(2);
    expect(asked()).to.deep.equal(['exp0', 'exp1']);
    await reloaded.want('d', wants(['exp0', 'exp1', 'exp2']));
    await came(3);
    expect(asked()).to.deep.equal(['exp0', 'exp1', 'exp2']);
  });

  it('that come after a purge bring nothing of before back into the cache', async () => {
    held = [];
    const store = await opened();
    await store.want('d', wants(['exp0']));
    await until(() => held?.length === 1, 'a call');
    await store.purge();
    for (const release of held) release();
    await came(1);
    await stored(2);
    expect((await page().open('d', REQUEST, new Heard())).fromCache).to.equal(false);
  });

  it('go past the HTTP cache where the data did, and only there', async () => {
    const modes = (): unknown[] => stub.seen.map(({ init }) => init.cache);
    const store = await opened();
    await store.want('d', wants(['exp0']));
    await came(1);
    expect(modes()).to.deep.equal(['no-cache', 'no-cache']);
    await store.refresh('d', { force: true });
    await store.want('d', wants(['exp0', 'exp1']));
    await came(2);
    expect(modes().slice(2)).to.deep.equal(['reload', 'reload', 'reload']);
  });

  it('that failed are not stored as such: a reload asks for them again', async () => {
    answers.set('exp1', () => json({ error: 'gone' }, { status: 404 }));
    const store = await opened();
    await store.want('d', wants(['exp0', 'exp1']));
    await until(() => heard.statistics?.failed.length === 1 && !heard.statistics.running, 'a failure');
    answers.clear();
    await stored(2);
    const reloaded = await opened();
    const states = (await reloaded.view('d', 'creator.explorations', { params: { limit: 2 } })).parts?.rows;
    expect(states).to.deep.equal(Uint8Array.of(0, 1));
  });

  it('come anew with newer data, which take the place of the old ones only then', async () => {
    const store = await opened();
    await store.want('d', wants(['exp0', 'exp1']));
    await came(2);
    now += 10 * MINUTE;
    answers.set('exp0', () => json(statisticsBody([100, 1, 1])));
    held = [];
    const refreshed = store.refresh('d', { force: false });
    await until(() => held?.length === 2, 'two calls');
    expect(await starts(store, 'exp0')).to.equal(1);
    for (const release of held) release();
    await refreshed;
    expect([await starts(store, 'exp0'), await starts(store, 'exp2')]).to.deep.equal([100, null]);
  });

  it('that fail with newer data are named, and asked for again on demand', async () => {
    const store = await opened();
    await store.want('d', wants(['exp0', 'exp1']));
    await came(2);
    now += 10 * MINUTE;
    answers.set('exp1', () => json({ error: 'gone' }, { status: 404 }));
    await store.refresh('d', { force: false });
    await until(() => heard.statistics?.there === 1, 'what failed');
    expect(heard.statistics?.failed.map(({ id, error }) => [id, error.code])).to.deep.equal([['exp1', 'http']]);
    expect(asked()).to.deep.equal(['exp0', 'exp1', 'exp0', 'exp1']);
    answers.clear();
    await store.retryParts('d');
    await came(2);
    expect(await starts(store, 'exp1')).to.equal(2);
  });

  it('that failed are named until they come, also while nobody wants them or no server can be reached', async () => {
    answers.set('exp1', () => json({ error: 'gone' }, { status: 404 }));
    const store = await opened();
    await store.want('d', wants(['exp1']));
    await until(() => heard.statistics?.failed.length === 1 && !heard.statistics.running, 'a failure');
    const failed = (): unknown => heard.statistics?.failed.map(({ id, error }) => [id, error.code]);
    answers.set('exp1', () => {
      throw new TypeError('Failed to fetch');
    });
    await store.retryParts('d');
    await until(() => heard.statistics?.stopped !== undefined, 'the stop');
    expect(failed()).to.deep.equal([['exp1', 'http']]);
    await store.want('d', wants([]));
    answers.clear();
    const before = asked();
    await store.retryParts('d');
    await until(() => heard.statistics?.stopped === undefined && !heard.statistics?.running, 'rest');
    expect(asked()).to.deep.equal(before);
    expect(failed()).to.deep.equal([['exp1', 'http']]);
    await store.want('d', wants(['exp1']));
    await came(1);
    expect(heard.statistics?.failed).to.deep.equal([]);
    expect(await starts(store, 'exp1')).to.equal(2);
  });

  it('do not reach past data of the page, which are all there is', async () => {
    const data = {
      dashboard: dashboardBody([listedExploration('exp0'), listedExploration('exp1')]),
      statistics: { exp0: statisticsBody([4, 2, 1]) },
    };
    const store = await opened({ ...REQUEST, input: { data } });
    await store.want('d', wants(['exp1'], 'all'));
    expect(stub.seen).to.deep.equal([]);
    expect((await store.view('d', 'creator.explorations', {})).parts).to.equal(undefined);
    expect(await summary(store)).to.deep.include({ starts: 4 });
  });
});

describe('feedback threads that are asked for on demand', () => {
  const thread = (id: string) => ({
    thread_id: `exploration.${id}.1`,
    status: 'open',
    subject: 'A typo',
    state_name: 'Home',
    message_count: 2,
    last_updated_msecs: 5,
  });

  it('come for explorations that have any, and are never stored', async () => {
    const database = freshDatabase();
    const cache = new WatchedCache({ name: database, report: () => undefined });
    const heard = new Heard();
    const stub = stubFetch(({ url }) => {
      if (url === SRC) return json(dashboardBody([listedExploration('a', { num_total_threads: 2 }), listedExploration('b')]));
      return json({ feedback_thread_dicts: [thread('a')] });
    });
    try {
      const open = async (): Promise<DatasetStore> => {
        const store = new DatasetStore({ clock: () => 0, cache, wait: () => Promise.resolve() });
        await store.open('d', REQUEST, heard);
        return store;
      };
      const store = await open();
      const before = await store.view('d', 'creator.feedback', {});
      expect([before.length, before.parts]).to.deep.include.members([0]);
      expect(before.parts).to.deep.include({ kind: 'feedback', because: 'total', of: 2, waiting: 1 });
      await store.want('d', [{ kind: 'feedback', first: [], rest: 'all' }]);
      await waitUntil(() => cache.puts.length === 2, 'what came is not stored');
      expect(stub.seen.map(({ url }) => url)).to.deep.equal([SRC, `${HOST}/threadlisthandler/a`]);
      expect(rowsOf(await store.view('d', 'creator.feedback', {})).map((row) => [row['thread'], row['subject']])).to.deep.equal([
        ['exploration.a.1', 'A typo'],
      ]);
      await Promise.all(cache.puts);
      const reloaded = await (await open()).view('d', 'creator.feedback', {});
      expect([reloaded.length, reloaded.parts?.waiting]).to.deep.equal([0, 1]);
    } finally {
      stub.restore();
      cache.close();
    }
  });
});
