import { expect, nextFrame } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import '../../../../src/define/at-risk-interactions-chart.js';
import '../../../../src/define/at-risk-last-visit-chart.js';
import { styleOf, widgetDocument } from '../../../../src/components/base/menu/exported-document.js';
import type { FilterEvent } from '../../../../src/components/base/events.js';
import type { StatsElement } from '../../../../src/components/base/stats-element.js';
import { toCsv } from '../../../../src/export/files/csv.js';
import { activeCourse } from '../../../../stories/support/at-risk-activity.js';
import { STORY_NOW } from '../../../../stories/support/at-risk-data.js';
import { pressWith } from '../../../support/keys.js';
import { all, byRole, one, textOf, widget } from '../../../support/widgets.js';
import { waitUntil } from '../../../support/wait-until.js';

const at = (text: string): number => Date.parse(text);
const settings = { provider: 'tables', now: STORY_NOW, data: activeCourse(60) };
const chart = (more: Readonly<Record<string, unknown>> = {}) => widget('at-risk-last-visit-chart', { ...settings, ...more });
const periods = (element: Element) => all<SVGElement>(element, '[role=option]');
const chosen = (element: Element) => periods(element).filter((period) => period.getAttribute('aria-selected') === 'true').length;
const focused = (element: Element) => element.shadowRoot!.activeElement;

/** The ranges that are asked for, as they are fired. */
function rangesOf(element: Element): (readonly [number, number] | undefined)[] {
  const heard: (readonly [number, number] | undefined)[] = [];
  element.addEventListener('stats-filter', (event) => heard.push((event as FilterEvent).detail.range));
  return heard;
}

async function focusFirst(element: Element): Promise<void> {
  one(element, '[role=listbox]').focus();
  await sendKeys({ press: 'Enter' });
}

