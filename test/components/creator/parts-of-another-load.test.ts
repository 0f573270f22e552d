import { expect } from '@open-wc/testing';
import '../../../src/define/creator-exploration-table.js';
import { creatorReport } from '../../../stories/support/creator-report.js';
import { json, stubFetch } from '../../support/fetch-stub.js';
import type { FetchStub } from '../../support/fetch-stub.js';
import { textOf, widget } from '../../support/widgets.js';
import { waitUntil } from '../../support/wait-until.js';

const report = creatorReport(3) as { readonly dashboard: unknown; readonly statistics: Readonly<Record<string, unknown>> };
const until = (what: () => unknown) => waitUntil(() => Boolean(what()), 'nothing changed', { timeout: 10_000 });

describe('parts that are asked for on demand', () => {
  let stub: FetchStub;
  beforeEach(() => {
    stub = stubFetch(({ url }) => {
      if (url.includes('/creatordashboardhandler/')) return json(report.dashboard);
      const found = report.statistics[url.split('/').at(-1)!];
      return found === undefined ? new Response('', { status: 404 }) : json(found);
    });
  });
  afterEach(() => stub.restore());

  it('come again where the data are opened anew', async () => {
    const element = await widget('creator-exploration-table', {
      provider: 'oppia',
      src: `/parts-${Math.random()}/creatordashboardhandler/data`,
    });
    const asked = (): number => stub.seen.filter(({ url }) => url.includes('/statistics/')).length;
    const isWhole = (): boolean => textOf(element).includes('340') && !textOf(element).includes('not loaded yet');
    await until(isWhole);
    expect(asked()).to.equal(3);
    element.request = () => ({ 'x-token': 'one' });
    await until(() => stub.seen.filter(({ url }) => url.includes('dashboard')).length === 2);
    await until(() => asked() === 6 && isWhole());
  });
});
