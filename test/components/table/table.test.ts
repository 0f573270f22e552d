import { expect, nextFrame, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/define/creator-exploration-table.js';
import { FilterEvent } from '../../../src/components/base/events.js';
import type { SelectEvent } from '../../../src/components/base/events.js';
import type { StatsElement } from '../../../src/components/base/stats-element.js';
import { pressWith } from '../../support/keys.js';
import { all, one, widget } from '../../support/widgets.js';
import { waitUntil } from '../../support/wait-until.js';

const exploration = (at: number) => ({
  id: `e${at}`,
  title: `Exploration ${at}`,
  num_views: 1000 - at,
  num_starts: at,
  average_rating: at % 2 === 0 ? 3.5 : null,
});
const explorations = (count: number) => Array.from({ length: count }, (_, at) => exploration(at));
const table = (count: number, settings: Readonly<Record<string, unknown>> = {}, around?: HTMLElement) =>
  widget(
    'creator-exploration-table',
    { provider: 'creator-engagement-stats', data: { explorations: explorations(count) }, ...settings },
    around,
  );

const rows = (element: Element) => all<HTMLTableRowElement>(element, 'tr[part=row]');
const titles = (element: Element) => rows(element).map((row) => row.cells[0]!.textContent.trim());
const header = (element: Element, label: string) => all(element, 'th button').find((button) => button.textContent.trim() === label)!;
const selected = (element: Element) => all(element, 'tbody tr[aria-selected=true]').length;
const focused = (element: Element) => element.shadowRoot!.activeElement;
const until = (what: () => unknown) => waitUntil(() => Boolean(what()), 'nothing changed', { timeout: 5000 });

async function focusFirst(element: StatsElement): Promise<void> {
  rows(element)[0]!.cells[0]!.focus();
  await element.updateComplete;
}

describe('a table', () => {
  it('is a grid that says how many rows there are', async () => {
    const element = await table(120);
    const grid = one(element, '[role=grid]');
    expect(grid.getAttribute('aria-rowcount')).to.equal('121');
    expect(rows(element)).to.have.length(50);
    expect(rows(element)[0]!.getAttribute('aria-rowindex')).to.equal('2');
    expect(one(element, '.pager').textContent).to.match(/1–1\d of 120/);
    await expect(element).to.be.accessible();
  });

  it('is accessible in the dark and from right to left', async () => {
    const dark = document.createElement('main');
    dark.style.setProperty('color-scheme', 'dark');
    dark.style.setProperty('background', '#000');
    await expect(await table(3, {}, dark)).to.be.accessible();
    await expect(await table(3, { lang: 'ar', dir: 'rtl' })).to.be.accessible();
  });

  it('says what is not known in words', async () => {
    const cell = rows(await table(2))[1]!.querySelector('[data-column=average_rating]')!;
    expect(cell.querySelector('[aria-hidden]')!.textContent).to.equal('–');
    expect(cell.querySelector('.visually-hidden')!.textContent).to.equal('not known');
  });

  it('is sorted by its header, and says so', async () => {
    const element = await table(60);
    expect(titles(element)[0]).to.equal('Exploration 0');
    header(element, 'Starts').click();
    await until(() => titles(element)[0] === 'Exploration 59');
    expect(header(element, 'Starts').closest('th')!.getAttribute('aria-sort')).to.equal('descending');
    expect(one(element, '[role=status]').textContent).to.equal('Sorted by Starts, descending');
    header(element, 'Starts').click();
    await until(() => titles(element)[0] === 'Exploration 0');
    expect(header(element, 'Starts').closest('th')!.getAttribute('aria-sort')).to.equal('ascending');
    expect(header(element, 'Plays').closest('th')!.getAttribute('aria-sort')).to.equal('none');
  });

  it('says at most one outcome a second, the newest', async () => {
    const element = await table(60);
    const status = one(element, '[role=status]');
    const said: string[] = [];
    new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
    for (const label of ['Starts', 'Plays', 'Starts', 'Plays']) header(element, label).click();
    await until(() => said.length === 2);
    expect(said).to.deep.equal(['Sorted by Starts, descending', 'Sorted by Plays, descending']);
  });

  it('says how many rows are chosen, and what a search finds, and leaves no number to be read that holds no more', async () => {
    const element = await table(60);
    const said = () => one(element, '[role=status]').textContent.trim();
    const search = (text: string): void => {
      const field = one<HTMLInputElement>(element, '.search input');
      field.value = text;
      field.dispatchEvent(new Event('input'));
    };
    rows(element)[0]!.cells[1]!.click();
    await until(() => said() === '1 selected');
    one<HTMLButtonElement>(element, '.pager .link').click();
    await until(() => said() === '');
    search('Exploration 1');
    await until(() => said() === '11 rows found');
    search('nothing of the kind');
    await until(() => said() === 'Nothing matches what is searched for.');
    search('');
    await until(() => rows(element).length === 50 && said() === '');
  });

  it('says how many rows the filter of another widget leaves, unless a whole around it does', async () => {
    const element = await table(120);
    const said = () => one(element, '[role=status]').textContent;
    const filter = (values: readonly string[]) =>
      element.dispatchEvent(new FilterEvent({ origin: 'another', field: 'exploration', in: values }));
    filter(['e1']);
    await until(() => said() === '1 row found');
    filter(['e2', 'e3']);
    await until(() => said() === '2 rows found');
    element.isToldAround = true;
    filter(['e4', 'e5', 'e6']);
    await until(() => rows(element).length === 3 && said() === '');
  });

  it('leaves no number of rows to be read that holds no more, as where other data have come', async () => {
    const element = await table(120);
    const said = () => one(element, '[role=status]').textContent;
    element.dispatchEvent(new FilterEvent({ origin: 'another', field: 'exploration', in: ['e1', 'e2', 'e3'] }));
    await until(() => said() === '3 rows found');
    element.data = { explorations: explorations(2) };
    await until(() => said() === '');
  });

  it('turns pages without columns that jump', async () => {
    const element = await table(57, { paging: true });
    const widths = () => all(element, 'th[scope=col]').map((heading) => heading.offsetWidth);
    const before = widths();
    one<HTMLButtonElement>(element, '[aria-label="Next page"]').click();
    await until(() => rows(element).length === 7);
    expect(widths()).to.deep.equal(before);
    expect(rows(element)[0]!.getAttribute('aria-rowindex')).to.equal('52');
    expect(one(element, '.pager').textContent).to.contain('51–57 of 57');
    expect(one(element, '[aria-label="Next page"]').getAttribute('aria-disabled')).to.equal('true');
  });

  it('writes decimals as its rows need them, whatever rows of other filters or data needed', async () => {
    const element = await table(3);
    const ratings = () => rows(element).map((row) => row.querySelector('[data-column=average_rating]')!.textContent.trim());
    const swap = (ratingsGiven: readonly number[]): void => {
      const given = ratingsGiven.map((average_rating, at) => ({ ...exploration(at), average_rating }));
      element.data = { explorations: given };
    };
    swap([3.25, 4]);
    await until(() => ratings().join() === '3.25,4.00');
    element.dispatchEvent(new FilterEvent({ origin: 'test', field: 'exploration', in: ['e1'] }));
    await until(() => ratings().join() === '4');
    element.dispatchEvent(new FilterEvent({ origin: 'test', field: 'exploration' }));
    await until(() => ratings().join() === '3.25,4.00');
    swap([4.5, 4]);
    await until(() => ratings().join() === '4.5,4.0');
  });

  it('keeps its height where a filter leaves fewer rows', async () => {
    const element = await table(57);
    const height = () => element.offsetHeight;
    const before = height();
    element.dispatchEvent(new FilterEvent({ origin: 'test', field: 'exploration', in: ['e3'] }));
    await until(() => rows(element).length === 1);
    expect(height()).to.equal(before);
    expect(one(element, '.pager').textContent).to.contain('1 of 1');
    element.dispatchEvent(new FilterEvent({ origin: 'test', field: 'exploration' }));
    await until(() => rows(element).length === 50);
    expect(height()).to.equal(before);
  });

  it('has no pages to turn where all rows are there', async () => {
    expect(all(await table(3, { paging: true }), '.turn')).to.have.length(0);
  });

  it('chooses a row by click and tells its id, lets it go, adds with Ctrl, and fills up with Shift', async () => {
    const element = await table(9);
    const click = (at: number, how: MouseEventInit = {}) =>
      rows(element)[at]!.cells[1]!.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, ...how }));
    const heard = oneEvent(element, 'stats-select');
    click(1);
    expect(((await heard) as SelectEvent).detail.ids).to.deep.equal(['e1']);
    await until(() => selected(element) === 1);
    click(3, { ctrlKey: true });
    await until(() => selected(element) === 2);
    click(6, { shiftKey: true });
    await until(() => selected(element) === 5);
    expect(one(element, '.pager').textContent.replace(/\s+/g, ' ')).to.contain('1–9 of 9 · 5 selected · Clear');
    one<HTMLButtonElement>(element, '.pager .link').click();
    await until(() => selected(element) === 0);
    click(1);
    await until(() => selected(element) === 1);
    click(1);
    await until(() => selected(element) === 0);
  });

  it('is one stop for the Tab key; arrows move, Space chooses, Esc clears', async () => {
    const element = await table(9);
    expect(all(element, '.grid [tabindex="0"]')).to.have.length(1);
    await focusFirst(element);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowRight' });
    expect(focused(element)).to.equal(rows(element)[1]!.cells[1]);
    await sendKeys({ press: ' ' });
    await until(() => selected(element) === 1);
    expect(focused(element)).to.equal(rows(element)[1]!.cells[1]);
    await sendKeys({ press: 'Escape' });
    await until(() => selected(element) === 0);
    const [heard, hear] = [[] as string[], ({ type }: Event): void => void heard.push(type)];
    for (const type of ['stats-filter', 'stats-select']) element.addEventListener(type, hear);
    const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true });
    focused(element)!.dispatchEvent(escape);
    await Promise.resolve();
    expect([escape.defaultPrevented, heard], 'with nothing chosen').to.deep.equal([false, []]);
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ press: 'ArrowUp' });
    expect(focused(element)).to.equal(header(element, 'Plays'));
    expect(all(element, '.grid [tabindex="0"]')).to.have.length(1);
    await sendKeys({ press: 'Enter' });
    await until(() => titles(element)[0] === 'Exploration 8');
  });

  it('goes to the last of many rows by keyboard, of which few are ever in the page', async () => {
    const element = await table(900);
    await focusFirst(element);
    await pressWith('Control', 'End');
    await until(() => focused(element)?.closest('tr')?.getAttribute('aria-rowindex') === '901');
    expect(titles(element).at(-1)).to.equal('Exploration 899');
    expect(rows(element).length).to.be.at.most(60);
    expect(one(element, '.pager').textContent).to.match(/88\d–900 of 900/);
    await sendKeys({ press: 'PageUp' });
    await until(() => Number(focused(element)?.closest('tr')?.getAttribute('aria-rowindex')) < 895);
    await pressWith('Control', 'Home');
    await until(() => focused(element) === rows(element)[0]!.cells[0] && titles(element)[0] === 'Exploration 0');
  });

  it('shows the row that keys go to clear of the edge that fades', async () => {
    const element = await table(40);
    await focusFirst(element);
    const frame = one(element, '.frame');
    for (let step = 0; step < 20; step++) await sendKeys({ press: 'ArrowDown' });
    await until(() => focused(element)?.closest('tr')?.cells[0]?.textContent.trim() === 'Exploration 20');
    expect(frame.getBoundingClientRect().bottom - focused(element)!.getBoundingClientRect().bottom).to.be.at.least(30);
    expect(frame.style.maskImage).to.contain('transparent');
  });

  it('shows every row where it is scrolled to, and keeps its place for the keyboard', async () => {
    const element = await table(900);
    await focusFirst(element);
    await sendKeys({ press: 'ArrowDown' });
    const frame = one(element, '.frame');
    const rowHeight = rows(element)[0]!.offsetHeight;
    const room = frame.scrollHeight;
    frame.scrollTo({ top: 500 * rowHeight });
    await until(() => titles(element).includes('Exploration 500'));
    expect(frame.scrollHeight).to.equal(room);
    const shown = rows(element).find((row) => row.getAttribute('aria-rowindex') === '502')!;
    const header = one(element, 'thead th').getBoundingClientRect();
    expect(Math.abs(shown.getBoundingClientRect().top - header.bottom)).to.be.below(2);
    expect(all(element, '.grid [tabindex="0"]')).to.have.length(1);
    await sendKeys({ press: 'ArrowDown' });
    await until(() => focused(element)?.closest('tr')?.getAttribute('aria-rowindex') === '4');
    expect(rows(element).length).to.be.at.most(60);
  });

  it('fills up with Shift from a row that is no longer in the page', async () => {
    const element = await table(200);
    rows(element)[0]!.cells[1]!.click();
    await until(() => selected(element) === 1);
    one(element, '.frame').scrollTo({ top: 1e6 });
    await until(() => titles(element).includes('Exploration 199'));
    const heard = oneEvent(element, 'stats-select');
    rows(element)
      .at(-1)!
      .cells[1]!.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, shiftKey: true }));
    const { ids } = ((await heard) as SelectEvent).detail;
    expect(ids).to.deep.equal(explorations(200).map(({ id }) => id));
  });

  it('comes in pages of a plain table on request, chosen by checkboxes', async () => {
    const element = await table(57, { paging: true });
    expect(all(element, '[role=grid], [tabindex="-1"]')).to.have.length(0);
    expect(one(element, '.pager').textContent).to.contain('1–50 of 57');
    await expect(element).to.be.accessible();
    const [first, second] = all<HTMLInputElement>(element, 'tbody input[type=checkbox]');
    expect(first!.getAttribute('aria-label')).to.equal('Choose Exploration 0');
    const heard = oneEvent(element, 'stats-select');
    first!.click();
    expect(((await heard) as SelectEvent).detail.ids).to.deep.equal(['e0']);
    second!.click();
    await until(() => one(element, '.pager').textContent.includes('2 selected'));
    first!.click();
    await until(() => one(element, '.pager').textContent.includes('1 selected'));
    header(element, 'Starts').click();
    await until(() => rows(element)[0]!.querySelector('th')!.textContent.trim() === 'Exploration 56');
  });

  it('shows the whole of a text that is cut off', async () => {
    const title = 'An exploration whose title has sixty characters, all of them';
    const element = await widget('creator-exploration-table', {
      provider: 'creator-engagement-stats',
      data: { explorations: [{ id: 'a', title, num_views: 1_234_567 }] },
    });
    const [name, plays] = rows(element)[0]!.cells;
    const text = name!.querySelector('bdi')!;
    expect(text.scrollWidth).to.be.greaterThan(text.clientWidth);
    name!.focus();
    expect(one(element, '.card').hidden).to.equal(false);
    expect(one(element, '.card').textContent.trim()).to.equal(title);
    expect(plays!.textContent.trim()).to.equal('1,234,567');
    plays!.focus();
    await until(() => one(element, '.card').hidden);
    name!.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => selected(element) === 1);
    expect(one(element, '.card').hidden).to.equal(false);
    await sendKeys({ press: 'Escape' });
    await until(() => selected(element) === 0);
    expect(one(element, '.card').hidden).to.equal(true);
  });

  it('shows the whole of a header that is cut off', async () => {
    const element = await table(3);
    const plays = all(element, 'thead th')[1]!;
    one(element, 'col:nth-child(2)').style.setProperty('inline-size', '40px');
    one(element, '.grid').style.setProperty('min-inline-size', '0');
    plays.querySelector('button')!.focus();
    await until(() => !one(element, '.card').hidden);
    expect(one(element, '.card').textContent.trim()).to.equal('Plays');
  });

  it('cuts the end of a title, in whichever direction it is written, and begins all of them at one edge', async () => {
    const titles = ['Reading the clock: when does the lesson begin?', 'قراءة الساعة: متى يبدأ الدرس الأول في المدرسة؟'];
    const data = { explorations: titles.map((title, at) => ({ id: `e${at}`, title, num_views: 9 - at })) };
    for (const dir of ['ltr', 'rtl']) {
      const element = await widget('creator-exploration-table', { provider: 'creator-engagement-stats', data, dir });
      for (const [at, row] of rows(element).entries()) {
        const name = row.cells[0]!;
        const [edges, text] = [name.getBoundingClientRect(), name.querySelector('bdi')!];
        const letters = [...text.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== '')!;
        const range = document.createRange();
        range.setStart(letters, 0);
        range.setEnd(letters, 1);
        const first = range.getBoundingClientRect();
        expect(first.left >= edges.left && first.right <= edges.right, `${dir}: begins ${titles[at]}`).to.equal(true);
        expect(text.scrollWidth, `${dir}: cuts ${titles[at]}`).to.be.greaterThan(text.clientWidth);
        const drawn = text.getBoundingClientRect();
        const gap = dir === 'ltr' ? drawn.left - edges.left : edges.right - drawn.right;
        expect(gap, `${dir}: ${titles[at]}`).to.be.closeTo(8, 1);
        name.focus();
        expect(one(element, '.card').textContent.trim()).to.equal(titles[at]);
      }
    }
  });

  it('fades the edge of its filters at which more follow', async () => {
    const element = await table(3);
    const filters = one(element, '.filters');
    filters.closest('details')!.open = true;
    await until(() => /gradient\((to bottom, )?black, .*transparent/.test(filters.style.maskImage));
    expect(filters.scrollHeight).to.be.greaterThan(filters.clientHeight);
    expect(filters.clientHeight).to.be.at.most(24 * 16);
    filters.scrollTop = filters.scrollHeight;
    await until(() => /gradient\((to bottom, )?transparent/.test(filters.style.maskImage));
  });

  it('has its header in one colour, and room around rows of two lines, in pages', async () => {
    const narrow = document.createElement('main');
    narrow.style.setProperty('width', '480px');
    const data = { explorations: [{ id: 'a', title: 'An exploration whose title has '.repeat(3), num_views: 7 }] };
    const element = await widget('creator-exploration-table', { provider: 'creator-engagement-stats', paging: true, data }, narrow);
    const heads = all(element, 'thead tr > *').map((head) => getComputedStyle(head).backgroundColor);
    expect(new Set(heads).size).to.equal(1);
    const [cell, text] = ['tbody th', 'tbody th bdi'].map((part) => one(element, part).getBoundingClientRect());
    expect(text!.top - cell!.top).to.be.at.least(3);
    expect(cell!.bottom - text!.bottom).to.be.at.least(3);
  });

  it('cuts no text in pages: it goes on in another line, but a number does not', async () => {
    const narrow = document.createElement('main');
    narrow.style.setProperty('width', '480px');
    const title = `An exploration whose title has ${'very '.repeat(20)}many words, and ${'x'.repeat(90)}`;
    const settings = { provider: 'creator-engagement-stats', paging: true };
    const data = { explorations: [{ id: 'a', title, num_views: 1_234_567 }] };
    const element = await widget('creator-exploration-table', { ...settings, data }, narrow);
    const texts = all(element, 'th, td, .sort-label');
    expect(texts.filter((text) => text.scrollWidth > text.clientWidth).map((text) => text.textContent)).to.deep.equal([]);
    const lines = (selector: string): number => {
      const range = document.createRange();
      range.selectNodeContents(one(element, selector));
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    };
    expect(lines('tbody th bdi')).to.be.greaterThan(1);
    expect(lines('[part=cell][data-column=plays] bdi')).to.equal(1);
  });

  it('gives columns the room of their texts when the font of the page grows or shrinks later', async () => {
    const element = await table(9);
    const root = document.documentElement;
    const cut = (): string[] =>
      all(element, 'thead .sort-label, tbody :is(td, bdi)')
        .filter((cell) => cell.scrollWidth > cell.clientWidth)
        .map((cell) => cell.textContent);
    const before = all(element, 'thead th')[1]!.getBoundingClientRect().width;
    expect(cut()).to.deep.equal([]);
    try {
      for (const size of [200, 150, 125, 75]) {
        root.style.setProperty('font-size', `${size}%`);
        expect(cut()).to.deep.equal([]);
        expect(all(element, 'thead th')[1]!.getBoundingClientRect().width / before).to.be.closeTo(size / 100, 0.05);
      }
    } finally {
      root.style.removeProperty('font-size');
    }
  });

  it('pins the first column and scrolls the rest at 320 px, in rows that a finger can hit', async () => {
    const narrow = document.createElement('main');
    narrow.style.setProperty('width', '320px');
    const element = await table(9, {}, narrow);
    const frame = one(element, '.frame');
    expect(element.scrollWidth).to.equal(element.clientWidth);
    expect(frame.scrollWidth).to.be.greaterThan(frame.clientWidth);
    const name = rows(element)[0]!.cells[0]!;
    const before = name.getBoundingClientRect().left;
    frame.scrollTo({ left: 300 });
    await nextFrame();
    expect(frame.scrollLeft).to.be.within(200, 400);
    expect(name.getBoundingClientRect().left).to.equal(before);
    const starts = all(element, 'thead th').map((header) => Math.round(header.getBoundingClientRect().left));
    expect(starts, 'no column is cut by the first one').to.include(Math.round(name.getBoundingClientRect().right));
    expect(name.offsetHeight).to.be.at.least(44);
  });

  it('holds no style attribute in its templates, but for what is set by script', async () => {
    const element = await table(3);
    expect(all(element, '[style]').every((found) => found.matches('col, .grid, .card, .frame, .filters, .space td'))).to.equal(true);
  });
});
