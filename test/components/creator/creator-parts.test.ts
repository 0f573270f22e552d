import { expect, oneEvent } from '@open-wc/testing';
import '../../../src/define/creator-attempts-chart.js';
import '../../../src/define/creator-demographics-chart.js';
import '../../../src/define/creator-dropoff-chart.js';
import '../../../src/define/creator-rating-chart.js';
import '../../../src/define/creator-summary.js';
import '../../../src/define/creator-trend-chart.js';
import { widgetDocument } from '../../../src/components/base/menu/exported-document.js';
import { creatorStats } from '../../../stories/support/creator-data.js';
import { creatorReport, withGroups } from '../../../stories/support/creator-report.js';
import { all, byRole, one, widget } from '../../support/widgets.js';

const NOW = '2026-11-16T09:00:00Z';
const oppia = (tag: string, settings: Readonly<Record<string, unknown>> = {}) =>
  widget(tag, { provider: 'oppia', data: creatorReport(6), now: NOW, ...settings });
const supplied = (tag: string, data: unknown = creatorStats(4), settings: Readonly<Record<string, unknown>> = {}) =>
  widget(tag, { provider: 'creator-engagement-stats', data, ...settings });
const text = (element: Element, selector: string) => all(element, selector).map((found) => words(found).trim().replace(/\s+/g, ' '));
/** The text of an element, its parts apart. */
const words = (element: Element): string =>
  [...element.querySelectorAll('dt, dd')].map((part) => part.textContent).join(' ') || element.textContent;
const labels = (element: Element) => all(element, '[role=option]').map((option) => option.getAttribute('aria-label'));

describe('creator-summary', () => {
  it('shows the totals with what changed since last week, and why time is not known', async () => {
    const element = await oppia('creator-summary');
    expect(text(element, '[part=tile]')).to.deep.equal([
      'Plays 1,080 ↑ Up +61 since Nov 9, 2026',
      'Completion rate 44.1% 513 of 1,162 starts completed',
      'Average rating 4.29 of 17 ratings ↓ Down −0.02 since Nov 9, 2026',
      'Open feedback 3 of 27 threads',
      'Subscribers 1',
      'Average time –not known Oppia keeps no usable engagement time; it can be derived from the session events, if a host serves them. Definition',
    ]);
  });

  it('shows one exploration alone, without what only the creator has', async () => {
    const element = await oppia('creator-summary', { exploration: 'story_0002' });
    expect(text(element, 'dt')).to.deep.equal(['Plays', 'Completion rate', 'Average rating', 'Open feedback', 'Average time']);
    expect(text(element, '[part=tile]')[0]).to.equal('Plays 290');
    expect(text(element, '.subtitle')).to.deep.equal(['What is a ratio?, up to now.']);
    expect(text(element, '.notice')).to.deep.equal([]);
  });

  it('says in files what stands under its numbers', async () => {
    const notes = async (element: Awaited<ReturnType<typeof oppia>>) => (await widgetDocument(element.asExported, 'screen')).notes;
    expect(await notes(await oppia('creator-summary'))).to.deep.equal([
      'Plays: Up +61 since Nov 9, 2026',
      'Completion rate: 513 of 1,162 starts completed',
      'Average rating: of 17 ratings',
      'Average rating: Down −0.02 since Nov 9, 2026',
      'Open feedback: of 27 threads',
      'Average time: Oppia keeps no usable engagement time; it can be derived from the session events, if a host serves them.',
    ]);
    const rates = { explorations: [{ id: 'a', title: 'Sums', completion_rate: 0.85 }] };
    const one = await notes(await supplied('creator-summary', rates, { exploration: 'a' }));
    expect(one).to.include('Completion rate: as supplied; of what is not stated');
  });

  it('says that last week is not known where no snapshot is there', async () => {
    expect(text(await supplied('creator-summary'), '[part=tile]')[0]).to.contain('Last week is not known.');
  });
});

