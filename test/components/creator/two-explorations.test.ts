import { expect, fixture } from '@open-wc/testing';
import '../../../src/define/creator-stats-report.js';
import '../../../src/define/creator-trend-chart.js';
import '../../../src/define/stats-dataset.js';
import { twoExplorations } from '../../../src/components/creator/two-explorations.js';
import type { StatsElement } from '../../../src/components/base/stats-element.js';
import type { Clause } from '../../../src/metrics/types.js';
import { creatorReport } from '../../../stories/support/creator-report.js';
import { show } from '../../../stories/support/show.js';
import { all, one, settled } from '../../support/widgets.js';
import { waitUntil } from '../../support/wait-until.js';

const clause = (origin: string, field: string, ...values: readonly string[]): Clause => ({ origin, field, in: values });

describe('two explorations', () => {
  it('are those that filters leave, in the order in which they were chosen', () => {
    expect(twoExplorations([clause('a', 'exploration', 'x2', 'x1')])).to.deep.equal(['x2', 'x1']);
    expect(twoExplorations([clause('a', 'exploration', 'x1', 'x2', 'x3'), clause('b', 'exploration', 'x3', 'x1')])).to.deep.equal([
      'x1',
      'x3',
    ]);
  });

  it('are not there where filters leave one, three, or do not name them', () => {
    expect(twoExplorations([])).to.equal(undefined);
    expect(twoExplorations([clause('a', 'exploration', 'x1')])).to.equal(undefined);
    expect(twoExplorations([clause('a', 'exploration', 'x1', 'x2', 'x3')])).to.equal(undefined);
    expect(twoExplorations([clause('a', 'state', 'x1', 'x2')])).to.equal(undefined);
    expect(twoExplorations([clause('a', 'exploration', 'x1', 'x2'), clause('b', 'exploration', 'x2')])).to.equal(undefined);
  });
});

describe('two explorations in creator-stats-report', () => {
  const parts = (element: Element, tag: string) => all<StatsElement>(element, `.parts > ${tag}`);
  const subtitles = (element: Element, tag: string) => parts(element, tag).map((part) => one(part, '.subtitle').textContent.trim());

  it('are drawn side by side where a part draws one, each by its own definition, and go together again', async () => {
    const settings = { provider: 'oppia', data: creatorReport(6), now: '2026-11-16T09:00:00Z' };
    const element = await fixture<HTMLElement>(show('creator-stats-report', settings), { parentNode: document.createElement('main') });
    // As if it had been left out.
    Object.assign(element, { exploration: null });
    for (const part of all<StatsElement>(element, '.parts > *')) await settled(part);
    const comparison = parts(element, 'creator-comparison')[0]!;
    const [, second] = all<HTMLSelectElement>(comparison, 'select');
    second!.value = 'story_0003';
    second!.dispatchEvent(new Event('change'));
    await settled(comparison);
    one(comparison, '[part=tools] button').click();
    await waitUntil(() => parts(element, 'creator-dropoff-chart').length === 2, 'two charts of cards');
    await waitUntil(() => subtitles(element, 'creator-dropoff-chart')[1]?.startsWith('Negative numbers'), 'the cards of the second');
    expect(subtitles(element, 'creator-dropoff-chart').map((text) => text.split(': its cards')[0])).to.deep.equal([
      'Fractions: parts of a whole',
      'Negative numbers on a number line',
    ]);
    await waitUntil(() => subtitles(element, 'creator-rating-chart')[1]?.startsWith('Negative numbers'), 'the ratings of the second');
    expect(parts(element, 'creator-engagement-chart')).to.have.length(1);
    const bars = () => all(parts(element, 'creator-attempts-chart')[0]!, '[role=option]');
    await waitUntil(() => bars().length === 2, 'the attempts of both');
    one(comparison, '[part=tools] button').click();
    await waitUntil(() => parts(element, 'creator-dropoff-chart').length === 1, 'one chart of cards again');
  });
});

describe('two explorations in creator-trend-chart', () => {
  const week = (at: number, starts: number | null, completions: number) => ({
    week: `2026-09-${String(7 * at).padStart(2, '0')}`,
    num_starts: starts,
    num_completions: completions,
  });
  const data = {
    explorations: [
      { id: 'a', title: 'Fractions', num_starts: 60, weekly: [week(1, 10, 4), week(2, 20, 8), week(3, 30, 9)] },
      { id: 'b', title: 'Ratios', num_starts: 12, weekly: [week(2, 5, 1), week(3, null, 2)] },
      { id: 'c', title: 'Decimals', num_starts: 90, weekly: [week(1, 90, 9)] },
    ],
  };
  async function trend(...ids: readonly string[]): Promise<StatsElement> {
    const dataset = show('stats-dataset', { id: 'two', provider: 'creator-engagement-stats', data, now: '2026-10-10T00:00:00Z' });
    dataset.append(show('creator-trend-chart', {}));
    const around = await fixture<HTMLElement>(dataset, { parentNode: document.createElement('main') });
    const element = around.querySelector<StatsElement>('creator-trend-chart')!;
    await settled(element);
    const detail = { origin: 'host', field: 'exploration', in: ids };
    around.dispatchEvent(new CustomEvent('stats-filter', { detail, bubbles: true, composed: true }));
    await waitUntil(() => element.pageDataset!.clauses.all.length === 1);
    await element.settled();
    return element;
  }
  const labels = (element: Element) => all(element, '[role=option]').map((option) => option.getAttribute('aria-label'));

  it('are two lines, week by week; a week of which nothing is known of one is unknown there, not 0', async () => {
    const element = await trend('b', 'a');
    expect(labels(element)).to.deep.equal([
      'Week of Sep 7, 2026: Ratios not known, Fractions 10',
      'Week of Sep 14, 2026: Ratios 5, Fractions 20',
      'Week of Sep 21, 2026: Ratios not known, Fractions 30',
    ]);
    expect(one(element, '.subtitle').textContent).to.contain('started');
    expect(all(element, 'svg text').some(({ textContent }) => /^\d+ sessions$/.test(textContent.trim()))).to.equal(true);
  });

  it('are told apart by their names in the table and in files', async () => {
    const element = await trend('a', 'b');
    const exported = (await element.asExported.view())!;
    expect(exported.result.columns.map(({ name, label }) => [name, label])).to.deep.equal([
      ['week', undefined],
      ['first', 'Starts: Fractions'],
      ['second', 'Starts: Ratios'],
    ]);
  });

  it('are added up where there are three, as before', async () => {
    const together = 'Week of Sep 7, 2026: Starts 100, Without filters 100, Note Not known of every exploration.';
    expect(labels(await trend('a', 'b', 'c'))[0]).to.equal(together);
  });
});
