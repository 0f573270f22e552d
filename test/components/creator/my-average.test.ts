import { expect } from '@open-wc/testing';
import '../../../src/define/creator-attempts-chart.js';
import '../../../src/define/creator-comparison.js';
import '../../../src/define/creator-engagement-chart.js';
import '../../../src/define/creator-rating-chart.js';
import '../../../src/define/creator-summary.js';
import { widgetDocument } from '../../../src/components/base/menu/exported-document.js';
import { creatorReport } from '../../../stories/support/creator-report.js';
import { all, one, textOf, widget } from '../../support/widgets.js';
import { waitUntil } from '../../support/wait-until.js';

const NOW = '2026-11-16T09:00:00Z';
const shown = (tag: string, more: Readonly<Record<string, unknown>> = {}) =>
  widget(tag, { provider: 'oppia', data: creatorReport(6), now: NOW, ...more });
const line = (element: Element) => all<SVGLineElement>(element, '.reference .average')[0];

/** What the table of the comparison says of the average, which is its second side. */
async function comparedWith(measure: string): Promise<string> {
  const comparison = await shown('creator-comparison');
  const row = all(comparison, 'tbody tr').find((each) => each.textContent.includes(measure))!;
  return row.querySelectorAll('td')[1]!.textContent.trim();
}

async function asTable(element: Element): Promise<void> {
  one<HTMLButtonElement>(element, '#more-anchor > button').click();
  await waitUntil(() => all(element, '[role=menuitem]').length > 0);
  all(element, '[role=menuitem]')
    .find((item) => item.textContent.includes('View as table'))!
    .click();
  await waitUntil(() => all(element, 'table').length > 0);
}

describe("the creator's average in charts", () => {
  it('is a line at the completion rate that the comparison has, told in words, in the table and in files', async () => {
    const average = await comparedWith('Completion rate');
    const chart = await shown('creator-engagement-chart');
    const sentence = `The line across marks my average: ${average}.`;
    expect(textOf(chart)).to.contain(sentence);
    expect(one(chart, '#chart-keys').textContent).to.contain(sentence);
    const bars = all<SVGRectElement>(chart, '.bar').map((bar) => Number(bar.getAttribute('width')));
    const rates = all(chart, '[role=option]').map((bar) => Number(/([\d.]+)%/.exec(bar.getAttribute('aria-label')!)![1]));
    const start = Number(all(chart, '.bar')[0]!.getAttribute('x'));
    const perPercent = bars[0]! / rates[0]!;
    expect((Number(line(chart)!.getAttribute('x1')) - start) / perPercent).to.be.closeTo(Number.parseFloat(average), 0.1);
    const document = await widgetDocument(chart.asExported, 'paper');
    expect(document.parts[0]!.subtitle).to.contain(sentence);
    await asTable(chart);
    expect(one(chart, 'tfoot').textContent.replace(/\s+/g, ' ').trim()).to.equal(`My average ${average}`);
    await expect(chart).to.be.accessible();
  });

  it('is of all explorations beside one that is chosen, and of none where there is but one', async () => {
    const average = await comparedWith('Completion rate');
    const one = await shown('creator-engagement-chart', { exploration: 'story_0001' });
    expect(textOf(one)).to.contain(`my average: ${average}`);
    const only = await shown('creator-engagement-chart', { data: creatorReport(1) });
    expect(textOf(only)).not.to.contain('my average');
    expect(line(only)).to.equal(undefined);
  });

  it('stands among attempts of explorations, goes with their measure, and does not stand among cards', async () => {
    const chart = await shown('creator-attempts-chart');
    expect(textOf(chart)).to.match(/The line across marks my average: [\d,.]+\./);
    const mean = all(chart, '[role=option]').map((bar) =>
      Number(/Attempts ([\d,]+)/.exec(bar.getAttribute('aria-label')!)![1]!.replace(/,/g, '')),
    );
    const average = mean.reduce((sum, value) => sum + value, 0) / mean.length;
    const said = /my average: ([\d,.]+)\./.exec(textOf(chart))![1]!.replace(/,/g, '');
    expect(Number(said)).to.be.closeTo(average, 0.01);
    all(chart, '[part~="legend"] button')[0]!.click();
    await waitUntil(() => line(chart) === undefined, 'no line without its measure');
    expect(line(await shown('creator-attempts-chart', { exploration: 'story_0001' }))).to.equal(undefined);
  });

  it('stands between the stars of one exploration, and not among those of all, whose mean it is', async () => {
    const average = await comparedWith('Average rating');
    const chart = await shown('creator-rating-chart', { exploration: 'story_0001' });
    expect(textOf(chart)).to.contain(`The line across marks my average: ${Number(average)} stars.`);
    expect(line(chart)).not.to.equal(undefined);
    expect(line(await shown('creator-rating-chart'))).to.equal(undefined);
  });

  it('is not drawn where it is not known', async () => {
    const explorations = [
      { exploration: 'a', title: 'A', average_engagement_seconds: 60, sessions: 4 },
      { exploration: 'b', title: 'B', average_engagement_seconds: 90, sessions: null },
    ];
    const chart = await shown('creator-engagement-chart', { provider: 'tables', data: { explorations } });
    expect(line(chart)).to.equal(undefined);
    expect(textOf(chart)).not.to.contain('my average');
  });

  for (const { title, starts, average, said } of [
    { title: 'weighted by starts', starts: [30, 10], average: '1 min 8 s', said: 'weighted by starts' },
    { title: 'of explorations that count the same', starts: [30, null], average: '1 min 15 s', said: 'plain mean of their averages' },
  ]) {
    const supplied = {
      explorations: [60, 90].map((time, at) => ({ id: `${at}`, title: `T${at}`, average_engagement_time: time, num_starts: starts[at] })),
    };
    const tables = {
      explorations: [60, 90].map((time, at) => ({
        exploration: `${at}`,
        title: `T${at}`,
        average_engagement_seconds: time,
        starts: starts[at],
      })),
    };
    for (const [provider, data] of Object.entries({ 'creator-engagement-stats': supplied, tables })) {
      it(`has one time, ${title}, in the summary, the chart and the comparison, which say so, where ${provider} has no sessions`, async () => {
        const summary = await shown('creator-summary', { provider, data });
        const chart = await shown('creator-engagement-chart', { provider, data });
        const comparison = await shown('creator-comparison', { provider, data });
        const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
        const tile = all(summary, '[part~="tile"]').find(({ textContent }) => textContent.includes('Average time'))!;
        expect(plain(tile.textContent)).to.match(new RegExp(`${average} As the host supplies it.*${said}`));
        expect(plain(textOf(chart))).to.match(new RegExp(`my average: ${average}\\..*${said}`));
        expect(textOf(chart), 'no range is told').not.to.contain('shortest');
        const row = all(comparison, 'tbody tr').find(({ textContent }) => textContent.includes('Average time'))!;
        expect(plain(row.querySelectorAll('td')[1]!.textContent)).to.equal(average);
        expect(plain(textOf(comparison))).to.contain(said);
      });
    }
  }
});
