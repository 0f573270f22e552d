import { aTimeout, expect, fixture } from '@open-wc/testing';
import '../../../../src/define/at-risk-table.js';
import '../../../../src/define/stats-dataset.js';
import { FilterEvent } from '../../../../src/components/base/events.js';
import type { FilterChangeDetail } from '../../../../src/components/base/events.js';
import type { StatsDataset } from '../../../../src/components/filters/stats-dataset.js';
import type { StatsElement } from '../../../../src/components/base/stats-element.js';
import { stubFetch } from '../../../support/fetch-stub.js';
import type { FetchStub } from '../../../support/fetch-stub.js';
import { failed, learner, listed, until } from '../../../support/listed-learners.js';

describe('a dataset that gets another id', () => {
  let stub: FetchStub;
  beforeEach(() => {
    stub = stubFetch(() => new Response(learner('ann') + learner('ben')));
  });
  afterEach(() => {
    stub.restore();
    history.replaceState(history.state, '', location.pathname + location.search.replace(/[?&]stats-(?:before|after)=[^&]*/g, ''));
  });

  async function page(more = ''): Promise<readonly [dataset: StatsDataset, before: StatsElement, after: StatsElement]> {
    const around = await fixture<HTMLElement>(
      `<div><stats-dataset id="before" provider="xapi" src="/renamed-${Math.random()}.ndjson" now="2024-06-01" ${more}></stats-dataset>` +
        '<at-risk-table dataset="before"></at-risk-table><at-risk-table dataset="after"></at-risk-table></div>',
    );
    const [dataset, before, after] = [...around.children] as [StatsDataset, StatsElement, StatsElement];
    await until(() => listed(before) === 2 && failed(after));
    return [dataset, before, after];
  }

  it('is shown by widgets that name that, and by none that name the former one', async () => {
    const [dataset, before, after] = await page();
    dataset.id = 'after';
    await until(() => listed(after) === 2 && failed(before));
    expect(stub.seen).to.have.length(1);
    dataset.removeAttribute('id');
    await until(() => failed(after));
  });

  it('is named by it in events, and filtered by events of the page that name it', async () => {
    const [dataset] = await page();
    const heard: FilterChangeDetail[] = [];
    dataset.addEventListener('stats-filter-change', (event) => heard.push((event as CustomEvent<FilterChangeDetail>).detail));
    dataset.id = 'after';
    await dataset.updateComplete;
    for (const name of ['before', 'after'])
      document.dispatchEvent(new FilterEvent({ dataset: name, origin: name, field: 'track', in: ['audit'] }));
    await until(() => heard.length > 0);
    expect(heard.map((detail) => [detail.dataset, ...detail.clauses.map(({ origin }) => origin)])).to.deep.equal([['after', 'after']]);
  });

  it('keeps its state in the address under that alone', async () => {
    const [dataset] = await page('url-state');
    dataset.dispatchEvent(new FilterEvent({ origin: 'host', field: 'track', in: ['audit'] }));
    await until(() => location.search.includes('stats-before='));
    dataset.id = 'after';
    await until(() => location.search.includes('stats-after='));
    expect(location.search).not.to.contain('stats-before');
    dataset.clearFilters();
    await until(() => !location.search.includes('stats-after='));
    await aTimeout(0);
  });
});

describe('a widget that names another', () => {
  const TAG = 'at-risk-table';
  let stub: FetchStub;
  beforeEach(() => {
    stub = stubFetch(() => new Response(learner('ann') + learner('ben')));
  });
  afterEach(() => stub.restore());

  async function page(): Promise<readonly [other: StatsElement, namer: StatsElement]> {
    const source = `provider="xapi" src="/named-${Math.random()}.ndjson" now="2024-06-01"`;
    const around = await fixture<HTMLElement>(`<div><${TAG} ${source}></${TAG}><${TAG} dataset="later"></${TAG}></div>`);
    const [other, namer] = [...around.children] as [StatsElement, StatsElement];
    await until(() => listed(other) === 2 && failed(namer));
    return [other, namer];
  }

  it('shows its data once it has that id, and not any more when it has none', async () => {
    const [other, namer] = await page();
    other.id = 'later';
    await until(() => listed(namer) === 2);
    other.removeAttribute('id');
    await until(() => failed(namer));
  });

  it('looks for it when an element with an id is drawn first, not at each of those without one', async () => {
    const [other, namer] = await page();
    let looked = 0;
    Object.defineProperty(namer, 'datasetId', { get: () => (looked++, 'later') });
    const more = Array.from({ length: 3 }, () => document.createElement(TAG));
    other.parentElement!.append(...more);
    await Promise.all(more.map(async ({ updateComplete }) => updateComplete));
    expect(looked).to.equal(0);
    const last = document.createElement(TAG);
    last.id = 'other';
    other.parentElement!.append(last);
    await last.updateComplete;
    expect(looked).to.equal(1);
  });
});
