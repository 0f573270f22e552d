import { expect, fixture } from '@open-wc/testing';
import '../../../src/define/creator-attempts-chart.js';
import '../../../src/define/creator-dropoff-chart.js';
import '../../../src/define/stats-dataset.js';
import type { StatsElement } from '../../../src/components/base/stats-element.js';
import { show } from '../../../stories/support/show.js';
import { all, one, settled, textOf } from '../../support/widgets.js';
import { waitUntil } from '../../support/wait-until.js';

// Oppia calls the first card of each exploration "Introduction", if nobody says otherwise.
const cards = (exploration: string, ...names: readonly string[]) =>
  names.map((state, at) => ({ exploration, state, state_order: at, first_hits: 9 - at, hits: 9, answers: 5 + at, completions: at }));
const data = {
  explorations: [
    { exploration: 'a', title: 'Sums', starts: 40, plays: 40, attempts: 11 },
    { exploration: 'b', title: 'Ratios', starts: 30, plays: 30, attempts: 11 },
  ],
  states: [...cards('a', 'Introduction', 'Carry'), ...cards('b', 'Introduction', 'Scale')],
};

async function chart(tag: string, settings: Readonly<Record<string, unknown>> = {}): Promise<StatsElement> {
  const dataset = show('stats-dataset', { id: 'cards', provider: 'tables', data, now: '2026-10-10T00:00:00Z' });
  dataset.append(show(tag, settings));
  const around = await fixture<HTMLElement>(dataset, { parentNode: document.createElement('main') });
  const element = around.querySelector<StatsElement>(tag)!;
  await settled(element);
  return element;
}

const click = (element: Element, at = 0, more: MouseEventInit = {}) =>
  all<SVGElement>(element, '[role=option]')[at]!.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, ...more }));
const clauses = (element: StatsElement) => element.pageDataset!.clauses.all.map(({ field, in: values }) => [field, values]);
const chosen = async (element: StatsElement, ...expected: readonly (readonly [string, readonly string[]])[]) => {
  await waitUntil(() => JSON.stringify(clauses(element)) === JSON.stringify(expected), JSON.stringify(expected));
  await element.settled();
  expect(clauses(element)).to.deep.equal(expected);
};
const INTRODUCTION = ['state', ['Introduction']] as const;
const OF_SUMS = ['exploration', ['a']] as const;

for (const [tag, settings] of [
  ['creator-dropoff-chart', {}],
  ['creator-attempts-chart', { exploration: 'a' }],
] as const) {
  describe(`a card chosen in ${tag}`, () => {
    it('is that of the exploration that is shown, not of every one with a card of that name', async () => {
      const element = await chart(tag, settings);
      click(element);
      await chosen(element, INTRODUCTION, OF_SUMS);
      const answer = await element.pageDataset!.view('creator.explorations', { clauses: element.pageDataset!.clauses.all });
      expect(answer.length, 'explorations that are left').to.equal(1);
      click(element, 1, { ctrlKey: true });
      await chosen(element, ['state', ['Introduction', 'Carry']], OF_SUMS);
    });

    it('is let go together with its exploration: by a click and by Escape', async () => {
      const element = await chart(tag, settings);
      click(element);
      await chosen(element, INTRODUCTION, OF_SUMS);
      click(element);
      await chosen(element);
      click(element);
      await chosen(element, INTRODUCTION, OF_SUMS);
      const key = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true });
      one(element, '[role=option]').dispatchEvent(key);
      await chosen(element);
    });

    it('is let go where its exploration alone was cleared, and where a link of old names none', async () => {
      const element = await chart(tag, settings);
      click(element);
      await chosen(element, INTRODUCTION, OF_SUMS);
      element.pageDataset!.filter({ origin: element.origin, field: 'exploration' });
      await chosen(element);
      element.pageDataset!.filter({ origin: element.origin, field: 'state', in: ['Introduction'] });
      await chosen(element);
    });
  });
}

describe('a card chosen while others choose an exploration', () => {
  it('is let go once another exploration is shown', async () => {
    const element = await chart('creator-dropoff-chart');
    click(element);
    await chosen(element, INTRODUCTION, OF_SUMS);
    element.pageDataset!.filter({ origin: 'page', field: 'exploration', in: ['b'] });
    await chosen(element, ['exploration', ['b']]);
    expect(textOf(element)).to.contain('Ratios: its cards');
  });

  it('keeps its exploration in sight, though another has more starts', async () => {
    const element = await chart('creator-dropoff-chart');
    element.pageDataset!.filter({ origin: 'page', field: 'exploration', in: ['b'] });
    await waitUntil(() => textOf(element).includes('Ratios: its cards'), 'the cards of the second');
    click(element);
    await chosen(element, ['exploration', ['b']], INTRODUCTION, ['exploration', ['b']]);
    element.pageDataset!.filter({ origin: 'page', field: 'exploration' });
    await chosen(element, INTRODUCTION, ['exploration', ['b']]);
    expect(textOf(element)).to.contain('Ratios: its cards');
  });

  it('is let go where explorations are drawn instead of cards', async () => {
    const element = await chart('creator-attempts-chart');
    element.pageDataset!.filter({ origin: 'page', field: 'exploration', in: ['a'] });
    await waitUntil(() => textOf(element).includes('Cards of Sums'), 'the cards of the first');
    click(element);
    await chosen(element, OF_SUMS, INTRODUCTION, OF_SUMS);
    element.pageDataset!.filter({ origin: 'page', field: 'exploration' });
    await chosen(element);
  });
});
