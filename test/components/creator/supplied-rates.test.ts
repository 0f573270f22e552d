/** Completion rates that a host supplies without both counts: nobody says what they are of. */
import { expect } from '@open-wc/testing';
import '../../../src/define/creator-comparison.js';
import '../../../src/define/creator-engagement-chart.js';
import '../../../src/define/creator-exploration-table.js';
import '../../../src/define/creator-summary.js';
import { all, byRole, textOf, widget } from '../../support/widgets.js';

const WORDS = 'Completion rates as supplied are of what is not stated; they do not compare with computed ones.';
const COUNTED = { id: 'counted', title: 'Counted', num_starts: 100, num_completions: 60 };
const HALF = { id: 'half', title: 'Half', num_starts: 40, num_completions: 20 };
const SUPPLIED = { id: 'supplied', title: 'Supplied', completion_rate: 0.95, num_starts: 50 };
const OTHER = { id: 'other', title: 'Other', completion_rate: 0.4, num_starts: 50 };

const shown = (tag: string, explorations: readonly unknown[], more: Readonly<Record<string, unknown>> = {}) =>
  widget(tag, { provider: 'creator-engagement-stats', data: { explorations }, ...more });

describe('a completion rate as supplied', () => {
  it('has the words beside it in the table, and where it comes from in its row', async () => {
    const table = await shown('creator-exploration-table', [COUNTED, SUPPLIED]);
    expect(textOf(table)).to.contain(WORDS);
    expect(all(table, 'tbody [data-column=completion_rate_source]').map(({ textContent }) => textContent.trim())).to.have.members([
      'Computed',
      'Supplied',
    ]);
    const computed = await shown('creator-exploration-table', [COUNTED]);
    expect(textOf(computed)).not.to.contain(WORDS);
    expect(all(computed, 'tbody [data-column=completion_rate_source]')).to.have.length(0);
  });

  it('stands in no chart beside computed ones, which says so', async () => {
    const chart = await shown('creator-engagement-chart', [SUPPLIED, COUNTED, HALF]);
    expect(byRole(chart, 'option', /^Supplied/)).to.equal(undefined);
    expect(textOf(chart)).to.contain('Explorations whose completion rate is as supplied are left out');
    expect(textOf(chart)).to.contain('Counted is completed most: 60.0% of starts.');
    expect(textOf(chart)).to.contain('Completions as a share of starts.');
  });

  it('is called no share of starts in a chart of such rates alone', async () => {
    const chart = await shown('creator-engagement-chart', [SUPPLIED, OTHER]);
    expect(byRole(chart, 'option', /^Supplied/)?.getAttribute('aria-label')).to.contain('95.0%');
    expect(textOf(chart)).to.contain('Share as supplied by the host; of what is not stated.');
    expect(textOf(chart)).not.to.contain('of starts');
    expect(textOf(chart)).not.to.contain('are left out');
  });

  it('has the words beside it where two are compared, and no talk of too few starts', async () => {
    const element = await shown('creator-comparison', [SUPPLIED, OTHER], { exploration: 'supplied', 'compare-with': 'other' });
    expect(textOf(element)).to.contain(WORDS);
    expect(textOf(element)).not.to.contain('Fewer than 20 starts');
  });

  it('is no part of the rate of all explorations, which says of how many it is', async () => {
    const summary = await shown('creator-summary', [COUNTED, SUPPLIED]);
    const [, rate] = all(summary, '[part=tile]').map(({ textContent }) => textContent.replace(/\s+/g, ' '));
    expect(rate).to.contain('60.0%');
    expect(rate).to.contain('of 1 of 2 explorations');
    expect(rate).not.to.contain('150 starts');
    expect(textOf(await shown('creator-summary', [COUNTED, HALF]))).to.contain('80 of 140 starts completed');
  });
});
