import { expect, nextFrame, oneEvent } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import '../../../../src/define/at-risk-track-chart.js';
import '../../../../src/define/creator-engagement-chart.js';
import type { StatsElement } from '../../../../src/components/base/stats-element.js';
import type { FilterEvent } from '../../../../src/components/base/events.js';
import { SIZES } from '../../../../src/components/base/tokens.js';
import { course, STORY_NOW } from '../../../../stories/support/at-risk-data.js';
import { HeldTimers } from '../../../support/held-timers.js';
import { all, one, settled, widget } from '../../../support/widgets.js';
import { waitUntil } from '../../../support/wait-until.js';

interface Exploration {
  readonly id: string;
  readonly title: string;
  readonly average_engagement_time: number | null;
  readonly min_engagement_time?: number;
  readonly max_engagement_time?: number;
}

const FOUR: readonly Exploration[] = [
  { id: 'a', title: 'Fractions', average_engagement_time: 157, min_engagement_time: 20, max_engagement_time: 600 },
  { id: 'b', title: 'Ratios & <b>rates</b>', average_engagement_time: 60, min_engagement_time: 10, max_engagement_time: 90 },
  { id: 'c', title: 'Never opened', average_engagement_time: null },
  { id: 'd', title: 'Opened and left', average_engagement_time: 0, min_engagement_time: 0, max_engagement_time: 0 },
];

const chart = (explorations: readonly Exploration[] = FOUR, settings: Readonly<Record<string, unknown>> = {}, around?: HTMLElement) =>
  widget('creator-engagement-chart', { provider: 'creator-engagement-stats', data: { explorations }, ...settings }, around);
const options = (element: Element) => all<SVGElement>(element, '[role=option]');
const card = (element: Element) => one(element, '.card');
const focused = (element: Element) => element.shadowRoot!.activeElement;

async function chosen(element: StatsElement, count: number): Promise<void> {
  await waitUntil(() => all(element, '[aria-selected=true]').length === count, `expected ${count} chosen`);
}

