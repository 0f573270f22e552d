import { expect } from '@open-wc/testing';
import { SnapshotCache } from '../../../src/data/cache/snapshot-cache.js';
import type { LoadInfo, OpenListener, OpenRequest } from '../../../src/data/load-request.js';
import { DatasetStore } from '../../../src/data/load.js';
import { SoFarPace } from '../../../src/data/loader/so-far.js';
import type { StatsError } from '../../../src/data/stats-error.js';
import { rowsOf } from '../../../src/data/view-rows.js';
import type { ViewData } from '../../../src/data/view-result.js';
import { freshDatabase } from '../cache/snapshots.js';
import { rejection, stubFetch } from '../../support/fetch-stub.js';
import type { FetchStub } from '../../support/fetch-stub.js';
import { handFed } from '../../support/hand-fed.js';
import type { HandFed } from '../../support/hand-fed.js';
import { statement } from '../../support/statements.js';

const SRC = 'https://host.example/statements.ndjson';
const NOW = Date.parse('2024-06-01T00:00:00Z');
const VIEWS = ['at-risk.learners', 'at-risk.tracks', 'at-risk.last-visits', 'at-risk.visits-over-time', 'at-risk.problem-results'];
const REQUEST: OpenRequest = {
  provider: 'xapi',
  input: { src: SRC },
  settings: { now: NOW },
  maxAge: 300,
  credentials: 'same-origin',
  hooked: false,
};

/** Who registers, opens a page and answers a problem. */
function lines(actor: string): string {
  const said = [
    statement({ id: `${actor} 1`, actor, verb: 'registered', time: '2024-03-01T00:00:00Z', track: 'audit' }),
    statement({ id: `${actor} 2`, actor, verb: 'navigated', time: '2024-03-02T00:00:00Z', object: 'https://lms/xblock/unit' }),
    statement({ id: `${actor} 3`, actor, verb: 'evaluated', time: '2024-03-03T00:00:00Z', object: 'https://lms/xblock/problem' }),
  ];
  return said.map((each) => `${JSON.stringify(each)}\n`).join('');
}

class Heard implements OpenListener {
  readonly infos: LoadInfo[] = [];
  #waiting: (() => void)[] = [];

