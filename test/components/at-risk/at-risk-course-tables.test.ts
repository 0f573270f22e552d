import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/define/at-risk-never-started-table.js';
import '../../../src/define/at-risk-problem-attempts-table.js';
import '../../../src/define/at-risk-problem-results-table.js';
import '../../../src/define/at-risk-section-table.js';
import '../../../src/define/at-risk-subsection-table.js';
import '../../../src/define/at-risk-video-table.js';
import { activeCourse } from '../../../stories/support/at-risk-activity.js';
import { course, STORY_NOW, withNeverStarted } from '../../../stories/support/at-risk-data.js';
import { all, textOf, widget } from '../../support/widgets.js';
import { waitUntil } from '../../support/wait-until.js';

const common = { provider: 'tables', now: STORY_NOW };
const TAGS = [
  'at-risk-section-table',
  'at-risk-subsection-table',
  'at-risk-problem-attempts-table',
  'at-risk-problem-results-table',
  'at-risk-video-table',
];
const firsts = (table: Element): string[] => all(table, 'tbody th').map((cell) => (cell.textContent ?? '').trim());
const linked = (rows: readonly Readonly<Record<string, unknown>>[] = []) => rows.map((row) => ({ ...row, url: 'https://learn.example/p' }));

describe('the tables of the course', () => {
  for (const tag of TAGS) {
    it(`stand in course order: ${tag}`, async () => {
      const table = await widget(tag, { ...common, data: activeCourse(60) });
      const places = firsts(table).map((text) =>
        text
          .split(' ')[0]!
          .split(':')
          .map((part) => Number(part)),
      );
      expect(places.length).to.be.greaterThan(1);
      expect(places).to.deep.equal([...places].sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]! || a[2]! - b[2]!));
    });

    it(`say that nothing is recorded, or that nobody is at risk: ${tag}`, async () => {
      const data = { ...activeCourse(60), page_visits: [], problem_responses: [], video_watches: [] };
      expect(textOf(await widget(tag, { ...common, data }))).to.match(/No .* recorded of learners at risk\./);
      expect(textOf(await widget(tag, { ...common, data: activeCourse(1) }))).to.contain('Nobody: the one enrolled learner');
    });

    it(`let a row be chosen and let go: ${tag}`, async () => {
      const table = await widget(tag, { ...common, data: activeCourse(60) });
      const row = (): HTMLElement => all(table, 'tbody tr')[0]!;
      row().querySelector('td')?.click();
      await waitUntil(() => row().getAttribute('aria-selected') === 'true');
      expect(table.getState().clauses.map(({ field }) => field)[0]).to.match(/section_block$|innermost_block$|\.block_id$/);
      row().querySelector('td')?.click();
      await waitUntil(() => row().getAttribute('aria-selected') === 'false');
    });
  }

  it('name the course in the headline where there are several, and cut its key at its start', async () => {
    const data = activeCourse(60) as Record<string, readonly Readonly<Record<string, unknown>>[]>;
    const key = String(data['courses']![0]!['course_key']);
    const inOther = (text: string): string => text.replaceAll(key, 'course-v1:AnOrganisation+ALongNumber+2026_T2');
    const both = Object.entries(data).map(([table, rows]) => {
      const others = JSON.parse(inOther(JSON.stringify(rows.slice(table === 'enrollments' ? 20 : 0))).replaceAll('type@', 'other@'));
      return [table, table === 'learners' ? rows : [...rows, ...others]];
    });
    const narrow = document.createElement('main');
    narrow.style.setProperty('width', '360px');
    const table = await widget('at-risk-section-table', { ...common, data: Object.fromEntries(both) }, narrow);
    expect(textOf(table)).to.match(/Most visited: .* \([\w]+\+[\w]+\+[\w]+\), by \d+ learners/);
    const cell = all(table, 'tbody td').find((each) => each.textContent.includes('AnOrganisation'))!;
    const [text, box] = [cell.querySelector('bdi')!, cell].map((each) => each.getBoundingClientRect());
    expect(text!.width, 'does not fit').to.be.greaterThan(box!.width);
    expect(text!.right, 'its end is in sight').to.be.at.most(box!.right);
    expect(text!.left).to.be.lessThan(box!.left);
  });

  it('link to a part by what can be hit with a pointer, and by a finger where it is narrow', async () => {
    const data = { ...activeCourse(60), problem_responses: linked(activeCourse(60)['problem_responses']) };
    const narrow = document.createElement('main');
    narrow.style.setProperty('width', '320px');
    const heights = async (around?: HTMLElement): Promise<readonly number[]> =>
      all(await widget('at-risk-problem-attempts-table', { ...common, data }, around), 'tbody a').map(
        (link) => link.getBoundingClientRect().height,
      );
    const [wide, small] = [await heights(), await heights(narrow)];
    expect(wide.length).to.be.greaterThan(1);
    expect(Math.min(...wide)).to.be.at.least(24);
    expect(Math.min(...small)).to.be.at.least(36);
  });

  it('open a link by Enter in its cell, where the Tab key, arrows, Space and Esc do what they do in every cell', async () => {
    const data = { ...activeCourse(60), problem_responses: linked(activeCourse(60)['problem_responses']) };
    const table = await widget('at-risk-problem-attempts-table', { ...common, data });
    const focused = (): Element | null => table.shadowRoot!.activeElement;
    const links = (): readonly HTMLElement[] => all(table, 'tbody a');
    const selected = (): number => all(table, 'tbody tr[aria-selected=true]').length;
    expect(all(table, '.grid [tabindex="0"]')).to.deep.equal([links()[0]]);
    links()[0]!.focus();
    await sendKeys({ press: 'ArrowRight' });
    expect(focused()).to.equal(all(table, 'tbody td')[0]);
    await sendKeys({ press: 'ArrowLeft' });
    await sendKeys({ press: 'ArrowDown' });
    expect(focused()).to.equal(links()[1]);
    expect(all(table, '.grid [tabindex="0"]')).to.deep.equal([links()[1]]);
    const opened: (string | null)[] = [];
    table.shadowRoot!.addEventListener('click', (event) => {
      event.preventDefault();
      opened.push((event.target as Element).getAttribute('href'));
    });
    await sendKeys({ press: 'Enter' });
    expect([opened, selected()]).to.deep.equal([['https://learn.example/p'], 0]);
    await sendKeys({ press: ' ' });
    await waitUntil(() => selected() === 1);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => selected() === 0);
    expect(focused()).to.equal(links()[1]);
  });

  it('say of a course without learners that nobody is enrolled, not that everybody has started', async () => {
    const [nobody, everybody] = [course(0), course(3)];
    expect(textOf(await widget('at-risk-never-started-table', { ...common, data: nobody }))).to.contain('No learner is enrolled yet.');
    expect(textOf(await widget('at-risk-never-started-table', { ...common, data: everybody }))).to.contain('Everybody who is enrolled');
  });

  it('count who never started apart, by stable codes where there are no names', async () => {
    const { enrollments } = withNeverStarted(60);
    const table = await widget('at-risk-never-started-table', { ...common, data: { enrollments } });
    expect(textOf(table)).to.contain('Enrolled, and never seen on any page: 6.');
    expect(firsts(table)).to.have.length(6);
    expect(textOf(table)).to.contain('This site does not share names. Learners are shown by a stable code.');
    expect(firsts(table).every((code) => /^L-[0-9a-f]{8}$/.test(code))).to.equal(true);
  });
});
