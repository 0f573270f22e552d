import { expect, fixture } from '@open-wc/testing';
import '../../../src/define/creator-demographics-chart.js';
import '../../../src/define/creator-exploration-table.js';
import '../../../src/define/creator-feedback-list.js';
import '../../../src/define/creator-summary.js';
import '../../../src/define/creator-trend-chart.js';
import '../../../src/define/stats-filter-bar.js';
import type { SourceElement } from '../../../src/components/base/source-element.js';
import { creatorReport } from '../../../stories/support/creator-report.js';
import { show } from '../../../stories/support/show.js';
import { all, settled, textOf, widget } from '../../support/widgets.js';
import { waitUntil } from '../../support/wait-until.js';

const NOW = '2026-11-16T09:00:00Z';
const shown = (tag: string, more: Readonly<Record<string, unknown>> = {}) =>
  widget(tag, { provider: 'oppia', data: creatorReport(6, { feedback: true }), now: NOW, ...more });
const titles = (element: Element) => new Set(all(element, 'tbody [data-column=title]').map((cell) => cell.textContent.trim()));

describe('a filter by what explorations and other tables both have', () => {
  it('is of explorations: by status it leaves the threads of those, and is not taken for the status of threads', async () => {
    const element = await shown('creator-feedback-list');
    const before = all(element, 'tbody [data-column=subject]').length;
    element.pageDataset!.filter({ origin: 'page', field: 'status', in: ['public'] });
    await waitUntil(() => !titles(element).has('Adding decimals'), 'without those of the private exploration');
    expect(titles(element).size).to.equal(5);
    expect(all(element, 'tbody [data-column=subject]').length).to.be.lessThan(before).and.greaterThan(0);
    const badge = all(element, 'button').find((each) => each.textContent.includes('1 filter'))!;
    badge.click();
    await waitUntil(() => textOf(element).includes('Status: Published'), 'the filter in words');
    element.pageDataset!.filter({ origin: 'page', field: 'status' });
    await waitUntil(() => titles(element).size === 6, 'all again');
  });

  it('is of explorations: by plays it leaves the weeks of those, and is not taken for the plays of a week', async () => {
    const week = (at: number, num_starts: number) => ({ week: ['2024-01-01', '2024-01-08'][at], num_starts });
    const explorations = [
      { id: 'a', title: 'A', num_starts: 500, weekly: [week(0, 30), week(1, 40)] },
      { id: 'b', title: 'B', num_starts: 20, weekly: [week(0, 10), week(1, 10)] },
    ];
    const element = await shown('creator-trend-chart', {
      provider: 'creator-engagement-stats',
      data: { explorations },
      now: '2024-02-01T00:00:00Z',
    });
    const starts = () => all(element, '[role=option]').map((mark) => /Starts (\d+)/.exec(mark.getAttribute('aria-label') ?? '')?.[1]);
    expect(starts()).to.deep.equal(['40', '50']);
    element.pageDataset!.filter({ origin: 'page', field: 'starts', range: [100, Number.MAX_SAFE_INTEGER] });
    await settled(element);
    await waitUntil(() => starts()[0] === '30', 'those of the exploration with at least 100 starts');
    expect(starts()).to.deep.equal(['30', '40']);
  });

  it('is of explorations: by number it leaves the totals of the creator, which say that they are not filtered by it', async () => {
    const explorations = [
      { exploration: 'a', title: 'A', plays: 60, starts: 100, completions: 90 },
      { exploration: 'b', title: 'B', plays: 5, starts: 100, completions: 10 },
      { exploration: 'c', title: 'C', plays: 100, starts: 60, completions: 50 },
    ];
    const element = await shown('creator-summary', { provider: 'tables', data: { explorations } });
    const filter = async (field: string, from: number) => {
      element.pageDataset!.filter({ origin: 'page', field, range: [from, Number.MAX_SAFE_INTEGER] });
      await settled(element);
    };
    await filter('plays', 50);
    await waitUntil(() => textOf(element).includes('Not filtered by Plays: these data do not say.'), 'that they are not filtered');
    expect(textOf(element)).to.contain('Completion rate 57.7%').and.not.to.contain('1 filter');
    await filter('completion_rate', 0.85);
    await waitUntil(() => textOf(element).includes('A, up to now.'), 'the one that is left');
    expect(textOf(element)).to.contain('Plays 60').and.contain('90 of 100 starts').and.not.to.contain('Not filtered by');
  });

  it('offers no choice without a name, of explorations that have no category', async () => {
    const data = creatorReport(3) as { dashboard: { explorations_list: { category: string }[] } };
    data.dashboard.explorations_list.forEach((each, at) => (each.category = ['', 'Algebra', 'Geometry'][at]!));
    const offered = (element: Element, field: string) =>
      all<HTMLOptionElement>(element, `[data-field=${field}] option, [data-control=${field}] option`).map(({ label }) => label);
    for (const tag of ['creator-exploration-table', 'stats-filter-bar']) {
      const element = await fixture<SourceElement>(show(tag, { provider: 'oppia', data, now: NOW }));
      await waitUntil(() => offered(element, 'category').length > 1, tag);
      expect(offered(element, 'category'), tag).to.deep.equal(['All', 'Algebra', 'Geometry']);
    }
    for (const each of data.dashboard.explorations_list) each.category = '';
    for (const tag of ['creator-exploration-table', 'stats-filter-bar']) {
      const element = await fixture<SourceElement>(show(tag, { provider: 'oppia', data: { ...data }, now: NOW }));
      await waitUntil(() => offered(element, 'status').length > 1, tag);
      expect(offered(element, 'category'), tag).to.deep.equal([]);
    }
  });

  it('leaves it at that a host records nothing, whatever is filtered by', async () => {
    const element = await shown('creator-demographics-chart');
    element.pageDataset!.filter({ origin: 'page', field: 'status', in: ['public'] });
    await settled(element);
    expect(textOf(element)).to.contain('Oppia records nothing about who its learners are.');
    expect(textOf(element)).not.to.contain('Nothing matches');
  });
});
