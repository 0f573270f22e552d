import { expect, fixture } from '@open-wc/testing';
import '../../../src/at-risk.js';
import type { StatsElement } from '../../../src/components/base/stats-element.js';
import { FilterEvent } from '../../../src/components/base/events.js';
import { activeCourse } from '../../../stories/support/at-risk-activity.js';
import { course, STORY_NOW } from '../../../stories/support/at-risk-data.js';
import { show } from '../../../stories/support/show.js';
import { waitUntil } from '../../support/wait-until.js';

type Tables = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

const OF_VISITS = ['interactions-chart', 'visits-chart', 'page-engagement-chart', 'section-table', 'subsection-table'];
const OF_PROBLEMS = ['problem-engagement-chart', 'problem-attempts-table', 'problem-results-table'];
const OF_VIDEOS = ['video-engagement-chart', 'video-table', 'video-views-chart', 'video-segments-chart'];
const OF_THE_LIST = ['table', 'never-started-table', 'last-visit-chart', 'track-chart', 'grade-chart', 'enrollment-chart'];

async function drawn(name: string, data: Tables): Promise<StatsElement> {
  const element = show(`at-risk-${name}`, { provider: 'tables', now: STORY_NOW, data }) as StatsElement;
  await fixture(element);
  await waitUntil(() => element.pageDataset?.info !== undefined, 'no data', { timeout: 10_000 });
  await element.settled();
  return element;
}

function stateOf(element: StatsElement): string {
  return element.renderRoot.querySelector('.state')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}

function looksUnknown(element: StatsElement): boolean {
  return element.renderRoot.querySelector('.state.unknown') !== null;
}

/** The same course of which nobody knows who visited, and when. */
function withoutVisits(): Tables {
  const { enrollments = [], ...others } = course(30) as Tables;
  return { ...others, enrollments: enrollments.map(({ last_visit: _, last_activity: __, ...row }) => row) };
}

describe('a widget on what learners did, of a host that gives no table of it', () => {
  for (const [names, sentence] of [
    [OF_VISITS, 'do not have page visits.'],
    [OF_PROBLEMS, 'do not have answers to problems.'],
    [OF_VIDEOS, 'do not have watched videos.'],
  ] as const) {
    for (const name of names) {
      it(`says that it is not recorded, and does not look empty: at-risk-${name}`, async () => {
        const element = await drawn(name, course(30));
        expect(stateOf(element)).to.contain(`The tables that were given ${sentence}`);
        expect(looksUnknown(element)).to.equal(true);
      });
    }
  }

  it('says so under filters, too: they are not why', async () => {
    const element = await drawn('visits-chart', course(30));
    element.dispatchEvent(new FilterEvent({ origin: 'test', field: 'track', in: ['audit'] }));
    await element.settled();
    expect(looksUnknown(element)).to.equal(true);
  });

  it('is empty where the table is given and has no row of them', async () => {
    const element = await drawn('visits-chart', { ...activeCourse(30), page_visits: [] });
    expect(looksUnknown(element)).to.equal(false);
    expect(stateOf(element)).to.contain('No visit is recorded');
  });

  it('says that nobody is enrolled where nobody is', async () => {
    const element = await drawn('visits-chart', course(0));
    expect(looksUnknown(element)).to.equal(false);
    expect(stateOf(element)).to.contain('No learner is enrolled yet.');
  });
});

describe('the at-risk list of a host that does not say when learners last visited', () => {
  for (const name of OF_THE_LIST) {
    it(`is not known, which is no good news and names nobody: at-risk-${name}`, async () => {
      const element = await drawn(name, withoutVisits());
      expect(stateOf(element)).to.contain('do not say when learners last visited.');
      expect(looksUnknown(element)).to.equal(true);
    });
  }

  it('is not counted as 0 in the tiles of at-risk-approval', async () => {
    const element = await drawn('approval', withoutVisits());
    const tile = [...element.renderRoot.querySelectorAll('.tiles > *')].find(({ textContent }) => textContent?.includes('would pass'));
    expect(tile?.textContent).to.contain('not known').and.to.contain('do not say when learners last visited.');
    expect(tile?.textContent).not.to.match(/\d/);
  });

  it('is known from page visits alone', async () => {
    const { page_visits = [] } = activeCourse(30);
    const element = await drawn('track-chart', { ...withoutVisits(), page_visits });
    expect(looksUnknown(element)).to.equal(false);
  });
});

