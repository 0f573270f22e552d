import { expect } from '@open-wc/testing';
import '../../../src/define/at-risk-grade-chart.js';
import '../../../src/define/at-risk-interactions-chart.js';
import '../../../src/define/at-risk-last-visit-chart.js';
import '../../../src/define/at-risk-page-engagement-chart.js';
import '../../../src/define/at-risk-problem-engagement-chart.js';
import '../../../src/define/at-risk-track-chart.js';
import '../../../src/define/at-risk-video-segments-chart.js';
import '../../../src/define/at-risk-video-views-chart.js';
import '../../../src/define/at-risk-visits-chart.js';
import { cell, rowsIn } from '../../../src/components/base/dataset/cell.js';
import type { StatsElement } from '../../../src/components/base/stats-element.js';
import { activeCourse } from '../../../stories/support/at-risk-activity.js';
import { STORY_NOW } from '../../../stories/support/at-risk-data.js';
import { all, one, settled, widget } from '../../support/widgets.js';
import { waitUntil } from '../../support/wait-until.js';

/** Enrolled learners of whom nobody has come for long: one of track honor in June, the others of track audit. */
const enrolled = ['2025-01', '2025-02', '2025-06', '2025-09'].map((month, at) => ({
  course_key: 'c',
  actor_id: `learner ${at}`,
  enrollment_status: 'registered',
  track: month === '2025-06' ? 'honor' : 'audit',
  state: 'failed',
  last_visit: `${month}-10T00:00:00Z`,
}));
const settings = {
  provider: 'tables',
  now: '2025-12-01T00:00:00Z',
  data: { courses: [{ course_key: 'c' }], enrollments: enrolled },
};

async function filtered(tag: string, more: Readonly<Record<string, unknown>>, track: string): Promise<StatsElement> {
  const element = await widget(tag, more);
  element.pageDataset!.filter({ origin: 'page', field: 'track', in: [track] });
  await element.settled();
  return element;
}

async function written(element: StatsElement): Promise<readonly (readonly unknown[])[]> {
  const { result, columns } = (await element.asExported.view())!;
  return rowsIn(result).map((row) => columns.map(({ column }) => cell(result, column, row)));
}

async function tableOf(element: StatsElement): Promise<readonly (readonly string[])[]> {
  element.asExported.own.find(({ label }) => label === 'View as table')!.act();
  await waitUntil(() => all(element, '.data-table').length === 1, 'the table');
  return all(element, '.data-table tbody tr').map((row) => [...row.children].map(({ textContent }) => textContent.trim()));
}

const said = (element: Element) => all(element, '[role=option]').map((mark) => mark.getAttribute('aria-label') ?? '');

describe('what a chart draws under a filter', () => {
  it('stands in its table and its files: a period that the filter emptied is 0 there too', async () => {
    const element = await filtered('at-risk-last-visit-chart', settings, 'honor');
    const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09'].map((month) => [`2025-${month}-01`, month === '06' ? 1 : 0]);
    expect(said(element)).to.have.length(9);
    expect(said(element)[0]).to.match(/^January 2025: Learners 0,/);
    expect(await written(element)).to.deep.equal(months);
    expect((await tableOf(element)).map(([, learners]) => Number(learners))).to.deep.equal(months.map(([, learners]) => learners));
  });

  it('stands there: a bar that the filter emptied, by its name', async () => {
    const element = await filtered('at-risk-track-chart', settings, 'honor');
    expect(said(element).map((label) => label.split(',')[0])).to.deep.equal(['audit: Learners 0', 'honor: Learners 1']);
    expect(await written(element)).to.deep.equal([
      ['audit', 0],
      ['honor', 1],
    ]);
    expect(await tableOf(element)).to.deep.equal([
      ['audit', '0'],
      ['honor', '1'],
    ]);
  });

  it('has a row there for each mark, and a name for each row', async () => {
    const course = { provider: 'tables', now: STORY_NOW, data: activeCourse(60) };
    for (const tag of ['grade', 'interactions', 'page-engagement', 'problem-engagement', 'video-views', 'visits']) {
      const element = await widget(`at-risk-${tag}-chart`, course);
      const before = await written(element);
      element.pageDataset!.filter({ origin: 'page', field: 'track', in: ['honor'] });
      await element.settled();
      await settled(element);
      const after = await written(element);
      // Who has no grade stands apart.
      expect(after.length, tag).to.equal(said(element).length + all(element, '.apart').length);
      expect(
        after.map(([name]) => name),
        tag,
      ).to.deep.equal(before.map(([name]) => name));
    }
  });

  it('stands there second by second', async () => {
    const course = { provider: 'tables', now: STORY_NOW, data: activeCourse(60) };
    const element = await filtered('at-risk-video-segments-chart', course, 'honor');
    await waitUntil(() => said(element).length > 0, 'a drawing');
    const rows = await written(element);
    expect(rows.length).to.equal(Number(one(element, '[role=option]').getAttribute('aria-setsize')));
    const saidAt = (key: string): readonly number[] => {
      one(element, '[role=option]').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
      return (/: All views (\d+), Repeat views (\d+)/.exec(said(element)[0] ?? '') ?? []).slice(1).map(Number);
    };
    const [first, second, last] = [rows[0], rows[1], rows.at(-1)];
    expect(first?.[1], 'the first second and the last').not.to.equal(last?.[1]);
    expect([1, ...saidAt('Home')]).to.deep.equal(first);
    expect([2, ...saidAt('ArrowRight')]).to.deep.equal(second);
    expect([rows.length, ...saidAt('End')]).to.deep.equal(last);
  });
});
