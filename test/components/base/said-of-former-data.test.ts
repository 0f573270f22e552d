import { expect, fixture, waitUntil } from '@open-wc/testing';
import '../../../src/define/creator-exploration-table.js';
import '../../../src/define/stats-dataset.js';
import '../../../src/define/stats-filter-bar.js';
import { FilterEvent } from '../../../src/components/base/events.js';
import type { StatsDataset } from '../../../src/components/filters/stats-dataset.js';
import { creatorStats } from '../../../stories/support/creator-data.js';
import { show } from '../../../stories/support/show.js';
import { one } from '../../support/widgets.js';

const until = (what: () => unknown) => waitUntil(() => Boolean(what()), 'nothing changed', { timeout: 10_000 });

describe('a live region', () => {
  it('says nothing of former data under other data', async () => {
    const dataset = show('stats-dataset', { provider: 'creator-engagement-stats', data: creatorStats(3) }) as StatsDataset;
    const [bar, table] = ['stats-filter-bar', 'creator-exploration-table'].map((tag) => show(tag, {}));
    dataset.append(bar!, table!);
    await fixture(dataset);
    const said = (element: Element | undefined): string => one(element!, '[role="status"]').textContent.trim();
    await until(() => bar!.shadowRoot!.textContent.includes('3 of 3') && table!.shadowRoot!.querySelector('th button'));
    one(table!, 'th button').click();
    dataset.dispatchEvent(new FilterEvent({ origin: 'host', field: 'exploration', in: ['exp0001'] }));
    await until(() => said(table) !== '' && said(bar) !== '');
    dataset.data = creatorStats(2);
    await until(() => bar!.shadowRoot!.textContent.includes('2 of 2'));
    expect([said(bar), said(table)]).to.deep.equal(['', '']);
  });
});
