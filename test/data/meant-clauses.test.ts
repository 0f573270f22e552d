import { expect } from '@open-wc/testing';
import { openDataset } from '../../src/data/open-dataset.js';
import type { OpenDataset, ViewResult } from '../../src/data/open-dataset.js';
import type { Predicate } from '../../src/metrics/types.js';

const EXPLORATIONS = [
  { exploration: 'a', title: 'A', status: 'public', plays: 60, starts: 100, completions: 90 },
  { exploration: 'b', title: 'B', status: 'private', plays: 5, starts: 100, completions: 10 },
  { exploration: 'c', title: 'C', status: 'public', plays: 100, starts: 60, completions: 50 },
];

function opened(): Promise<OpenDataset> {
  const weekly = ['2024-03-04', '2024-03-11'].flatMap((week, at) =>
    EXPLORATIONS.map(({ exploration, plays }) => ({ exploration, week, plays: at === 0 ? plays : 1, starts: at + 1 })),
  );
  const feedback = EXPLORATIONS.map(({ exploration }) => ({ exploration, thread: `${exploration}1`, status: 'open' }));
  const creator = [{ plays: 165, starts: 260, completions: 150, completion_rate: 150 / 260 }];
  const tables = { explorations: EXPLORATIONS, weekly, feedback, creator };
  return openDataset({ provider: 'tables', now: Date.UTC(2024, 2, 20), tables });
}

async function filtered(view: string, ...predicates: readonly Predicate[]): Promise<ViewResult> {
  return (await opened()).view(view, { clauses: predicates.map((predicate) => ({ origin: 'page', ...predicate })) });
}

describe('filters of explorations, in views of what belongs to them', () => {
  it('are by the status of the exploration, and not by that of its threads', async () => {
    const answer = await filtered('creator.feedback', { field: 'status', in: ['public'] });
    expect(answer.rows().map((row) => row['thread'])).to.have.members(['a1', 'c1']);
    expect(answer.applied).to.deep.equal([{ origin: 'page', field: 'status', in: ['public'] }]);
  });

  it('are by all plays of the exploration, and not by those of a week', async () => {
    const answer = await filtered('creator.trend', { field: 'plays', range: [50, Infinity] });
    expect(answer.rows().map((row) => [row['week'], row['plays']])).to.deep.equal([
      ['2024-03-04', 160],
      ['2024-03-11', 2],
    ]);
  });

  it('are not answered by the total of the creator, whichever number they are of', async () => {
    const predicates: readonly Predicate[] = [
      { field: 'plays', range: [0, 50] },
      { field: 'completion_rate', range: [0.6, 1] },
      { field: 'status', in: ['public'] },
    ];
    const answer = await filtered('creator.summary', ...predicates);
    expect(answer.rows().map((row) => row['plays'])).to.deep.equal([165]);
    expect(answer.applied).to.deep.equal([]);
    expect(answer.unanswered).to.deep.equal(predicates.map((predicate) => ({ origin: 'page', ...predicate })));
  });

  it('are by a column of the table itself where they name the table', async () => {
    const answer = await filtered('creator.feedback', { field: 'feedback.status', in: ['open'] }, { field: 'plays', range: [0, 50] });
    expect(answer.rows().map((row) => row['thread'])).to.deep.equal(['b1']);
    expect(answer.applied.map(({ field }) => field)).to.deep.equal(['feedback.status', 'plays']);
  });

  it('are the last that was set of one origin and field', async () => {
    const [first, last] = [
      { field: 'status', in: ['private'] },
      { field: 'status', in: ['public'] },
    ] as const;
    const answer = await filtered('creator.feedback', first, last);
    expect(answer.rows().length).to.equal(2);
    expect(answer.applied).to.deep.equal([{ origin: 'page', ...last }]);
  });
});
