import { expect, fixture } from '@open-wc/testing';
import '../../../src/at-risk.js';
import type { StatsElement } from '../../../src/components/base/stats-element.js';
import { activeCourse } from '../../../stories/support/at-risk-activity.js';
import { STORY_NOW } from '../../../stories/support/at-risk-data.js';
import { show } from '../../../stories/support/show.js';
import { waitUntil } from '../../support/wait-until.js';

type Row = Readonly<Record<string, unknown>>;
type Tables = Readonly<Record<string, readonly Row[]>>;

const OF_PAGES = ['page-engagement-chart', 'section-table', 'subsection-table'];
const OF_PROBLEMS = ['problem-engagement-chart', 'problem-attempts-table', 'problem-results-table'];
const OF_VIDEOS = ['video-engagement-chart', 'video-table', 'video-views-chart', 'video-segments-chart'];
const OF_ENGAGEMENT = ['page-engagement-chart', 'problem-engagement-chart', 'video-engagement-chart'];

const PLACES = ['section', 'section_block', 'subsection', 'subsection_block'];

const NO_KINDS = 'do not say what each block is and in which section it stands.';
const NO_PAGES = 'do not say which pages were visited.';
const NO_SECONDS = 'do not say which seconds of videos were watched.';

/** A table without columns: they are not there, or in no row is one known. */
function without(name: string, columns: readonly string[], isThere: boolean): Tables {
  const tables = activeCourse(30);
  const rows = (tables[name] ?? []).map((row) => {
    const others = Object.entries(row).filter(([column]) => !columns.includes(column));
    return Object.fromEntries([...others, ...(isThere ? columns.map((column) => [column, null] as const) : [])]);
  });
  return { ...tables, [name]: rows };
}

async function drawn(name: string, data: Tables): Promise<StatsElement> {
  const element = show(`at-risk-${name}`, { provider: 'tables', now: STORY_NOW, data }) as StatsElement;
  await fixture(element);
  await waitUntil(() => element.pageDataset?.info !== undefined, 'no data');
  await element.settled();
  return element;
}

function unknownIn(element: StatsElement): string {
  return element.renderRoot.querySelector('.state.unknown')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}

describe('a widget on what learners did, of tables that tell it by halves', () => {
  for (const [what, table, columns, names, sentence] of [
    ['what blocks are', 'blocks', ['block_type'], OF_ENGAGEMENT, NO_KINDS],
    ['where blocks stand', 'blocks', PLACES, OF_ENGAGEMENT, NO_KINDS],
    ['of which course blocks are', 'blocks', ['course_key'], OF_ENGAGEMENT, NO_KINDS],
    ['which pages were visited', 'page_visits', ['block_id'], OF_PAGES, NO_PAGES],
    ['who visited', 'page_visits', ['actor_id'], [...OF_PAGES, 'visits-chart', 'interactions-chart'], 'do not have page visits.'],
    ['what was answered', 'problem_responses', ['block_id'], OF_PROBLEMS, 'do not have answers to problems.'],
    ['who answered', 'problem_responses', ['actor_id'], OF_PROBLEMS, 'do not have answers to problems.'],
    ['what was watched', 'video_watches', ['block_id'], OF_VIDEOS, 'do not have watched videos.'],
    ['which seconds were watched', 'video_watches', ['from_second', 'to_second'], OF_VIDEOS.slice(1), NO_SECONDS],
  ] as const) {
    for (const name of names) {
      it(`does not say that nothing is recorded where they do not say ${what}: at-risk-${name}`, async () => {
        for (const isThere of [false, true]) expect(unknownIn(await drawn(name, without(table, columns, isThere)))).to.contain(sentence);
      });
    }
  }

  for (const name of [...OF_ENGAGEMENT, 'section-table', 'subsection-table']) {
    it(`says that there are no blocks where their table is empty: at-risk-${name}`, async () => {
      expect(unknownIn(await drawn(name, { ...activeCourse(30), blocks: [] }))).to.contain('do not have the blocks of the course.');
    });
  }

  it('counts who watched some of a video where seconds are not told', async () => {
    const element = await drawn('video-engagement-chart', without('video_watches', ['from_second', 'to_second'], false));
    expect(unknownIn(element)).to.equal('');
    expect(element.renderRoot.querySelectorAll('[part~="bar"]').length).to.be.greaterThan(0);
  });
});