describe('creator-attempts-chart', () => {
  it('shows explorations, most attempted first, and says that hints are not recorded', async () => {
    const element = await oppia('creator-attempts-chart');
    expect(labels(element)[0]).to.equal('Fractions: parts of a whole: Attempts 1,718, Solutions viewed 137');
    expect(labels(element)).to.have.length(6);
    expect(text(element, '.notice')).to.deep.equal(['Oppia does not record hints. Definition']);
  });

  it('shows the cards of one exploration', async () => {
    const element = await oppia('creator-attempts-chart', { exploration: 'story_0001' });
    expect(labels(element).map((label) => label?.split(':')[0])).to.deep.equal([
      'Introduction',
      'Equal parts',
      'Name the parts',
      'Half of a half',
      'End',
    ]);
  });

  it('names what is answered most by the beginning of a long title', async () => {
    const title = 'A title that goes on about fractions and ratios, '.repeat(4);
    const explorations = [70, 30, 20].map((count, at) => ({ exploration: `e${at}`, title: `${title}${at}`, starts: 100, attempts: count }));
    const element = await widget('creator-attempts-chart', { provider: 'tables', data: { explorations }, now: NOW });
    expect(text(element, '.headline')).to.deep.equal(['The most answers are given in A title that goes on about fractions and…: 70.']);
  });

  it('shows explorations whose cards are not known, and names none as answered most where the attempts of another are unknown', async () => {
    const attempted = (...attempts: readonly (number | null)[]) => {
      const explorations = attempts.map((count, at) => ({ exploration: `e${at}`, title: `About ${at}`, starts: 100, attempts: count }));
      return widget('creator-attempts-chart', { provider: 'tables', data: { explorations }, now: NOW });
    };
    const known = await attempted(70, 30, 20);
    expect(labels(known)).to.deep.equal(['About 0: Attempts 70', 'About 1: Attempts 30', 'About 2: Attempts 20']);
    expect(text(known, '.headline')).to.deep.equal(['The most answers are given in About 0: 70.']);
    const partly = await attempted(70, null, 20);
    expect(labels(partly)).to.deep.equal(['About 0: Attempts 70', 'About 2: Attempts 20', 'About 1: Attempts not known']);
    expect(text(partly, '.headline')).to.deep.equal([]);
  });

  it('says what is not known where the host supplies no attempts', async () => {
    expect(text(await supplied('creator-attempts-chart'), '.state')[0]).to.contain('This host does not supply it.');
  });
});

describe('creator-summary', () => {
  it('says that plays and ratings are the site’s totals, which the listed explorations need not add up to', async () => {
    expect(text(await oppia('creator-summary'), '.subtitle')[0]).to.match(/^All explorations together.* may count other explorations than/);
  });
});

describe('creator-dropoff-chart', () => {
  it('shows the cards of the most started exploration, in order', async () => {
    const element = await oppia('creator-dropoff-chart');
    expect(labels(element)[0]).to.equal('Introduction: Reached 340, Attempts 544, Solutions viewed 0, Left here 58, Shown 350');
    expect(labels(element).at(-1)).to.equal('End: Reached 150, Attempts 0, Solutions viewed 0, Left here not known, Shown 160');
    expect(text(element, '.subtitle')[0]).to.contain('Fractions: parts of a whole');
  });

  it('says where most leave, with the times that the card was shown', async () => {
    const element = await oppia('creator-dropoff-chart', { exploration: 'story_0001' });
    expect(labels(element).find((label) => label?.startsWith('Name the parts:'))).to.match(/, Left here 78, Shown 255/);
    expect(text(element, '.headline')).to.deep.equal(['Left most often: Name the parts, 78 of the 255 times it was shown.']);
  });

  it('names no unit on an axis of sessions, attempts and times; that of what is left by the legend', async () => {
    const element = await oppia('creator-dropoff-chart');
    const unit = (): string =>
      text(element, 'svg[aria-hidden] text')
        .at(-1)!
        .replace(/[\d.,k ]/g, '');
    const taken = [...byRole(element, 'group', /Legend/)!.querySelectorAll('button')];
    expect(unit()).to.equal('');
    for (const entry of taken.slice(1)) entry.click();
    await element.updateComplete;
    expect(unit()).to.equal('sessions');
  });

  it('concludes nothing from fewer than twenty starts', async () => {
    const element = await oppia('creator-dropoff-chart', { exploration: 'story_0005' });
    expect(labels(element)).to.have.length(5);
    expect(text(element, '.headline')).to.deep.equal([]);
  });

  it('filters the other widgets by the card that is clicked', async () => {
    const element = await oppia('creator-dropoff-chart');
    const heard = oneEvent(element, 'stats-filter');
    one<SVGElement>(element, '[role=option]').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    expect((await heard).detail).to.include({ field: 'state' });
  });

  it('says beside each card how many feedback threads it has, and which on demand', async () => {
    const element = await widget('creator-dropoff-chart', { provider: 'oppia', data: creatorReport(6, { feedback: true }), now: NOW });
    expect(labels(element)[1])
      .to.contain('Equal parts: Reached')
      .and.to.match(/, Feedback threads 2$/);
    expect(labels(element)[0]).to.match(/, Feedback threads 0$/);
    expect(text(element, '.label').map((each) => each.trim())).to.include('Equal parts · 2 threads');
    expect(text(element, '.threads summary')).to.deep.equal(['Feedback on these cards: 3 threads']);
    expect(text(element, '.threads dt')).to.deep.equal(['Equal parts', 'Half of a half']);
    expect(text(element, '.threads li')[1]).to.match(/^Is 2\/4 not right, too\? *Fixed · Nov 15, 2026$/);
    expect(element.shadowRoot!.textContent).not.to.contain('learner-name');
  });

  it('leaves threads out where the host does not tell them, which is not none', async () => {
    const element = await oppia('creator-dropoff-chart');
    expect(labels(element)[0]).not.to.contain('Feedback');
    expect(all(element, '.threads')).to.have.length(0);
  });

  it('says that the host does not tell cards apart', async () => {
    expect(text(await supplied('creator-dropoff-chart'), '.state')).to.deep.equal([
      'This host does not tell the cards of explorations apart. Definition',
    ]);
  });
});

