/** A copied link, opened in a page that has the same widgets and has never seen the first. */
import { expect, fixture } from '@open-wc/testing';
import '../../../../src/define/at-risk-dashboard.js';
import '../../../../src/define/creator-exploration-table.js';
import '../../../../src/define/creator-rating-chart.js';
import '../../../../src/define/stats-dataset.js';
import type { AtRiskDashboard } from '../../../../src/components/at-risk/at-risk-dashboard.js';
import { FilterEvent } from '../../../../src/components/base/events.js';
import { copyLink } from '../../../../src/components/base/address/share.js';
import { decodeState } from '../../../../src/components/base/address/state-address.js';
import type { StatsElement } from '../../../../src/components/base/stats-element.js';
import type { StatsDataset } from '../../../../src/components/filters/stats-dataset.js';
import type { Clause, Predicate } from '../../../../src/metrics/types.js';
import { clearAddress } from '../../../support/sequences/addresses.js';
import { course } from '../../../../stories/support/at-risk-data.js';
import { all, one, settled, textOf } from '../../../support/widgets.js';
import { waitUntil } from '../../../support/wait-until.js';

const IDS = ['a&b', 'c#d', '100%', '50%25', '🙂', 'حساب', 'x=y?z', '+ -/\\', '"quoted"', '__proto__', ''];
const DATA = {
  explorations: IDS.map((exploration, at) => ({
    exploration,
    title: `Title of ${exploration}`,
    plays: 10 * at,
    status: at % 3 === 0 ? null : 'public',
  })),
  ratings: IDS.map((exploration, at) => ({ exploration, stars: 1 + (at % 5), ratings: 2 ** at })),
};

type Page = { readonly dataset: StatsDataset; readonly widgets: readonly StatsElement[] };

async function opened(): Promise<Page> {
  const dataset = await fixture<StatsDataset>(`<stats-dataset url-state id="mine" provider="tables">
    <creator-exploration-table></creator-exploration-table><creator-rating-chart></creator-rating-chart>
  </stats-dataset>`);
  dataset.data = DATA;
  await waitUntil(() => dataset.pageDataset?.status.kind === 'ready', 'not loaded', { timeout: 10_000 });
  const widgets = [...dataset.children] as StatsElement[];
  for (const each of widgets) await each.settled().then(() => settled(each));
  return { dataset, widgets };
}

/** The address that the reader copies from a widget's menu. */
const copied = async (from: StatsElement): Promise<string> => (await copiedWith(from)).link;

/** That, and what is said of it. */
async function copiedWith(from: StatsElement): Promise<{ readonly link: string; readonly said: string }> {
  let [link, said] = ['', ''];
  const clipboard = Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard');
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: { writeText: (text: string) => Promise.resolve(void (link = text)) },
  });
  try {
    said = await copyLink(from);
  } finally {
    delete (navigator as { clipboard?: unknown }).clipboard;
    expect(Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard')).to.deep.equal(clipboard);
  }
  return { link, said };
}

/** What widgets show; what they have said of a change is no part of it. */
const shown = ({ widgets }: Page): readonly string[] =>
  widgets.map((each) => {
    const said = all(each, '[role=status].visually-hidden').map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
    return textOf(each).replace(said.join(' '), '').trim();
  });

/** What a page shows after filters, and what another one shows that opens its link. */
async function both(...filters: readonly (Predicate & { origin?: string })[]): Promise<{
  readonly second: Page;
  readonly clauses: readonly Clause[];
  readonly before: readonly string[];
  readonly link: string;
}> {
  const first = await opened();
  for (const filter of filters) first.dataset.dispatchEvent(new FilterEvent({ origin: 'host', ...filter }));
  await waitUntil(() => first.dataset.clauses.length === filters.length, 'not filtered');
  for (const each of first.widgets) await each.settled().then(() => settled(each));
  const [clauses, before, link] = [first.dataset.clauses, shown(first), await copied(first.widgets[0]!)];
  first.dataset.remove();
  clearAddress();
  history.replaceState(null, '', link);
  return { second: await opened(), clauses, before, link };
}

