import { aTimeout, expect, fixture } from '@open-wc/testing';
import '../../../../src/define/creator-exploration-table.js';
import '../../../../src/define/stats-dataset.js';
import '../../../../src/define/stats-filter-bar.js';
import { FilterEvent } from '../../../../src/components/base/events.js';
import type { StatsElement } from '../../../../src/components/base/stats-element.js';
import type { StatsDataset } from '../../../../src/components/filters/stats-dataset.js';
import { activeCourse } from '../../../../stories/support/at-risk-activity.js';
import { STORY_NOW } from '../../../../stories/support/at-risk-data.js';
import { setStrings } from '../../../../src/localize/texts.js';
import { locale as spanish } from '../../../../src/locales/es.js';
import { creatorStats } from '../../../../stories/support/creator-data.js';
import { show } from '../../../../stories/support/show.js';
import { json, stubFetch } from '../../../support/fetch-stub.js';
import { HeldTimers } from '../../../support/held-timers.js';
import { one } from '../../../support/widgets.js';
import { waitUntil } from '../../../support/wait-until.js';

/** Milliseconds after a text before a live region says another. */
const PAUSE_MS = 1000;

const until = (what: () => unknown) => waitUntil(() => Boolean(what()), 'nothing changed', { timeout: 10_000 });