describe('creator-trend-chart', () => {
  it('shows weekly plays as differences of totals; gaps and falls are unknown and marked', async () => {
    const element = await oppia('creator-trend-chart');
    const plays = labels(element).map((label) => label?.replace(/^Week of (.*), 2026: Plays /, '$1: '));
    expect(plays).to.deep.equal([
      'Sep 21: not known, Note Unknown: there is no earlier total to compare with.',
      'Sep 28: 30',
      'Oct 5: 50',
      'Oct 12: 30',
      'Oct 19: 50',
      'Oct 26: not known, Note Unknown: there is no total at its beginning or its end.',
      'Nov 2: not known, Note Unknown: there is no total at its beginning or its end.',
      'Nov 9: not known, Note Unknown: the total went down.',
    ]);
    expect(all(element, '.gap')).to.have.length(4);
    expect(text(element, '.notice')[0]).to.equal(
      'Weeks without a total at their beginning or end, so unknown: 3. Weeks in which the total went down, so unknown: 1.',
    );
  });

  it('chooses weeks by their Mondays, and shows them as chosen', async () => {
    const element = await oppia('creator-trend-chart');
    const heard = oneEvent(element, 'stats-filter');
    all<SVGElement>(element, '[role=option]')[2]!.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    expect((await heard).detail).to.deep.include({ field: 'week', in: ['2026-10-05'] });
    await element.updateComplete;
    expect(labels(element).filter((_, at) => all(element, '[role=option]')[at]!.getAttribute('aria-selected') === 'true')).to.have.length(
      1,
    );
  });

  it('shows the measure that is asked for', async () => {
    const element = await oppia('creator-trend-chart', { measure: 'average_rating' });
    expect(labels(element)[1]).to.contain('Average rating 4.2');
    expect(text(element, '.headline')).to.deep.equal([]);
  });

  it('says that the host supplies no weeks', async () => {
    expect(text(await supplied('creator-trend-chart'), '.state')).to.deep.equal(['This host supplies no numbers by week. Definition']);
  });
});

describe('creator-rating-chart', () => {
  it('shows stars with their mean and what it is at least', async () => {
    const element = await oppia('creator-rating-chart', { exploration: 'story_0001' });
    expect(labels(element)).to.deep.equal([
      '5 stars: Ratings 9, 52.9% of all',
      '4 stars: Ratings 5, 29.4% of all',
      '3 stars: Ratings 2, 11.8% of all',
      '2 stars: Ratings 1, 5.9% of all',
      '1 star: Ratings 0, 0.0% of all',
    ]);
    expect(text(element, '.headline')[0]).to.match(/^4\.29 stars on average of 17 ratings; with chance allowed for, 3\.\d+ or more\.$/);
  });

  it('adds the ratings of several explorations up', async () => {
    expect(labels(await oppia('creator-rating-chart'))[0]).to.contain('Ratings 54');
  });

  it('tells a creator whom nobody rated from a host that supplies averages only', async () => {
    const nobody = await oppia('creator-rating-chart', { data: creatorReport(1, { ratings: false }) });
    expect(text(nobody, '.state')).to.deep.equal(['Nobody has rated yet.']);
    expect(text(await supplied('creator-rating-chart'), '.state')[0]).to.contain('does not supply how often');
  });
});

