import { expect, fixture } from '@open-wc/testing';
import '../../../../src/define/at-risk-dashboard.js';
import '../../../../src/define/creator-stats-report.js';
import type { StatsElement } from '../../../../src/components/base/stats-element.js';
import { activeCourse } from '../../../../stories/support/at-risk-activity.js';
import { STORY_NOW } from '../../../../stories/support/at-risk-data.js';
import { creatorReport } from '../../../../stories/support/creator-report.js';
import { show } from '../../../../stories/support/show.js';
import { unzip } from '../../../export/files/unzip.js';
import { saved } from '../../../support/saved.js';
import type { SavedFile } from '../../../support/saved.js';
import { all, one, settled } from '../../../support/widgets.js';
import { waitUntil } from '../../../support/wait-until.js';

const NOW = '2026-11-16T09:00:00Z';

interface Json {
  readonly title: string;
  readonly filters: readonly string[];
  readonly timezone: string;
  readonly parts: readonly {
    readonly title: string;
    readonly chapter?: string;
    readonly filters?: readonly string[];
    readonly notes?: readonly string[];
    readonly columns: readonly { readonly name: string; readonly definition?: string }[];
    readonly rows: readonly (readonly unknown[])[];
  }[];
}

/** What "in short" says, and must say, of the first exploration of the table, which has all threads in no column at first. */
function shortNumbers(made: Json['parts']): readonly [said: unknown, due: unknown] {
  const [short, table] = ['In short', 'Explorations'].map((title) => {
    const { columns, rows } = made.find((part) => part.title === title)!;
    return Object.fromEntries(columns.map(({ name }, at) => [name, rows[0]![at]]));
  });
  const { feedback, ...said } = short!;
  expect(feedback).to.equal(2);
  return [said, Object.fromEntries(Object.keys(said).map((name) => [name, table![name]]))];
}

async function whole(tag: string, settings: Readonly<Record<string, unknown>>): Promise<HTMLElement> {
  const element = await fixture<HTMLElement>(show(tag, settings), { parentNode: document.createElement('main') });
  for (const part of parts(element)) await settled(part);
  return element;
}

const parts = (element: Element) => all<StatsElement>(element, '.parts > *').filter((part) => part.localName !== 'at-risk-help');

/** The file that an entry of the menu of the whole makes. */
async function file(element: HTMLElement, name: RegExp): Promise<SavedFile> {
  const [made] = await saved(async () => {
    one<HTMLButtonElement>(element, '#more-anchor > button').click();
    await waitUntil(() => all(element, '[role=menuitem]').length > 0, 'the menu');
    all(element, '[role=menuitem]')
      .find((item) => name.test(item.textContent))!
      .click();
    await waitUntil(() => /Saved|could not/.test(one(element, '.controls [role=status]').textContent), 'a file', { timeout: 15_000 });
  });
  return made!;
}

async function json(element: HTMLElement): Promise<Json> {
  return JSON.parse(await (await file(element, /JSON/)).blob.text()) as Json;
}

describe('the menu of a whole report', () => {
  const report = async (more: Readonly<Record<string, unknown>> = {}) =>
    whole('creator-stats-report', { provider: 'oppia', data: creatorReport(6), now: NOW, timezone: 'Europe/Paris', ...more });

  it('makes one file of all parts, in their order, with what each number means', async () => {
    const element = await report();
    const { title, timezone, filters, parts: made } = await json(element);
    expect([title, timezone, filters]).to.deep.equal(['Creator stats report', 'Europe/Paris', []]);
    expect(made.map((part) => part.title)).to.deep.equal(parts(element).map((part) => one(part, '#heading').textContent.trim()));
    const explorations = made.find((part) => part.title === 'Explorations')!;
    expect(explorations.rows).to.have.length(6);
    expect(explorations.columns.every(({ definition }) => (definition ?? '') !== '')).to.equal(true);
  });

  it('says of a part without numbers why it has none', async () => {
    const made = (await json(await report())).parts.find((part) => part.columns.length === 0)!;
    expect(made.title).to.equal('Who the learners are');
    expect(made.notes?.join(' ')).to.match(/Oppia records nothing about who its learners are/);
  });

  it('is the current view: its filters once, and beside the part that set one that it is not filtered by it', async () => {
    const element = await report();
    const table = parts(element).find(({ localName }) => localName === 'creator-exploration-table')!;
    all(table, '[role=rowheader]')[0]!.click();
    await waitUntil(() => table.pageDataset?.clauses.all.length === 1, 'a filter');
    const { filters, parts: made } = await json(element);
    expect(filters).to.have.length(1);
    expect(made.find((part) => part.title === 'Explorations')).to.deep.include({ filters: [] });
    expect(made.filter((part) => part.filters !== undefined).map((part) => part.title)).to.deep.equal(['Compared', 'Explorations']);
    const [said, due] = shortNumbers(made);
    expect(said).to.deep.equal(due);
    expect(made.find((part) => part.title === 'In short')!.rows).to.have.length(1);
    expect(made.find((part) => part.title === 'Attempts and solutions')!.columns[0]!.name).to.equal('state');
  });

  it('packs a table and a picture of each part, and one dictionary', async () => {
    const { name, blob } = await file(await report(), /ZIP/);
    expect(name).to.match(/^Creator stats report-.*\.zip$/);
    const names = unzip(new Uint8Array(await blob.arrayBuffer())).map((entry) => entry.name);
    expect(names.filter((each) => each.endsWith('.csv') && each !== 'data-dictionary.csv').length).to.be.above(6);
    expect(names.filter((each) => each.endsWith('.svg')).length).to.be.above(4);
    expect(names).to.include('data-dictionary.csv').and.to.include('Creator stats report.json');
  });

  it('is not there where the host leaves menus out, and makes nothing where the page prevents it', async () => {
    expect(all(await report({ 'without-menu': true }), '#more-anchor')).to.deep.equal([]);
    const element = await report();
    const heard: unknown[] = [];
    element.addEventListener('stats-export', (event) => {
      heard.push(event.detail);
      event.preventDefault();
    });
    const files = await saved(async () => {
      one<HTMLButtonElement>(element, '#more-anchor > button').click();
      await waitUntil(() => all(element, '[role=menuitem]').length > 0, 'the menu');
      all(element, '[role=menuitem]')
        .find((item) => item.textContent.includes('JSON'))!
        .click();
      await Promise.resolve();
    });
    expect(files).to.deep.equal([]);
    expect(heard).to.deep.equal([{ format: 'json', view: 'creator-stats-report', title: 'Creator stats report' }]);
    expect(one(element, '.controls [role=status]').textContent).to.equal('');
  });
});

describe('the menu of the whole dashboard', () => {
  it('makes one file of all tabs, and shows the chosen one alone again', async () => {
    const element = await whole('at-risk-dashboard', { provider: 'tables', data: activeCourse(60), tab: 'enrollment', now: STORY_NOW });
    const { parts: made } = await json(element);
    expect([...new Set(made.map(({ chapter }) => chapter))]).to.deep.equal([
      'Overview',
      'Enrollment',
      'Engagement: Pages',
      'Engagement: Problems',
      'Engagement: Videos',
      'Performance',
      'Help',
    ]);
    expect(made).to.have.length(20);
    expect(made.find(({ title }) => title === 'Learners at risk')!.rows.length).to.be.above(0);
    await waitUntil(() => parts(element).length === 2, 'only the parts of the chosen tab');
    expect(all(element, '.aside')).to.deep.equal([]);
  });
});
