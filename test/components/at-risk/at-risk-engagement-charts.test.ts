import { expect } from '@open-wc/testing';
import '../../../src/define/at-risk-page-engagement-chart.js';
import '../../../src/define/at-risk-problem-engagement-chart.js';
import '../../../src/define/at-risk-video-engagement-chart.js';
import { activeCourse } from '../../../stories/support/at-risk-activity.js';
import { STORY_NOW } from '../../../stories/support/at-risk-data.js';
import { all, byRole, one, settled, textOf, widget } from '../../support/widgets.js';
import { waitUntil } from '../../support/wait-until.js';

type Row = Record<string, unknown>;

const common = { provider: 'tables', now: STORY_NOW };
const FACTS = { page: 'page_visits', problem: 'problem_responses', video: 'video_watches' } as const;
const sectionOf = (row: Row): number => Number(/block@(\d+)_/.exec(String(row['block_id']))?.[1]);

/** The course of the stories, in which nobody touched anything after its first section. */
function courseLostAfterOneSection(): Record<string, readonly Row[]> {
  const data = { ...activeCourse(60) } as Record<string, readonly Row[]>;
  for (const facts of Object.values(FACTS)) data[facts] = data[facts]!.filter((row) => sectionOf(row) === 1);
  return data;
}

async function tableOf(chart: Element): Promise<string[][]> {
  one(chart, 'button[aria-label^="Menu of"]').click();
  await waitUntil(() => byRole(chart, 'menuitem', /View as table/) !== undefined);
  byRole(chart, 'menuitem', /View as table/)?.click();
  await waitUntil(() => all(chart, 'tbody tr').length > 0);
  return all(chart, 'tbody tr').map((row) => [...row.querySelectorAll('th, td')].map((each) => (each.textContent ?? '').trim()));
}