describe('creator-demographics-chart', () => {
  it('hides small groups, and no number of theirs is left in the page', async () => {
    const element = await supplied('creator-demographics-chart', withGroups());
    expect(labels(element)).to.deep.equal([
      'under 12: Learners hidden',
      '12 to 14: Learners 210',
      '15 to 17: Learners 96',
      '18 and over: Learners hidden',
    ]);
    expect(text(element, '.notice')[0]).to.equal('2 groups are hidden: fewer than 10 learners, or needed so that those cannot be told.');
  });

  it('says in charts that are read only that keys move, and offers nothing to choose', async () => {
    for (const element of [await supplied('creator-demographics-chart', withGroups()), await oppia('creator-rating-chart')]) {
      const list = one(element, '[role=listbox]');
      expect(list.hasAttribute('aria-multiselectable'), element.localName).to.equal(false);
      expect(all(element, '[role=option][aria-selected]')).to.have.length(0);
      expect(text(element, '#chart-keys')[0]).to.match(/Arrow keys move through the bars\.$/);
      expect(getComputedStyle(one(element, '.mark')).cursor).to.equal('default');
      await expect(element).to.be.accessible();
    }
  });

  it('hides one more where a single small group could be subtracted', async () => {
    const element = await supplied('creator-demographics-chart', withGroups(), { 'min-group': '5' });
    expect(labels(element).filter((label) => label?.endsWith('hidden'))).to.deep.equal([
      'under 12: Learners hidden',
      '18 and over: Learners hidden',
    ]);
  });

  it('misses no filter where the host records nothing at all', async () => {
    const element = await oppia('creator-demographics-chart');
    element.pageDataset!.filter({ origin: 'host', field: 'exploration', in: ['story_0001'] });
    await element.settled();
    expect(text(element, '.state')).to.have.length(1);
    expect(text(element, '.notice')).to.deep.equal([]);
  });

  it('says right under the title that the host records nothing, in the room that groups would have', async () => {
    const element = await oppia('creator-demographics-chart');
    const [header, state] = ['header', '.state'].map((each) => one(element, each).getBoundingClientRect());
    expect(state!.top - header!.bottom).to.equal(12);
    const drawn = await supplied('creator-demographics-chart', withGroups());
    // Browsers draw the control for groups a pixel or two higher than the target that it has at least.
    expect(state!.height).to.be.closeTo(one(drawn, '.above').getBoundingClientRect().height + 8 + one(drawn, '.plot').offsetHeight, 3);
  });

  it('says that all is hidden, or that the host records nothing', async () => {
    expect(text(await supplied('creator-demographics-chart', withGroups(), { 'min-group': '500' }), '.state')[0]).to.contain(
      'Hidden: groups of fewer than 500 learners',
    );
    expect(text(await oppia('creator-demographics-chart'), '.state')).to.deep.equal([
      'Oppia records nothing about who its learners are. Definition',
    ]);
  });

  it('hides all where the host filters by groups: what is left could be subtracted', async () => {
    const element = await supplied('creator-demographics-chart', withGroups());
    for (const clause of [
      { field: 'demographics.group', in: ['15 to 17'] },
      { field: 'demographics.learners', range: [0, 50] as const },
    ]) {
      element.pageDataset!.filter({ origin: 'host', ...clause });
      await element.settled();
      expect(text(element, '.state'), clause.field).to.deep.equal([
        'Hidden while filters apply: the difference could tell about few learners.',
      ]);
      expect(text(element, '.notice').join()).not.to.contain('∞');
      expect(text(element, '.subtitle'), 'which exploration has such groups').to.deep.equal([]);
      expect(all(element, 'select')).to.have.length(0);
      element.pageDataset!.clearFilters();
      await element.settled();
    }
    expect(labels(element)).to.have.length(4);
    element.pageDataset!.filter({ origin: 'host', field: 'exploration', in: ['exp0001'] });
    await element.settled();
    expect(labels(element), 'of an exploration').to.have.length(4);
  });

  it('cannot be filtered by', async () => {
    const element = await supplied('creator-demographics-chart', withGroups());
    let filtered = false;
    element.addEventListener('stats-filter', () => {
      filtered = true;
    });
    all<SVGElement>(element, '[role=option]')[1]!.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    await element.updateComplete;
    expect(filtered).to.equal(false);
  });
});
