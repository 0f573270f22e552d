/** What a host tells in part alone: what is missing is neither 0 nor left out of what is called whole. */
import { expect } from '@open-wc/testing';
import '../../../src/define/creator-attempts-chart.js';
import '../../../src/define/creator-comparison.js';
import '../../../src/define/creator-demographics-chart.js';
import '../../../src/define/creator-exploration-table.js';
import '../../../src/define/creator-rating-chart.js';
import '../../../src/define/creator-summary.js';
import '../../../src/define/creator-trend-chart.js';
import { widgetDocument } from '../../../src/components/base/menu/exported-document.js';
import { cellOf } from '../../../src/export/document.js';
import { dashboardBody, listedExploration, statisticsBody } from '../../support/oppia-bodies.js';
import { all, widget } from '../../support/widgets.js';

const NOW = '2026-11-16T09:00:00Z';
const words = (element: Element, selector: string) => all(element, selector).map((found) => found.textContent.trim().replace(/\s+/g, ' '));
const tables = (tag: string, data: unknown, settings: Readonly<Record<string, unknown>> = {}) =>
  widget(tag, { provider: 'tables', data, now: NOW, ...settings });
const ofExplorations = (tag: string, explorations: readonly object[]) =>
  tables(tag, { explorations: explorations.map((row, at) => ({ exploration: `e${at}`, title: `T${at}`, ...row })) });
const rating = async (explorations: readonly object[]) => words(await ofExplorations('creator-summary', explorations), '[part=tile]')[2];
const oppia = (tag: string, dashboard: Readonly<Record<string, unknown>>, statistics: unknown = statisticsBody([20, 15, 10])) =>
  widget(tag, {
    provider: 'oppia',
    data: { dashboard: dashboardBody([listedExploration('exp1')], dashboard), statistics: { exp1: statistics } },
    now: NOW,
  });

describe('a mean of ratings', () => {
  it('is of no number of ratings where that is not known', async () => {
    const element = await oppia('creator-summary', { dashboard_stats: { average_ratings: 4.5, total_plays: 3 } });
    expect(words(element, '[part=tile]')[2])
      .to.match(/^Average rating (4\.5|–)/)
      .and.not.to.contain('ratings');
    expect(await rating([{ average_rating: 4.5 }])).not.to.contain('of 0 ratings');
  });

  it('is of all ratings of the creator, or unknown', async () => {
    expect(
      await rating([
        { average_rating: 4, ratings: 10 },
        { average_rating: 2, ratings: 30 },
      ]),
    ).to.contain('2.5 of 40 ratings');
    const inPart = '–not known Not known of every exploration.';
    expect(await rating([{ average_rating: 4.5, ratings: 10 }, { ratings: 100 }])).to.contain(inPart);
    expect(await rating([{ average_rating: 4.5, ratings: 10 }, { average_rating: 5 }])).to.contain(inPart);
    expect(await rating([{ plays: 4 }, { plays: 5 }])).not.to.contain(inPart);
    const given = { explorations: [{ exploration: 'a', title: 'A', average_rating: 4, ratings: 3 }], creator: [{ plays: 9 }] };
    expect(words(await tables('creator-summary', given), '[part=tile]')[2]).to.contain(
      'The tables that were given do not have this column.',
    );
    const [plays] = words(await ofExplorations('creator-summary', [{ plays: 4 }, { starts: 5 }]), '[part=tile]');
    expect(plays).to.contain(inPart);
    expect(await rating([{ average_rating: 4.5, ratings: 10 }, {}]))
      .to.contain('4.5')
      .and.not.to.contain('ratings');
  });
});

