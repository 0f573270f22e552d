import { expect, fixture } from '@open-wc/testing';
import '../../../../src/define/at-risk-last-visit-chart.js';
import '../../../../src/define/at-risk-table.js';
import '../../../../src/define/at-risk-track-chart.js';
import '../../../../src/define/stats-dataset.js';
import { styleOf, widgetDocument } from '../../../../src/components/base/menu/exported-document.js';
import type { StatsElement } from '../../../../src/components/base/stats-element.js';
import { toCsv } from '../../../../src/export/files/csv.js';
import { stubFetch } from '../../../support/fetch-stub.js';
import type { FetchStub } from '../../../support/fetch-stub.js';
import { handFed } from '../../../support/hand-fed.js';
import type { HandFed } from '../../../support/hand-fed.js';
import { statement } from '../../../support/statements.js';
import { all, settled, textOf } from '../../../support/widgets.js';
import { waitUntil } from '../../../support/wait-until.js';

const NOW = '2024-06-01';

const visit = (id: string, actor: string, time: string): object =>
  statement({ id, actor, verb: 'navigated', time, object: 'https://lms/xblock/unit' });

/** Who registered, and when they were last seen. */
function lines(actor: string, seen: string): string {
  return [
    statement({ id: `${actor} 1`, actor, verb: 'registered', time: '2024-03-01T00:00:00Z', track: 'audit' }),
    visit(`${actor} 2`, actor, seen),
  ]
    .map((each) => `${JSON.stringify(each)}\n`)
    .join('');
}

const AWAY = '2024-03-02T00:00:00Z';
const HERE = '2024-05-31T00:00:00Z';
const until = (what: () => boolean): Promise<void> => waitUntil(what, undefined, { timeout: 10_000 });
const notice = (element: Element): string => all(element, '[data-kind="so-far"]')[0]?.textContent?.trim() ?? '';
const headline = (element: Element): string => all(element, '[part="headline"]')[0]?.textContent?.trim() ?? '';
const listed = (element: Element): number => all(element, 'tbody tr').length;

describe('widgets whose data stream in', () => {
  let stub: FetchStub;
  let body: HandFed;
  let events: string[];
  let total: number;

  beforeEach(() => {
    body = handFed();
    events = [];
    total = new TextEncoder().encode(lines('ann', AWAY) + lines('bob', AWAY)).length;
    stub = stubFetch(() => new Response(body.stream, { headers: { 'content-length': `${total}` } }));
  });
  afterEach(() => stub.restore());

  async function page(): Promise<{ dataset: HTMLElement; table: StatsElement; chart: StatsElement; dates: StatsElement }> {
    const dataset = await fixture<HTMLElement>(
      `<stats-dataset provider="xapi" src="/streamed-${Math.random()}.ndjson" now="${NOW}"><at-risk-table></at-risk-table><at-risk-track-chart></at-risk-track-chart><at-risk-last-visit-chart></at-risk-last-visit-chart></stats-dataset>`,
    );
    for (const type of ['stats-load', 'stats-progress', 'stats-error']) dataset.addEventListener(type, () => events.push(type));
    return {
      dataset,
      table: dataset.querySelector('at-risk-table')!,
      chart: dataset.querySelector('at-risk-track-chart')!,
      dates: dataset.querySelector('at-risk-last-visit-chart')!,
    };
  }

  it('draw what has arrived, say how much it is and conclude nothing; at the end they are as ever', async () => {
    const { chart, dates, table } = await page();
    body.feed(lines('ann', AWAY));
    await until(() => notice(chart) === 'So far: 50% read' && notice(dates) !== '');
    expect([headline(chart), headline(dates)]).to.deep.equal(['', '']);
    expect(all(chart, '.bar').length).to.be.greaterThan(0);
    expect(events).not.to.contain('stats-load');

    body.feed(lines('bob', AWAY));
    body.end();
    await until(() => notice(chart) === '' && headline(table) !== '');
    expect(textOf(table)).to.contain('2 of 2 enrollments are at risk.');
    expect(events.filter((type) => type === 'stats-load')).to.have.length(1);
    expect(events).to.contain('stats-progress');
  });

  it('name no learner before the end, since a visit may still arrive, and say how much was read', async () => {
    const later = `${JSON.stringify(visit('ann 3', 'ann', HERE))}\n`;
    total += new TextEncoder().encode(later).length;
    const { table, chart } = await page();
    body.feed(lines('ann', AWAY));
    await until(() => notice(chart) !== '' && all<HTMLProgressElement>(table, 'progress')[0]!.value > 0.3);
    expect(listed(table)).to.equal(0);
    expect(textOf(table)).not.to.contain('Copy');
    expect(all(table, '.state.loading')).to.have.length(1);

    body.feed(lines('bob', AWAY) + later);
    body.end();
    await until(() => listed(table) === 1 && headline(table) !== '');
    expect(notice(table)).to.equal('');
    expect(textOf(table)).to.contain('1 of 2 enrollments are at risk.');
  });

  it('say so in every file, also where they show nothing yet', async () => {
    const { chart, table } = await page();
    body.feed(lines('ann', AWAY));
    await until(() => notice(chart) !== '');
    const notesOf = async (element: StatsElement): Promise<readonly string[]> => (await widgetDocument(element.asExported, 'screen')).notes;
    expect(await notesOf(chart)).to.deep.equal(['So far: 50% read']);
    expect(await notesOf(table)).to.deep.equal(['not loaded yet']);
    const document = await widgetDocument(chart.asExported, 'screen');
    expect(toCsv(document, { texts: styleOf(chart.asExported, 'screen').texts, about: true })).to.contain('So far: 50% read');
    body.end();
  });

  it('call nothing empty before the end', async () => {
    const { table } = await page();
    body.feed(lines('ann', HERE));
    await until(() => textOf(table).includes('Reading') || textOf(table).includes('Nobody'));
    await until(() => events.includes('stats-progress'));
    expect(textOf(table)).not.to.contain('Nobody');
    expect(all(table, '.state.loading')).to.have.length(1);

    body.feed(lines('bob', HERE));
    body.end();
    await settled(table);
    expect(textOf(table)).to.contain('Nobody');
  });

  it('answer a filter from what has arrived, and again from all', async () => {
    const { dataset, table, chart, dates } = await page();
    const counted: unknown[] = [];
    dataset.addEventListener('stats-filter-change', (event) => counted.push((event as CustomEvent<{ total: number }>).detail.total));
    body.feed(lines('ann', AWAY));
    await until(() => notice(chart) !== '');
    all(chart, '.bar')[0]!.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    await until(() => textOf(dates).includes('1 filter'));
    expect(notice(dates)).not.to.equal('');
    expect(counted).to.deep.equal([]);

    body.feed(lines('bob', AWAY));
    body.end();
    await until(() => listed(table) === 2 && notice(dates) === '');
    await until(() => counted.length > 0);
    expect(counted).to.deep.equal([2]);
  });

  it('let go of what had arrived when the load fails', async () => {
    const { table, chart } = await page();
    body.feed(lines('ann', AWAY));
    await until(() => all(chart, '.bar').length > 0);
    body.fail(new Error('The line is cut.'));
    await until(() => [table, chart].every((element) => all(element, '.state.error').length === 1));
    expect(all(chart, '.bar')).to.have.length(0);
  });
});