describe('a chart over time', () => {
  afterEach(() => resetMouse());

  it('says each period in words, and that the last one is not over', async () => {
    const element = await chart();
    const said = periods(element).map((period) => period.getAttribute('aria-label'));
    expect(said).to.have.length(3);
    expect(said[0]).to.match(/^January 2024: Learners \d+$/);
    expect(said[2]).to.match(/^March 2024, so far: Learners \d+$/);
    expect(one(element, '[role=listbox]').getAttribute('aria-label')).to.equal('Last visits: bar chart over time, 3 periods');
    expect(periods(element)[2]!.classList.contains('so-far')).to.equal(true);
    expect(textOf(element)).to.contain('so far');
  });

  it('names in its table each whole period, of which the first day alone would be taken for a day', async () => {
    const element = await chart();
    element.asExported.own.find(({ label }) => label === 'View as table')!.act();
    await waitUntil(() => all(element, 'tbody th').length === 3);
    expect(all(element, 'tbody th').map((cell) => cell.textContent.trim())).to.deep.equal(['January 2024', 'February 2024', 'March 2024']);
  });

  it('says in its files how long a period is, in the language of the chart', async () => {
    const headerOf = async (element: StatsElement): Promise<string | undefined> => {
      const document = await widgetDocument(element.asExported, 'screen');
      return toCsv(document, { texts: styleOf(element.asExported, 'screen').texts }).split(',')[0];
    };
    const element = await chart();
    expect(await headerOf(element)).to.equal('Last visit: Month');
    element.pageDataset?.setParams({ grain: 'week' });
    await element.settled();
    expect(await headerOf(element)).to.equal('Last visit: Week');
    const french = await chart({ lang: 'fr' });
    await waitUntil(async () => (await headerOf(french)) === 'Dernière visite : Mois', 'no French header');
    expect(await headerOf(element)).to.equal('Last visit: Week');
  });

  it('does not say of days of its time zone that they are of UTC', async () => {
    const element = await chart({ timezone: 'Pacific/Auckland' });
    const document = await widgetDocument(element.asExported, 'screen');
    const { texts } = styleOf(element.asExported, 'screen');
    expect(toCsv(document, { texts }).split('\r\n')[0]).not.to.contain('UTC');
    expect(document.parts[0]?.columns[0]?.unit).to.equal('date');
  });

  it('names its periods in another language as soon as the page does', async () => {
    const element = await chart();
    element.setAttribute('lang', 'fr');
    await waitUntil(() => /^janvier 2024/.test(periods(element)[0]!.getAttribute('aria-label') ?? ''), 'the months stayed English');
    element.setAttribute('lang', 'en');
    await waitUntil(() => /^January 2024/.test(periods(element)[0]!.getAttribute('aria-label') ?? ''), 'the months stayed French');
  });

  it('is accessible with and without a chosen range, and from right to left', async () => {
    const element = await chart();
    await expect(element).to.be.accessible();
    periods(element)[1]!.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await waitUntil(() => chosen(element) === 1);
    await expect(element).to.be.accessible();
    await expect(await chart({ lang: 'ar', dir: 'rtl' })).to.be.accessible();
    await expect(await widget('at-risk-interactions-chart', settings)).to.be.accessible();
  });

  it('chooses a period by a click as a range of its field in the dataset’s time zone, and lets it go by a second one', async () => {
    const element = await chart({ timezone: 'Europe/Paris' });
    const ranges = rangesOf(element);
    const click = () => periods(element)[1]!.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    click();
    await waitUntil(() => chosen(element) === 1 && ranges.length === 1);
    expect(ranges[0]).to.deep.equal([at('2024-01-31T23:00:00Z'), at('2024-02-29T23:00:00Z')]);
    expect(periods(element)[0]!.classList.contains('faded')).to.equal(true);
    await nextFrame();
    click();
    await waitUntil(() => chosen(element) === 0 && ranges.length === 2);
    expect(ranges[1]).to.equal(undefined);
  });

  it('chooses several periods by Shift and the arrows, and clears by one Esc, which closes the card too', async () => {
    const element = await chart();
    const ranges = rangesOf(element);
    await focusFirst(element);
    await pressWith('Shift', 'ArrowRight');
    await waitUntil(() => chosen(element) === 2);
    expect(focused(element) === periods(element)[1]).to.equal(true);
    await waitUntil(() => ranges.length > 0);
    expect(ranges.at(-1)).to.deep.equal([at('2024-01-01T00:00:00Z'), at('2024-03-01T00:00:00Z')]);
    expect(one(element, '.card').hidden).to.equal(false);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => chosen(element) === 0);
    expect(one(element, '.card').hidden).to.equal(true);
  });

  it('moves the edges and the whole of the range by the arrows on their handles', async () => {
    const element = await chart();
    await focusFirst(element);
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => byRole(element, 'slider', /Last chosen/) !== undefined);
    const last = byRole(element, 'slider', /Last chosen/)!;
    expect(last.getAttribute('aria-valuetext')).to.equal('January 2024');
    last.focus();
    await sendKeys({ press: 'ArrowRight' });
    await waitUntil(() => chosen(element) === 2);
    expect(focused(element) === byRole(element, 'slider', /Last chosen/)).to.equal(true);
    byRole(element, 'slider', /Chosen periods/)!.focus();
    await sendKeys({ press: 'ArrowRight' });
    await waitUntil(() => byRole(element, 'slider', /Chosen periods/)!.getAttribute('aria-valuetext') === 'February 2024 to March 2024');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => byRole(element, 'slider', /./) === undefined);
    expect(focused(element) === one(element, '[role=listbox]')).to.equal(true);
  });

  it('writes the range beside it as two inputs that change it', async () => {
    const element = await chart();
    periods(element)[0]!.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await waitUntil(() => all(element, '.range select').length === 2);
    const [, to] = all<HTMLSelectElement>(element, '.range select');
    to!.value = '2';
    to!.dispatchEvent(new Event('change'));
    await waitUntil(() => chosen(element) === 3);
    one(element, '.range button').click();
    await waitUntil(() => chosen(element) === 0);
  });

  it('keeps the focus where the button is pressed that lets the range go, also beside the table', async () => {
    const element = await chart();
    for (const [place, asTable] of [
      ['.marks', false],
      ['.data-frame', true],
    ] as const) {
      periods(element)[1]!.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      await waitUntil(() => all(element, '.range button').length === 1);
      if (asTable) {
        one(element, '.more').click();
        await waitUntil(() => byRole(element, 'menuitem', /View as table/));
        byRole(element, 'menuitem', /View as table/)!.click();
        await waitUntil(() => all(element, '.data-frame').length === 1);
      }
      one(element, '.range button').focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => all(element, '.range').length === 0);
      expect(focused(element)?.matches(place)).to.equal(true);
    }
  });

  it('stays where it is under a pointer that drags: fields for the range come when it lets go', async () => {
    const element = await chart();
    const [first, , third] = periods(element).map((period) => period.getBoundingClientRect());
    const { top } = first!;
    await sendMouse({ type: 'move', position: [Math.round(first!.left + 5), Math.round(top + 40)] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [Math.round(third!.left + 5), Math.round(top + 40)] });
    await waitUntil(() => chosen(element) === 3);
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('.range')).to.equal(null);
    expect(periods(element)[0]!.getBoundingClientRect().top).to.equal(top);
    await sendMouse({ type: 'up' });
    await waitUntil(() => element.shadowRoot!.querySelector('.range') !== null);
  });

  it('brushes with a pointer, at most one event a frame and the last one right', async () => {
    const element = await chart();
    const ranges = rangesOf(element);
    const middle = (index: number): [number, number] => {
      const { left, top, width } = periods(element)[index]!.querySelector('.hit')!.getBoundingClientRect();
      return [Math.round(left + width / 2), Math.round(top + 60)];
    };
    await sendMouse({ type: 'move', position: middle(0) });
    await sendMouse({ type: 'down' });
    let frames = 0;
    let counting = true;
    const count = (): void => {
      frames++;
      if (counting) requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
    await sendMouse({ type: 'move', position: middle(1) });
    await sendMouse({ type: 'move', position: middle(2) });
    await sendMouse({ type: 'up' });
    await waitUntil(() => chosen(element) === 3);
    await nextFrame();
    counting = false;
    expect(ranges.length).to.be.within(1, frames + 1);
    expect(ranges.at(-1)).to.deep.equal([at('2024-01-01T00:00:00Z'), at('2024-04-01T00:00:00Z')]);
  });

  it('lets a dragged range go by Esc, and when another clears it, however long the pointer was held', async () => {
    const element = await chart();
    const drag = async (): Promise<void> => {
      const [first, second] = periods(element).map((period) => period.querySelector('.hit')!.getBoundingClientRect());
      const y = Math.round(first!.top + 60);
      await sendMouse({ type: 'move', position: [Math.round(first!.left + 5), y] });
      await sendMouse({ type: 'down' });
      await sendMouse({ type: 'move', position: [Math.round(second!.left + 5), y] });
      await waitUntil(() => chosen(element) === 2);
      // The dataset takes the range while the pointer is still down.
      for (let frame = 0; frame < 4; frame++) await nextFrame();
      await sendMouse({ type: 'up' });
      await nextFrame();
    };
    await drag();
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => chosen(element) === 0, 'Esc');
    await drag();
    element.pageDataset?.clearFilters();
    await waitUntil(() => chosen(element) === 0, 'cleared elsewhere');
  });

  it('stands its card on a short bar, however high the drawing is, and above a pointer that is over the bar', async () => {
    const element = await chart();
    element.style.setProperty('--stats-plot-height', '500px');
    const box = (selector: string, within: Element): DOMRect => within.querySelector(selector)!.getBoundingClientRect();
    const height = (period: Element): number =>
      Math.min(...[...period.querySelectorAll('.bar')].map((bar) => bar.getBoundingClientRect().height));
    await waitUntil(() => box('.hit', periods(element)[0]!).height > 400);
    await element.updateComplete;
    const [shortest] = [...periods(element)].sort((a, b) => height(a) - height(b));
    const [bar, hit] = [box('.bar', shortest!), box('.hit', shortest!)];
    expect(bar.top - hit.top).to.be.greaterThan(100);
    const card = one(element, '.card');
    const bottom = (): number => card.getBoundingClientRect().bottom;
    shortest!.focus();
    expect(bottom()).to.be.closeTo(bar.top, 1);
    shortest!.blur();
    expect(card.hidden).to.equal(true);
    const middle = Math.round(hit.left + hit.width / 2);
    await sendMouse({ type: 'move', position: [middle, Math.round(hit.top + 20)] });
    await waitUntil(() => !card.hidden);
    expect(bottom()).to.be.closeTo(hit.top, 1);
    await sendMouse({ type: 'move', position: [middle, Math.round(bar.top + 5)] });
    await waitUntil(() => Math.abs(bottom() - bar.top) <= 1);
  });

  it('gives the range back where the host refuses it', async () => {
    const element = await chart();
    element.addEventListener('stats-filter', (event) => event.preventDefault());
    periods(element)[0]!.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await element.updateComplete;
    expect(chosen(element)).to.equal(1);
    await waitUntil(() => chosen(element) === 0);
  });

  it('shows other periods by the choice of their length, the newest in sight', async () => {
    const element = await chart();
    const grain = one<HTMLSelectElement>(element, '.above select');
    grain.value = 'day';
    grain.dispatchEvent(new Event('change'));
    await waitUntil(() => periods(element).length > 25);
    expect(periods(element).at(-1)!.getAttribute('aria-label')).to.match(/^Mar \d+, 2024/);
    const track = one(element, '.track');
    await waitUntil(() => track.scrollWidth > track.clientWidth && track.scrollLeft + track.clientWidth >= track.scrollWidth - 1);
  });

  it('keeps time running from left to right where reading goes the other way', async () => {
    const element = await chart({ lang: 'ar', dir: 'rtl' });
    const [first, second] = periods(element).map((period) => period.querySelector('.hit')!.getBoundingClientRect().left);
    expect(first).to.be.below(second!);
    await focusFirst(element);
    await sendKeys({ press: 'ArrowRight' });
    expect(focused(element) === periods(element)[1]).to.equal(true);
  });

  it('shows the same numbers as a table', async () => {
    const element = await chart();
    const said = periods(element).map((period) => /Learners (\d+)/.exec(period.getAttribute('aria-label') ?? '')?.[1]);
    one(element, '.more').click();
    await element.updateComplete;
    byRole(element, 'menuitem', /View as table/)!.click();
    await element.updateComplete;
    expect(all(element, '.data-table tbody tr').map((row) => row.querySelector('td')?.textContent?.trim())).to.deep.equal(said);
  });

  it('names the most frequent period in its headline only where one stands out', async () => {
    const element = await chart();
    const counts = periods(element).map((period) => Number(/Learners (\d+)/.exec(period.getAttribute('aria-label') ?? '')?.[1]));
    const most = Math.max(...counts);
    expect(one(element, '#headline').textContent).to.contain(`saw the most last visits: ${most} learners.`);
  });
});

describe('<at-risk-interactions-chart>', () => {
  it('draws a line that never falls beside the one per period, named at their ends', async () => {
    const element = await widget('at-risk-interactions-chart', settings);
    const said = periods(element).map((period) =>
      /In all by then (\d+), In the period (\d+)/.exec(period.getAttribute('aria-label') ?? ''),
    );
    const soFar = said.map((match) => Number(match?.[1]));
    expect(soFar.every((value, index) => index === 0 || value >= (soFar[index - 1] ?? 0))).to.equal(true);
    expect(said.every((match) => Number(match?.[2]) <= Number(match?.[1]))).to.equal(true);
    expect(all(element, '.timeline > svg:last-child .label').map((label) => label.textContent)).to.deep.equal([
      'In all by then',
      'In the period',
    ]);
    expect(byRole(element, 'group', /Legend/)).to.equal(undefined);
    const dashes = all<SVGElement>(element, 'path.unfinished, path.line').map((path) => getComputedStyle(path).strokeDasharray);
    const unfinished = getComputedStyle(one(element, 'path.unfinished')).strokeDasharray;
    expect(dashes.filter((dash) => dash === unfinished)).to.have.length(all(element, 'path.unfinished').length);
  });
});
