/** Weeks without a row of an exploration: by a log of all sessions it was not started in them; of other hosts nothing is known. */
import { expect, fixture } from '@open-wc/testing';
import '../../../src/define/creator-trend-chart.js';
import '../../../src/define/stats-dataset.js';
import type { StatsElement } from '../../../src/components/base/stats-element.js';
import { show } from '../../../stories/support/show.js';
import { dashboardBody, listedExploration, loggedEvent, ndjson } from '../../support/oppia-bodies.js';
import { all, settled } from '../../support/widgets.js';

type Settings = Readonly<Record<string, unknown>>;

const NOW = '2024-04-10T00:00:00Z';

/** The chart in a dataset that a host filters by these explorations. */
async function trend(source: Settings, chart: Settings = {}, ids: readonly string[] = []): Promise<StatsElement> {
  const dataset = show('stats-dataset', { id: 'rows', now: NOW, ...source });
  dataset.append(show('creator-trend-chart', chart));
  const around = await fixture<HTMLElement>(dataset, { parentNode: document.createElement('main') });
  const element = around.querySelector<StatsElement>('creator-trend-chart')!;
  await settled(element);
  if (ids.length > 0) {
    const detail = { origin: 'host', field: 'exploration', in: ids };
    around.dispatchEvent(new CustomEvent('stats-filter', { detail, bubbles: true, composed: true }));
  }
  await element.settled();
  return element;
}

/** What is said of each week, oldest first, without the year and the measure. */
const said = (element: Element) =>
  all(element, '[role=option]').map((option) =>
    (option.getAttribute('aria-label') ?? '').replace(/^Week of |, 2024| starts/g, '').replaceAll('Starts ', ''),
  );
const notices = (element: Element) => all(element, '.notice').map(({ textContent }) => textContent.trim());
const headlines = (element: Element) => all(element, '.headline').map(({ textContent }) => textContent.trim());

/** What the CSV has of a column. */
async function column(element: StatsElement, name: string): Promise<readonly (number | undefined)[]> {
  const found = (await element.asExported.view())!.result.columns.find((each) => each.name === name)!;
  return found.data.type === 'number' ? [...found.data.values].map((value) => (Number.isNaN(value) ? undefined : value)) : [];
}

describe('weeks of a log of all sessions', () => {
  const DAY = 86_400;
  /** a was started twice in the first week and once in the fourth, b in the second. */
  const log = [
    loggedEvent('start', 'a1', 0, 'A', 0, 'a'),
    loggedEvent('start', 'a2', 60, 'A', 0, 'a'),
    loggedEvent('start', 'b1', 7 * DAY, 'A', 0, 'b'),
    loggedEvent('start', 'a3', 21 * DAY, 'A', 0, 'a'),
  ];
  const source = () => ({
    provider: 'oppia',
    data: { dashboard: dashboardBody([listedExploration('a'), listedExploration('b'), listedExploration('c')]) },
    events: URL.createObjectURL(new Blob([ndjson(log)])),
  });

  it('are 0 where no exploration was started', async () => {
    const element = await trend(source(), { measure: 'starts' });
    expect(said(element)).to.deep.equal(['Mar 4: 2', 'Mar 11: 1', 'Mar 18: 0', 'Mar 25: 1']);
    expect(notices(element).join()).not.to.contain('every exploration');
  });

  it('are 0 where the one exploration that is shown was not started', async () => {
    const expected = ['Mar 4: 2', 'Mar 11: 0', 'Mar 18: 0', 'Mar 25: 1'];
    expect(said(await trend(source(), { measure: 'starts', exploration: 'a' }))).to.deep.equal(expected);
    const filtered = await trend(source(), { measure: 'starts' }, ['b']);
    expect(said(filtered)).to.deep.equal([
      'Mar 4: 0, Without filters 2',
      'Mar 11: 1, Without filters 1',
      'Mar 18: 0, Without filters 0',
      'Mar 25: 0, Without filters 1',
    ]);
    expect(await column(filtered, 'starts')).to.deep.equal([0, 1, 0, 0]);
  });

  it('are 0 before the first and after the last start of what is shown, as far as the log goes', async () => {
    const ofOne = await trend(source(), { measure: 'starts', exploration: 'b' });
    expect(said(ofOne)).to.deep.equal(['Mar 4: 0', 'Mar 11: 1', 'Mar 18: 0', 'Mar 25: 0']);
    expect(await column(ofOne, 'starts')).to.deep.equal([0, 1, 0, 0]);
    const ofTwo = ['0', '1', '0', '0'].map((starts, at) => `Mar ${4 + 7 * at}: About b ${starts}, About c 0`);
    expect(said(await trend(source(), { measure: 'starts' }, ['b', 'c']))).to.deep.equal(ofTwo);
  });

  it('are no weeks of an average time that is not known of each', async () => {
    const element = await trend(source(), { measure: 'average_engagement_seconds' });
    expect(notices(element).join()).not.to.contain('every exploration');
  });

  it('are 0 where one of two that are beside each other was not started', async () => {
    expect(said(await trend(source(), { measure: 'starts' }, ['a', 'b']))).to.deep.equal([
      'Mar 4: About a 2, About b 0',
      'Mar 11: About a 0, About b 1',
      'Mar 18: About a 0, About b 0',
      'Mar 25: About a 1, About b 0',
    ]);
  });
});