describe('the engagement charts', () => {
  for (const kind of ['page', 'problem', 'video'] as const) {
    const tag = `at-risk-${kind}-engagement-chart`;

    it(`show a section that nobody opened at 0, in its place, and say that learners fall there: ${tag}`, async () => {
      const data = courseLostAfterOneSection();
      const chart = await widget(tag, { ...common, data });
      expect(textOf(chart)).to.match(/Learners fall most before 2:0:0 - .*: from \d+ to 0\./);
      const rows = await tableOf(chart);
      expect(rows.map(([name]) => name)).to.deep.equal([...rows.map(([name]) => name!)].sort());
      const unopened = rows.filter(([name]) => name!.startsWith('2:'));
      expect(unopened.map((row) => row.slice(1))).to.deep.equal([
        ['0', '0'],
        ['0', '0'],
        ['0', '0'],
      ]);
      expect(rows.filter(([, one]) => one !== '0').length).to.be.greaterThan(0);
    });

    it(`show no section in which there is nothing to open: ${tag}`, async () => {
      const data = courseLostAfterOneSection();
      const type = kind === 'page' ? 'unit' : kind;
      const blocks = data['blocks']!.filter((row) => sectionOf(row) !== 2 || row['block_type'] !== type);
      const rows = await tableOf(await widget(tag, { ...common, data: { ...data, blocks } }));
      expect(rows.filter(([name]) => name!.startsWith('2:'))).to.deep.equal([]);
    });

    it(`say that a course has no structure, beside one that has: ${tag}`, async () => {
      const data = activeCourse(60) as Record<string, readonly Row[]>;
      const other = { course_key: 'course-v1:Org+Other+1', course_name: 'Other' };
      const said = async (courses: readonly Row[], enrollments: readonly Row[], settings: Row = {}) =>
        textOf(await widget(tag, { ...common, data: { ...data, courses, enrollments }, ...settings }));
      const [courses, enrollments] = [[...data['courses']!, other], data['enrollments']!];
      const inOther = [...enrollments, { ...enrollments[0], course_key: other.course_key }];
      const sentence = 'Of one course no structure is given, so what learners did there is in no section.';
      expect(await said(courses, enrollments), 'nobody is enrolled there').not.to.contain('no structure');
      expect(await said(courses, inOther)).to.contain(sentence);
      expect(await said(courses, inOther, { audience: 'aggregate' })).to.contain(sentence);
    });

    it(`keep every section in its place under a learner: ${tag}`, async () => {
      const data = courseLostAfterOneSection();
      const chart = await widget(tag, { ...common, data });
      const before = all(chart, '[role=option]').length;
      const actor = data['enrollments']![3]!['actor_id'] as string;
      chart.setState({ version: 1, clauses: [{ origin: 'a-host', field: 'actor_id', in: [actor] }], params: {} });
      await waitUntil(() => /1 filter/.test(textOf(chart)));
      await settled(chart);
      expect(all(chart, '[role=option]')).to.have.length(before);
    });
  }

  it('say that visits are recorded of subsections as a whole where no visit names a page', async () => {
    const data = activeCourse(60) as Record<string, readonly Row[]>;
    const subsections = data['blocks']!.filter((row) => row['block_type'] === 'unit').map((row) => ({
      ...row,
      block_type: 'subsection',
      block_id: row['subsection_block'],
    }));
    const placeOf = new Map(data['blocks']!.map((row) => [row['block_id'], row['subsection_block']]));
    const visits = data['page_visits']!.map((row) => ({ ...row, block_id: placeOf.get(row['block_id']) }));
    const chart = await widget('at-risk-page-engagement-chart', {
      ...common,
      data: { ...data, blocks: [...data['blocks']!, ...subsections], page_visits: visits },
    });
    expect(textOf(chart)).to.contain('none of a single page: the host records subsections as a whole.');
  });

  it('say no fall between sections of two courses, also by the rules of Aspects, whose answer does not tell courses apart', async () => {
    const data = activeCourse(60) as Record<string, readonly Row[]>;
    const otherCourse = (row: Row): Row => {
      const text = JSON.stringify(row).replaceAll(String(data['courses']![0]!['course_key']), 'course-v1:Other+D+R');
      return JSON.parse(text.replaceAll('type@', 'other@').replaceAll(':0:0 - ', ':0:0 - Other ')) as Row;
    };
    const few = (row: Row): boolean => data['enrollments']!.slice(0, 9).some(({ actor_id }) => actor_id === row['actor_id']);
    const both = Object.entries(data).map(([table, rows]) => {
      if (table === 'learners') return [table, rows];
      return [table, [...rows, ...(table === 'courses' || table === 'blocks' ? rows : rows.filter(few)).map(otherCourse)]];
    });
    for (const rules of ['aspects-v8', undefined]) {
      const chart = await widget('at-risk-page-engagement-chart', { ...common, data: Object.fromEntries(both) as unknown, rules });
      expect((await tableOf(chart)).filter(([name]) => name!.includes('Other')).length, rules).to.be.greaterThan(0);
      expect(textOf(chart), rules).not.to.contain('Learners fall most');
    }
  });

  it('say no fall where a section may have fallen further that is too small to be told', async () => {
    const data = activeCourse(300) as Record<string, readonly Row[]>;
    const { visited_at, course_key } = data['page_visits']![0]!;
    const pages = data['blocks']!.filter((row) => row['block_type'] === 'unit' && sectionOf(row) < 4);
    const isSeen = (section: number, learner: number): boolean =>
      section === 1 || (section === 2 ? learner % 10 !== 0 : learner % 40 === 1);
    const visits = data['enrollments']!.flatMap(({ actor_id }, learner) =>
      pages.filter((page) => isSeen(sectionOf(page), learner)).map(({ block_id }) => ({ course_key, actor_id, block_id, visited_at })),
    );
    const less = { ...data, page_visits: visits };
    const told = await widget('at-risk-page-engagement-chart', { ...common, data: less });
    expect(textOf(told)).to.contain('Learners fall most before 3:0:0');
    const chart = await widget('at-risk-page-engagement-chart', { ...common, data: less, audience: 'aggregate' });
    expect((await tableOf(chart)).some(([name, one]) => name!.startsWith('3:0:0') && one === 'hidden')).to.equal(true);
    expect(textOf(chart)).not.to.contain('Learners fall most');
  });

  it('show only what was touched under the rules of Aspects v8', async () => {
    const data = courseLostAfterOneSection();
    const chart = await widget('at-risk-page-engagement-chart', { ...common, data, rules: 'aspects-v8' });
    const rows = await tableOf(chart);
    expect(rows.length).to.be.greaterThan(0);
    expect(rows.filter(([name]) => name!.startsWith('2:'))).to.deep.equal([]);
  });
});
