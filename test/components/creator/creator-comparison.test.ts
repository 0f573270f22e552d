import { expect } from '@open-wc/testing';
import { styleOf, widgetDocument } from '../../../src/components/base/menu/exported-document.js';
import '../../../src/define/creator-comparison.js';
import { cellText } from '../../../src/export/files/about.js';
import { cellOf } from '../../../src/export/document.js';
import { creatorStats } from '../../../stories/support/creator-data.js';
import { creatorReport } from '../../../stories/support/creator-report.js';
import { all, one, settled, textOf, widget } from '../../support/widgets.js';
import { waitUntil } from '../../support/wait-until.js';

const TAG = 'creator-comparison';

const numbers = (element: Element) =>
  new Map(
    all(element, '[part=row]').map((row) => [
      row.querySelector('th')!.textContent,
      [...row.querySelectorAll('td')].map((cell) => cell.textContent.trim()),
    ]),
  );

async function choose(element: Element, which: 0 | 1, value: string): Promise<void> {
  const select = all<HTMLSelectElement>(element, 'select')[which]!;
  select.value = value;
  select.dispatchEvent(new Event('change'));
  await settled(element as never);
}

const ofOppia = async (more: Readonly<Record<string, unknown>> = {}, around?: HTMLElement) =>
  widget(TAG, { provider: 'oppia', data: creatorReport(6), ...more }, around);

