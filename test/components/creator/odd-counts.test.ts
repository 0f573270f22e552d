/** Counts that contradict each other, or fall: Oppia posts starts and completions apart, and a revert takes counters back. */
import { expect } from '@open-wc/testing';
import '../../../src/define/creator-comparison.js';
import '../../../src/define/creator-dropoff-chart.js';
import '../../../src/define/creator-engagement-chart.js';
import '../../../src/define/creator-exploration-table.js';
import '../../../src/define/creator-summary.js';
import '../../../src/define/creator-trend-chart.js';
import { dashboardBody, listedExploration, statisticsBody } from '../../support/oppia-bodies.js';
import { all, textOf, widget } from '../../support/widgets.js';

const WHY = 'Rates above 100 %, and counts below 0, are of counts that contradict each other';
const state = (hits: number, completions: number) => ({
  total_answers_count: hits,
  total_hit_count: hits,
  first_hit_count: hits,
  num_completions: completions,
});
const oppia = (tag: string, statistics: unknown, dashboard: Readonly<Record<string, unknown>> = {}) =>
  widget(tag, {
    provider: 'oppia',
    data: { dashboard: dashboardBody([listedExploration('exp1', { title: 'Sums' })], dashboard), statistics: { exp1: statistics } },
    now: '2026-11-16T09:00:00Z',
  });
const more = statisticsBody([20, 15, 25], { Start: state(20, 22), End: { ...state(20, 0), total_answers_count: 0 } });
const usual = statisticsBody([20, 15, 10], { Start: state(20, 12) });

describe('a completion rate above 100 %', () => {
  for (const tag of ['creator-summary', 'creator-engagement-chart', 'creator-exploration-table', 'creator-comparison']) {
    it(`is shown by ${tag} as what it is, with an explanation`, async () => {
      const element = await oppia(tag, more);
      expect(
        textOf(element) +
          all(element, '[role=option]')
            .map((option) => option.getAttribute('aria-label'))
            .join(),
      ).to.contain('125');
      expect(textOf(element)).to.contain(WHY);
      expect(textOf(await oppia(tag, usual))).not.to.contain(WHY);
    });
  }
});

describe('a card that was completed more often than it was shown', () => {
  it('has its count below 0 said, and explained, and draws nothing of it', async () => {
    const element = await oppia('creator-dropoff-chart', more);
    expect(all(element, '[role=option]')[0]!.getAttribute('aria-label')).to.match(/Left here [-−]2/);
    expect(textOf(element)).to.contain(WHY);
    expect([...element.shadowRoot!.querySelectorAll('rect')].filter((rect) => Number(rect.getAttribute('width')) < 0)).to.deep.equal([]);
  });
});

describe('a total that went down', () => {
  it('leaves open what the week added: neither a negative week nor 0', async () => {
    const lastWeek = { last_week_stats: { '2026-11-09': { num_ratings: 2, average_ratings: 3.11, total_plays: 12 } } };
    const plays = all(await oppia('creator-summary', usual, lastWeek), '[part=tile]')[0]!;
    expect(plays.textContent).to.contain('10').and.to.contain('The total went down: what was added is not known.');
    expect(plays.textContent).not.to.match(/Down|-2|−2/);
  });

  it('leaves its week unknown and marked in the weeks, too', async () => {
    const weeks = ['2026-10-26', '2026-11-02', '2026-11-09'].map((date, at) => ({
      [date]: { num_ratings: 2, average_ratings: 3, total_plays: [10, 30, 25][at] },
    }));
    const element = await widget('creator-trend-chart', {
      provider: 'oppia',
      data: { dashboard: dashboardBody([listedExploration('exp1')]), user_stats: { weekly_creator_stats_list: weeks } },
      now: '2026-11-16T09:00:00Z',
    });
    expect(all(element, '[role=option]').map((option) => option.getAttribute('aria-label'))).to.deep.equal([
      'Week of Oct 19, 2026: Plays not known, Note Unknown: there is no earlier total to compare with.',
      'Week of Oct 26, 2026: Plays 20',
      'Week of Nov 2, 2026: Plays not known, Note Unknown: the total went down.',
    ]);
  });
});
