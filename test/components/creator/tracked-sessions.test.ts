/** What the creator's tags say of statements of learning sessions, which tell nothing of feedback and notes. */
import { expect } from '@open-wc/testing';
import '../../../src/define/creator-dropoff-chart.js';
import '../../../src/define/creator-feedback-list.js';
import '../../../src/define/creator-insights.js';
import type { StatsElement } from '../../../src/components/base/stats-element.js';
import { trackedLog } from '../../support/sessions-by-hand.js';
import { all, textOf, widget } from '../../support/widgets.js';

const STAY = { card: 'A', answers: [{ at: 1, timed: true }], solutions: [], hints: 0, lasted: 3 };
const FIRST = Date.parse('2024-03-01T10:00:00Z');

function sessionsOf(exploration: string, count: number, completed: number): readonly object[] {
  return Array.from({ length: count }, (_, at) => ({ at, completed: at < completed })).flatMap((session) =>
    trackedLog(
      {
        exploration,
        id: `${exploration}${session.at}`,
        startedAt: FIRST + session.at * 60_000,
        stays: [STAY],
        completed: session.completed,
        left: true,
      },
      exploration,
    ),
  );
}

const tracked = (tag: string): Promise<StatsElement> =>
  widget(tag, {
    provider: 'xapi',
    data: [...sessionsOf('weak', 100, 10), ...sessionsOf('strong', 100, 90)],
    now: '2024-03-20T00:00:00Z',
  });

describe('of sessions that the tracker told', () => {
  it('creator-insights says what stands out', async () => {
    const element = await tracked('creator-insights');
    expect(all(element, '.insight').map(({ textContent }) => textContent.trim().replace(/\s+/g, ' '))).to.deep.equal([
      'weak: only 10.0% complete it, 90.0% your others.Of 100 starts; between 5.1% and 18.7% with chance allowed for.',
      'strong: 90.0% complete it, 10.0% your others.Of 100 starts; between 81.3% and 94.9% with chance allowed for.',
    ]);
  });

  it('creator-feedback-list says that feedback is not known, not that there is none', async () => {
    const element = await tracked('creator-feedback-list');
    expect(textOf(element)).to.contain('Statements of learning sessions do not tell this.').and.not.to.contain('no feedback yet');
  });

  it('creator-dropoff-chart counts no threads and says of no card that nothing was noted', async () => {
    const element = await tracked('creator-dropoff-chart');
    expect(all(element, '[role=option]').map((option) => option.getAttribute('aria-label'))).to.deep.equal([
      'A: Reached 100, Attempts 100, Solutions viewed 0, Shown 100',
    ]);
    expect(textOf(element), 'where learners left').to.contain('Completed: Statements of learning sessions do not tell this.');
    const view = await element.asExported.view();
    expect(view?.columns.map(({ column }) => column)).to.not.include.any.members(['threads', 'noted']);
  });
});

describe('of tables without one of notes', () => {
  it('creator-dropoff-chart says of no card that nothing was noted', async () => {
    const states = [{ exploration: 'e', state: 'A', state_order: 0, hits: 10, completions: 5, answers: 9, first_hits: 9 }];
    const noted = async (more: object): Promise<boolean> => {
      const data = { explorations: [{ exploration: 'e', starts: 10 }], states, ...more };
      const view = await (await widget('creator-dropoff-chart', { provider: 'tables', data })).asExported.view();
      return view?.columns.some(({ column }) => column === 'noted') ?? false;
    };
    expect(await noted({})).to.equal(false);
    expect(await noted({ issues: [{ exploration: 'e', state: 'A', issue: 'early-quit' }] })).to.equal(true);
  });
});