describe('the at-risk list of a host that does not say who is enrolled', () => {
  const withoutStatus = (): Tables => {
    const { enrollments = [], ...others } = course(30) as Tables;
    return { ...others, enrollments: enrollments.map(({ enrollment_status: _, ...row }) => row) };
  };
  const { page_visits = [] } = activeCourse(30);

  for (const name of [...OF_THE_LIST, 'approval']) {
    it(`is not known; that nobody is enrolled is not said: at-risk-${name}`, async () => {
      for (const data of [withoutStatus(), { page_visits }]) {
        const element = await drawn(name, data);
        expect(stateOf(element)).to.contain('do not say who is enrolled.');
        expect(looksUnknown(element)).to.equal(true);
      }
    });
  }
});

describe('a host that does not say who has passed', () => {
  const WHY = 'do not say who has passed, so nobody is left out for it.';
  const withoutGrades = (): Tables => {
    const { enrollments = [], ...others } = course(30) as Tables;
    return { ...others, enrollments: enrollments.map(({ state: _, ...row }) => row) };
  };

  it('is told so instead of a share of 0 in the tiles of at-risk-approval', async () => {
    const element = await drawn('approval', withoutGrades());
    const [tile] = element.renderRoot.querySelectorAll('.tiles > *');
    expect(tile?.textContent).to.contain('not known').and.to.contain(WHY);
    expect(tile?.textContent).not.to.match(/\d/);
  });

  it('is told so above the list', async () => {
    const element = await drawn('table', withoutGrades());
    expect(element.renderRoot.querySelector('.notice')?.textContent).to.contain(WHY);
  });

  it('is told nothing where grades or states say it', async () => {
    const element = await drawn('table', course(30));
    expect(element.renderRoot.textContent).not.to.contain(WHY);
  });
});

describe('a widget of learners at risk', () => {
  const data = activeCourse(60) as Tables;

  for (const name of ['section-table', 'subsection-table', 'page-engagement-chart', 'problem-engagement-chart', 'video-engagement-chart']) {
    it(`says that sections are not known where no blocks are given, not that nothing was done: at-risk-${name}`, async () => {
      const element = await drawn(name, Object.fromEntries(Object.entries(data).filter(([table]) => table !== 'blocks')));
      expect(stateOf(element)).to.contain('The tables that were given do not have the blocks of the course.');
      expect(looksUnknown(element)).to.equal(true);
    });
  }

  it('says that dates of enrollment are not known, not that nobody is at risk', async () => {
    const { enrollments = [], ...others } = data;
    const undated = { ...others, enrollments: enrollments.map(({ enrolled_at: _, first_enrolled_at: __, ...row }) => row) };
    const element = await drawn('enrollment-chart', undated);
    expect(stateOf(element)).to.contain('The tables that were given do not have this column.');
    expect(looksUnknown(element)).to.equal(true);
  });

  it('says in words that nobody is left out for having passed, without the name of a column', async () => {
    const visited = { enrollments: [{ course_key: 'c', actor_id: 'a', enrollment_status: 'registered', last_visit: '2023-01-01' }] };
    const element = await drawn('table', visited);
    const notices = [...element.renderRoot.querySelectorAll('[data-kind=unrecorded]')].map((line) => line.textContent.trim());
    expect(notices).to.deep.equal(['The tables that were given do not say who has passed, so nobody is left out for it.']);
  });
});
