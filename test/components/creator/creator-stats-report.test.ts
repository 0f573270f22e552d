import { expect, fixture } from '@open-wc/testing';
import '../../../src/define/creator-stats-report.js';
import '../../../src/define/stats-dataset.js';
import type { StatsElement } from '../../../src/components/base/stats-element.js';
import { creatorStats } from '../../../stories/support/creator-data.js';
import { creatorReport } from '../../../stories/support/creator-report.js';
import { show } from '../../../stories/support/show.js';
import { all, settled } from '../../support/widgets.js';
import { waitUntil } from '../../support/wait-until.js';

const PARTS = 11;

async function report(
  settings: Readonly<Record<string, unknown>>,
  around: HTMLElement = document.createElement('main'),
): Promise<HTMLElement> {
  const element = await fixture<HTMLElement>(show('creator-stats-report', settings), { parentNode: around });
  await settledParts(element);
  return element;
}

async function settledParts(element: Element): Promise<void> {
  for (const part of parts(element)) await settled(part);
}

const parts = (element: Element) => all<StatsElement>(element, '.parts > *');
const part = (element: Element, tag: string): StatsElement => parts(element).find(({ localName }) => localName === tag)!;
const options = (element: Element) => all<SVGElement>(element, '[role=option]');
const click = (mark: Element) => mark.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));

describe('creator-stats-report', () => {
  it('draws all its parts from one dataset', async () => {
    const element = await report({ provider: 'oppia', data: creatorReport(6), now: '2026-11-16T09:00:00Z' });
    expect(parts(element)).to.have.length(PARTS);
    expect(new Set(parts(element).map(({ pageDataset }) => pageDataset)).size).to.equal(1);
    expect(parts(element).filter((each) => all(each, '.state.error').length > 0)).to.deep.equal([]);
  });

  it('says once that nothing could be loaded, with the way to try again, and draws no number in its parts', async () => {
    const element = await report({ provider: 'oppia', src: '/there-is-none' });
    await waitUntil(() => all(element, '.alert').length === 1);
    expect(all(element, '.alert')[0]!.textContent.replace(/\s+/g, ' ').trim()).to.equal('The server answered 404. Retry Code: http');
    await waitUntil(() => parts(element).every((each) => all(each, '.hatched .visually-hidden').length === 1));
    expect(parts(element).flatMap((each) => all(each, '.alert'))).to.deep.equal([]);
    await expect(element).to.be.accessible();
  });

  it('opens the exploration that is chosen in one part in the others', async () => {
    const element = await report({ provider: 'oppia', data: creatorReport(6), now: '2026-11-16T09:00:00Z' });
    click(options(part(element, 'creator-attempts-chart'))[1]!);
    const states = part(element, 'creator-dropoff-chart');
    await waitUntil(() => all(states, '.subtitle')[0]?.textContent.includes('What is a ratio?'), 'the cards of the chosen exploration');
    await waitUntil(() => all(part(element, 'creator-summary'), 'dt').length === 5, 'the numbers of the chosen exploration');
    expect(options(part(element, 'creator-attempts-chart'))).to.have.length(6);
  });

  it('says how many explorations a choice in one part leaves in the others, and that it is taken back', async () => {
    const element = await report({ provider: 'oppia', data: creatorReport(6), now: '2026-11-16T09:00:00Z' });
    const said = () => all(element, '[role=status]').map((region) => region.textContent.trim());
    click(options(part(element, 'creator-attempts-chart'))[1]!);
    await waitUntil(() => said().includes('1 of 6 explorations'));
    click(options(part(element, 'creator-attempts-chart'))[1]!);
    await waitUntil(() => said().includes('6 of 6 explorations'));
  });

  it('says so in a dataset of the page too, whose events fire there', async () => {
    const dataset = show('stats-dataset', { provider: 'creator-engagement-stats', data: creatorStats(4) });
    dataset.append(show('creator-stats-report', {}));
    const around = await fixture<HTMLElement>(dataset, { parentNode: document.createElement('main') });
    const element = around.querySelector('creator-stats-report')!;
    await settledParts(element);
    const fired: EventTarget[] = [];
    around.addEventListener('stats-filter-change', ({ target }) => void fired.push(target!));
    click(options(part(element, 'creator-engagement-chart'))[1]!);
    await waitUntil(() => all(element, '[role=status]').some((region) => region.textContent.trim() === '1 of 4 explorations'));
    expect(fired).to.deep.equal([around]);
  });

  it('shows one exploration in all parts', async () => {
    const element = await report({ provider: 'oppia', data: creatorReport(6), now: '2026-11-16T09:00:00Z', exploration: 'story_0003' });
    expect(parts(element).map((each) => each.getAttribute('exploration'))).to.deep.equal(Array.from({ length: PARTS }, () => 'story_0003'));
    expect(all(part(element, 'creator-exploration-table'), '[part=row]')).to.have.length(1);
  });

  it('stands in a dataset of the page, whose name stays', async () => {
    const dataset = show('stats-dataset', { id: 'mine', provider: 'creator-engagement-stats', data: creatorStats(4) });
    dataset.append(show('creator-stats-report', {}));
    const around = await fixture<HTMLElement>(dataset, { parentNode: document.createElement('main') });
    const element = around.querySelector('creator-stats-report')!;
    await settledParts(element);
    expect(parts(element)[0]!.pageDataset?.id).to.equal('mine');
  });

  it('gives titles one level below its own', async () => {
    const element = await report({
      provider: 'creator-engagement-stats',
      data: creatorStats(4),
      'heading-level': '3',
      heading: 'My numbers',
    });
    expect(element.shadowRoot!.querySelector('h3')?.textContent.trim()).to.equal('My numbers');
    expect(parts(element).every((each) => each.shadowRoot!.querySelector('h4') !== null)).to.equal(true);
  });

  it('is accessible, light and dark, from left to right and from right to left', async () => {
    await expect(await report({ provider: 'oppia', data: creatorReport(6) })).to.be.accessible();
    const dark = document.createElement('main');
    dark.style.setProperty('color-scheme', 'dark');
    dark.style.setProperty('background', '#000');
    await expect(await report({ provider: 'oppia', data: creatorReport(6), lang: 'ar', dir: 'rtl' }, dark)).to.be.accessible();
  });
});