  /** Settles when that many infos were heard. */
  async until(count: number): Promise<LoadInfo> {
    while (this.infos.length < count) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.infos[count - 1]!;
  }
  loaded(info: LoadInfo): void {
    this.infos.push(info);
    for (const heard of this.#waiting.splice(0)) heard();
  }
  progress(): void {}
  failed(): void {}
  parts(): void {}
  headers(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
}

describe('data that stream in', () => {
  let stub: FetchStub;
  let body: HandFed;
  let length: number | undefined;
  let now = 0;
  const caches: SnapshotCache[] = [];

  beforeEach(() => {
    now = NOW;
    length = undefined;
    body = handFed();
    stub = stubFetch(() => new Response(body.stream, length === undefined ? {} : { headers: { 'content-length': `${length}` } }));
  });

  afterEach(() => {
    stub.restore();
    for (const cache of caches.splice(0)) cache.close();
  });

  function page(): DatasetStore {
    const cache = new SnapshotCache({ name: freshDatabase(), report: () => undefined });
    caches.push(cache);
    return new DatasetStore({ clock: () => now, cache, wait: () => Promise.resolve() });
  }

  async function learners(store: DatasetStore): Promise<{ names: unknown[]; soFar: ViewData['soFar'] }> {
    const view = await store.view('d', 'at-risk.learners', {});
    return { names: rowsOf(view).map((row) => row['actor_id']), soFar: view.soFar };
  }

  it('answers from what has arrived, says how much that is, and ends as a load in one piece does', async () => {
    const pieces = ['ann', 'bob', 'eve'].map(lines);
    length = new TextEncoder().encode(pieces.join('')).length;
    const [store, heard] = [page(), new Heard()];
    const opened = store.open('d', REQUEST, heard);

    body.feed(pieces[0]!);
    expect((await heard.until(1)).soFar).to.deep.equal({ loaded: pieces[0]!.length, total: length });
    expect(await learners(store)).to.deep.equal({ names: ['ann'], soFar: { loaded: pieces[0]!.length, total: length } });

    now += 1000;
    body.feed(pieces[1]!);
    await heard.until(2);
    expect((await learners(store)).names).to.deep.equal(['ann', 'bob']);

    body.feed(pieces[2]!);
    body.end();
    const info = await opened;
    expect(info?.soFar).to.equal(undefined);
    expect(await learners(store)).to.deep.equal({ names: ['ann', 'bob', 'eve'], soFar: undefined });

    const whole = page();
    await whole.open('d', { ...REQUEST, input: { events: pieces.join('') } }, new Heard());
    for (const view of VIEWS) expect(await store.view('d', view, {})).to.deep.equal(await whole.view('d', view, {}));
  });

  it('shows the next part only after a pause', async () => {
    const [store, heard] = [page(), new Heard()];
    const opened = store.open('d', REQUEST, heard);
    body.feed(lines('ann'));
    await heard.until(1);
    body.feed(lines('bob'));
    body.feed(lines('eve'));
    body.end();
    await opened;
    expect(heard.infos.length).to.equal(1);
  });

  it('counts other settings over a part as a part', async () => {
    const [store, heard] = [page(), new Heard()];
    const opened = store.open('d', REQUEST, heard);
    body.feed(lines('ann'));
    await heard.until(1);
    const info = await store.configure('d', { now: Date.parse('2024-03-04T00:00:00Z') });
    expect(info?.soFar).to.deep.equal({ loaded: lines('ann').length });
    expect(await learners(store)).to.deep.equal({ names: [], soFar: { loaded: lines('ann').length } });
    body.end();
    expect((await opened).now).to.equal(Date.parse('2024-03-04T00:00:00Z'));
  });

  it('keeps complete data in sight while they are fetched anew', async () => {
    const [store, heard] = [page(), new Heard()];
    body.feed(lines('ann'));
    body.end();
    await store.open('d', REQUEST, heard);
    const before = heard.infos.length;
    body = handFed();
    const refreshed = store.refresh('d', { force: false });
    body.feed(lines('bob'));
    now += 1000;
    expect(await learners(store)).to.deep.equal({ names: ['ann'], soFar: undefined });
    body.end();
    await refreshed;
    expect((await learners(store)).names).to.deep.equal(['bob']);
    expect(heard.infos.length).to.equal(before);
  });

  it('lets go of a part when the load fails', async () => {
    const [store, heard] = [page(), new Heard()];
    const opened = rejection(store.open('d', REQUEST, heard));
    body.feed(lines('ann'));
    await heard.until(1);
    body.fail(new Error('The line is cut.'));
    const error = (await opened) as StatsError;
    expect(((await rejection(learners(store))) as StatsError).code).to.equal(error.code);
  });

  it('makes no part where nobody who reads asks for one', async () => {
    const store = page();
    const opened = store.open('d', REQUEST, new Heard());
    store.close('d');
    body.feed(lines('ann'));
    body.end();
    expect(((await rejection(opened)) as StatsError).code).to.equal('aborted');
  });
});

/** An answer of one group, and one without any. */
const SAYS: ViewData = {
  view: 'v',
  length: 1,
  total: 1,
  columns: [
    { name: 'track', field: 'track', meaning: 'track', data: { type: 'category', codes: Int32Array.of(0), dictionary: ['audit'] } },
    { name: 'learners', meaning: 'learners', data: { type: 'number', values: Float64Array.of(3) } },
  ],
  applied: [],
  unanswered: [],
};
const NOTHING: ViewData = { ...SAYS, length: 0, total: 0 };
const TOTAL: ViewData = { ...SAYS, columns: SAYS.columns.slice(1) };

describe('SoFarPace', () => {
  it('hurries while no answer has anything to draw', () => {
    let now = 0;
    const pace = new SoFarPace(() => now);
    pace.make(() => (now += 10));
    pace.answer(() => NOTHING);
    pace.answer(() => TOTAL);
    now += 29;
    expect(pace.isDue).to.equal(false);
    now += 1;
    expect(pace.isDue).to.equal(true);

    pace.make(() => undefined);
    pace.answer(() => NOTHING);
    pace.answer(() => SAYS);
    now += 249;
    expect(pace.isDue).to.equal(false);
    now += 1;
    expect(pace.isDue).to.equal(true);
  });

  it('gives parts at most a tenth of the time, their answers included', () => {
    let now = 0;
    const pace = new SoFarPace(() => now);
    expect(pace.isDue).to.equal(true);
    pace.make(() => (now += 100));
    pace.answer(() => ((now += 50), SAYS));
    now += 1299;
    expect(pace.isDue).to.equal(false);
    now += 1;
    expect(pace.isDue).to.equal(true);
  });

  it('waits a moment even after a part that took no time', () => {
    let now = 0;
    const pace = new SoFarPace(() => now);
    pace.make(() => undefined);
    pace.answer(() => SAYS);
    now += 249;
    expect(pace.isDue).to.equal(false);
    now += 1;
    expect(pace.isDue).to.equal(true);
  });

  it('does not take a part away while it is drawn, unless that goes on and on', () => {
    let now = 0;
    const pace = new SoFarPace(() => now);
    pace.make(() => undefined);
    now += 1000;
    expect(pace.isDue, 'before a question').to.equal(false);
    pace.answer(() => SAYS);
    now += 200;
    expect(pace.isDue, 'soon after a question').to.equal(false);
    now += 50;
    expect(pace.isDue, 'when all is asked').to.equal(true);
    for (; now < 2000; now += 100) pace.answer(() => SAYS);
    expect(pace.isDue, 'after long').to.equal(true);
  });
});
