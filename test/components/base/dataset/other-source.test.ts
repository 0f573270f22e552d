import { expect, fixture } from '@open-wc/testing';
import '../../../../src/define/at-risk-track-chart.js';
import type { StatsElement } from '../../../../src/components/base/stats-element.js';
import { stubFetch } from '../../../support/fetch-stub.js';
import type { FetchStub } from '../../../support/fetch-stub.js';
import { handFed } from '../../../support/hand-fed.js';
import type { HandFed } from '../../../support/hand-fed.js';
import { statement } from '../../../support/statements.js';
import { all, settled, textOf } from '../../../support/widgets.js';
import { waitUntil } from '../../../support/wait-until.js';

const registered = (actor: string, track: string): string =>
  `${JSON.stringify(statement({ id: actor, actor, verb: 'registered', time: '2024-03-01T00:00:00Z', track }))}\n` +
  `${JSON.stringify(statement({ id: `${actor} 2`, actor, verb: 'navigated', time: '2024-03-02T00:00:00Z', object: 'https://lms/xblock/unit' }))}\n`;

describe('a widget that is given another source', () => {
  let stub: FetchStub;
  let second: HandFed;

  beforeEach(() => {
    second = handFed();
    stub = stubFetch(({ url }) => (url.includes('second') ? new Response(second.stream) : new Response(registered('ann', 'audit'))));
  });
  afterEach(() => stub.restore());

  it('shows none of the former numbers while the new ones load, nor where they cannot be loaded', async () => {
    const name = Math.random();
    const chart = await fixture<StatsElement>(`<at-risk-track-chart src="/first-${name}.ndjson" now="2024-06-01"></at-risk-track-chart>`);
    await settled(chart);
    expect(textOf(chart)).to.contain('audit');

    chart.src = `/second-${name}.ndjson`;
    await chart.updateComplete;
    expect(textOf(chart)).not.to.contain('audit');
    expect(all(chart, '.state.loading')).to.have.length(1);

    second.fail(new Error('The line is cut.'));
    await waitUntil(() => all(chart, '.state.error').length === 1, undefined, { timeout: 10_000 });
    expect(textOf(chart)).not.to.contain('audit');
  });
});