describe('a live region', () => {
  it('says nothing of former data under other data', async () => {
    const dataset = show('stats-dataset', { provider: 'creator-engagement-stats', data: creatorStats(3) }) as StatsDataset;
    const [bar, table] = ['stats-filter-bar', 'creator-exploration-table'].map((tag) => show(tag, {}));
    dataset.append(bar!, table!);
    await fixture(dataset);
    const said = (element: Element | undefined): string => one(element!, '[role="status"]').textContent.trim();
    await until(() => bar!.shadowRoot!.textContent.includes('Explorations: 3') && table!.shadowRoot!.querySelector('th button'));
    one(table!, 'th button').click();
    dataset.dispatchEvent(new FilterEvent({ origin: 'host', field: 'exploration', in: ['exp0001'] }));
    await until(() => said(table) !== '' && said(bar) !== '');
    dataset.data = creatorStats(2);
    await until(() => bar!.shadowRoot!.textContent.includes('1 of 2'));
    expect([said(bar), said(table)]).to.deep.equal(['', '']);
  });

  it('leaves no number of learners to who may not be told any', async () => {
    const dataset = show('stats-dataset', { provider: 'tables', data: activeCourse(24), now: STORY_NOW });
    const bar = show('stats-filter-bar', {});
    dataset.append(bar);
    await fixture(dataset);
    const said = (): string => one(bar, '[role="status"]').textContent;
    await until(() => bar.shadowRoot!.textContent.includes('earners at risk'));
    dataset.dispatchEvent(new FilterEvent({ origin: 'host', field: 'track', in: ['audit'] }));
    await until(() => said().includes('earners at risk'));
    bar.setAttribute('audience', 'aggregate');
    await until(() => !one(bar, '.count').textContent.includes('earners at risk'));
    expect(said()).to.equal('');
  });

  it('says nothing of before in the voice of another language', async () => {
    const page = document.createElement('main');
    const dataset = show('stats-dataset', { provider: 'creator-engagement-stats', data: creatorStats(3) });
    const [bar, table] = ['stats-filter-bar', 'creator-exploration-table'].map((tag) => show(tag, {}));
    dataset.append(bar!, table!);
    await fixture(dataset, { parentNode: page });
    const said = (element: Element | undefined): string => one(element!, '[role="status"]').textContent.trim();
    await until(() => table!.shadowRoot!.querySelector('th button'));
    one(table!, 'th button').click();
    dataset.dispatchEvent(new FilterEvent({ origin: 'host', field: 'exploration', in: ['exp0001'] }));
    await until(() => said(table) !== '' && said(bar) !== '');
    setStrings({ es: spanish.texts });
    page.lang = 'es';
    await until(() => table!.shadowRoot!.textContent.includes('Exploraciones'));
    await until(() => said(table) === '' && said(bar) === '');
  });

  it('says once that data cannot be had which several widgets show', async () => {
    let isThere = false;
    const stub = stubFetch(() => (isThere ? json(creatorStats(3)) : json({}, { status: 404 })));
    try {
      const dataset = show('stats-dataset', { provider: 'creator-engagement-stats', src: '/of-several' }) as StatsDataset;
      const tables = [1, 2, 3].map(() => show('creator-exploration-table', {}) as StatsElement);
      dataset.append(...tables);
      await fixture(dataset);
      const said = (): readonly string[] =>
        tables.map((table) => one(table, '[role="status"]').textContent.trim()).filter((text) => text !== '');
      await until(() => tables.every((table) => table.shadowRoot!.querySelector('.alert') !== null) && said().length > 0);
      expect(said()).to.have.lengthOf(1);
      isThere = true;
      one(tables[2]!, '.alert button').click();
      await until(() => tables.every((table) => table.shadowRoot!.querySelector('th button')));
      expect(said()).to.deep.equal([]);
    } finally {
      stub.restore();
    }
  });

  it('says what fails each time that it does, at most once a second, and then nothing of before', async () => {
    const data = creatorStats(3);
    let isThere = true;
    const stub = stubFetch(() => (isThere ? json(data) : json({}, { status: 404 })));
    const timers = new HeldTimers(PAUSE_MS);
    try {
      const table = show('creator-exploration-table', { provider: 'creator-engagement-stats', src: '/stats' }) as StatsElement;
      await fixture(table);
      await until(() => table.shadowRoot!.querySelector('th button'));
      const region = one(table, '[role="status"]');
      const said: string[] = [];
      const hear = (): unknown => region.textContent !== '' && said.push(region.textContent.replace(/,.*/, ''));
      new MutationObserver(hear).observe(region, { childList: true, characterData: true, subtree: true });
      const SORTED = 'Sorted by Title';
      const FAILED = 'The server answered 404.';
      const hasFailed = () => until(() => table.shadowRoot!.querySelector('.alert'));
      const passPause = async (): Promise<void> => {
        timers.pass();
        await table.updateComplete;
      };
      one(table, 'th button').click();
      await until(() => said.length === 1);
      isThere = false;
      table.setAttribute('src', '/others');
      await hasFailed();
      expect(said, 'within a second').to.deep.equal([SORTED]);
      await passPause();
      expect(said).to.deep.equal([SORTED, FAILED]);
      await table.refresh();
      await hasFailed();
      expect(said, 'within another second').to.deep.equal([SORTED, FAILED]);
      await passPause();
      expect(said).to.deep.equal([SORTED, FAILED, FAILED]);
      isThere = true;
      await table.refresh();
      await until(() => table.shadowRoot!.querySelector('th button'));
      await passPause();
      expect(said).to.deep.equal([SORTED, FAILED, FAILED]);
      expect(region.textContent).to.equal('');
    } finally {
      timers.restore();
      stub.restore();
    }
  });

  it('says once of several widgets that what they show could not be fetched anew, and what is done then', async () => {
    let isThere = true;
    const stub = stubFetch(() => (isThere ? json(creatorStats(3)) : json({}, { status: 503 })));
    try {
      const dataset = show('stats-dataset', { provider: 'creator-engagement-stats', src: '/fetched-anew' }) as StatsDataset;
      const tables = [1, 2].map(() => show('creator-exploration-table', {}) as StatsElement);
      dataset.append(...tables);
      await fixture(dataset);
      const said = (): readonly string[] =>
        tables.map((table) => one(table, '[role="status"]').textContent.trim()).filter((text) => text !== '');
      await until(() => tables.every((table) => table.shadowRoot!.querySelector('th button')));
      isThere = false;
      await dataset.refresh();
      await until(() => said().length > 0);
      expect(said()).to.have.lengthOf(1);
      expect(said()[0]).to.match(/^Shown as of .*; refresh failed\.$/);
      const sayer = tables.find((table) => one(table, '[role="status"]').textContent.includes('refresh failed'))!;
      one(sayer, 'th button').click();
      await until(() => said()[0]?.startsWith('Sorted by'));
      await aTimeout(1500);
      expect(said()[0]).to.match(/^Sorted by/);
      isThere = true;
      await dataset.refresh();
      await until(() => said().length === 0);
    } finally {
      stub.restore();
    }
  });
});
