import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../../src/define/at-risk-page-engagement-chart.js';
import '../../../../src/define/at-risk-problem-engagement-chart.js';
import '../../../../src/define/at-risk-video-views-chart.js';
import '../../../../src/define/creator-attempts-chart.js';
import '../../../../src/define/stats-dataset.js';
import type { FilterEvent } from '../../../../src/components/base/events.js';
import type { StatsElement } from '../../../../src/components/base/stats-element.js';
import { activeCourse } from '../../../../stories/support/at-risk-activity.js';
import { STORY_NOW } from '../../../../stories/support/at-risk-data.js';
import { creatorReport } from '../../../../stories/support/creator-report.js';
import { show } from '../../../../stories/support/show.js';
import { pressWith } from '../../../support/keys.js';
import { all, byRole, one, settled, textOf, widget } from '../../../support/widgets.js';
import { waitUntil } from '../../../support/wait-until.js';

const settings = { provider: 'tables', now: STORY_NOW, data: activeCourse(60) };
const chart = (more: Readonly<Record<string, unknown>> = {}) => widget('at-risk-page-engagement-chart', { ...settings, ...more });
const rows = (element: Element) => all<SVGElement>(element, '[role=option]');
const label = (row: Element | undefined) => row?.getAttribute('aria-label') ?? '';
const click = (row: Element | undefined, ctrlKey = false) => row?.dispatchEvent(new MouseEvent('click', { bubbles: true, ctrlKey }));

