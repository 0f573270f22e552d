import { expect, fixture } from '@open-wc/testing';
import '../../../../src/at-risk.js';
import '../../../../src/creator.js';
import { styleOf, widgetDocument } from '../../../../src/components/base/menu/exported-document.js';
import { FilterEvent } from '../../../../src/components/base/events.js';
import type { StatsElement } from '../../../../src/components/base/stats-element.js';
import { toCsv } from '../../../../src/export/files/csv.js';
import { toJson } from '../../../../src/export/files/json.js';
import { toPdf } from '../../../../src/export/pdf/to-pdf.js';
import { activeCourse } from '../../../../stories/support/at-risk-activity.js';
import { course, STORY_NOW } from '../../../../stories/support/at-risk-data.js';
import { show } from '../../../../stories/support/show.js';
import { pagesOf, readPdf, textsOfPage } from '../../../export/pdf/pdf-reader.js';
import { waitUntil } from '../../../support/wait-until.js';

type Settings = Readonly<Record<string, unknown>>;

const TAGS = [
  'last-visit-chart',
  'enrollment-chart',
  'track-chart',
  'grade-chart',
  'interactions-chart',
  'visits-chart',
  'page-engagement-chart',
  'problem-engagement-chart',
  'video-engagement-chart',
  'video-views-chart',
  'video-segments-chart',
  'section-table',
  'subsection-table',
  'problem-attempts-table',
  'problem-results-table',
  'video-table',
  'approval',
];

/** Learners at risk who visited each of some sections. */
const SIZES = Array.from({ length: 130 }, (_, at) => (at % 2 === 0 ? 1 + (at % 9) : 10 + ((at * 7) % 50)));

/** A course of sixty learners at risk, of whom as many as are given visited a page of each section. */
function withSections(sizes: readonly number[]): Record<string, readonly Record<string, unknown>[]> {
  const tables = course(200);
  const listed = (tables['enrollments'] ?? [])
    .slice(0, 60)
    .map((row): Record<string, unknown> => ({ ...row, last_visit: iso(30), state: 'failed' }));
  const course_key = String(listed[0]?.['course_key']);
  const blocks = sizes.map((_, at) => ({
    course_key,
    block_type: 'unit',
    block_id: `page-${at}`,
    block_name: `Page ${at}`,
    location: `${at + 1}:1:1`,
    section: `${at + 1}:0:0 - S${100 + at}`,
    section_block: `section-${at}`,
    subsection: `${at + 1}:1:0 - Part`,
    subsection_block: `part-${at}`,
  }));
  const page_visits = sizes.flatMap((size, at) =>
    listed.slice(0, size).map(({ actor_id }) => ({ course_key, actor_id, block_id: `page-${at}`, visited_at: iso(40) })),
  );
  return { ...tables, enrollments: listed, blocks, page_visits };
}

function iso(daysAgo: number): string {
  return new Date(Date.parse(STORY_NOW) - daysAgo * 86_400_000).toISOString();
}

async function drawn(name: string, settings: Settings): Promise<StatsElement> {
  const element = show(`at-risk-${name}`, { provider: 'tables', now: STORY_NOW, ...settings }) as StatsElement;
  await fixture(element);
  await waitUntil(() => element.pageDataset?.info !== undefined, 'no data', { timeout: 10_000 });
  await element.settled();
  return element;
}

/** Every text there is: seen, heard, and of attributes. */
function textsOf(element: StatsElement): string {
  const all = [...element.renderRoot.querySelectorAll('*')];
  const spoken = all.flatMap((each) => ['aria-label', 'aria-valuetext', 'title'].map((name) => each.getAttribute(name) ?? ''));
  const styles = all.filter((each) => each.matches('style, script'));
  styles.forEach((each) => each.remove());
  return `${element.renderRoot.textContent ?? ''} ${spoken.join(' ')}`;
}

function labelled(element: StatsElement, name: string): HTMLSelectElement {
  const label = [...element.renderRoot.querySelectorAll('label')].find(({ textContent }) => textContent.trim().startsWith(name));
  const select = label?.querySelector('select') ?? element.renderRoot.querySelector(`#${label?.htmlFor ?? 'none'}`);
  if (!(select instanceof HTMLSelectElement)) throw new Error(`There is no choice named "${name}".`);
  return select;
}

