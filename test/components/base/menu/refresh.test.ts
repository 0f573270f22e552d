import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../../src/define/creator-exploration-table.js';
import { FilterEvent } from '../../../../src/components/base/events.js';
import { widgetDocument } from '../../../../src/components/base/menu/exported-document.js';
import { creatorStats } from '../../../../stories/support/creator-data.js';
import { show } from '../../../../stories/support/show.js';
import type { StatsElement } from '../../../../src/components/base/stats-element.js';
import { all, one, widget } from '../../../support/widgets.js';
import { waitUntil } from '../../../support/wait-until.js';

/** Cache modes of the requests that were made, and how the next ones are answered. */
interface Server {
  readonly modes: (RequestCache | undefined)[];
  answer: () => Promise<Response>;
  readonly stop: () => void;
}

function server(): Server {
  const { fetch } = window;
  const made: Server = {
    modes: [],
    answer: () => Promise.resolve(Response.json(creatorStats(200))),
    stop: () => {
      window.fetch = fetch;
    },
  };
  window.fetch = (_input, options) => {
    made.modes.push(options?.cache);
    return made.answer();
  };
  return made;
}

const settings = { provider: 'creator-engagement-stats', src: '/creatorengagementstats/1' };
const until = (what: () => unknown) => waitUntil(() => Boolean(what()), 'nothing changed', { timeout: 5000 });
const entry = (element: Element, name: RegExp) => all(element, '[role=menuitem]').find(({ textContent }) => name.test(textContent));

describe('data that are fetched', () => {
  let at: Server;
  beforeEach(() => {
    at = server();
  });
  afterEach(() => at.stop());

  it('anew by the menu go past the HTTP cache, and keep filters, focus and scroll', async () => {
    const element = await widget('creator-exploration-table', settings);
    expect(at.modes).to.deep.equal(['default']);
    element.dispatchEvent(
      new FilterEvent({ origin: 'test', field: 'exploration', in: creatorStats(150).explorations.map(({ id }) => id) }),
    );
    await until(() => one(element, '.grid').getAttribute('aria-rowcount') === '151');
    one(element, '.frame').scrollTo({ top: 2000 });
    await until(() => /^6\d–/.test(one(element, '.pager').textContent.trim()));
    const scrolled = one(element, '.pager').textContent.trim();
    one(element, '.more').focus();
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(entry(element, /Force refresh/)!.textContent).to.match(/Fetched .*(now|ago|second)/);
    await sendKeys({ press: 'Enter' });
    await until(() => at.modes.length === 2 && one(element, '.waiting, .base').matches('.base'));
    expect(at.modes[1]).to.equal('reload');
    expect(element.shadowRoot!.activeElement).to.equal(one(element, '.more'));
    expect(one(element, '.grid').getAttribute('aria-rowcount')).to.equal('151');
    expect(one(element, '.pager').textContent.trim()).to.equal(scrolled);
  });

  it('by force after they could not be had go past the HTTP cache, too', async () => {
    at.answer = () => Promise.resolve(new Response('no data'));
    const element = show('creator-exploration-table', { ...settings, src: '/creatorengagementstats/broken' }) as StatsElement;
    document.body.append(element);
    await until(() => element.shadowRoot?.querySelector('.state.error'));
    at.answer = () => Promise.resolve(Response.json(creatorStats(3)));
    await element.refresh({ force: true });
    await until(() => all(element, 'tr[part=row]').length === 3);
    expect(at.modes).to.deep.equal(['default', 'reload']);
    element.remove();
  });

  it('in vain stay called so under other settings', async () => {
    const element = await widget('creator-exploration-table', { ...settings, src: '/creatorengagementstats/once' });
    at.answer = () => Promise.resolve(new Response('gone', { status: 410 }));
    await element.refresh();
    const said = () => all(element, '.notice').map(({ textContent }) => textContent);
    await until(() => said().some((text) => text.includes('refresh failed')));
    element.timezone = 'Asia/Tokyo';
    await until(() => element.pageDataset?.info?.timezone === 'Asia/Tokyo');
    await element.updateComplete;
    expect(said().join()).to.contain('refresh failed');
  });

  it('in vain, or not yet come, are in files those of before, which say so and when they were fetched', async () => {
    const element = await widget('creator-exploration-table', { ...settings, src: '/creatorengagementstats/before' });
    const fetched = element.pageDataset!.info!.generatedAt;
    const inFiles = () => widgetDocument(element.asExported, 'screen');
    at.answer = () => Promise.resolve(new Response('gone', { status: 410 }));
    await element.refresh();
    await until(() => all(element, '.notice').some(({ textContent }) => textContent.includes('refresh failed')));
    const failed = await inFiles();
    at.answer = () => new Promise(() => undefined);
    void element.refresh();
    await until(() => element.pageDataset!.status.kind === 'stale' && !('error' in element.pageDataset!.status));
    await element.updateComplete;
    const running = await inFiles();
    expect([failed.dataAsOf, running.dataAsOf]).to.deep.equal([fetched, fetched]);
    expect(failed.notes.join()).to.match(/Shown as of .*; refresh failed\./);
    expect(running.notes.join()).to.match(/Shown as of .*; new data are on their way\./);
  });

  it('for long can be cancelled, and then be asked for again', async () => {
    at.answer = () => new Promise(() => undefined);
    const element = show('creator-exploration-table', settings) as StatsElement;
    document.body.append(element);
    await until(() => element.shadowRoot?.querySelector('.progress button'));
    one(element, '.progress button').click();
    await until(() => element.shadowRoot?.querySelector('.state.error'));
    expect(one(element, '.state').textContent).to.contain('Loading was cancelled.');
    at.answer = () => Promise.resolve(Response.json(creatorStats(3)));
    one(element, '.state button').click();
    await until(() => all(element, 'tr[part=row]').length === 3);
    element.remove();
  });
});