describe('means that are of some explorations', () => {
  const some = [
    {
      plays: 20,
      starts: 40,
      completions: 20,
      average_engagement_seconds: 600,
      average_rating: 5,
      ratings: 2,
      attempts: 70,
      solution_views: 8,
    },
    { plays: 21, starts: 60, completions: 35, attempts: 70 },
    { starts: 19_000 },
  ];
  const PART = 'of 1 of 3 explorations';

  it('say in short of how many', async () => {
    const tiles = words(await ofExplorations('creator-summary', some), '[part=tile]');
    expect(tiles.find((tile) => tile.startsWith('Average rating'))).to.contain(PART);
    expect(tiles.find((tile) => tile.startsWith('Average time'))).to.contain(PART);
    expect(tiles.find((tile) => tile.startsWith('Completion rate'))).to.contain('of 2 of 3 explorations');
    const unrated = [some[0]!, { ratings: 0, starts: 0, completions: 0 }];
    expect(words(await ofExplorations('creator-summary', unrated), '[part=tile]').join()).not.to.contain('explorations');
  });

  it('say in the comparison and its file of how many, number by number, and differ by what can be read', async () => {
    const element = await ofExplorations('creator-comparison', some);
    const cells = words(element, 'tbody tr').map((row) => row.replace(/ \(.*/, ''));
    const ofPlays = cells.find((row) => row.startsWith('Plays'));
    expect(ofPlays).to.contain('20.5').and.to.contain('of 2 of 3 explorations');
    expect(cells.find((row) => row.startsWith('Starts'))).not.to.contain('explorations');
    expect(element.asExported.notes).to.include('Plays: of 2 of 3 explorations');
    const two = await ofExplorations('creator-comparison', [
      { starts: 10, attempts: 3 },
      { starts: 10, attempts: 1 },
    ]);
    const { columns } = (await two.asExported.view())!.result;
    const differences = columns.flatMap(({ data }) => (data.type === 'number' ? [data.values[2]!] : []));
    for (const value of differences.filter((each) => !Number.isNaN(each))) expect(String(value).length).to.be.lessThan(8);
  });

  it('say at the line of a chart of how many', async () => {
    const chart = await ofExplorations('creator-attempts-chart', some);
    expect(chart.renderRoot.textContent).to.contain('my average: 70 (of 2 of 3 explorations).');
    const rated = [5, 4, 3, 2, 1].map((stars) => ({ exploration: 'e0', stars, ratings: stars }));
    const explorations = some.map((row, at) => ({ exploration: `e${at}`, title: `T${at}`, ...row }));
    const ofOne = await tables('creator-rating-chart', { explorations, ratings: rated }, { exploration: 'e0' });
    expect(ofOne.renderRoot.textContent).to.contain('my average: 5.0 stars (of 1 of 3 explorations).');
  });
});

describe('where most answers are given', () => {
  const headline = async (explorations: readonly object[]) =>
    words(await ofExplorations('creator-attempts-chart', explorations), '.headline');

  it('is said of all explorations that are drawn, or not at all', async () => {
    const [most, less] = [
      { starts: 30, attempts: 100 },
      { starts: 25, attempts: 40 },
    ];
    expect(await headline([most, less])).to.deep.equal(['The most answers are given in T0: 100.']);
    expect(await headline([most, less, { starts: 19, attempts: 50 }])).to.deep.equal(['The most answers are given in T0: 100.']);
    for (const other of [{ starts: 19, attempts: 900 }, { attempts: 5000 }, { starts: 30 }])
      expect(await headline([most, less, other]), JSON.stringify(other)).to.deep.equal([]);
  });
});

describe('statistics that tell of no card', () => {
  it('tell no number of answers', async () => {
    for (const statistics of [{ num_starts: 30, num_completions: 10 }, statisticsBody([30, 20, 10])]) {
      const element = await oppia('creator-exploration-table', {}, statistics);
      expect(words(element, '[role=gridcell][data-column=attempts]')).to.deep.equal(['–not known']);
    }
  });
});

describe('a snapshot of last week', () => {
  const summary = (date: string) =>
    oppia('creator-summary', { last_week_stats: { [date]: { num_ratings: 2, average_ratings: 3, total_plays: 4 } } });
  const plays = async (date: string) => words(await summary(date), '[part=tile]')[0];

  it('is compared with by its date while it is one, not on its own day', async () => {
    expect(await plays('2026-11-09')).to.contain('Up +6 since Nov 9, 2026');
    expect(await plays('2026-11-15')).to.contain('Up +6 since Nov 15, 2026');
    for (const date of ['2026-11-16', '2026-11-02', '2019-05-27']) expect(await plays(date), date).to.contain('Last week is not known.');
  });

  it('has no rating that is not known where nobody had rated', async () => {
    const unrated = { num_ratings: 0, average_ratings: null, total_plays: 4 };
    const element = await oppia('creator-summary', { last_week_stats: { '2026-11-09': unrated } });
    expect(words(element, '[part=tile]')[2]).not.to.contain('Last week');
  });

  it('leaves the page as last week while it is one, and no longer', async () => {
    const before = async (date: string) => {
      const { columns } = (await widgetDocument((await summary(date)).asExported, 'screen')).parts[0]!;
      return columns.filter(({ name }) => name.endsWith('_last_week')).map((column) => cellOf(column, 0));
    };
    expect(await before('2026-11-09')).to.deep.equal([4, 3, 2]);
    expect(await before('2026-08-03')).to.deep.equal([null, null, null]);
  });
});

describe('weeks of a host that logs totals', () => {
  const weekly = (...totals: readonly (readonly [date: string, plays: number, ratings: number])[]) => ({
    dashboard: dashboardBody([listedExploration('exp1')]),
    user_stats: {
      weekly_creator_stats_list: totals.map(([date, plays, ratings]) => ({
        [date]: { total_plays: plays, num_ratings: ratings, average_ratings: 4 },
      })),
    },
  });
  const trend = (data: unknown, settings: object = {}) => widget('creator-trend-chart', { provider: 'oppia', data, now: NOW, ...settings });

  it('have their plays, without a note that they are unknown, where ratings alone went down', async () => {
    const element = await trend(weekly(['2026-11-02', 100, 5], ['2026-11-09', 105, 4]));
    expect(all(element, '[role=option]').at(-1)!.getAttribute('aria-label')).to.equal('Week of Nov 2, 2026: Plays 5');
  });

  it('are not called one total where there are several, whatever measure is shown', async () => {
    const notices = async (data: unknown) => words(await trend(data, { measure: 'average_rating' }), '.notice').join(' ');
    expect(await notices(weekly(['2026-11-02', 100, 5], ['2026-11-09', 105, 6]))).not.to.contain('one weekly total');
    expect(await notices(weekly(['2026-11-09', 105, 6]))).to.contain('one weekly total');
  });
});

describe('stars that are known of some explorations', () => {
  const ratings = (exploration: string, five: number | null) =>
    [5, 4, 3, 2, 1].map((stars) => ({ exploration, stars, ratings: stars === 5 ? five : 2 }));
  const chart = (rows: readonly object[]) => tables('creator-rating-chart', { ratings: rows });

  it('are drawn with a note, and have no mean', async () => {
    const element = await chart([...ratings('a', 30), ...ratings('b', null)]);
    expect(words(element, '.notice').join()).to.contain('Not known of every exploration.');
    expect(words(element, '.headline')).to.deep.equal([]);
    const whole = await chart([...ratings('a', 30), ...ratings('b', 1)]);
    expect(words(whole, '.notice').join()).not.to.contain('every exploration');
    expect(words(whole, '.headline').join()).to.contain('ratings');
  });

  const starred = listedExploration('a', { ratings: { 4: 5, 5: 5 } });
  const oppiaRatings = (settings: object, other: unknown = null) => {
    const data = { dashboard: dashboardBody([starred, listedExploration('b', { ratings: other })]) };
    return widget('creator-rating-chart', { provider: 'oppia', data, now: NOW, ...settings });
  };
  const labels = (element: Element) => all(element, '[role=option]').map((option) => option.getAttribute('aria-label'));

  it('have a note, no mean and no share of all where one has no histogram', async () => {
    const element = await oppiaRatings({});
    expect(words(element, '.notice').join()).to.contain('Not known of every exploration.');
    expect(words(element, '.headline')).to.deep.equal([]);
    expect(labels(element)[0]).to.equal('5 stars: Ratings 5');
    const whole = await oppiaRatings({}, { 5: 0 });
    expect(words(whole, '.notice')).to.deep.equal([]);
    expect(labels(whole)[0]).to.equal('5 stars: Ratings 5, 50.0% of all');
    expect(words(await oppiaRatings({ exploration: 'a' }), '.headline').join()).to.contain('4.5 stars on average of 10 ratings');
  });

  it('are called unknown, not filtered out, where filters leave none that has them', async () => {
    const element = await oppiaRatings({});
    const detail = { origin: 'host', field: 'exploration', in: ['b'] };
    element.dispatchEvent(new CustomEvent('stats-filter', { detail, bubbles: true, composed: true }));
    await element.settled();
    expect(words(element, '.state').join()).to.contain('This host does not supply').and.not.to.contain('matches');
  });

  it('have no share of all where a number of stars is not told', async () => {
    const explorations = [{ exploration: 'a', title: 'A' }];
    const rows = [5, 4].map((stars) => ({ exploration: 'a', stars, ratings: 5 }));
    const element = await tables('creator-rating-chart', { explorations, ratings: rows });
    expect(labels(element).slice(0, 3)).to.deep.equal(['5 stars: Ratings 5', '4 stars: Ratings 5', '3 stars: Ratings not known']);
    const unrated = [...explorations, { exploration: 'b', title: 'B', ratings: 0 }];
    const whole = await tables('creator-rating-chart', { explorations: unrated, ratings: ratings('a', 30) });
    expect(words(whole, '.notice').join()).not.to.contain('every exploration');
  });
});

describe('a week that is known of some explorations', () => {
  const known = { week: '2026-11-02', exploration: 'a', starts: 30 };
  const trend = (weekly: readonly object[], settings: Readonly<Record<string, unknown>> = {}) =>
    tables('creator-trend-chart', { weekly }, settings);
  const labels = (element: Element) => all(element, '[role=option]').map((option) => option.getAttribute('aria-label'));

  it('says that it is not all, and is not called the one with most', async () => {
    const unknown = { week: '2026-11-02', exploration: 'b', starts: null };
    const next = ['a', 'b'].map((exploration) => ({ week: '2026-11-09', exploration, starts: 10 }));
    const element = await trend([known, unknown, ...next]);
    expect(labels(element)).to.deep.equal([
      'Week of Nov 2, 2026: Starts 30, Note Not known of every exploration.',
      'Week of Nov 9, 2026: Starts 20',
    ]);
    expect(words(element, '.notice').join()).to.contain('Weeks not known of every exploration, so at least what is shown: 1.');
    expect(words(element, '.headline')).to.deep.equal([]);
    const ofOne = await trend([known, unknown], { exploration: 'a' });
    expect(words(ofOne, '.notice').join()).not.to.contain('every exploration');
    const inTwoRows = await trend([known, { ...known, week: '2026-11-03', starts: null }]);
    expect(words(inTwoRows, '.notice').join()).not.to.contain('at least what is shown');
  });

  it('is whole where the number is of the creator, and unknown where no exploration has it', async () => {
    const ofCreator = { week: '2026-11-02', plays: 50 };
    const plays = await trend([ofCreator, { ...known, plays: null }], { measure: 'plays' });
    expect(labels(plays)).to.deep.equal(['Week of Nov 2, 2026: Plays 50']);
    expect(words(plays, '.notice').join()).not.to.contain('every exploration');
    const starts = await trend([ofCreator, known], { measure: 'starts' });
    expect(words(starts, '.notice').join()).not.to.contain('every exploration');
    const none = await trend([known, { week: '2026-11-09', exploration: 'a', starts: null }]);
    expect(words(none, '.notice').join()).not.to.contain('every exploration');
  });
});

describe('groups of learners that a roster may show', () => {
  it('are shown, of whatever size, beside one whose size is unknown', async () => {
    const groups = [null, 50, 3].map((learners, at) => ({ exploration: 'e', dimension: 'age', group: `g${at}`, learners }));
    const data = { explorations: [{ exploration: 'e', title: 'T' }], demographics: groups };
    const element = await tables('creator-demographics-chart', data, { audience: 'roster' });
    expect(all(element, '[role=option]').map((option) => option.getAttribute('aria-label'))).to.deep.equal([
      'g0: Learners not known',
      'g1: Learners 50',
      'g2: Learners 3',
    ]);
    expect(words(element, '.notice').join()).not.to.contain('hidden');
  });
});
