import { expect, fixture } from '@open-wc/testing';
import '../../../../src/define/stats-dataset.js';
import { FilterEvent } from '../../../../src/components/base/events.js';
import { decodeState, encodeState } from '../../../../src/components/base/address/state-address.js';
import type { DatasetState } from '../../../../src/components/base/address/state-snapshot.js';
import { clearAddress } from '../../../support/sequences/addresses.js';
import type { StatsDataset } from '../../../../src/components/filters/stats-dataset.js';
import { creatorStats } from '../../../../stories/support/creator-data.js';
import { json, stubFetch } from '../../../support/fetch-stub.js';
import type { FetchStub } from '../../../support/fetch-stub.js';
import { HeldTimers } from '../../../support/held-timers.js';
import { waitUntil } from '../../../support/wait-until.js';

/** Milliseconds after a change at which it is written to the address. */
const PAUSE_MS = 250;

const until = (what: () => unknown) => waitUntil(() => Boolean(what()), 'nothing changed', { timeout: 10_000 });

describe('the state in the address', () => {
  let stub: FetchStub;
  let timers: HeldTimers | undefined;
  beforeEach(() => {
    stub = stubFetch(() => json(creatorStats(3)));
  });
  afterEach(() => {
    timers?.restore();
    timers = undefined;
    stub.restore();
    clearAddress();
  });

  async function datasets(...ids: readonly string[]): Promise<readonly StatsDataset[]> {
    const tags = ids.map(
      (id) => `<stats-dataset id="${id}" url-state provider="creator-engagement-stats" src="/${id}-${Math.random()}.json">`,
    );
    const around = await fixture<HTMLElement>(`<div>${tags.map((tag) => `${tag}</stats-dataset>`).join('')}</div>`);
    const all = [...around.querySelectorAll<StatsDataset>('stats-dataset')];
    await until(() => all.every(({ pageDataset }) => pageDataset?.status.kind === 'ready'));
    return all;
  }
  const filter = (dataset: StatsDataset | undefined, exploration = 'exp0001'): void =>
    void dataset?.dispatchEvent(new FilterEvent({ origin: 'host', field: 'exploration', in: [exploration] }));
  /** What has changed is due to be written now. */
  async function passPause(): Promise<void> {
    await until(() => timers!.waiting > 0);
    timers!.pass();
  }
  const written = (id: string): string | null => new URLSearchParams(location.search).get(`stats-${id}`);

  it('is set again where its element comes back to the page', async () => {
    const [dataset] = await datasets('back');
    filter(dataset);
    await until(() => written('back'));
    const [around, before] = [dataset!.parentElement!, written('back')];
    dataset!.remove();
    await until(() => dataset!.pageDataset === undefined);
    await new Promise((resolve) => setTimeout(resolve));
    around.append(dataset!);
    await until(() => dataset!.clauses.length === 1);
    expect(written('back')).to.equal(before);
  });

  it('is set but for what is bad of it, which is named once and stays in the address until the reader changes something', async () => {
    const good = ['host', 'exploration', ['exp0001']];
    const text = btoa(JSON.stringify([1, [good, ['me', 'learners.name', ['Ann']]], { inactiveDays: -1 }]))
      .replace(/\+/g, '-')
      .replace(/\//g, '_')
      .replace(/=+$/, '');
    const before = `?q=a%20b&flag&stats-bad=${text}`;
    history.replaceState(history.state, '', before);
    timers = new HeldTimers(PAUSE_MS);
    const errors: string[] = [];
    const hear = (event: Event): void => void errors.push((event as HTMLElementEventMap['stats-error']).detail.message);
    document.addEventListener('stats-error', hear);
    const [dataset] = await datasets('bad');
    document.removeEventListener('stats-error', hear);
    expect(dataset!.clauses.map(({ field }) => field)).to.deep.equal(['exploration']);
    expect(errors).to.have.length(1);
    expect(errors[0]).to.contain('state.clauses[1].field: ').and.to.contain('state.params.inactiveDays: ');
    await dataset!.updateComplete;
    await passPause();
    expect(location.search).to.equal(before);
    filter(dataset, 'exp0002');
    await passPause();
    expect(written('bad')).not.to.equal(text);
    expect(location.search).to.match(/^\?q=a%20b&flag&stats-bad=[\w-]+$/);
    history.replaceState(history.state, '', location.pathname);
  });

  it('does not take the place of a newer one where the element only moves', async () => {
    const [dataset] = await datasets('moved');
    filter(dataset);
    await until(() => written('moved'));
    filter(dataset, 'exp0002');
    await until(() => dataset!.clauses[0]?.in?.[0] === 'exp0002');
    const around = dataset!.parentElement!;
    dataset!.remove();
    around.append(dataset!);
    await dataset!.updateComplete;
    expect(dataset!.clauses[0]?.in).to.deep.equal(['exp0002']);
  });

  it('is set where a page sets it before the data are known', async () => {
    const dataset = document.createElement('stats-dataset');
    Object.assign(dataset, { provider: 'creator-engagement-stats', src: `/early-${Math.random()}.json` });
    document.body.append(dataset);
    const clauses = [{ origin: 'host', field: 'exploration', in: ['exp0001'] }];
    dataset.setState({ version: 1, clauses, params: {} });
    expect(() => dataset.setState({ version: 2 })).to.throw('version');
    await until(() => dataset.pageDataset?.status.kind === 'ready');
    expect(dataset.clauses).to.deep.equal(clauses);
    dataset.remove();
  });

  it('stays where data that were still to come have come, and where newer ones take their place', async () => {
    timers = new HeldTimers(PAUSE_MS);
    const state = { version: 1, clauses: [{ origin: 'host', field: 'exploration', in: ['exp0001'] }], params: {} };
    const address = new URL(location.href);
    address.searchParams.set('stats-late', encodeState(state as DatasetState));
    history.replaceState(null, '', address);
    const dataset = await fixture<StatsDataset>('<stats-dataset id="late" url-state provider="creator-engagement-stats"></stats-dataset>');
    dataset.data = null;
    await dataset.updateComplete;
    for (const data of [creatorStats(3), creatorStats(4)]) {
      dataset.data = data;
      await dataset.updateComplete;
      await until(() => dataset.pageDataset?.status.kind === 'ready');
      await dataset.updateComplete;
      expect(dataset.clauses).to.deep.equal(state.clauses);
      await passPause();
      expect(written('late')).to.equal(encodeState(state as DatasetState));
    }
    dataset.src = '/other.json';
    dataset.data = undefined;
    await dataset.updateComplete;
    expect(dataset.clauses, 'other data').to.deep.equal([]);
  });

  it('leaves out lists that make an address too long, the longest first, and says so once', async () => {
    const { warn } = console;
    const warnings: string[] = [];
    console.warn = (said: unknown) => void warnings.push(String(said));
    try {
      const [dataset] = await datasets('long');
      const many = (count: number): string[] => Array.from({ length: count }, (_, at) => `learner-${String(at).padStart(30, '0')}`);
      for (const [origin, count] of [
        ['most', 300],
        ['some', 10],
        ['more', 100],
      ] as const)
        dataset!.dispatchEvent(new FilterEvent({ origin, field: 'exploration', in: many(count) }));
      await until(() => written('long'));
      expect(dataset!.clauses).to.have.length(3);
      expect(decodeState(written('long')!).clauses.map(({ origin }) => origin)).to.deep.equal(['some']);
      expect(location.href.length).to.be.below(2500);
      filter(dataset, 'exp0002');
      const now = written('long');
      await until(() => written('long') !== now);
      expect(warnings).to.have.length(1);
    } finally {
      console.warn = warn;
    }
  });

  it('is written no more once a page has taken the attribute away', async () => {
    const [one, other] = await datasets('one', 'other');
    one!.urlState = false;
    await one!.updateComplete;
    filter(one);
    filter(other);
    await until(() => written('other'));
    expect(written('one')).to.equal(null);
  });
});
