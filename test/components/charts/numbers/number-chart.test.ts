import { expect, fixture, nextFrame, oneEvent } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import '../../../../src/define/at-risk-video-segments-chart.js';
import '../../../../src/define/stats-dataset.js';
import { FilterEvent } from '../../../../src/components/base/events.js';
import type { FilterDetail } from '../../../../src/components/base/events.js';
import { OPEN_END, OPEN_START } from '../../../../src/components/base/clauses/open-range.js';
import { SIZES } from '../../../../src/components/base/tokens.js';
import type { StatsDataset } from '../../../../src/components/filters/stats-dataset.js';
import { activeCourse } from '../../../../stories/support/at-risk-activity.js';
import { STORY_NOW } from '../../../../stories/support/at-risk-data.js';
import { show } from '../../../../stories/support/show.js';
import { HeldTimers } from '../../../support/held-timers.js';
import { pressWith } from '../../../support/keys.js';
import { all, byRole, one, widget } from '../../../support/widgets.js';
import { waitUntil } from '../../../support/wait-until.js';

const settings = { provider: 'tables', now: STORY_NOW, data: activeCourse(60) };
const SECOND_VIDEO = 'block-v1:Example+CS101+2024+type@video+block@2_1';

async function chart(more: Readonly<Record<string, unknown>> = {}) {
  const element = await widget('at-risk-video-segments-chart', { ...settings, ...more });
  await waitUntil(() => all(element, '[role=option]').length === 1);
  return element;
}

function heardBy(element: Element): FilterDetail[] {
  const heard: FilterDetail[] = [];
  element.addEventListener('stats-filter', (event) => heard.push((event as FilterEvent).detail));
  return heard;
}

const mark = (element: Element) => one<SVGElement>(element, '[role=option]');

