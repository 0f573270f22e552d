import { expect, fixture } from '@open-wc/testing';
import '../../../src/define/stats-dataset.js';
import { FilterEvent } from '../../../src/components/base/events.js';
import { clearAddress } from '../../support/sequences/addresses.js';
import type { StatsDataset } from '../../../src/components/filters/stats-dataset.js';
import { creatorStats } from '../../../stories/support/creator-data.js';
import { json, stubFetch } from '../../support/fetch-stub.js';
import type { FetchStub } from '../../support/fetch-stub.js';
import { waitUntil } from '../../support/wait-until.js';

const until = (what: () => unknown) => waitUntil(() => Boolean(what()), 'nothing changed', { timeout: 10_000 });

describe('the state in the address', () => {
  let stub: FetchStub;
  beforeEach(() => {
    stub = stubFetch(() => json(creatorStats(3)));
  });
  afterEach(() => {
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