describe('a bar chart', () => {
  let held: HeldTimers | undefined;
  afterEach(async () => {
    held?.restore();
    await resetMouse();
  });

  it('says each bar in words: value, range, and what is not known', async () => {
    const element = await chart();
    expect(options(element).map((option) => option.getAttribute('aria-label'))).to.deep.equal([
      'Fractions: Average time 2\u00a0min\u00a037\u00a0s, Shortest time 20\u00a0s, Longest time 10\u00a0min',
      'Ratios & <b>rates</b>: Average time 1\u00a0min, Shortest time 10\u00a0s, Longest time 1\u00a0min\u00a030\u00a0s',
      'Opened and left: Average time 0\u00a0s, Shortest time 0\u00a0s, Longest time 0\u00a0s',
      'Never opened: Average time not known',
    ]);
    expect(one(element, '[role=listbox]').getAttribute('aria-label')).to.equal('Average engagement time: bar chart, 4 bars');
  });

  it('hatches what is not known, and draws 0 as a bar of no length', async () => {
    const [, , zero, unknown] = options(await chart());
    expect(unknown!.querySelector('.gap')).to.exist;
    expect(unknown!.querySelector('.bar')).to.equal(null);
    expect(unknown!.textContent).to.contain('–');
    expect(zero!.querySelector('.bar')!.getAttribute('width')).to.equal('0');
    expect(zero!.querySelector('.gap')).to.equal(null);
  });

  it('names what stands behind the bars while others filter, where nothing moves', async () => {
    const element = await chart();
    const keys = () => all(element, '[part=legend]').map((key) => key.textContent.trim());
    const place = () => one(element, '.plot').getBoundingClientRect().top;
    const before = place();
    expect(keys()).to.deep.equal([]);
    element.pageDataset!.filter({ origin: 'page', field: 'exploration', in: ['a'] });
    await waitUntil(() => keys().length > 0, 'no key');
    expect(keys()).to.deep.equal(['Without filters']);
    expect(all(element, '[part=legend] .ghost')).to.have.length(1);
    expect(place()).to.equal(before);
    await expect(element).to.be.accessible();
    element.pageDataset!.filter({ origin: 'page', field: 'exploration' });
    await waitUntil(() => keys().length === 0, 'a key of nothing');
  });

  it('is accessible, light and dark, and from right to left', async () => {
    await expect(await chart()).to.be.accessible();
    const dark = document.createElement('main');
    dark.style.setProperty('color-scheme', 'dark');
    dark.style.setProperty('background', '#000');
    await expect(await chart(FOUR, {}, dark)).to.be.accessible();
    await expect(await chart(FOUR, { lang: 'ar', dir: 'rtl' })).to.be.accessible();
  });

  it('is one stop for the Tab key, with the bars below it', async () => {
    const element = await chart();
    one(element, '[role=listbox]').focus();
    await sendKeys({ press: 'ArrowDown' });
    expect(focused(element)).to.equal(options(element)[0]);
    await sendKeys({ press: 'End' });
    expect(focused(element)).to.equal(options(element)[3]);
    await sendKeys({ press: 'Home' });
    await sendKeys({ press: 'ArrowUp' });
    expect(focused(element)).to.equal(one(element, '[role=listbox]'));
    expect(all(element, '[role=option][tabindex="0"]')).to.have.length(0);
  });

  it('shows the card of the focused bar, and hides it by Esc', async () => {
    const element = await chart();
    one(element, '[role=listbox]').focus();
    await sendKeys({ press: 'ArrowDown' });
    expect(card(element).hidden).to.equal(false);
    expect(card(element).textContent).to.contain('Fractions').and.to.contain('2\u00a0min\u00a037\u00a0s').and.to.contain('10\u00a0min');
    expect(card(element).getAttribute('aria-hidden')).to.equal('true');
    await sendKeys({ press: 'Escape' });
    expect(card(element).hidden).to.equal(true);
    expect(focused(element)).to.equal(options(element)[0]);
  });

  it('says in a card that is open the numbers that hold now', async () => {
    const element = await chart();
    one(element, '[role=listbox]').focus();
    await sendKeys({ press: 'ArrowDown' });
    element.data = { explorations: FOUR.map((each) => (each.id === 'a' ? { ...each, average_engagement_time: 120 } : each)) };
    await waitUntil(() => options(element)[0]?.getAttribute('aria-label')?.includes('2\u00a0min,') === true, 'no other number');
    expect(card(element).textContent.includes('2\u00a0min\u00a037')).to.equal(false);
  });

  it('shows the card of the bar that is pointed at, and keeps it while it is pointed at itself', async () => {
    const element = await chart();
    const { left, top, width, height } = options(element)[1]!.querySelector('.bar')!.getBoundingClientRect();
    const whisker = one(element, '[data-whisker="1"]').getBoundingClientRect();
    const timers = (held = new HeldTimers(SIZES.tooltipDelay));
    await sendMouse({ type: 'move', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
    await waitUntil(() => timers.waiting > 0);
    timers.pass();
    expect(card(element).hidden).to.equal(false);
    expect(card(element).textContent).to.contain('Ratios & <b>rates</b>');
    const box = card(element).getBoundingClientRect();
    expect(box.left, 'after its bar and its range').to.be.at.least(whisker.right - 1);
    expect(box.top, 'not over the rows above').to.be.at.least(options(element)[1]!.getBoundingClientRect().top - 1);
    const entered = oneEvent(card(element), 'pointerenter');
    await sendMouse({ type: 'move', position: [Math.round(box.left + 4), Math.round(top + height / 2)] });
    await entered;
    timers.pass();
    expect(card(element).hidden).to.equal(false);
    await sendMouse({ type: 'move', position: [0, 0] });
    await waitUntil(() => timers.waiting > 0);
    timers.pass();
    expect(card(element).hidden).to.equal(true);
  });

  for (const dir of ['ltr', 'rtl']) {
    it(`shows the card at the end of a lying bar or under it: ${dir}`, async () => {
      const element = await chart(FOUR, { dir });
      const rowOf = (at: number): DOMRect => options(element)[at]!.querySelector('.hit')!.getBoundingClientRect();
      const cardBox = (): DOMRect => card(element).getBoundingClientRect();
      one(element, '[role=listbox]').focus();
      await sendKeys({ press: 'ArrowDown' });
      const whisker = one(element, '[data-whisker="0"]').getBoundingClientRect();
      const isAfter = dir === 'ltr' ? cardBox().left >= whisker.right - 1 : cardBox().right <= whisker.left + 1;
      expect(isAfter || cardBox().top >= rowOf(0).bottom - 1).to.equal(true);
    });
  }

  for (const dir of ['ltr', 'rtl']) {
    it(`shows the card of a lying bar under a pointer that is past its end: ${dir}`, async () => {
      // Firefox leaves the pointer where the last test had it, over the row that this chart then has there.
      await sendMouse({ type: 'move', position: [2, 2] });
      const element = await chart(FOUR, { dir });
      const { left, right, top, height, bottom } = options(element)[1]!.querySelector('.hit')!.getBoundingClientRect();
      await sendMouse({ type: 'move', position: [Math.round(dir === 'ltr' ? right - 8 : left + 8), Math.round(top + height / 2)] });
      await waitUntil(() => card(element).textContent.includes('Ratios'));
      expect(card(element).getBoundingClientRect().top).to.be.closeTo(bottom, 1);
    });
  }

  it('chooses a bar by a press anywhere above it, which the card that the focus brings does not catch', async () => {
    const data = course(60);
    const enrollments = data['enrollments']!.map((row, at) => ({ ...row, track: at % 4 === 0 ? 'verified' : 'audit' }));
    const element = await widget('at-risk-track-chart', { provider: 'tables', now: STORY_NOW, data: { ...data, enrollments } });
    const boxOf = (option: Element): DOMRect => option.querySelector('.bar')!.getBoundingClientRect();
    const [shortest] = [...options(element)].sort((a, b) => boxOf(a).height - boxOf(b).height);
    const { left, width, top } = boxOf(shortest!);
    expect(top - shortest!.querySelector('.hit')!.getBoundingClientRect().top).to.be.greaterThan(30);
    for (const above of [2, 8, 20]) {
      await sendMouse({ type: 'move', position: [Math.round(left + width / 2), Math.round(top - above)] });
      await waitUntil(() => !card(element).hidden);
      await sendMouse({ type: 'down' });
      await settled(element);
      await sendMouse({ type: 'up' });
      await chosen(element, 1);
      await sendMouse({ type: 'move', position: [0, 0] });
      await sendKeys({ press: 'Escape' });
      await chosen(element, 0);
    }
  });

  it('chooses a bar by click, lets it go by a second one, and keeps others with Ctrl', async () => {
    const element = await chart();
    const click = (at: number, ctrlKey = false) =>
      options(element)[at]!.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, ctrlKey }));
    const heard = oneEvent(element, 'stats-filter');
    click(0);
    expect(((await heard) as FilterEvent).detail)
      .to.include({ field: 'exploration' })
      .and.to.deep.include({ in: ['a'] });
    await chosen(element, 1);
    expect(options(element)[1]!.classList.contains('faded')).to.equal(true);
    click(1, true);
    await chosen(element, 2);
    click(1);
    await chosen(element, 1);
    click(1);
    await chosen(element, 0);
  });

  it('leaves Esc to the dialog around it, once there is nothing to let go of', async () => {
    const element = await chart();
    const pressed = (): boolean => {
      const event = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true });
      focused(element)!.dispatchEvent(event);
      return event.defaultPrevented;
    };
    one(element, '[role=listbox]').focus();
    expect(pressed(), 'nothing chosen, no card').to.equal(false);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await chosen(element, 1);
    expect(pressed(), 'lets go of what is chosen').to.equal(true);
    await chosen(element, 0);
    expect(pressed(), 'goes up to the chart').to.equal(true);
    expect(pressed()).to.equal(false);
    await sendKeys({ press: 'ArrowDown' });
    expect(pressed(), 'closes the card').to.equal(true);
  });

  it('chooses by keyboard, clears by one Esc, then leaves', async () => {
    const element = await chart();
    one(element, '[role=listbox]').focus();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await chosen(element, 1);
    expect(focused(element)).to.equal(options(element)[0]);
    await sendKeys({ press: 'Escape' });
    await chosen(element, 0);
    await sendKeys({ press: 'Escape' });
    expect(focused(element)).to.equal(one(element, '[role=listbox]'));
  });

  it('shows the same numbers as a table', async () => {
    const element = await chart();
    one<HTMLButtonElement>(element, '.more').click();
    await element.updateComplete;
    all<HTMLButtonElement>(element, '[role=menuitem]')
      .find((item) => item.textContent.includes('View as table'))!
      .click();
    await element.updateComplete;
    const untold = ['–not known', '–not known', '–not known'];
    expect(all(element, 'tbody tr').map((row) => [...row.children].map((cell) => cell.textContent.trim()))).to.deep.equal([
      ['Fractions', '2\u00a0min\u00a037\u00a0s', '20\u00a0s', '10\u00a0min', ...untold],
      ['Ratios & <b>rates</b>', '1\u00a0min', '10\u00a0s', '1\u00a0min\u00a030\u00a0s', ...untold],
      ['Opened and left', '0\u00a0s', '0\u00a0s', '0\u00a0s', ...untold],
      ['Never opened', '–not known', '–not known', '–not known', ...untold],
    ]);
    await expect(element).to.be.accessible();
  });

  it('keeps its height from loading to drawn, and with 200 bars, which scroll', async () => {
    const few = await chart();
    const place = (element: Element) => one(element, '[part=plot]').offsetHeight;
    const many = await chart(
      Array.from({ length: 200 }, (_, at) => ({ id: `e${at}`, title: `Exploration ${at}`, average_engagement_time: at })),
    );
    const loading = await widget('creator-engagement-chart', { provider: 'creator-engagement-stats', data: { explorations: [] } });
    expect([place(few), place(many), place(loading)]).to.deep.equal([280, 280, 280]);
    const list = one(many, '[role=listbox]');
    expect(list.scrollHeight).to.be.greaterThan(list.clientHeight);
    list.focus();
    await sendKeys({ press: 'End' });
    await waitUntil(() => list.scrollTop > 0);
  });

  it('fits into 320 px, with titles of 60 characters and seven digits', async () => {
    const narrow = document.createElement('main');
    narrow.style.setProperty('width', '320px');
    const title = 'An exploration whose title has sixty characters, all of them';
    expect(title).to.have.length(60);
    const element = await chart([{ id: 'a', title, average_engagement_time: 1_234_567, max_engagement_time: 9_876_543 }], {}, narrow);
    await nextFrame();
    await settled(element);
    const { left, right } = element.getBoundingClientRect();
    for (const part of all<SVGElement>(element, 'text, rect, p')) {
      if (part.closest('.visually-hidden, .printed, defs') !== null) continue;
      expect(part.getBoundingClientRect().left).to.be.at.least(left);
      expect(part.getBoundingClientRect().right).to.be.at.most(right);
    }
  });

  it('grows bars from the right in a page that reads from right to left', async () => {
    const element = await chart(FOUR, { dir: 'rtl', lang: 'ar' });
    const [first, second] = options(element)
      .slice(0, 2)
      .map((option) => option.querySelector('.bar')!.getBoundingClientRect());
    expect(first!.right).to.be.closeTo(second!.right, 0.5);
    expect(first!.left).to.be.lessThan(second!.left);
  });

  it('holds no style attribute in its templates', async () => {
    const element = await chart();
    expect(all(element, '[style]').filter((found) => !found.matches('.card'))).to.deep.equal([]);
  });
});
