import { expect, fixture } from '@open-wc/testing';
import type { WidgetState } from '../../../src/components/base/states/widget-state.js';
import '../../../src/define/creator-engagement-chart.js';
import { show } from '../../../stories/support/show.js';
import { all, byRole, one, textOf, widget } from '../../support/widgets.js';
import { waitUntil } from '../../support/wait-until.js';

const TAG = 'creator-engagement-chart';
const provider = 'creator-engagement-stats';

const timed = (id: string, seconds: number | null, starts = 100) => ({
  id,
  title: `About ${id}`,
  average_engagement_time: seconds,
  min_engagement_time: 10,
  max_engagement_time: 900,
  num_starts: starts,
  num_completions: Math.floor(starts / 2),
});

describe('<creator-engagement-chart>', () => {
  it('says which exploration holds learners longest, and speaks each bar with its range', async () => {
    const chart = await widget(TAG, { provider, data: { explorations: [timed('ratios', 157), timed('areas', 95)] } });
    expect(textOf(chart)).to.contain('About ratios holds learners longest: 2 min 37 s on average.');
    expect(byRole(chart, 'option', /^About ratios/)?.getAttribute('aria-label')).to.match(
      /2\u00a0min\u00a037\u00a0s.*10\u00a0s.*15\u00a0min/,
    );
  });

  it('names none where two hold learners as long', async () => {
    const explorations = [timed('ratios', 157), timed('sums', 157), timed('areas', 95)];
    const chart = await widget(TAG, { provider, data: { explorations } });
    expect(byRole(chart, 'option', /^About sums/)).to.exist;
    expect(textOf(chart)).not.to.contain('holds learners longest');
  });

  it('names none as completed most where counts contradict each other', async () => {
    const counted = (id: string, starts: number, completions: number) => ({
      ...timed(id, null, starts),
      min_engagement_time: null,
      max_engagement_time: null,
      num_completions: completions,
    });
    const told = async (...explorations: readonly object[]) => textOf(await widget(TAG, { provider, data: { explorations } }));
    const [usual, low] = [counted('usual', 300, 270), counted('low', 300, 100)];
    expect(await told(usual, low)).to.contain('About usual is completed most: 90.0% of starts.');
    expect(await told(counted('odd', 20, 50), usual, low)).not.to.contain('is completed most');
    expect(await told(counted('few', 4, 5), usual, low), 'of one with too few starts').to.contain('About usual is completed most');
  });

  it('does not conclude from fewer than 20 starts, and says whom the sentence leaves out', async () => {
    const explorations = [timed('lucky', 800, 3), timed('ratios', 157), timed('areas', 95)];
    const chart = await widget(TAG, { provider, data: { explorations } });
    expect(textOf(chart)).to.contain('About ratios holds learners longest');
    expect(textOf(chart)).to.contain('leaves out explorations with fewer than 20 starts');
  });

  it('does not conclude from fewer than 20 sessions whose time is known, however many starts there are', async () => {
    const rows = [
      { exploration: 'lucky', title: 'Lucky', average_engagement_seconds: 1500, sessions: 21, unknown_sessions: 2 },
      { exploration: 'ratios', title: 'Ratios', average_engagement_seconds: 300, sessions: 400, unknown_sessions: 0 },
      { exploration: 'areas', title: 'Areas', average_engagement_seconds: 200, sessions: 400, unknown_sessions: 0 },
    ];
    const explorations = rows.map((row) => ({ ...row, starts: 5000 }));
    const chart = await widget(TAG, { provider: 'tables', data: { explorations } });
    expect(textOf(chart)).to.contain('Ratios holds learners longest: 5 min');
    expect(textOf(chart)).to.contain('leaves out explorations with fewer than 20 sessions whose time is known');
  });

  it('says that the sentence leaves out explorations whose time is unknown', async () => {
    const known = [timed('ratios', 157), timed('areas', 95)];
    const chart = await widget(TAG, { provider, data: { explorations: [...known, timed('sums', null)] } });
    expect(textOf(chart)).to.contain('About ratios holds learners longest');
    expect(textOf(chart)).to.contain('leaves out explorations of which this is unknown');
    expect(textOf(await widget(TAG, { provider, data: { explorations: known } }))).not.to.contain('leaves out');
    const alike = [timed('ratios', 157), timed('areas', 157), timed('sums', null)];
    expect(textOf(await widget(TAG, { provider, data: { explorations: alike } }))).not.to.contain('leaves out');
  });

  it('speaks of no sentence above it while none is shown, as parts are still missing', async () => {
    const explorations = [timed('ratios', 157), timed('areas', 95), timed('sums', null)];
    const chart = await widget(TAG, { provider, data: { explorations } });
    const action = { label: 'Stop', act: () => undefined };
    const awaiting: WidgetState = { kind: 'awaiting', sentence: 'Parts are missing.', loaded: 2, total: 3, isRunning: true, action };
    Object.defineProperty(chart, 'widgetState', { get: () => awaiting });
    chart.requestUpdate();
    await chart.updateComplete;
    expect(textOf(chart)).to.contain('Parts are missing.').and.not.to.contain('The sentence above');
  });

  it('keeps the focus on its bar where bars change places', async () => {
    const explorations = [{ ...timed('ratios', 157), max_engagement_time: 400 }, timed('areas', 95)];
    const chart = await widget(TAG, { provider, data: { explorations } });
    const bar = byRole(chart, 'option', /^About ratios/)!;
    bar.focus();
    chart.setAttribute('sort-by', 'max_engagement_seconds');
    await waitUntil(() => bar.getAttribute('aria-posinset') === '2');
    expect(chart.shadowRoot!.activeElement?.getAttribute('aria-label')).to.match(/^About ratios/);
    expect(all(chart, '.card').length, 'cards').to.equal(1);
  });

  it('is sorted by any measure, from the menu and by attribute, and speaks of the longest whatever the order', async () => {
    const long = { ...timed('ratios', 157), max_engagement_time: 400, min_engagement_time: 30 };
    const explorations = [long, timed('areas', 95)];
    const chart = await widget(TAG, { provider, data: { explorations } });
    const order = () => all(chart, '[role=option]').map((option) => option.getAttribute('aria-label')?.split(':')[0]);
    expect(order()).to.deep.equal(['About ratios', 'About areas']);
    one<HTMLButtonElement>(chart, '#more-anchor > button').click();
    await waitUntil(() => all(chart, '[role=menuitem]').length > 0);
    const entries = all(chart, '[role=menuitem]').filter((item) => /Sort by/.test(item.textContent));
    expect(entries.map((item) => item.textContent.trim())).to.deep.equal(['Sort by Shortest time', 'Sort by Longest time']);
    entries[1]!.click();
    await waitUntil(() => order()[0] === 'About areas', 'the longest session first');
    expect(textOf(chart)).to.contain('About ratios holds learners longest: 2 min 37 s on average.');
    const byLeast = await widget(TAG, {
      provider,
      data: { explorations: explorations.slice().reverse() },
      'sort-by': 'min_engagement_seconds',
    });
    expect(byRole(byLeast, 'option', /./)?.getAttribute('aria-label')).to.match(/^About ratios/);
  });

  it('speaks the median and how many sessions have an unknown duration, exploration by exploration', async () => {
    const tables = {
      explorations: [
        {
          exploration: 'a',
          title: 'Sums',
          average_engagement_seconds: 60,
          median_engagement_seconds: 50,
          min_engagement_seconds: 10,
          max_engagement_seconds: 200,
          sessions: 12,
          unknown_sessions: 3,
        },
      ],
    };
    const chart = await widget(TAG, { provider: 'tables', data: tables });
    expect(byRole(chart, 'option', /^Sums/)?.getAttribute('aria-label')).to.match(/Median time 50\u00a0s, Sessions 12.*, Time unknown 3/);
  });

  it('shows completion rates, and says so, where no time is recorded at all', async () => {
    const explorations = [
      { id: 'a', title: 'A', num_starts: 40, num_completions: 10 },
      { id: 'b', title: 'B', num_starts: 50, num_completions: 40 },
    ];
    const chart = await widget(TAG, { provider, data: { explorations } });
    expect(textOf(chart)).to.contain('This host records no engagement time; completion rates are shown instead.');
    expect(textOf(chart)).to.contain('B is completed most: 80.0% of starts.');
    expect(byRole(chart, 'option', /^A/)?.getAttribute('aria-label')).to.contain('25.0%');
  });

  it('says how times were come by once there are any, not while it is still to be seen whether the host records them', async () => {
    const chart = await fixture<HTMLElement>(show(TAG, { provider: 'oppia', data: null }));
    await waitUntil(() => all(chart, '.loading').length === 1);
    expect(textOf(chart)).to.contain('Mean of all sessions').and.not.to.contain('recipe');
    const timely = await widget(TAG, { provider, data: { explorations: [timed('ratios', 157), timed('areas', 95)] } });
    expect(textOf(timely)).to.contain('Mean of all sessions').and.to.contain('As the host supplies it.');
  });

  it('says of a supplied rate that it is not stated what it is of', async () => {
    const chart = await widget(TAG, { provider, data: { explorations: [{ id: 'a', title: 'A', completion_rate: 0.85 }] } });
    expect(textOf(chart)).to.contain('as supplied by the host; of what is not stated');
  });

  it('keeps an unknown time apart from none', async () => {
    const chart = await widget(TAG, { provider, data: { explorations: [timed('ratios', 157), timed('quiet', null)] } });
    expect(byRole(chart, 'option', /^About quiet/)?.getAttribute('aria-label')).to.contain('not known');
  });

  it('shows one exploration where it is asked for one', async () => {
    const chart = await widget(TAG, { provider, exploration: 'areas', data: { explorations: [timed('ratios', 157), timed('areas', 95)] } });
    expect(byRole(chart, 'option', /^About areas/)).to.not.equal(undefined);
    expect(byRole(chart, 'option', /^About ratios/)).to.equal(undefined);
  });

  it('names the path and the value of data that are wrong', async () => {
    const chart = await widget(TAG, { provider, data: { explorations: [{ id: 'a', title: 'A', completion_rate: '85%' }] } });
    expect(textOf(chart)).to.contain('explorations[0].completion_rate: expected a number from 0 to 1, got "85%"');
  });

  it('says that there is no exploration yet', async () => {
    const chart = await widget(TAG, { provider, data: { explorations: [] } });
    expect(textOf(chart)).to.contain('There is no exploration yet.');
  });
});
