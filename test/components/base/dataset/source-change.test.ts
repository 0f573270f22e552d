import { expect, fixture } from '@open-wc/testing';
import '../../../../src/define/at-risk-track-chart.js';
import { FilterEvent } from '../../../../src/components/base/events.js';
import type { StatsElement } from '../../../../src/components/base/stats-element.js';
import { stubFetch } from '../../../support/fetch-stub.js';
import type { FetchStub } from '../../../support/fetch-stub.js';
import { handFed } from '../../../support/hand-fed.js';
import type { HandFed } from '../../../support/hand-fed.js';
import { HeldTimers } from '../../../support/held-timers.js';
import { clearAddress } from '../../../support/sequences/addresses.js';
import { statement } from '../../../support/statements.js';
import { all, settled } from '../../../support/widgets.js';
import { waitUntil } from '../../../support/wait-until.js';

const registered = (actor: string, track: string): string =>
  `${JSON.stringify(statement({ id: actor, actor, verb: 'registered', time: '2024-03-01T00:00:00Z', track }))}\n` +
  `${JSON.stringify(statement({ id: `${actor} 2`, actor, verb: 'navigated', time: '2024-03-02T00:00:00Z', object: 'https://lms/xblock/unit' }))}\n`;

describe('the source of a widget', () => {
  let stub: FetchStub;
  let held: HandFed | undefined;
  const chartOf = (src: string, more = ''): Promise<StatsElement> =>
    fixture<StatsElement>(`<at-risk-track-chart src="${src}" now="2024-06-01" provider="xapi" ${more}></at-risk-track-chart>`);

  beforeEach(() => {
    stub = stubFetch(({ url }) => new Response(url.includes('held') && held !== undefined ? held.stream : registered('ann', 'audit')));
  });
  afterEach(() => stub.restore());

  it('that is no URL is said to be none, in the widget and in an event', async () => {
    const codes: string[] = [];
    const hear = (event: Event): void => void codes.push((event as CustomEvent<{ code: string }>).detail.code);
    document.addEventListener('stats-error', hear);
    const chart = await chartOf('http://[').finally(() => undefined);
    await waitUntil(() => all(chart, '.state.error').length === 1, undefined, { timeout: 5000 });
    document.removeEventListener('stats-error', hear);
    expect(codes).to.deep.equal(['bad-option']);
  });

  it('fails once, also where the page has set another time zone meanwhile', async () => {
    const cut = (held = handFed());
    const chart = await chartOf(`/held-${Math.random()}.ndjson`);
    let failures = 0;
    chart.addEventListener('stats-error', () => failures++);
    chart.timezone = 'Asia/Tokyo';
    await chart.updateComplete;
    cut.fail(new Error('The line is cut.'));
    await waitUntil(() => all(chart, '.state.error').length === 1, undefined, { timeout: 5000 });
    held = undefined;
    await chart.refresh();
    await settled(chart);
    expect(chart.pageDataset?.status.kind).to.equal('ready');
    expect(failures).to.equal(1);
  });

  it('leaves the address of the page alone once the widget is gone', async () => {
    const timers = new HeldTimers(250);
    try {
      const chart = await chartOf(`/source-${Math.random()}.ndjson`, 'url-state');
      await settled(chart);
      chart.dispatchEvent(new FilterEvent({ origin: 'test', field: 'track', in: ['audit'] }));
      await waitUntil(() => chart.pageDataset?.clauses.all.length === 1);
      await chart.updateComplete;
      timers.pass();
      const written = location.search;
      expect(written).to.contain('stats=');
      chart.remove();
      await waitUntil(() => chart.pageDataset === undefined, 'it keeps its data');
      await chart.updateComplete;
      timers.pass();
      expect(location.search).to.equal(written);
    } finally {
      timers.restore();
      clearAddress();
    }
  });
});