describe('weeks that a host does not tell of an exploration', () => {
  const WEEKS = ['2024-03-04', '2024-03-11', '2024-03-18'];
  const x = { id: 'x', title: 'X', num_starts: 150, weekly: WEEKS.map((week, at) => ({ week, num_starts: [40, 60, 50][at] })) };
  const y = (weekly?: readonly object[]) => ({ id: 'y', title: 'Y', num_starts: 4000, weekly });
  const supplied = (weekly?: readonly object[]) => ({ provider: 'creator-engagement-stats', data: { explorations: [x, y(weekly)] } });
  const first = [{ week: WEEKS[0], num_starts: 400 }];
  const AT_LEAST = 'Weeks not known of every exploration, so at least what is shown:';

  it('are none of them where one row tells of its starts and another one of its plays', async () => {
    const weekly = ['a', 'b'].flatMap((exploration) => [
      { week: WEEKS[0], exploration, starts: 5 },
      { week: WEEKS[0], exploration, plays: 7 },
    ]);
    const element = await trend(
      { provider: 'tables', data: { explorations: [{ exploration: 'a' }, { exploration: 'b' }], weekly } },
      { measure: 'starts' },
    );
    expect(notices(element)).to.deep.equal([]);
    expect(said(element)).to.deep.equal(['Mar 4: 10']);
  });

  it('are no part of what is shown of all, which is at least that much', async () => {
    const none = await trend(supplied());
    expect(notices(none)).to.deep.equal([`${AT_LEAST} 3.`]);
    expect(headlines(none)).to.deep.equal([]);
    const some = await trend(supplied(first));
    expect(said(some)).to.deep.equal([
      'Mar 4: 440',
      'Mar 11: 60, Note Not known of every exploration.',
      'Mar 18: 50, Note Not known of every exploration.',
    ]);
    expect(notices(some)).to.deep.equal([`${AT_LEAST} 2.`]);
    expect(headlines(some)).to.deep.equal([]);
  });

  it('are unknown, not 0, where filters leave that exploration', async () => {
    const some = await trend(supplied(first), {}, ['y']);
    expect(said(some)).to.deep.equal([
      'Mar 4: 400, Without filters 440',
      'Mar 11: not known, Without filters 60',
      'Mar 18: not known, Without filters 50',
    ]);
    expect(await column(some, 'starts')).to.deep.equal([400, undefined, undefined]);
    expect(said(await trend(supplied(), {}, ['y']))[0]).to.equal('Mar 4: not known, Without filters 40');
    expect(said(await trend(supplied(first), {}, ['x']))[0]).to.equal('Mar 4: 40, Without filters 440');
  });

  it('make no headline and no remark where each is told', async () => {
    const each = await trend(supplied([400, 0, 0].map((num_starts, at) => ({ week: WEEKS[at], num_starts }))));
    expect(notices(each)).to.deep.equal([]);
    expect(headlines(each).join()).to.contain('Mar 4, 2024 had the most starts: 440.');
  });

  it('are 0 where a filter of weeks leaves them out', async () => {
    const element = await trend(supplied([]));
    const detail = { origin: 'host', field: 'week', in: [WEEKS[1]] };
    element.dispatchEvent(new CustomEvent('stats-filter', { detail, bubbles: true, composed: true }));
    await element.settled();
    expect(said(element)[0]).to.equal('Mar 4: 0, Without filters 40');
    expect(notices(element).join()).to.contain(`${AT_LEAST} 1.`);
  });
});

describe('the average time of a week', () => {
  const weeks = (...told: readonly (readonly [starts: number, seconds: number | null])[]) =>
    told.map(([num_starts, average_engagement_time], at) => ({
      week: `2024-03-${at === 0 ? '04' : '11'}`,
      num_starts,
      average_engagement_time,
    }));
  const supplied = (...each: readonly (readonly object[] | undefined)[]) => ({
    provider: 'creator-engagement-stats',
    data: { explorations: each.map((weekly, at) => ({ id: `e${at}`, title: `T${at}`, num_starts: 100, weekly })) },
  });
  const measure = { measure: 'average_engagement_seconds' };
  const MEAN = 'Weeks whose time is not known of every exploration, so the mean of the others:';

  it('says of how many explorations it is, where that is not all of them', async () => {
    const element = await trend(supplied(weeks([50, 100], [50, 100]), weeks([50, 300]), undefined), measure);
    expect(said(element).map((week) => week.replace('Average time ', '').replace(/\s/g, ' '))).to.deep.equal([
      'Mar 4: 3 min 20 s, Note of 2 of 3 explorations',
      'Mar 11: 1 min 40 s, Note of 1 of 3 explorations',
    ]);
    expect(notices(element)).to.deep.equal([`${MEAN} 2.`]);
    expect(element.asExported.notes.join()).to.contain(MEAN);
  });

  it('lacks that of no exploration which was not started in the week', async () => {
    const element = await trend(supplied(weeks([50, 100], [50, 100]), weeks([50, 300], [0, null])), measure);
    expect(notices(element)).to.deep.equal([]);
  });
});