describe('a chart of several measures', () => {
  it('says each category with its whole, its part, and the share of it', async () => {
    const element = await chart();
    const said = rows(element).map(label);
    expect(said[0]).to.match(/^1:0:0 - Getting started: Viewed at least one page \d+, Viewed all pages \d+, [\d.]+% of these$/);
    expect(said.map((text) => text.slice(0, 5))).to.deep.equal([...said.map((text) => text.slice(0, 5))].sort());
    expect(one(element, '[role=listbox]').getAttribute('aria-label')).to.equal(
      'Page engagement by section and subsection: bar chart, 15 categories, 2 measures each',
    );
  });

  it('draws a name for what has none, as it says one', async () => {
    const report = creatorReport(3) as { dashboard: { explorations_list: Record<string, unknown>[] } };
    report.dashboard.explorations_list[2]!['title'] = '';
    const element = await widget('creator-attempts-chart', { provider: 'oppia', data: report });
    expect(rows(element).filter((row) => label(row).startsWith('Untitled:'))).to.have.length(1);
    expect(all(element, 'svg text').filter(({ textContent }) => textContent?.trim() === 'Untitled')).to.have.length(1);
  });

  it('draws the part inside the whole, from the same start', async () => {
    const [whole, part] = [...rows(await chart())[0]!.querySelectorAll('.bar')];
    expect(part!.getAttribute('x')).to.equal(whole!.getAttribute('x'));
    expect(Number(part!.getAttribute('width'))).to.be.below(Number(whole!.getAttribute('width')));
    expect([whole!.classList.contains('fill-whole'), part!.classList.contains('fill-part')]).to.deep.equal([true, true]);
  });

  it('is accessible, also chosen, without a measure, and from right to left', async () => {
    const element = await chart();
    await expect(element).to.be.accessible();
    click(rows(element)[0]);
    await waitUntil(() => all(element, '.chosen').length === 1);
    byRole(element, 'group', /Legend/)!
      .querySelector('button')!
      .click();
    await element.updateComplete;
    await expect(element).to.be.accessible();
    await expect(await chart({ lang: 'ar', dir: 'rtl' })).to.be.accessible();
    await expect(await widget('at-risk-video-views-chart', settings)).to.be.accessible();
  });

  it('shows the categories that a filter leaves, though many others stand before them', async () => {
    const { blocks = [], video_watches: watches = [] } = settings.data as Record<string, Record<string, unknown>[]>;
    const times = (given: readonly Record<string, unknown>[]) =>
      Array.from({ length: 12 }, (_, at) => given.map((row) => ({ ...row, block_id: `${String(row['block_id'])}-${10 + at}` }))).flat();
    const videos = new Set(watches.map((row) => row['block_id']));
    const data = {
      ...settings.data,
      video_watches: times(watches),
      blocks: [...blocks, ...times(blocks.filter((row) => videos.has(row['block_id'])))],
    };
    const element = await widget('at-risk-video-views-chart', { ...settings, data });
    const box = one(element, '.scrolls');
    expect(box.scrollTop).to.equal(0);
    expect(box.scrollHeight, 'it scrolls').to.be.above(3 * box.clientHeight);
    const middle = rows(element).length / 2;
    const chosen = oneEvent<FilterEvent>(element, 'stats-filter');
    click(rows(element)[middle]);
    const { detail } = await chosen;
    element.setState({ version: 1, clauses: [{ ...detail, origin: 'a-host' }], params: {} });
    await waitUntil(() => box.scrollTop > 0, 'shows what is left');
    const below = rows(element)[middle]!.getBoundingClientRect().top - box.getBoundingClientRect().top;
    expect(below, 'what is left comes first').to.be.within(0, 48);
  });

  it('says in the legend what is without filters, while that is drawn behind', async () => {
    const element = await chart();
    const said = () => all(element, '[part=legend] .entry').map(({ textContent }) => textContent.trim());
    const measures = ['Viewed at least one page', 'Viewed all pages'];
    expect(said()).to.deep.equal(measures);
    const { actor_id: actor } = settings.data['enrollments']![3]!;
    element.setState({ version: 1, clauses: [{ origin: 'a-host', field: 'actor_id', in: [actor] }], params: {} });
    await waitUntil(() => all(element, '.mark .ghost').length > 0);
    expect(said()).to.deep.equal([...measures, 'Without filters']);
    expect(all(element, '[part=legend] button'), 'which cannot be taken out').to.have.length(2);
    await expect(element).to.be.accessible();
  });

  it('takes a measure out by its legend, and keeps the last one', async () => {
    const element = await chart();
    const entries = [...byRole(element, 'group', /Legend/)!.querySelectorAll('button')];
    expect(entries.map((entry) => entry.getAttribute('aria-pressed'))).to.deep.equal(['true', 'true']);
    entries[0]!.click();
    await element.updateComplete;
    expect(rows(element)[0]!.querySelectorAll('.bar')).to.have.length(1);
    entries[1]!.click();
    await element.updateComplete;
    expect(entries.map((entry) => entry.getAttribute('aria-pressed'))).to.deep.equal(['false', 'true']);
    entries[0]!.click();
    await element.updateComplete;
    expect(rows(element)[0]!.querySelectorAll('.bar')).to.have.length(2);
  });

  it('is read by keyboard from the chart to a series, which says its greatest and least, to the points of that series alone', async () => {
    const element = await chart();
    const focused = (): string => label(element.shadowRoot!.activeElement ?? undefined);
    one(element, '[role=listbox]').focus();
    await sendKeys({ press: 'ArrowDown' });
    expect(focused()).to.match(/^Viewed at least one page, series 1 of 2: Greatest \d+, .+, Least \d+/);
    expect(one(element, '.card').textContent).to.contain('Greatest');
    await sendKeys({ press: 'ArrowRight' });
    expect(focused()).to.match(/^Viewed all pages, series 2 of 2: Greatest \d+/);
    await sendKeys({ press: 'ArrowDown' });
    expect(focused()).to.match(/^1:0:0 - Getting started: Viewed all pages \d+, [\d.]+% of these$/);
    await sendKeys({ press: 'End' });
    expect(focused()).to.match(/: Viewed all pages \d+(, [\d.]+% of these)?$/);
    await sendKeys({ press: 'Home' });
    await sendKeys({ press: 'ArrowUp' });
    expect(focused()).to.match(/^Viewed all pages, series 2 of 2/);
    await sendKeys({ press: 'ArrowUp' });
    expect(element.shadowRoot!.activeElement).to.equal(one(element, '[role=listbox]'));
    await sendKeys({ press: 'Enter' });
    expect(focused()).to.match(/^1:0:0 - Getting started: Viewed at least one page \d+, Viewed all pages \d+/);
    await expect(element).to.be.accessible();
  });

  it('chooses a category by keyboard, by the id of its block, and several with Ctrl', async () => {
    const element = await chart();
    one(element, '[role=listbox]').focus();
    await sendKeys({ press: 'Enter' });
    const heard = oneEvent(element, 'stats-filter');
    await sendKeys({ press: 'Enter' });
    const { field, in: values } = ((await heard) as FilterEvent).detail;
    expect(field).to.equal('page_part');
    expect(values).to.deep.equal(['block-v1:Example+CS101+2024+type@chapter+block@s1']);
    await sendKeys({ press: 'ArrowDown' });
    await pressWith('Control', 'Enter');
    await waitUntil(() => all(element, '.chosen').length === 2);
    expect(all(element, '.faded')).to.have.length(13);
  });

  it('keeps what is without filters as a ghost behind, on the same scale', async () => {
    const dataset = show('stats-dataset', settings);
    const around = document.createElement('main');
    around.append(dataset);
    document.body.append(around);
    const [pages, problems] = ['at-risk-page-engagement-chart', 'at-risk-problem-engagement-chart'].map(
      (tag) => document.createElement(tag) as StatsElement,
    );
    dataset.append(pages!, problems!);
    await settled(pages!);
    await settled(problems!);
    await waitUntil(() => rows(problems!).length === 15 && rows(pages!).length === 15);
    const before = rows(problems!)[0]!.querySelector('.bar')!.getAttribute('width');
    click(rows(pages!).at(-1));
    await waitUntil(() => all(problems!, '.ghost').length > 0);
    expect(rows(problems!)).to.have.length(15);
    expect(rows(problems!)[0]!.querySelector('.ghost')!.getAttribute('width')).to.equal(before);
    expect(label(rows(problems!)[0])).to.contain('Attempted at least one problem, without filters');
    expect(all(pages!, '.ghost')).to.have.length(0);
    around.remove();
  });

  it('says where a course loses most of its learners', async () => {
    expect(one(await chart(), '#headline').textContent).to.match(/^Learners fall most before \d:0:0 - .+: from \d+ to \d+\.$/);
  });
});

describe('<at-risk-video-views-chart>', () => {
  it('stacks full and partial views without overlap, and says how many are full', async () => {
    const element = await widget('at-risk-video-views-chart', settings);
    const sums = [0, 0];
    for (const row of rows(element)) {
      const [full, partial] = [...row.querySelectorAll('.bar')].map(
        (bar) => [Number(bar.getAttribute('x')), Number(bar.getAttribute('width'))] as const,
      );
      expect(full![0] + full![1]).to.be.at.most(partial![0] + 1e-6);
      const counts = /Full views (\d+).*Partial views (\d+)/.exec(label(row));
      sums[0]! += Number(counts?.[1]);
      sums[1]! += Number(counts?.[2]);
    }
    expect(textOf(element)).to.contain(`${sums[0]} of ${sums[0]! + sums[1]!} views are by learners who watched 95% of the video.`);
    expect(one(element, '.subtitle').textContent).to.match(/at least 95% of the video.*less than 95% of the video/);
  });
});
