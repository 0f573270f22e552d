import { expect } from '@open-wc/testing';
import '../../../src/define/creator-attempts-chart.js';
import '../../../src/define/creator-comparison.js';
import '../../../src/define/creator-dropoff-chart.js';
import '../../../src/define/creator-engagement-chart.js';
import '../../../src/define/creator-exploration-table.js';
import '../../../src/define/creator-insights.js';
import '../../../src/define/creator-rating-chart.js';
import '../../../src/define/creator-summary.js';
import '../../../src/define/creator-trend-chart.js';
import { dashboardBody, listedExploration, statisticsBody } from '../../support/oppia-bodies.js';
import { all, textOf, widget } from '../../support/widgets.js';

const NOW = '2026-11-16T09:00:00Z';
const CARD = {
  first_hit_count: 0,
  total_hit_count: 0,
  total_answers_count: 0,
  useful_feedback_count: 0,
  num_times_solution_viewed: 0,
  num_completions: 0,
};
const NONE = { dashboard_stats: { num_ratings: 0, average_ratings: null, total_plays: 0, total_open_feedback: 0 }, subscribers_list: [] };
const WITHOUT = { dashboard: dashboardBody([], NONE), statistics: {} };
const rated = { ratings: { 1: 0, 2: 0, 3: 1, 4: 3, 5: 4 } };
const UNOPENED = {
  dashboard: dashboardBody([listedExploration('new', { num_views: 0 }), listedExploration('old', rated)], NONE),
  statistics: { new: statisticsBody([0, 0, 0], { Start: CARD, End: CARD }), old: statisticsBody([30, 20, 10], { Start: CARD }) },
};

const shown = (tag: string, data: unknown, more = {}) => widget(tag, { provider: 'oppia', data, now: NOW, ...more });
const tile = (element: Element, label: string): string =>
  all(element, '[part=tile]')
    .map((each) =>
      [...each.querySelectorAll('dt, dd')]
        .map((part) => part.textContent.trim())
        .join(' ')
        .replace(/\s+/g, ' '),
    )
    .find((each) => each.startsWith(label))!;

describe('a creator without any exploration', () => {
  for (const tag of [
    'creator-attempts-chart',
    'creator-comparison',
    'creator-dropoff-chart',
    'creator-engagement-chart',
    'creator-exploration-table',
    'creator-insights',
    'creator-rating-chart',
  ]) {
    it(`is told by ${tag} that there is none`, async () => {
      expect(textOf(await shown(tag, WITHOUT))).to.contain('There is no exploration yet.');
    });
  }

  it('is told by the summary that nobody has started or rated, and not that this is not recorded', async () => {
    const element = await shown('creator-summary', WITHOUT);
    expect(tile(element, 'Average rating')).to.match(/Nobody has rated yet\.$/);
    expect(textOf(element)).not.to.match(/could not be loaded|Nothing is recorded/);
  });
});

describe('an exploration that the data do not have', () => {
  for (const tag of [
    'creator-attempts-chart',
    'creator-dropoff-chart',
    'creator-engagement-chart',
    'creator-exploration-table',
    'creator-insights',
    'creator-rating-chart',
  ]) {
    it(`is named by ${tag}, which does not say that there is none at all`, async () => {
      expect(textOf(await shown(tag, UNOPENED, { exploration: 'nope' }))).to.contain('No exploration has the id “nope”.');
    });
  }

  it('has no numbers in the summary, those of all together neither', async () => {
    const element = await shown('creator-summary', UNOPENED, { exploration: 'nope' });
    expect(textOf(element)).to.contain('No exploration has the id “nope”.');
    expect(textOf(element)).not.to.match(/All explorations together|Not filtered/);
    expect(all(element, '[part=tile]')).to.have.length(0);
  });
});

describe('an exploration that nobody has opened', () => {
  it('has no rate and no mean, of nothing', async () => {
    const element = await shown('creator-summary', UNOPENED, { exploration: 'new' });
    expect(tile(element, 'Completion rate')).to.match(/not known Nobody has started yet\.$/);
    expect(tile(element, 'Average rating')).to.match(/not known Nobody has rated yet\.$/);
  });

  it('has no cards to draw, and says why', async () => {
    const element = await shown('creator-dropoff-chart', UNOPENED, { exploration: 'new' });
    expect(textOf(element)).to.contain('No learner has opened this exploration yet.');
    expect(all(element, '[role=option]')).to.have.length(0);
  });

  it("has no ratings, beside which the creator's average would have no line", async () => {
    const element = await shown('creator-rating-chart', UNOPENED, { exploration: 'new' });
    expect(textOf(element)).to.contain('Nobody has rated yet.');
    expect(textOf(element)).not.to.contain('my average');
  });

  it('has weeks that Oppia does not keep, which is not for want of engagement time', async () => {
    const element = await shown('creator-trend-chart', UNOPENED, { exploration: 'new' });
    expect(textOf(element)).to.contain('Oppia keeps no numbers of an exploration by week');
  });
});
