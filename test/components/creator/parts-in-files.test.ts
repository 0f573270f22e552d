/** Numbers that were not asked for yet, or could not be had, are told in files as they are on the page. */
import { expect } from '@open-wc/testing';
import '../../../src/define/creator-comparison.js';
import '../../../src/define/creator-engagement-chart.js';
import '../../../src/define/creator-feedback-list.js';
import '../../../src/define/creator-summary.js';
import { styleOf, widgetDocument } from '../../../src/components/base/menu/exported-document.js';
import type { StatsElement } from '../../../src/components/base/stats-element.js';
import { setStrings } from '../../../src/localize/texts.js';
import { toCsv } from '../../../src/export/files/csv.js';
import { creatorReport } from '../../../stories/support/creator-report.js';
import { readCsv } from '../../export/files/rfc4180.js';
import { json, stubFetch } from '../../support/fetch-stub.js';
import type { FetchStub } from '../../support/fetch-stub.js';
import { all, textOf, widget } from '../../support/widgets.js';
import { waitUntil } from '../../support/wait-until.js';

type Bodies = Readonly<Record<string, unknown>>;
const report = creatorReport(3, { feedback: true }) as { dashboard: unknown; statistics: Bodies; feedback: Bodies };
const LOST = 'story_0001';

/** A widget of a host whose statistics come, all but those of one exploration, or do not come at all. */
async function shown(tag: string, said: string, settings: object = {}): Promise<StatsElement> {
  const src = `/parts-${Math.random()}/creatordashboardhandler/data`;
  const element = await widget(tag, { provider: 'oppia', src, now: '2026-11-16T09:00:00Z', ...settings });
  await waitUntil(() => textOf(element).includes(said), `does not say "${said}": ${textOf(element)}`, { timeout: 10_000 });
  await element.settled();
  return element;
}

async function rowsOf(element: StatsElement): Promise<readonly Readonly<Record<string, string>>[]> {
  const document = await widgetDocument(element.asExported, 'screen');
  const { texts } = styleOf(element.asExported, 'screen');
  const [header = [], ...lines] = readCsv(toCsv(document, { texts, header: 'name' }));
  return lines.map((line) => Object.fromEntries(line.map(({ text }, at) => [header[at]?.text ?? '', text])));
}

describe('a file of numbers whose statistics', () => {
  let stub: FetchStub;
  let comes: (id: string) => Response | Promise<Response>;
  beforeEach(() => {
    stub = stubFetch(({ url }) => {
      const id = url.split('/').at(-1)!;
      if (url.includes('/threadlisthandler/')) return json(report.feedback[id]);
      return url.includes('/statistics/') ? comes(id) : json(report.dashboard);
    });
  });
  afterEach(() => stub.restore());

  describe('could not be loaded', () => {
    beforeEach(() => {
      comes = (id) => (id === LOST ? new Response('', { status: 404 }) : json(report.statistics[id]));
    });

    it('says so of rates and of what they are made of', async () => {
      const rows = await rowsOf(await shown('creator-engagement-chart', 'could not be loaded'));
      const lost = { completion_rate: 'could not be loaded', starts: 'could not be loaded', completions: 'could not be loaded' };
      expect(rows.filter((row) => row['starts'] === 'could not be loaded')).to.have.length(1);
      expect(rows.find((row) => row['starts'] === 'could not be loaded')).to.include(lost);
    });

    it('says so of the cards that feedback is about', async () => {
      const rows = await rowsOf(await shown('creator-feedback-list', 'could not be loaded'));
      const lost = rows.filter((row) => row['starts'] === 'could not be loaded');
      expect(lost).not.to.deep.equal([]);
      for (const row of lost) expect(row).to.include({ retention: 'could not be loaded', hits: 'could not be loaded' });
    });
  });

  for (const lost of ['story_0001', 'story_0002', 'story_0003']) {
    it(`could not be loaded of ${lost} says so of none of two others that are compared`, async () => {
      comes = (id) => (id === lost ? new Response('', { status: 404 }) : json(report.statistics[id]));
      const [exploration, other] = Object.keys(report.statistics).filter((id) => id !== lost);
      const element = await shown('creator-comparison', 'My average', { exploration, 'compare-with': other });
      await waitUntil(() => textOf(element).includes('Completion rate'), 'not drawn', { timeout: 10_000 });
      expect((await rowsOf(element)).map((row) => row['attempts'])[2]).to.equal('');
    });
  }

  it('are still to come says of the totals that they are not loaded yet', async () => {
    comes = () => new Promise(() => undefined);
    const [row] = await rowsOf(await shown('creator-summary', 'not loaded yet'));
    expect(row).to.include({ completion_rate: 'not loaded yet', starts: 'not loaded yet', average_engagement_seconds: '' });
    expect(row?.['plays']).to.match(/^\d+$/);
  });

  it('all failed are drawn as unknown and not as awaited, also where a host has one text for both', async () => {
    setStrings({ nl: { 'parts.waiting': 'niet geladen', 'parts.failed-one': 'niet geladen' } });
    comes = () => new Response('', { status: 404 });
    const element = await shown('creator-summary', 'niet geladen', { lang: 'nl' });
    const figures = () => all(element, '.figure').map((figure) => figure.textContent.replace(/\s+/g, ' ').trim());
    await waitUntil(() => !figures().includes('…'), 'still awaited', { timeout: 5_000 });
    expect(figures()).to.include('–not known');
  });
});