describe('a chart over seconds', () => {
  let held: HeldTimers | undefined;
  afterEach(async () => {
    held?.restore();
    await resetMouse();
  });

  it('shows one video, the one with most viewers, and another by choice', async () => {
    const element = await chart();
    const picker = one<HTMLSelectElement>(element, '.above select');
    const shown = mark(element).getAttribute('aria-label');
    expect(picker.options).to.have.length(10);
    picker.value = SECOND_VIDEO;
    picker.dispatchEvent(new Event('change'));
    await waitUntil(() => all(element, '[role=option]').length === 1 && mark(element).getAttribute('aria-label') !== shown);
    expect(picker.value).to.equal(SECOND_VIDEO);
  });

  it('names its video in full under the title, which is printed and exported, and as far as there is room in its list', async () => {
    const around = document.createElement('main');
    around.style.setProperty('width', '288px');
    const element = await widget('at-risk-video-segments-chart', settings, around);
    await waitUntil(() => all(element, '.above select').length === 1);
    const picker = one<HTMLSelectElement>(element, '.above select');
    const name = picker.selectedOptions[0]!.textContent;
    expect(name).to.contain('video 1');
    expect(one(element, '.subtitle').textContent.trim()).to.match(new RegExp(`^“${name}”\\. How often`));
    const { width, right } = picker.getBoundingClientRect();
    expect(width).to.be.greaterThan(180);
    expect(right).to.be.at.most(one(element, '.body').getBoundingClientRect().right);
  });

  it('draws no sum of all videos, and offers none to choose, where filters leave none', async () => {
    const dataset = show('stats-dataset', settings);
    const element = await widget('at-risk-video-segments-chart', {}, dataset);
    await waitUntil(() => all(element, '[role=option]').length === 1);
    dataset.dispatchEvent(new FilterEvent({ origin: 'page', field: 'track', in: ['none'] }));
    await waitUntil(() => element.shadowRoot!.textContent.includes('Nothing matches the filter.'));
    await waitUntil(() => all(element, '[role=option]').length === 0, 'a drawing of which video?');
    expect(all(element, '.above select')).to.deep.equal([]);
  });

  it('has one mark that goes from second to second and says where it is', async () => {
    const element = await chart();
    one(element, '[role=listbox]').focus();
    await sendKeys({ press: 'Enter' });
    expect(mark(element).getAttribute('aria-label')).to.match(/^Second 1\u00a0s: All views \d+, Repeat views \d+/);
    await sendKeys({ press: 'ArrowRight' });
    expect(mark(element).getAttribute('aria-label')).to.match(/^Second 2\u00a0s:/);
    expect(mark(element).getAttribute('aria-posinset')).to.equal('2');
    expect(element.shadowRoot!.activeElement === mark(element)).to.equal(true);
    await sendKeys({ press: 'End' });
    expect(mark(element).getAttribute('aria-label')).to.match(/^Second 3\u00a0min:/);
    expect(mark(element).getAttribute('aria-setsize')).to.equal('180');
  });

  it('gives the focus to another element at each step, as not every screen reader speaks a name that changes under it', async () => {
    const element = await chart();
    const focused = (): Element => element.shadowRoot!.activeElement!;
    const gone: Element[] = [];
    one(element, '[role=listbox]').focus();
    await sendKeys({ press: 'Enter' });
    const first = focused();
    element.shadowRoot!.addEventListener('focusout', (event) => gone.push(event.target as Element));
    await sendKeys({ press: 'ArrowRight' });
    const second = focused();
    expect(second).to.not.equal(first);
    expect([first, second].map((each) => [each.getAttribute('role'), each.getAttribute('tabindex')])).to.deep.equal([
      [null, null],
      ['option', '0'],
    ]);
    await sendKeys({ press: 'ArrowRight' });
    expect(focused()).to.equal(first);
    expect(mark(element).getAttribute('aria-label')).to.match(/^Second 3\u00a0s:/);
    expect(gone).to.deep.equal([first, second]);
  });

  it('writes the numbers of its card one under the other, whether a share follows or not', async () => {
    const element = await chart();
    one(element, '[role=listbox]').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => all(element, '.card dt').length === 2);
    const ends = all(element, '.card dt + dd').map((value) => value.getBoundingClientRect().right);
    expect(all(element, '.card .share')).to.have.length(1);
    expect(ends[0]).to.equal(ends[1]);
    expect(one(element, '.card .share').getBoundingClientRect().left).to.be.greaterThan(ends[0]!);
  });

  it('says on its card what the mark says, wherever keys or a pointer take it', async () => {
    const element = await chart();
    const card = (): string => one(element, '.card').textContent.replace(/\s+/g, ' ').trim();
    one(element, '[role=listbox]').focus();
    await sendKeys({ press: 'Enter' });
    expect(card()).to.match(/^Second 1 s /);
    await sendKeys({ press: 'ArrowRight' });
    await waitUntil(() => card().startsWith('Second 2 s '));
    const { left, top, width } = one(element, '.track svg').getBoundingClientRect();
    const [from, y] = [Math.round(left + width / 2), Math.round(top + 60)];
    const timers = (held = new HeldTimers(SIZES.tooltipDelay));
    /** Moves the pointer there and lets the moment pass after which a card comes or goes. */
    const move = async (x: number): Promise<void> => {
      const moved = oneEvent(element, 'pointermove');
      await sendMouse({ type: 'move', position: [x, y] });
      await moved;
      await element.updateComplete;
      timers.pass();
      await element.updateComplete;
    };
    await move(from);
    expect(card(), 'the point of who reads by keyboard stays').to.match(/^Second 2 s /);
    (element.shadowRoot!.activeElement as SVGElement).blur();
    // Where the mark has come under the pointer, some engines tell it only as the pointer goes on.
    for (let x = from - 20; /^Second 2 s/.test(card()) && x < from; x++) await move(x);
    // The mark follows under the pointer, which so never enters it anew.
    for (let x = from + 1; x < from + 5; x++) await move(x);
    const second = (): string =>
      /^Second .*?:/
        .exec(mark(element).getAttribute('aria-label') ?? '')![0]
        .slice(0, -1)
        .replace(/\s/g, ' ');
    await waitUntil(() => card().startsWith(`${second()} All`), `${second()} on the card`);
  });

  it('chooses who watched some of the seconds: stretches of this video that overlap the range', async () => {
    const element = await chart({ video: SECOND_VIDEO });
    await waitUntil(() => one<HTMLSelectElement>(element, '.above select').value === SECOND_VIDEO);
    const heard = heardBy(element);
    one(element, '[role=listbox]').focus();
    await sendKeys({ press: 'Enter' });
    await pressWith('Shift', 'ArrowRight');
    await waitUntil(() => all(element, '.brush').length === 1 && heard.length >= 3);
    const last = new Map(heard.map((detail) => [detail.field, detail]));
    expect(last.get('video_segments.from_second')?.range, 'begins before the end').to.deep.equal([OPEN_START, 3]);
    expect(last.get('video_segments.to_second')?.range, 'ends after the start').to.deep.equal([1, OPEN_END]);
    expect(last.get('video_segments.block_id')?.in).to.deep.equal([SECOND_VIDEO]);
    const inputs = all<HTMLInputElement>(element, '.range input');
    expect(inputs.map(({ value }) => value)).to.deep.equal(['1', '2']);
    inputs[1]!.value = '60';
    inputs[1]!.dispatchEvent(new Event('change'));
    await waitUntil(() => byRole(element, 'slider', /End/)?.getAttribute('aria-valuetext') === '1\u00a0min');
    one(element, '.range button').click();
    await waitUntil(() => all(element, '.brush').length === 0);
  });

  it('has fields for a range that was chosen before it was drawn, as an address chooses one', async () => {
    const dataset = await fixture<StatsDataset>(show('stats-dataset', settings));
    const clauses = (
      [
        ['from_second', { range: [1, 6] }],
        ['to_second', { range: [2, 181] }],
        ['block_id', { in: [SECOND_VIDEO] }],
      ] as const
    ).map(([field, predicate]) => ({ origin: 'segments', field: `video_segments.${field}`, ...predicate }));
    dataset.setState({ version: 1, clauses, params: {} });
    const element = show('at-risk-video-segments-chart', { id: 'segments', video: SECOND_VIDEO });
    dataset.append(element);
    await waitUntil(() => all(element, '.brush').length === 1);
    await nextFrame();
    expect(all<HTMLInputElement>(element, '.range input').map(({ value }) => value)).to.deep.equal(['2', '5']);
    const range = (field: string) => dataset.getState().clauses.find((clause) => clause.field === `video_segments.${field}`)?.range;
    await waitUntil(() => range('to_second')?.[1] === OPEN_END, 'a link of old that ends with the seconds there were then');
    expect([range('from_second'), range('to_second')]).to.deep.equal([
      [OPEN_START, 6],
      [2, OPEN_END],
    ]);
    expect(dataset.getState().clauses).to.have.length(3);
  });

  it('says what was watched again most', async () => {
    expect(one(await chart(), '#headline').textContent).to.equal('Watched again most from 1\u00a0min to 1\u00a0min\u00a015\u00a0s.');
  });

  it('is accessible, also with a range, and from right to left', async () => {
    const element = await chart();
    await expect(element).to.be.accessible();
    one(element, '[role=listbox]').focus();
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => all(element, '.brush').length === 1);
    await expect(element).to.be.accessible();
    await expect(await chart({ lang: 'ar', dir: 'rtl' })).to.be.accessible();
  });
});