function choose(element: StatsElement, name: string, value: string): void {
  const select = labelled(element, name);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

function isHidden(element: StatsElement): boolean {
  return element.renderRoot.querySelector('.state.hidden') !== null;
}

/** Sizes of groups in a file, `hidden` among them. */
async function exported(element: StatsElement): Promise<string> {
  const document = await widgetDocument(element.asExported, 'screen');
  const { texts } = styleOf(element.asExported, 'screen');
  return toCsv(document, { texts, header: 'name' }) + toJson(document, texts);
}

/** The texts of a widget's PDF file, its drawing and its table among them. */
async function inPdf(element: StatsElement): Promise<readonly string[]> {
  const document = await widgetDocument(element.asExported, 'paper');
  const file = await toPdf(document, styleOf(element.asExported, 'paper'));
  const pdf = await readPdf(new Uint8Array(await file.arrayBuffer()));
  return pagesOf(pdf).flatMap((page) => textsOfPage(pdf, page));
}

describe('audience', () => {
  it('is of who may see learners for tags at risk, and of groups for others, if nothing is said', async () => {
    expect((await drawn('table', { data: course(18) })).renderRoot.textContent).to.contain('Bo Lindqvist');
    expect(isHidden(await drawn('track-chart', { data: activeCourse(9) }))).to.equal(false);
  });

  for (const name of ['table', 'never-started-table']) {
    it(`of groups sees no single learner, on the page or in a file: at-risk-${name}`, async () => {
      const element = await drawn(name, { data: course(60), audience: 'aggregate' });
      expect(isHidden(element)).to.equal(true);
      expect(textsOf(element)).to.contain('Single learners are not shown here.');
      const all = textsOf(element) + (await exported(element));
      expect(all).not.to.match(/Lindqvist|learner-0|user_1|@learners/);
    });
  }

  for (const name of TAGS) {
    it(`of groups sees nothing of a course of nine: at-risk-${name}`, async () => {
      const element = await drawn(name, { data: activeCourse(9), audience: 'aggregate' });
      expect(isHidden(element), textsOf(element)).to.equal(true);
      expect(textsOf(element)).to.contain('Hidden: groups of fewer than 10 learners');
      expect(await exported(element)).not.to.match(/"rows": ?\[\[/);
    });
  }

  it('of groups sees large ones, and no number of a small one, in the drawing, the table and the files', async () => {
    const element = await drawn('grade-chart', { data: activeCourse(300), audience: 'aggregate', 'min-group': '30' });
    const all = await drawn('grade-chart', { data: activeCourse(300) });
    const sizes = (of: StatsElement): readonly (number | null)[] =>
      [...of.renderRoot.querySelectorAll('[role=option]')].map((option) => {
        const [size] = /\d+/.exec((option.getAttribute('aria-label') ?? '').replace(/^[^:]*:/, '')) ?? [];
        return size === undefined ? null : Number(size);
      });
    const known = sizes(all);
    const seen = sizes(element);
    expect(
      known.some((size) => size! < 30),
      String(known),
    ).to.equal(true);
    expect(seen.filter((size) => size !== null)).to.deep.equal(known.filter((size, at) => seen[at] !== null));
    expect(seen.every((size) => size === null || size >= 30)).to.equal(true);
    expect(seen.filter((size) => size === null).length).to.be.at.least(2);
    expect(textsOf(element)).to.contain('hidden');
    const file = await exported(element);
    expect(file).to.contain('hidden');
    for (const [at, size] of known.entries()) if (seen[at] === null) expect(file).not.to.match(new RegExp(`[,[]${String(size)}[\\],\\r]`));
  });

  for (const [name, least] of [
    ['grade-chart', 30],
    ['section-table', 200],
    ['page-engagement-chart', 60],
  ] as const)
    it(`of groups finds no number of a small one in a PDF file or a picture: at-risk-${name}`, async () => {
      const all = await inPdf(await drawn(name, { data: activeCourse(287) }));
      const seen = await inPdf(await drawn(name, { data: activeCourse(287), audience: 'aggregate', 'min-group': String(least) }));
      const small = all.filter((text) => /^\d+$/.test(text) && Number(text) > 0 && Number(text) < least && Number(text) % 5 !== 0);
      expect(small.length, all.join(' | ')).to.be.above(0);
      expect(seen.join(' ')).to.match(/hidden/i);
      expect(seen.filter((text) => small.includes(text))).to.deep.equal([]);
    });

  it('of groups may choose longer periods where those of each day are too small, and other dates', async () => {
    const element = await drawn('last-visit-chart', { data: activeCourse(40), audience: 'aggregate', minGroup: 12 });
    choose(element, 'Per', 'day');
    await waitUntil(() => isHidden(element), 'no day is large enough');
    choose(element, 'Per', 'year');
    await waitUntil(() => !isHidden(element), 'a year is');

    const enrollments = await drawn('enrollment-chart', { data: activeCourse(9), audience: 'aggregate' });
    expect(isHidden(enrollments)).to.equal(true);
    expect(labelled(enrollments, 'Date').value).to.equal('last-change');
  });

  it('of groups is not told which videos somebody watched where all numbers are withheld', async () => {
    const element = await drawn('video-segments-chart', { data: activeCourse(9), audience: 'aggregate' });
    expect(isHidden(element)).to.equal(true);
    expect(element.renderRoot.querySelector('select')).to.equal(null);
  });

  it('of groups is not told which video is watched most, or by those whom a filter leaves', async () => {
    const roster = await drawn('video-segments-chart', { data: activeCourse(600) });
    const subtitle = (of: StatsElement): string => of.renderRoot.querySelector('.subtitle')!.textContent;
    expect(subtitle(roster)).to.contain('“');
    const element = await drawn('video-segments-chart', { data: activeCourse(600), audience: 'aggregate' });
    expect(subtitle(element)).not.to.contain('“');
    element.dispatchEvent(new FilterEvent({ origin: 'test', field: 'track', in: ['audit'] }));
    await waitUntil(() => textsOf(element).includes('Hidden while filters apply'));
    expect(subtitle(element)).not.to.contain('“');
  });

  it('of groups never reads the name of a learner whom somebody else chose', async () => {
    for (const [audience, isNamed] of [
      ['roster', true],
      ['aggregate', false],
    ] as const) {
      const element = await drawn('track-chart', { data: course(60), audience });
      element.dispatchEvent(new FilterEvent({ origin: 'test', field: 'actor_id', in: ['learner-00001'] }));
      const badge = (): HTMLElement | undefined =>
        [...element.renderRoot.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === '1 filter');
      await waitUntil(() => badge() !== undefined);
      badge()!.click();
      await waitUntil(() => /Learners: |1 learner/.test(textsOf(element)), textsOf(element));
      expect(/Bo Lindqvist/.test(textsOf(element)), audience).to.equal(isNamed);
    }
  });

  it('of groups finds no number in the file of a table that the table hides', async () => {
    const element = await drawn('section-table', { data: activeCourse(300), audience: 'aggregate', 'min-group': '200' });
    const all = await drawn('section-table', { data: activeCourse(300) });
    const sizes = async (of: StatsElement): Promise<readonly string[]> =>
      [...(await exported(of)).matchAll(/^\d:[^,]*,(\w+)\r$/gm)].map(([, size]) => size ?? '');
    const known = await sizes(all);
    const isSmall = (size: string): boolean => Number(size) < 200;
    expect(element.renderRoot.textContent).to.contain(`${known.filter(isSmall).length} groups are hidden`);
    expect(await sizes(element)).to.deep.equal(known.map((size) => (isSmall(size) ? 'hidden' : size)));
  });

  it('of groups reads a long table to its end, in which no place tells of a number withheld', async () => {
    const element = await drawn('section-table', { data: withSections(SIZES), audience: 'aggregate' });
    const sorted = ['learners', 'desc'] as const;
    const rows = async (): Promise<readonly (readonly [string, string])[]> =>
      [...(await exported(element)).matchAll(/^\d+:0:0 - (S\d+),(\w+)\r$/gm)].map(([, name, size]) => [name ?? '', size ?? '']);
    expect(
      (await rows()).map(([name]) => name),
      'the order of the course',
    ).to.deep.equal(SIZES.map((_, at) => `S${100 + at}`));
    const header = element.renderRoot.querySelector<HTMLElement>(`[role=columnheader][data-column=${sorted[0]}]`)!;
    header.click();
    await element.settled();
    if (header.getAttribute('aria-sort') !== 'descending') header.click();
    await element.settled();
    const seen = await rows();
    const [shown, withheld] = [seen.filter(([, size]) => size !== 'hidden'), seen.filter(([, size]) => size === 'hidden')];
    expect(seen).to.deep.equal([...shown, ...withheld]);
    expect(withheld.length).to.be.above(60);
    expect(withheld.map(([name]) => name)).to.deep.equal(withheld.map(([name]) => name).sort());
    expect(shown.every(([, size]) => Number(size) >= 10)).to.equal(true);
    const frame = element.renderRoot.querySelector('.frame')!;
    frame.scrollTo({ top: frame.scrollHeight });
    await waitUntil(() => textsOf(element).includes(withheld.at(-1)![0]), 'the last row');
    expect(isHidden(element)).to.equal(false);
  });

  it('of groups keeps the order of the course where sizes happen to rise with it, and has the headline that all rows give', async () => {
    const element = await drawn('section-table', { data: withSections([3, 9, 20, 30, 40]), audience: 'aggregate' });
    const seen = [...(await exported(element)).matchAll(/^\d+:0:0 - (S\d+),(\w+)\r$/gm)].map(([, name, size]) => `${name} ${size}`);
    expect(seen).to.deep.equal(['S100 hidden', 'S101 hidden', 'S102 20', 'S103 30', 'S104 40']);
    expect(element.renderRoot.querySelector('.headline')!.textContent).to.contain('S104, by 40 learners');
    const few = await drawn('section-table', { data: withSections([40, 6, 5]), audience: 'aggregate' });
    expect(few.renderRoot.querySelector('.headline')?.textContent ?? '').not.to.contain('40');
  });

  it('of groups sees nothing of groups of unknown size, whatever the least one is called', async () => {
    for (const least of ['', '1']) {
      const element = await drawn('problem-results-table', { data: activeCourse(600), audience: 'aggregate', 'min-group': least });
      expect(isHidden(element), `min-group="${least}"`).to.equal(true);
    }
  });

  it('of groups sees those of at least the number that is given as text, and of 10 where nothing is', async () => {
    const element = await drawn('grade-chart', { data: activeCourse(9), audience: 'aggregate' });
    const seen: (string | undefined)[] = [];
    for (const minGroup of ['25', 26, '', null, undefined]) {
      Object.assign(element, { minGroup });
      await element.settled();
      seen.push(/fewer than (\d+)/.exec(textsOf(element))?.[1]);
    }
    expect(seen).to.deep.equal(['25', '26', '10', '10', '10']);
  });

  it('sees no number where it cannot be read who that is, on the page or in a file', async () => {
    for (const wrong of [{ audience: 'Roster' }, { 'min-group': '-1' }, { 'min-group': '0' }]) {
      const element = await drawn('grade-chart', { data: activeCourse(600), audience: 'aggregate', ...wrong });
      expect(textsOf(element)).to.match(/(audience|min-group): expected/);
      expect(element.renderRoot.querySelectorAll('[role=option], td')).to.have.length(0);
      expect(await exported(element)).not.to.match(/"rows": ?\[\[/);
    }
    expect(textsOf(await drawn('table', { data: course(18), audience: 'Roster' }))).not.to.contain('Lindqvist');
  });

  it('is as if it were left out where an attribute is taken away', async () => {
    const element = await drawn('table', { data: course(18), audience: 'aggregate' });
    element.removeAttribute('audience');
    await element.settled();
    await waitUntil(() => textsOf(element).includes('Bo Lindqvist'));
  });

  it('of groups hides a group with the one that would give it away, wherever both stand', async () => {
    const sizes = Array.from({ length: 130 }, (_, at) => (at === 2 ? 4 : at === 120 ? 12 : 20 + (at % 30)));
    const element = await drawn('section-table', { data: withSections(sizes), audience: 'aggregate' });
    const seen = [...(await exported(element)).matchAll(/^\d+:0:0 - S(\d+),hidden\r$/gm)].map(([, number]) => Number(number) - 100);
    expect(seen).to.deep.equal([2, 120]);
    expect(textsOf(element)).to.contain('2 groups are hidden');
    expect(element.renderRoot.querySelector('[aria-rowindex="4"] [data-column=learners]')!.textContent).to.equal('hidden');
  });

  for (const name of ['track-chart', 'grade-chart', 'visits-chart', 'section-table', 'page-engagement-chart']) {
    it(`of groups is not told that nobody is enrolled where nobody is at risk: at-risk-${name}`, async () => {
      const data = activeCourse(300);
      const seen = data['enrollments']!.map((row) => ({ ...row, last_visit: STORY_NOW }));
      const element = await drawn(name, { data: { ...data, enrollments: seen }, audience: 'aggregate' });
      expect(isHidden(element), textsOf(element)).to.equal(true);
      expect(textsOf(element)).to.contain('Hidden: groups of fewer than 10 learners');
    });
  }

  it('that is narrowed sees the former numbers no more, while the answer for it is on its way', async () => {
    const element = await drawn('track-chart', { data: activeCourse(60), audience: 'roster' });
    expect(textsOf(element)).to.match(/Learners \d/);
    element.setAttribute('audience', 'aggregate');
    await element.updateComplete.then(() => undefined);
    await element.settled();
    element.setAttribute('min-group', '50');
    element.requestUpdate();
    (element as unknown as { performUpdate(): void }).performUpdate();
    expect(textsOf(element)).not.to.match(/Learners \d/);
    await element.settled();
  });

  it('of groups sees no 0 where learners without a grade are too few to be told', async () => {
    const data = activeCourse(300);
    const graded = data['enrollments']!.map((row, at) => ({ ...row, course_grade: at < 12 ? null : 0.1 * (at % 3), grade_bucket: null }));
    const settings = { data: { ...data, enrollments: graded, grades: [] } };
    const count = async (audience: string): Promise<string | undefined> =>
      (await drawn('grade-chart', { ...settings, audience })).renderRoot.querySelector('.apart')?.textContent.trim();
    expect(await count('roster')).to.match(/^No grade yet: [1-9]$/);
    expect(await count('aggregate')).to.equal('No grade yet: hidden');
  });

  it('of groups sees no number under a filter of others, and all again without it', async () => {
    const element = await drawn('grade-chart', { data: activeCourse(600), audience: 'aggregate' });
    expect(isHidden(element)).to.equal(false);
    element.dispatchEvent(new FilterEvent({ origin: 'test', field: 'track', in: ['audit'] }));
    await waitUntil(() => isHidden(element));
    expect(textsOf(element)).to.contain('Hidden while filters apply');
    element.dispatchEvent(new FilterEvent({ origin: 'test', field: 'track' }));
    await waitUntil(() => !isHidden(element));
  });

  it('of groups is not told either that a filter leaves nobody', async () => {
    const element = await drawn('track-chart', { data: activeCourse(600), audience: 'aggregate' });
    element.dispatchEvent(new FilterEvent({ origin: 'test', field: 'course_key', in: ['no-such-course'] }));
    await waitUntil(() => isHidden(element));
    expect(textsOf(element)).to.contain('Hidden while filters apply').and.not.to.contain('Nothing matches');
  });

  it('of groups is not told how many groups a filter leaves', async () => {
    for (const name of ['video-table', 'section-table', 'problem-results-table', 'track-chart']) {
      const element = await drawn(name, { data: activeCourse(600), audience: 'aggregate' });
      element.dispatchEvent(new FilterEvent({ origin: 'test', field: 'actor_id', in: ['learner-00007'] }));
      await waitUntil(() => textsOf(element).includes('Hidden while filters apply'), name);
      expect(textsOf(element), name).not.to.match(/\d+ groups? (is|are) hidden|of \d/);
    }
  });

  it('may change at any time, and is that of all parts of a dashboard', async () => {
    const element = await drawn('table', { data: course(18) });
    element.setAttribute('audience', 'aggregate');
    await element.settled();
    expect(textsOf(element)).not.to.contain('Bo Lindqvist');
    element.setAttribute('audience', 'roster');
    await element.settled();
    await waitUntil(() => textsOf(element).includes('Bo Lindqvist'));
    const dashboard = show('at-risk-dashboard', { provider: 'tables', now: STORY_NOW, data: course(18), audience: 'aggregate' });
    await fixture(dashboard);
    const list = (): StatsElement | null => dashboard.shadowRoot?.querySelector<StatsElement>('at-risk-table') ?? null;
    await waitUntil(() => list()?.renderRoot.querySelector('.state.hidden') instanceof Element, 'the list is hidden', { timeout: 10_000 });
  });
});
