import { expect, fixture } from '@open-wc/testing';
import '../../../../src/define/at-risk-track-chart.js';
import '../../../../src/define/stats-dataset.js';
import '../../../../src/define/stats-filter-bar.js';
import { FilterEvent } from '../../../../src/components/base/events.js';
import type { StatsElement } from '../../../../src/components/base/stats-element.js';
import { stubFetch } from '../../../support/fetch-stub.js';
import type { FetchStub } from '../../../support/fetch-stub.js';
import { statement } from '../../../support/statements.js';
import { waitUntil } from '../../../support/wait-until.js';
import { settled, textOf } from '../../../support/widgets.js';

const REGISTERED = `${JSON.stringify(statement({ id: 'ann', actor: 'ann', verb: 'registered', time: '2024-03-01T00:00:00Z', track: 'audit' }))}\n`;

let stub: FetchStub;
let src: string;
let release: () => void;

/** Answers of the server wait for `release`. */
beforeEach(() => {
  src = `/statements-${Math.random()}.ndjson`;
  const gate = new Promise<void>((resolve) => (release = resolve));
  stub = stubFetch(async () => {
    await gate;
    return new Response(REGISTERED);
  });
});
afterEach(() => stub.restore());

const chart = (attributes = ''): Promise<StatsElement> =>
  fixture<StatsElement>(`<at-risk-track-chart provider="xapi" src="${src}" now="2024-06-01" ${attributes}></at-risk-track-chart>`);
const zoneOf = (element: StatsElement) => element.pageDataset?.info?.timezone;

describe('a tag whose hook changes', () => {
  it('asks the newest hook, and loads no data anew for another one', async () => {
    const element = await chart();
    element.request = () => ({ 'X-Token': 'first' });
    await element.updateComplete;
    release();
    await settled(element);
    const before = stub.seen.length;
    element.request = () => ({ 'X-Token': 'second' });
    await element.updateComplete;
    expect(stub.seen).to.have.length(before);
    await element.refresh();
    expect(stub.seen.at(-1)?.headers.get('x-token')).to.equal('second');
  });
});

describe('two tags of one address', () => {
  it('are each answered, also where both have the same id', async () => {
    const pair = await fixture(
      `<div>${'<at-risk-track-chart id="tracks"></at-risk-track-chart><stats-filter-bar></stats-filter-bar>'
        .replaceAll('></', ` provider="xapi" src="${src}" now="2024-06-01"></`)
        .repeat(2)}</div>`,
    );
    const charts = [...pair.querySelectorAll<StatsElement>('at-risk-track-chart')];
    const heard = new Set<EventTarget | null>();
    pair.addEventListener('stats-filter-change', ({ target }) => heard.add(target));
    release();
    await Promise.all(charts.map(settled));
    for (const each of charts) expect(textOf(each)).to.contain('the one enrolled learner');
    const bars = [...pair.querySelectorAll('stats-filter-bar')];
    await waitUntil(() => bars.every((bar) => textOf(bar).includes('1')), 'a bar without its count');
    charts[0]!.dispatchEvent(new FilterEvent({ origin: 'host', field: 'course_key', in: [] }));
    await waitUntil(() => charts.every((each) => heard.has(each)), 'a tag that says nothing of its filters');
  });

  it('share one request where they ask for the same', async () => {
    const [first, second] = await Promise.all([chart(), chart()]);
    release();
    await Promise.all([settled(first), settled(second)]);
    expect(second.pageDataset).to.equal(first.pageDataset);
    expect(stub.seen).to.have.length(1);
  });

  it('both say that data are there, whichever came first, and once where one only moves', async () => {
    const place = await fixture(`<main></main>`);
    const heard: (EventTarget | null)[] = [];
    place.addEventListener('stats-load', ({ target }) => heard.push(target));
    const put = () => {
      const element = document.createElement('at-risk-track-chart');
      Object.assign(element, { provider: 'xapi', src, now: '2024-06-01' });
      return place.appendChild(element);
    };
    const first = put();
    release();
    await settled(first);
    expect(heard).to.deep.equal([first]);
    const second = put();
    await settled(second);
    expect(heard).to.deep.equal([first, second]);
    place.prepend(second);
    second.heading = 'Tracks';
    await settled(second);
    expect(heard).to.deep.equal([first, second]);
  });

  it('are counted as the first says, and the console names what another one says', async () => {
    const warned: string[] = [];
    const { warn } = console;
    console.warn = (text: string) => void warned.push(text);
    try {
      const first = await chart();
      const [second] = await Promise.all([chart('timezone="Asia/Tokyo"'), chart()]);
      release();
      await Promise.all([settled(first), settled(second)]);
      expect([first, second].map(zoneOf)).to.deep.equal(['UTC', 'UTC']);
    } finally {
      console.warn = warn;
    }
    expect(warned).to.have.length(1);
    expect(warned[0]).to.contain('timezone="Asia/Tokyo"');
  });
});
