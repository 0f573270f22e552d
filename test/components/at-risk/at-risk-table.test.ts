import { expect, oneEvent } from '@open-wc/testing';
import '../../../src/define/at-risk-table.js';
import '../../../src/define/stats-dataset.js';
import type { ErrorDetail } from '../../../src/components/base/events.js';
import { StatsError } from '../../../src/workers/connect.js';
import { show } from '../../../stories/support/show.js';
import { course, STORY_NOW } from '../../../stories/support/at-risk-data.js';
import { block, statement } from '../../support/statements.js';
import { all, byRole, one, textOf, widget } from '../../support/widgets.js';
import { waitUntil } from '../../support/wait-until.js';

const TAG = 'at-risk-table';
const common = { provider: 'tables', now: STORY_NOW };
const rows = (table: HTMLElement): HTMLElement[] => [...(table.shadowRoot?.querySelectorAll<HTMLElement>('tbody tr') ?? [])];

describe('<at-risk-table>', () => {
  it('lists the enrolled who were not seen for seven days, and says of how many', async () => {
    const table = await widget(TAG, { ...common, data: course(18) });
    expect(textOf(table)).to.contain('12 of 18 enrollments are at risk.');
    expect(rows(table)).to.have.length(12);
  });

  it('says beside the name for how long a learner was not seen, at 320 px, too', async () => {
    const narrow = document.createElement('main');
    narrow.style.setProperty('inline-size', '320px');
    const element = await widget('at-risk-table', { provider: 'tables', now: STORY_NOW, data: course(18) }, narrow);
    const [name, days] = all<HTMLTableCellElement>(element, 'thead th');
    expect(days!.textContent.trim()).to.equal('Days not seen');
    expect(name!.getBoundingClientRect().width).to.be.at.most(0.42 * 320 + 10);
  });

  it('says who is new on the list since a week ago, and who is back', async () => {
    const seen = [
      statement({ actor: 'ann', verb: 'registered', time: '2024-01-10T00:00:00Z' }),
      statement({ actor: 'ann', verb: 'navigated', time: '2024-03-05T12:00:00Z', object: block('vertical', 'u1') }),
      statement({ actor: 'bob', verb: 'registered', time: '2024-01-10T00:00:00Z' }),
      statement({ actor: 'bob', verb: 'navigated', time: '2024-02-01T00:00:00Z', object: block('vertical', 'u1') }),
      statement({ actor: 'bob', verb: 'navigated', time: '2024-03-10T00:00:00Z', object: block('vertical', 'u1') }),
    ];
    const table = await widget(TAG, { provider: 'xapi', now: '2024-03-13', data: seen });
    await waitUntil(() => textOf(table).includes('Since a week ago: 1 new on the list, 1 back again.'));
  });

  it('says so where a source does not tell who was on the list a week ago', async () => {
    const table = await widget(TAG, { ...common, data: course(18) });
    expect(textOf(table)).to.contain('This source does not tell who was on the list a week ago.');
  });

  it('shows stable codes where the site does not share names', async () => {
    const table = await widget(TAG, { ...common, data: course(18, { names: false }) });
    expect(textOf(table)).to.contain('This site does not share names.');
    const [code] = rows(table).map((row) => row.querySelector('th')?.textContent?.trim());
    expect(code).to.match(/^L-[0-9a-f]{8}$/);
  });

  it('sorts by a column at a click on its header, and tells assistive technology', async () => {
    const table = await widget(TAG, { ...common, data: course(18) });
    const header = byRole(table, 'columnheader', /Days not seen/);
    header?.querySelector('button')?.click();
    await waitUntil(() => byRole(table, 'columnheader', /Days not seen/)?.getAttribute('aria-sort') === 'descending');
    await waitUntil(() => {
      const days = rows(table).map((row) => Number(row.querySelector('[data-column="days_inactive"]')?.textContent?.replace(/\D/g, '')));
      return days.length === 12 && days.every((value, at) => at === 0 || value <= (days[at - 1] ?? 0));
    });
  });

  it('names whom it counts as selected, who may be fewer than rows', async () => {
    const once = course(3);
    const [first] = once['courses'] ?? [];
    const again = { ...first, course_key: 'course-v1:Example+CS102+2024', course_name: 'Further programming' };
    const enrollments = (once['enrollments'] ?? []).flatMap((row) => [row, { ...row, course_key: again.course_key }]);
    const table = await widget(TAG, { ...common, data: { ...once, courses: [first, again], enrollments } });
    all(table, 'button')
      .find((button) => /Select all shown/.test(button.textContent))
      ?.click();
    await waitUntil(() => textOf(table).includes('selected · Clear'));
    expect(rows(table)).to.have.length(4);
    expect(textOf(table)).to.contain('1–4 of 4 · 2 learners selected · Clear');
  });

  it('gives ids, never names, when a row is chosen', async () => {
    const table = await widget(TAG, { ...common, data: course(18) });
    setTimeout(() => rows(table)[0]?.querySelector('th')?.click());
    const { detail } = await oneEvent<CustomEvent<{ ids: string[] }>>(table, 'stats-select');
    expect(detail.ids).to.have.length(1);
    expect(detail.ids[0]).to.match(/^learner-\d{5}$/);
  });

  it('tells nobody at risk from nobody enrolled', async () => {
    expect(textOf(await widget(TAG, { ...common, data: course(1) }))).to.contain('Nobody: the one enrolled learner');
    expect(textOf(await widget(TAG, { ...common, data: course(0) }))).to.contain('No learner is enrolled yet.');
  });

  it('offers to write to learners only where there is one', async () => {
    const offered = async (data: object): Promise<string> =>
      all(await widget(TAG, { ...common, contact: true, data }), '.tool')
        .map(({ textContent }) => textContent?.trim())
        .join('|');
    expect(await offered(course(18)))
      .to.contain('Copy addresses of 12 learners')
      .and.to.contain('Contact 12 learners');
    expect(await offered(course(1))).to.equal('Columns');
  });

  it('counts learners to write to once each, who are listed in two courses', async () => {
    const data = course(18);
    const again = data['enrollments']!.slice(0, 6).map((row) => ({ ...row, course_key: 'course-v1:Example+CS102+2024' }));
    const table = await widget(TAG, { ...common, contact: true, data: { ...data, enrollments: [...data['enrollments']!, ...again] } });
    expect(one(table, '.seen').textContent).to.contain('of 16');
    const contact = (): HTMLElement => all(table, '.tool').at(-1)!;
    expect(contact().textContent).to.contain('Contact 12 learners');
    setTimeout(() => contact().click());
    expect((await oneEvent<CustomEvent<{ ids: string[] }>>(table, 'stats-contact')).detail.ids).to.have.length(12);
    const search = one<HTMLInputElement>(table, '.search input');
    search.value = 'user_1';
    search.dispatchEvent(new Event('input'));
    await waitUntil(() => contact().textContent?.includes('Contact all shown'), 'how many a search finds is not counted');
  });

  it('opens its links apart from the button, each in the middle of what a finger hits', async () => {
    const narrow = document.createElement('main');
    narrow.style.setProperty('width', '320px');
    const table = await widget(TAG, { ...common, data: course(18) }, narrow);
    one(table, 'details:last-of-type summary').click();
    await waitUntil(() => all(table, '.drop-card a').length === 1);
    const [link, card, tools] = ['.drop-card a', 'details[open] .drop-card', '.tools'].map((part) =>
      one(table, part).getBoundingClientRect(),
    );
    expect(card!.top - tools!.bottom).to.equal(4);
    const text = document.createRange();
    text.selectNodeContents(one(table, '.drop-card a'));
    const written = text.getBoundingClientRect();
    expect(link!.height).to.equal(44);
    expect(written.top - link!.top).to.be.closeTo(link!.bottom - written.bottom, 1);
  });

  it('follows other rules without another load', async () => {
    const table = await widget(TAG, { ...common, data: course(18) });
    const loads: string[] = [];
    const dataset = table.pageDataset!;
    dataset.subscribe(({ kind }) => kind === 'status' && loads.push(dataset.status.kind));
    Object.assign(table, { rules: { inactiveDays: 1 } });
    await waitUntil(() => rows(table).length === 18);
    expect(textOf(table)).to.contain('last visit 1 or more days ago');
    await table.settled();
    expect(loads).to.deep.equal([]);
  });

  it('writes days in the time zone of its dataset, with the time of day for who hears them', async () => {
    const data = course(1);
    const enrollments = data['enrollments']?.map((row) => ({ ...row, last_visit: '2024-03-01T20:00:00Z' }));
    const dataset = show('stats-dataset', { ...common, timezone: 'Asia/Tokyo', data: { ...data, enrollments } });
    const table = await widget(TAG, {}, dataset);
    const cell = rows(table)[0]?.querySelector('[data-column="last_visit"]');
    expect(cell?.querySelector('bdi')?.textContent).to.equal('Mar 2, 2024');
    expect(cell?.textContent?.replace(/\s+/g, ' ').trim(), 'to hear').to.equal('Mar 2, 2024 5:00 AM');
  });

  it('says whom it is searched for where its list was withheld meanwhile', async () => {
    const table = await widget(TAG, { ...common, data: course(12) });
    const search = one<HTMLInputElement>(table, '.search input');
    search.value = 'Amina';
    search.dispatchEvent(new Event('input'));
    await waitUntil(() => rows(table).length === 1);
    table.audience = 'aggregate';
    await table.updateComplete;
    table.audience = 'roster';
    await waitUntil(() => rows(table).length === 1);
    expect(one<HTMLInputElement>(table, '.search input').value).to.equal('Amina');
  });

  it('names its search by words that begin with those that are shown in it, in every language', async () => {
    for (const lang of ['en', 'ar', 'es', 'fr', 'hi', 'pt-BR', 'zh-Hans']) {
      const table = await widget(TAG, { ...common, lang, data: course(3) });
      await waitUntil(() => lang === 'en' || one(table, '#heading').textContent?.trim() !== 'Learners at risk', lang);
      const name = one(table, '.search .visually-hidden').textContent;
      expect(name?.startsWith(one<HTMLInputElement>(table, '.search input').placeholder), `${lang}: ${name}`).to.equal(true);
    }
  });

  it('does what is pressed last where that is pressed twice, or beside another, and no promise of before is left to the page', async () => {
    const table = await widget(TAG, { ...common, contact: true, data: course(18) });
    const left: unknown[] = [];
    const leave = (event: PromiseRejectionEvent): void => void (event.preventDefault(), left.push(event.reason));
    addEventListener('unhandledrejection', leave);
    try {
      const told: string[][] = [];
      table.addEventListener('stats-contact', (event) => told.push([...(event as CustomEvent<{ ids: string[] }>).detail.ids]));
      for (const button of all(table, '.tools > button')) for (let time = 0; time < 2; time++) button.click();
      one(table, 'details:last-of-type summary').click();
      await waitUntil(() => told.length > 0 && all(table, '.drop-card a').length === 1 && textOf(table).includes('12 learners selected'));
      const status = one(table, '[role=status]');
      await waitUntil(() => /addresses/.test(status.textContent ?? ''));
      rows(table)[0]!.querySelector('th')!.click();
      await waitUntil(() => textOf(table).includes('1 learner selected'));
      all(table, '.tools > button').at(-1)!.click();
      await waitUntil(() => told.at(-1)?.length === 1);
      expect(told.map(({ length }) => length)).to.deep.equal([12, 1]);
      expect(left).to.deep.equal([]);
    } finally {
      removeEventListener('unhandledrejection', leave);
    }
  });

  it('says what fails of what is pressed, and tells the page, which can try it again', async () => {
    const table = await widget(TAG, { ...common, contact: true, data: course(18) });
    const dataset = table.pageDataset!;
    const status = one(table, '[role=status]');
    const errors: ErrorDetail[] = [];
    table.addEventListener('stats-error', ({ detail }) => errors.push(detail));
    const { view } = dataset;
    dataset.view = () => Promise.reject(new StatsError('worker', 'It is gone.'));
    for (const button of all(table, '.tools > button')) button.click();
    one(table, 'details:last-of-type summary').click();
    await waitUntil(() => errors.length === 4 && status.textContent === 'The computation stopped.');
    expect(errors.map(({ code, message }) => `${code}: ${message}`)).to.deep.equal(Array(4).fill('worker: It is gone.'));
    dataset.view = view;
    errors[0]?.retry();
    await waitUntil(() => textOf(table).includes('12 learners selected'));
    expect(errors).to.have.length(4);
  });

  it('says so where the browser has no clipboard, as on a page that is not safe', async () => {
    const table = await widget(TAG, { ...common, data: course(18) });
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
    try {
      all(table, '.tools > button')
        .find(({ textContent }) => textContent.includes('Copy'))
        ?.click();
      const status = one(table, '[role=status]');
      await waitUntil(() => status.textContent === 'The browser did not let the addresses be copied.');
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard');
    }
  });

  it('keeps the focus in its search where its data are swapped for others', async () => {
    const table = await widget(TAG, { ...common, data: course(12) });
    one(table, '.search input').focus();
    table.data = null;
    await table.updateComplete;
    table.data = course(6);
    await waitUntil(() => rows(table).length === 4);
    expect(one(table, '.search input').matches(':focus')).to.equal(true);
  });
});
