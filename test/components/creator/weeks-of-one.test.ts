/** Weeks where a filter leaves one exploration, of which less is known than of the creator. */
import { expect } from '@open-wc/testing';
import '../../../src/define/creator-trend-chart.js';
import { all, widget } from '../../support/widgets.js';
import { waitUntil } from '../../support/wait-until.js';

/** Plays of the creator in four weeks, of which sessions are recorded in the last two, by exploration. */
const WEEKLY = [
  { week: '2026-10-05', plays: 10, average_rating: 4 },
  { week: '2026-10-12', plays: 20, average_rating: 4 },
  { week: '2026-10-19', plays: 30, average_rating: 4 },
  { week: '2026-10-26', plays: 40, average_rating: 4 },
  { week: '2026-10-19', exploration: 'areas', starts: 25, completions: 5 },
  { week: '2026-10-26', exploration: 'areas', starts: 22, completions: 4 },
  { week: '2026-10-26', exploration: 'sums', starts: 15, completions: 9 },
];

/** What the chart says of each week, oldest first. */
async function weeks(measure: string, exploration?: string): Promise<readonly string[]> {
  const data = { explorations: [{ exploration: 'sums' }, { exploration: 'areas' }], weekly: WEEKLY };
  const element = await widget('creator-trend-chart', { provider: 'tables', data, now: '2026-11-16T09:00:00Z', measure });
  const spoken = () => all(element, '[role=option]').map((option) => option.getAttribute('aria-label') ?? '');
  const before = spoken().join();
  if (exploration === undefined) return spoken();
  const detail = { origin: 'host', field: 'exploration', in: [exploration] };
  element.dispatchEvent(new CustomEvent('stats-filter', { bubbles: true, composed: true, cancelable: true, detail }));
  await waitUntil(() => spoken().join() !== before, 'the answer');
  return spoken();
}

describe('<creator-trend-chart> where a filter leaves one exploration', () => {
  it('knows no more of a week than without the filter, and of one that is not told of it nothing', async () => {
    expect(await weeks('starts', 'sums')).to.deep.equal([
      'Week of Oct 5, 2026: Starts not known, Without filters not known',
      'Week of Oct 12, 2026: Starts not known, Without filters not known',
      'Week of Oct 19, 2026: Starts not known, Without filters 25',
      'Week of Oct 26, 2026: Starts 15, Without filters 37',
    ]);
  });

  it('shows what is known of it, and no 0 of what is known of the creator alone', async () => {
    expect((await weeks('plays'))[0]).to.equal('Week of Oct 5, 2026: Plays 10');
    expect(await weeks('plays', 'sums')).to.deep.equal(await weeks('starts', 'sums'));
    expect(await weeks('average_rating', 'sums')).to.deep.equal(await weeks('starts', 'sums'));
  });
});

describe('<creator-trend-chart> of ratings that differ', () => {
  const ratings = (second: number | null) => ({
    explorations: [{ exploration: 'sums' }, { exploration: 'areas' }],
    weekly: [
      { week: '2026-10-26', exploration: 'sums', average_rating: 4 },
      { week: '2026-10-26', exploration: 'areas', average_rating: second },
    ],
  });
  const said = async (second: number | null): Promise<string> => {
    const settings = { provider: 'tables', data: ratings(second), now: '2026-11-16T09:00:00Z' };
    return (await widget('creator-trend-chart', settings)).renderRoot.textContent;
  };

  it('does not say that the host supplies none, but that one may be chosen', async () => {
    expect(await said(3)).to.contain('Weeks are known of each exploration alone; choose one.');
    expect(await said(3)).not.to.contain('supplies no numbers by week');
    expect(await said(4)).not.to.contain('choose one');
  });
});

describe('the headline of <creator-trend-chart>', () => {
  async function headline(plays: readonly (number | null)[]): Promise<readonly string[]> {
    const weekly = plays.map((count, at) => ({ week: `2026-10-${String(5 + 7 * at).padStart(2, '0')}`, plays: count }));
    const element = await widget('creator-trend-chart', { provider: 'tables', data: { weekly }, now: '2026-11-16T09:00:00Z' });
    return all(element, '.headline').map((line) => line.textContent.replace(/\s+/g, ' ').trim());
  }

  it('names the week with the most plays, whatever is unknown of the time before the first that is known', async () => {
    expect(await headline([null, 20, 40, 30])).to.deep.equal(['Week of Oct 19, 2026 had the most plays: 40.']);
  });

  it('names none where a week since then is unknown: it may have had more', async () => {
    expect(await headline([20, null, 40, 30])).to.deep.equal([]);
    expect(await headline([20, 40, 30, null])).to.deep.equal([]);
  });
});
