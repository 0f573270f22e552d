import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import '../../../src/define/at-risk-grade-chart.js';
import '../../../src/define/at-risk-last-visit-chart.js';
import '../../../src/define/at-risk-track-chart.js';
import '../../../src/define/stats-dataset.js';
import type { StatsElement } from '../../../src/components/base/stats-element.js';
import type { Clause } from '../../../src/metrics/types.js';
import { all } from '../../support/widgets.js';
import { waitUntil } from '../../support/wait-until.js';

const enrollments = ['ann', 'bob', 'eve', 'joe'].map((actor_id, at) => ({
  course_key: 'c',
  actor_id,
  enrollment_status: 'registered',
  track: at % 2 === 0 ? 'audit' : 'verified',
  enrolled_at: '2024-03-01',
}));
const page_visits = enrollments.map(({ course_key, actor_id }, at) => ({
  course_key,
  actor_id,
  block_id: 'b',
  visited_at: `2024-03-0${at + 2}T10:00:00Z`,
}));

describe('a chart whose filters change', () => {
  let dataset: HTMLElement;
  let charts: StatsElement[];

  beforeEach(async () => {
    dataset = await fixture(html`
      <stats-dataset provider="tables" now="2024-06-01" .data=${{ enrollments, page_visits }}>
        <at-risk-track-chart id="tracks"></at-risk-track-chart>
        <at-risk-last-visit-chart id="dates"></at-risk-last-visit-chart>
        <at-risk-grade-chart></at-risk-grade-chart>
      </stats-dataset>
    `);
    charts = [...dataset.querySelectorAll<StatsElement>('stats-dataset > *')];
    await waitUntil(() => charts.every((chart) => chart['result'] !== undefined), 'answers', { timeout: 10_000 });
    await Promise.all(charts.map((chart) => chart.settled()));
  });

  function filter(clause: Partial<Clause>): void {
    dataset.dispatchEvent(new CustomEvent('stats-filter', { detail: clause, bubbles: true, composed: true }));
  }

  /** How often each chart is drawn until all is answered. */
  async function drawings(change: () => void): Promise<number[]> {
    const counts = charts.map(() => 0);
    for (const [at, chart] of charts.entries()) {
      const draw = chart['performUpdate'].bind(chart);
      chart['performUpdate'] = () => {
        counts[at] = (counts[at] ?? 0) + 1;
        draw();
      };
    }
    change();
    await Promise.all(charts.map((chart) => chart.settled()));
    return counts;
  }

  it('is drawn once for the answer to a filter of others', async () => {
    const counts = await drawings(() => {
      filter({ origin: 'host', field: 'track', in: ['audit'] });
      filter({ origin: 'host', field: 'course_key', in: ['c'] });
    });
    expect(counts).to.deep.equal([1, 1, 1]);
    expect(charts.map((chart) => chart['result']?.applied.length)).to.deep.equal([2, 2, 2]);
  });

  it('shows its own filter before any answer', async () => {
    const [tracks] = charts;
    const counts = await drawings(() => filter({ origin: 'tracks', field: 'track', in: ['audit'] }));
    expect(counts).to.deep.equal([1, 1, 1]);
    expect(all(tracks!, '[aria-selected="true"], [aria-checked="true"], [aria-pressed="true"]').length).to.be.greaterThan(0);
  });
});
