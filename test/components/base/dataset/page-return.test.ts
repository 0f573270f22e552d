import { expect, fixture } from '@open-wc/testing';
import '../../../../src/define/creator-exploration-table.js';
import type { StatsElement } from '../../../../src/components/base/stats-element.js';
import { creatorStats } from '../../../../stories/support/creator-data.js';
import { json, stubFetch } from '../../../support/fetch-stub.js';
import type { FetchStub } from '../../../support/fetch-stub.js';
import { all } from '../../../support/widgets.js';
import { waitUntil } from '../../../support/wait-until.js';

const until = (what: () => unknown) => waitUntil(() => Boolean(what()), 'nothing changed', { timeout: 10_000 });

describe('data of a page that stays open', () => {
  let stub: FetchStub;
  let isOffline = false;

  beforeEach(() => {
    isOffline = false;
    stub = stubFetch(() => {
      if (isOffline) throw new TypeError('Failed to fetch');
      return json(creatorStats(3));
    });
  });
  afterEach(() => stub.restore());

  const table = (more = ''): Promise<StatsElement> =>
    fixture<StatsElement>(
      `<creator-exploration-table provider="creator-engagement-stats" src="/return-${Math.random()}" ${more}></creator-exploration-table>`,
    );
  const areShown = (element: StatsElement): boolean => all(element, 'tr[part=row]').length === 3;
  /** Makes its data older than any page may show. */
  const grow = ({ pageDataset }: StatsElement) => Reflect.set(pageDataset!, 'info', { ...pageDataset!.info, fetchedAt: 1 });
  /** What was asked for before is seen by the time that these data are there. */
  async function loadAnother(): Promise<void> {
    const later = await table();
    await until(() => areShown(later));
  }
  const comeBack = (persisted: boolean) => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted }));

  it('that could not be had are asked for again once the network is back', async () => {
    isOffline = true;
    const element = await table();
    await until(() => element.pageDataset?.status.kind === 'error');
    isOffline = false;
    window.dispatchEvent(new Event('online'));
    await until(() => areShown(element));
  });

  it('that could not be had anew are asked for again, and others are not', async () => {
    const [element, other] = [await table(), await table()];
    await until(() => areShown(element) && areShown(other));
    isOffline = true;
    await element.refresh();
    expect(element.pageDataset?.status).to.have.nested.property('error.code', 'offline');
    isOffline = false;
    const before = stub.seen.length;
    window.dispatchEvent(new Event('online'));
    await until(() => element.pageDataset?.status.kind === 'ready');
    expect(stub.seen.length).to.equal(before + 1);
  });

  it('are fetched again when it is shown again, once they are older than its max-age', async () => {
    const element = await table('max-age="60"');
    await until(() => areShown(element));
    grow(element);
    comeBack(false);
    expect(stub.seen).to.have.length(1);
    comeBack(true);
    document.dispatchEvent(new Event('visibilitychange'));
    document.dispatchEvent(new Event('resume'));
    await until(() => element.pageDataset?.status.kind === 'ready');
    expect(stub.seen).to.have.length(2);
  });

  it('stay as they are while they are fresh, and where the page names no max-age', async () => {
    const [fresh, nameless] = [await table('max-age="60"'), await table()];
    await until(() => areShown(fresh) && areShown(nameless));
    grow(nameless);
    comeBack(true);
    await loadAnother();
    expect(stub.seen).to.have.length(3);
  });

  it('stay as they are while nobody sees the page', async () => {
    const element = await table('max-age="0"');
    await until(() => areShown(element));
    Object.defineProperty(document, 'hidden', { configurable: true, value: true });
    document.dispatchEvent(new Event('visibilitychange'));
    Reflect.deleteProperty(document, 'hidden');
    await loadAnother();
    expect(stub.seen).to.have.length(2);
  });
});