describe('creator-comparison', () => {
  it('says of how many explorations an average is only where there is one', async () => {
    const counted = (exploration: string, starts: number) => ({ exploration, title: exploration, starts, completions: starts / 2 });
    const data = { explorations: [counted('a', 20), counted('b', 0)] };
    const element = await widget(TAG, { provider: 'tables', data });
    const unknown = [...numbers(element)].filter(([, [, average = '']]) => average.startsWith('–'));
    expect(unknown.map(([label]) => label)).to.include('Average time');
    for (const [label, [, average]] of unknown) expect(average, label).not.to.contain('explorations');
  });

  it('begins with the most started exploration and the average of all', async () => {
    const element = await ofOppia();
    expect(
      all(element, 'thead th')
        .map((cell) => cell.textContent.trim())
        .slice(1, 3),
    ).to.deep.equal(['Fractions: parts of a whole', 'My average']);
    expect(numbers(element).get('Starts')!.slice(0, 2)).to.deep.equal(['340', '194']);
    expect(textOf(element)).to.contain('The average is of 6 explorations, this one included.');
  });

  it('compares two that are chosen, with the difference signed and its interval', async () => {
    const element = await ofOppia();
    await choose(element, 1, 'story_0003');
    const rates = numbers(element).get('Completion rate')!;
    expect(rates[2]).to.match(/^[+−][\d.]+ points\s*Between [+−][\d.]+ points and [+−][\d.]+ points/);
    expect(numbers(element).get('Starts')!.slice(0, 2)).to.deep.equal(['340', '240']);
    await choose(element, 1, '');
    expect(numbers(element).get('Starts')![1]).to.equal('194');
  });

  it('says that there is no difference, and one that is smaller than the numbers are written by its first digit', async () => {
    const explorations = [
      { id: 'a', title: 'A', num_starts: 3000, num_completions: 1323, average_engagement_time: 60.4, average_rating: 4.114, ratings: 7 },
      { id: 'b', title: 'B', num_starts: 3000, num_completions: 1324, average_engagement_time: 59.6, average_rating: 3.9449, ratings: 7 },
    ];
    const ofTwo = { exploration: 'a', 'compare-with': 'b' };
    const element = await widget(TAG, { provider: 'creator-engagement-stats', data: { explorations }, ...ofTwo });
    expect(numbers(element).get('Starts')![2]).to.equal('no difference');
    expect(numbers(element).get('Completion rate')![2]).to.match(/^−0.03 points/);
    expect(numbers(element).get('Average time')).to.deep.equal(['1\u00a0min', '1\u00a0min', '+0.8\u00a0s']);
    expect(numbers(element).get('Average rating')).to.deep.equal(['4.11', '3.94', '+0.17']);
  });

  it('says that differences are of the exact numbers where those that are written come to another one, and only there', async () => {
    const said = async (completions: number, others: number): Promise<readonly [string, boolean]> => {
      const explorations = [
        { id: 'a', title: 'A', num_starts: 10_000, num_completions: completions },
        { id: 'b', title: 'B', num_starts: 10_000, num_completions: others },
      ];
      const ofTwo = { exploration: 'a', 'compare-with': 'b' };
      const element = await widget(TAG, { provider: 'creator-engagement-stats', data: { explorations }, ...ofTwo });
      const [first, second, between = ''] = numbers(element).get('Completion rate')!;
      return [
        `${first} ${second} ${/^\S+/.exec(between)?.[0]}`,
        textOf(element).includes('Differences are of the numbers before rounding.'),
      ];
    };
    expect(await said(4544, 4056)).to.deep.equal(['45.4% 40.6% +4.9', true]);
    expect(await said(4540, 4060)).to.deep.equal(['45.4% 40.6% +4.8', false]);
  });

  it('prints what it shows, differences of rates in points with their sign, and saves the numbers themselves', async () => {
    const element = await ofOppia();
    const { parts } = await widgetDocument(element.asExported, 'paper');
    const { texts } = styleOf(element.asExported, 'paper');
    const { columns } = parts[0]!;
    expect(cellText(columns[0]!, 2, texts)).to.equal('Difference');
    const printed = columns.slice(1).map((column) => [0, 1, 2].map((row) => cellText(column, row, texts)));
    const shown = [...numbers(element).values()].map(([first, second, between]) =>
      [first, second, between!.split(/\s{2,}|Needs both/)[0]].map((text) => text?.replace('not known', '')),
    );
    expect(printed).to.deep.equal(shown);
    const rate = columns.find(({ name }) => name === 'completion_rate')!;
    expect(cellText(rate, 2, texts)).to.match(/^[+−][\d.]+ points$/);
    expect(cellOf(rate, 2)).to.be.within(-1, 1);
  });

  it('says what is unknown, and never shows it as 0', async () => {
    const time = numbers(await ofOppia()).get('Average time')!;
    expect(time.slice(0, 2), 'a dash to see and words to hear').to.deep.equal(['–not known', '–not known']);
    expect(time[2]).to.match(/^–not known\s*Needs both numbers\.$/);
  });

  it('does not compare a computed rate with one as supplied', async () => {
    const explorations = [
      { id: 'counted', title: 'Counted', num_starts: 100, num_completions: 60 },
      { id: 'supplied', title: 'Supplied', completion_rate: 0.5 },
    ];
    const data = { explorations };
    const element = await widget(TAG, { provider: 'creator-engagement-stats', data, exploration: 'counted', 'compare-with': 'supplied' });
    const rates = numbers(element).get('Completion rate')!;
    expect(rates.slice(0, 2)).to.deep.equal(['60.0%', '50.0%']);
    expect(rates[2]).to.match(/^–not known\s*Not comparable: one is computed, the other as supplied\.$/);
    expect(element.asExported.notes, 'leaves with the difference').to.include(
      'Completion rate: Not comparable: one is computed, the other as supplied.',
    );
  });

  it('shows a rate above 1 as it is, and calls no chance', async () => {
    const explorations = [
      { id: 'a', title: 'A', num_starts: 40, num_completions: 50 },
      { id: 'b', title: 'B', num_starts: 40, num_completions: 20 },
    ];
    const element = await widget(TAG, {
      provider: 'creator-engagement-stats',
      data: { explorations },
      exploration: 'a',
      'compare-with': 'b',
    });
    const rates = numbers(element).get('Completion rate')!;
    expect(rates[0]).to.equal('125.0%');
    expect(rates[2]).to.match(/counts that contradict each other: it may be chance/);
    expect(element.asExported.notes.join(' ')).to.match(/Completion rate: .*counts that contradict each other: it may be chance/);
  });

  it('shows both in the other widgets, and lets go again', async () => {
    const element = await ofOppia({ 'compare-with': 'story_0003' });
    const button = one<HTMLButtonElement>(element, 'button.tool');
    button.click();
    await waitUntil(() => element.pageDataset?.clauses.all.length === 1, 'a filter');
    expect(element.pageDataset!.clauses.all[0]).to.deep.include({ field: 'exploration', in: ['story_0001', 'story_0003'] });
    await settled(element);
    expect(button.getAttribute('aria-pressed')).to.equal('true');
    button.click();
    await waitUntil(() => element.pageDataset?.clauses.all.length === 0, 'no filter');
  });

  it('compares the exploration that is opened elsewhere, with the others still there', async () => {
    const element = await ofOppia();
    element.pageDataset!.filter({ origin: 'table', field: 'exploration', in: ['story_0002'] });
    await waitUntil(() => one(element, 'thead th:nth-child(2)').textContent.includes('What is a ratio?'), 'the opened one');
    expect(all(element, 'select')[1]!.querySelectorAll('option').length).to.equal(7);
    await choose(element, 0, 'story_0004');
    expect(one(element, 'thead th:nth-child(2)').textContent).to.contain('The solar system');
  });

  it('shows the beginning of long names of either direction in its choices', async () => {
    const explorations = [
      { id: 'a', title: 'Biotechnology & genetics of the year', num_views: 3 },
      { id: 'b', title: 'علم الأحياء الدقيقة', num_views: 2 },
    ];
    const element = await widget(TAG, { provider: 'creator-engagement-stats', data: { explorations }, lang: 'ar', dir: 'rtl' });
    const directions = [...one(element, 'select').querySelectorAll('option')].map((option) => getComputedStyle(option).direction);
    expect(directions, 'what Chromium shows the chosen one by').to.have.members(['ltr', 'rtl']);
    expect(getComputedStyle(one(element, 'select')).unicodeBidi, 'what Firefox does').to.equal('plaintext');
  });

  it('stacks its numbers where it is narrow, and scrolls nothing sideways', async () => {
    for (const more of [{}, { lang: 'ar', dir: 'rtl' }]) {
      const narrow = document.createElement('main');
      narrow.style.setProperty('width', '288px');
      const element = await ofOppia({ ...more, compareWith: 'story_0004' }, narrow);
      const scroll = one(element, '.scroll');
      expect(scroll.scrollWidth).to.equal(scroll.clientWidth);
      for (const cell of all(element, 'tbody td')) {
        expect(cell.getBoundingClientRect().left).to.be.at.least(scroll.getBoundingClientRect().left);
        expect(cell.getBoundingClientRect().right).to.be.at.most(scroll.getBoundingClientRect().right);
      }
      expect(
        all(element, 'tbody td:last-child').every((cell) => cell.dataset['label'] !== ''),
        'a difference says that it is one',
      ).to.equal(true);
      for (const unseen of all(element, 'thead th:is(:first-child, :last-child)'))
        expect([unseen.offsetWidth, unseen.offsetHeight], 'a head that stands above nothing is heard only').to.deep.equal([1, 1]);
      await expect(element).to.be.accessible();
    }
  });

  it('breaks no word of a name where it is narrow and text twice as large', async () => {
    const narrow = document.createElement('main');
    narrow.style.setProperty('width', '288px');
    document.documentElement.style.setProperty('font-size', '32px');
    try {
      const element = await ofOppia({}, narrow);
      for (const name of all(element, 'thead th + th:not(:last-child) bdi')) {
        const node = [...name.childNodes].find((each) => each instanceof Text)!;
        for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          expect(range.getClientRects().length, word).to.equal(1);
        }
      }
      expect(one(element, '.scroll').scrollWidth).to.equal(one(element, '.scroll').clientWidth);
    } finally {
      document.documentElement.style.removeProperty('font-size');
    }
  });

  it('is accessible with its states', async () => {
    await expect(await ofOppia()).to.be.accessible();
    await expect(
      await widget(TAG, { provider: 'creator-engagement-stats', data: creatorStats(12), lang: 'ar', dir: 'rtl' }),
    ).to.be.accessible();
    expect(textOf(await ofOppia({ data: creatorReport(0) }))).to.contain('no exploration');
  });
});
