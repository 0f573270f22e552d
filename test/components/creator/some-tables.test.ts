import { expect } from '@open-wc/testing';
import type { StatsElement } from '../../../src/components/base/stats-element.js';
import '../../../src/index.js';
import { creatorReport } from '../../../stories/support/creator-report.js';
import { all, widget } from '../../support/widgets.js';

/** What a reader sees of a widget. */
function seenIn(element: StatsElement): string {
  const lines = all(element, '.state p, [part=tile], .headline, .item, li').map((line) => line.textContent.trim().replace(/\s+/g, ' '));
  return lines.join('\n');
}

/** What a reader sees of a widget of whom a host gave only some of the tables. */
async function seen(tag: string, data: unknown): Promise<string> {
  return seenIn(await widget(tag, { provider: 'tables', data, now: '2026-11-16T09:00:00Z' }));
}

const counted = [
  { exploration: 'a', title: 'Fractions', plays: 300, starts: 200, completions: 180, open_feedback: 1, feedback: 4 },
  { exploration: 'b', title: 'Ratios', plays: 100, starts: 200, completions: 40, open_feedback: 2, feedback: 5 },
];
const NOT_GIVEN = 'The tables that were given do not have this one.';

describe('widgets of a creator on Oppia whose statistics were not handed over', () => {
  const data = creatorReport(3, { statistics: false });
  const shown = async (tag: string): Promise<string> => seenIn(await widget(tag, { provider: 'oppia', data, now: '2026-11-16T09:00:00Z' }));

  it('say so, and draw no conclusion', async () => {
    expect(await shown('creator-insights')).to.contain('The statistics of explorations were not handed over.');
    expect(await shown('creator-engagement-chart')).to.contain('neither engagement times nor completion rates');
    expect(await shown('creator-summary')).to.match(/Completion rate ?–.*The statistics of explorations were not handed over/);
  });
});

describe('widgets of a creator of whom some tables are given', () => {
  it('show totals, and what stands out, of explorations alone', async () => {
    const summary = await seen('creator-summary', { explorations: counted });
    expect(summary).to.match(/Plays ?400/);
    expect(summary).to.match(/Completion rate ?55\.0% ?220 of 400 starts completed/);
    expect(summary).to.match(/Open feedback ?3 ?of 9 threads/);
    expect(await seen('creator-insights', { explorations: counted })).to.contain('Ratios');
  });

  it('show no total of which a part is unknown, and no mean of times some of which are without their sessions', async () => {
    const [first, second] = counted;
    const timed = { ...second, plays: null, average_engagement_seconds: 120 };
    const summary = await seen('creator-summary', { explorations: [{ ...first, average_engagement_seconds: 60, sessions: 9 }, timed] });
    expect(summary).to.match(/Plays ?–/);
    expect(summary).to.match(/Average time ?–.*do not say of how many sessions times are/);
    const of = (sessions: readonly number[]): Promise<string> =>
      seen('creator-summary', {
        explorations: [first, timed].map((row, at) => ({ ...row, average_engagement_seconds: 60 * (at + 1), sessions: sessions[at] })),
      });
    expect(await of([30, 10])).to.match(/Average time ?1 min 15 s/);
  });

  it('say that starts and completions are missing where only rates are given', async () => {
    const explorations = counted.map(({ exploration, title }) => ({ exploration, title, completion_rate: 0.5 }));
    expect(await seen('creator-summary', { explorations })).to.match(
      /Completion rate ?–.*do not say how many learners started and completed/,
    );
  });

  it('average times alike in totals, comparison and chart where no session is said to be of unknown time', async () => {
    const explorations = counted.map((row, at) => ({ ...row, average_engagement_seconds: 60 * (at + 1), sessions: [30, 10][at] }));
    expect(await seen('creator-summary', { explorations })).to.match(/Average time ?1 min 15 s/);
    const comparison = await widget('creator-comparison', { provider: 'tables', data: { explorations }, exploration: 'a' });
    expect(comparison.renderRoot.textContent.replace(/\s+/g, ' ')).to.match(/Average time 1 min 1 min 15 s/);
    const chart = await widget('creator-engagement-chart', { provider: 'tables', data: { explorations } });
    expect(chart.renderRoot.textContent).to.match(/my average: 1\smin\s15\ss/);
  });

  it('average times over the sessions whose time is known, not over all', async () => {
    const of = (...unknown: readonly (number | null)[]): Promise<string> =>
      seen('creator-summary', {
        explorations: counted.slice(0, 2).map((row, at) => ({
          ...row,
          average_engagement_seconds: 60 * (at + 1),
          sessions: [30, 10][at],
          unknown_sessions: unknown[at],
        })),
      });
    expect(await of(20, 0)).to.match(/Average time ?1 min 30 s ?The time of 20 of 40 sessions is known/);
    const partly = await of(20, null);
    expect(partly).to.match(/Average time ?–/);
    expect(partly).not.to.contain('sessions is known');
  });

  it('keep totals that are given', async () => {
    expect(await seen('creator-summary', { explorations: counted, creator: [{ plays: 950 }] })).to.match(/Plays ?950/);
  });

  it('do not say that there is nothing where its table is not given', async () => {
    const weekly = { weekly: [{ week: '2026-10-05', plays: 20 }] };
    for (const tag of ['summary', 'engagement-chart', 'attempts-chart', 'dropoff-chart', 'rating-chart', 'exploration-table', 'comparison'])
      expect(await seen(`creator-${tag}`, weekly), tag).to.contain(NOT_GIVEN);
    expect(await seen('creator-feedback-list', { explorations: counted })).to.contain(NOT_GIVEN);
    expect(await seen('creator-dropoff-chart', { states: [{ exploration: 'a', state: 'x', state_order: 0, hits: 3 }] })).to.contain(
      NOT_GIVEN,
    );
    expect(await seen('at-risk-table', { explorations: counted })).to.contain('do not say who is enrolled');
  });

  it('say so where it is given, and empty', async () => {
    expect(await seen('creator-summary', { explorations: [] })).not.to.contain(NOT_GIVEN);
    expect(await seen('creator-engagement-chart', { explorations: [] })).to.contain('There is no exploration yet.');
    expect(await seen('creator-feedback-list', { explorations: counted, feedback: [] })).to.contain('There is no feedback yet.');
  });

  it('draw no conclusion from counts that are not there', async () => {
    const bare = { explorations: counted.map(({ exploration, title, starts }) => ({ exploration, title, starts })) };
    expect(await seen('creator-insights', bare)).to.contain('do not say how many learners started and completed');
    expect(await seen('creator-engagement-chart', bare)).to.contain('neither engagement times nor completion rates');
    expect(await seen('creator-insights', { explorations: [] })).to.contain('There is no exploration yet.');
  });
});