describe('a copied link', () => {
  afterEach(clearAddress);

  for (const [what, filters] of Object.entries<readonly (Predicate & { origin?: string })[]>({
    'one exploration of each letter': [{ field: 'exploration', in: [IDS[0]!] }],
    'more than three explorations': [{ field: 'exploration', in: IDS.slice(1, 8) }],
    'all explorations but one, and what is not known': [
      { field: 'exploration', in: IDS.slice(1) },
      { field: 'explorations.status', in: [null] },
    ],
    'no exploration': [{ field: 'exploration', in: [] }],
    'a range': [{ field: 'explorations.plays', range: [20, 60] }],
    'a range that is open above': [{ field: 'explorations.plays', range: [40, Infinity] }],
    'a range that is open below': [{ field: 'explorations.plays', range: [-Infinity, 40] }],
    'filters of two origins on one field': [
      { field: 'exploration', in: IDS.slice(0, 6) },
      { origin: 'other & more', field: 'exploration', in: IDS.slice(3, 9) },
    ],
  })) {
    it(`of ${what} shows the same filters and the same numbers`, async () => {
      const { second, clauses, before, link } = await both(...filters);
      expect(second.dataset.clauses).to.deep.equal(clauses);
      expect(second.dataset.clauses).to.have.length(filters.length);
      expect(shown(second)).to.deep.equal(before);
      expect(new URL(link).searchParams.get('stats-mine')).to.match(/^[\w-]+$/);
    });
  }

  it('of a thousand explorations comes back whole', async () => {
    const many = Array.from({ length: 1000 }, (_, at) => `exploration ${at} 🙂`);
    const { second } = await both({ field: 'exploration', in: [...many, '100%'] });
    expect(second.dataset.clauses[0]?.in).to.deep.equal([...many, '100%']);
  });

  it('has no title, and no subject of feedback', async () => {
    const { link } = await both({ field: 'exploration', in: [IDS[2]!] });
    expect(atob(new URL(link).searchParams.get('stats-mine')!.replace(/-/g, '+').replace(/_/g, '/'))).not.to.contain('Title');
  });

  const beside = async (tag: string): Promise<{ readonly dataset: StatsDataset; readonly chart: StatsElement }> => {
    const around = await fixture(`<div>${tag}</stats-dataset><creator-rating-chart dataset="course"></creator-rating-chart></div>`);
    const [dataset, chart] = [...around.children] as unknown as [StatsDataset, StatsElement];
    dataset.data = DATA;
    await waitUntil(() => chart.pageDataset?.status.kind === 'ready', 'not loaded', { timeout: 10_000 });
    dataset.dispatchEvent(new FilterEvent({ origin: 'host', field: 'exploration', in: [IDS[1]!] }));
    await waitUntil(() => dataset.clauses.length === 1, 'not filtered');
    return { dataset, chart };
  };

  it('is one that the element of its dataset reads, wherever that stands in the page', async () => {
    const { chart } = await beside('<stats-dataset id="course" url-state provider="tables">');
    const { link, said } = await copiedWith(chart);
    expect([...new URL(link).searchParams.keys()].filter((name) => name.startsWith('stats'))).to.deep.equal(['stats-course']);
    expect(said).to.equal('Link copied');
  });

  it('has nothing of what is set where no element reads it, and says so', async () => {
    const { dataset, chart } = await beside('<stats-dataset id="course" provider="tables">');
    const { link, said } = await copiedWith(chart);
    expect(link).to.equal(location.href);
    expect(said).to.equal('Link copied. Not all that is set here is in it.');
    dataset.dispatchEvent(new FilterEvent({ origin: 'host', field: 'exploration' }));
    await waitUntil(() => dataset.clauses.length === 0, 'not cleared');
    expect((await copiedWith(chart)).said).to.equal('Link copied');
  });

  it('has the tab of a dashboard', async () => {
    const dashboard = await fixture<AtRiskDashboard>('<at-risk-dashboard url-state id="course" provider="tables"></at-risk-dashboard>');
    dashboard.data = course(20);
    await waitUntil(() => dashboard.pageDataset?.status.kind === 'ready', 'not loaded', { timeout: 10_000 });
    dashboard.setState({ version: 1, tab: 'performance' });
    await dashboard.updateComplete;
    const { link } = await copiedWith(one<StatsElement>(dashboard, 'at-risk-grade-chart'));
    expect(decodeState(new URL(link).searchParams.get('stats-course')!).tab).to.equal('performance');
  });
});
