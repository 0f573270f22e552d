import { expect } from '@open-wc/testing';
import { creatorEngagementStatsProvider } from '../../../src/data/providers/creator-engagement-stats.js';
import { FakeReadContext } from '../../support/fake-read-context.js';
import { LATE, preparedTables, rowsOf } from '../../support/prepared.js';

const FRACTIONS = {
  id: 'exp123',
  title: 'Fractions Intro',
  average_engagement_time: 157,
  completion_rate: 0.85,
  num_learners: 120,
  hint_views: 26,
  solution_views: 7,
};

function tablesOf(...explorations: readonly unknown[]) {
  return preparedTables(creatorEngagementStatsProvider, { data: { explorations } });
}

async function refusal(...explorations: readonly unknown[]): Promise<string> {
  return tablesOf(...explorations).then(
    () => 'nothing was refused',
    (error: Error) => error.message,
  );
}

describe('statistics that a host has aggregated', () => {
  it('are read as the contract writes them', async () => {
    const src = 'https://oppia.example/creatorengagementstats/me';
    const context = new FakeReadContext(new Map([[src, { explorations: [FRACTIONS] }]]));
    const tables = await preparedTables(creatorEngagementStatsProvider, { src }, {}, context);
    expect(context.asked).to.deep.equal([src]);
    expect(rowsOf(tables.get('explorations'))).to.deep.equal([
      {
        exploration: 'exp123',
        title: 'Fractions Intro',
        average_engagement_seconds: 157,
        solution_views: 7,
        hint_views: 26,
        learners: 120,
        completion_rate: 0.85,
        completion_rate_source: 'supplied',
      },
    ]);
    expect(rowsOf(tables.get('states'))).to.deep.equal([{ exploration: 'exp123', solution_views: 7, hint_views: 26 }]);
  });

  it('have a computed completion rate wherever both counts are there, else the one supplied', async () => {
    const tables = await tablesOf(
      { ...FRACTIONS, id: 'a', num_starts: 40, num_completions: 50 },
      { ...FRACTIONS, id: 'b', num_starts: 40 },
      { ...FRACTIONS, id: 'c', num_starts: 0, num_completions: 0 },
      { id: 'd' },
    );
    expect(rowsOf(tables.get('explorations'), ['completion_rate', 'completion_rate_source'])).to.deep.equal([
      { completion_rate: 1.25, completion_rate_source: 'computed' },
      { completion_rate: 0.85, completion_rate_source: 'supplied' },
      { completion_rate: null, completion_rate_source: null },
      { completion_rate: null, completion_rate_source: null },
    ]);
  });

  it('never mix supplied and computed rates in the sum', async () => {
    const tables = await tablesOf(
      { ...FRACTIONS, id: 'a', num_starts: 40, num_completions: 10 },
      { ...FRACTIONS, id: 'b', num_starts: 100 },
    );
    expect(rowsOf(tables.get('creator'), ['starts', 'completions', 'completion_rate'])).to.deep.equal([
      { starts: 40, completions: 10, completion_rate: 0.25 },
    ]);
  });

  it('have no learners of several explorations, who may play both', async () => {
    const [one, two] = await Promise.all([tablesOf(FRACTIONS), tablesOf(FRACTIONS, { ...FRACTIONS, id: 'b' })]);
    expect([one, two].map((tables) => rowsOf(tables.get('creator'), ['learners']))).to.deep.equal([
      [{ learners: 120 }],
      [{ learners: null }],
    ]);
  });

  it('have averages weighted by starts where every one has them, else equally', async () => {
    const first = { id: 'a', average_engagement_time: 100, num_starts: 30, average_rating: 5, num_ratings: 3 };
    const second = { id: 'b', average_engagement_time: 200, num_starts: 10, average_rating: 1, num_ratings: 1 };
    const byStarts = await tablesOf(first, second);
    expect(rowsOf(byStarts.get('creator'), ['average_engagement_seconds', 'average_rating', 'ratings'])).to.deep.equal([
      { average_engagement_seconds: 125, average_rating: 4, ratings: 4 },
    ]);
    const equally = await tablesOf(first, { ...second, num_starts: null });
    expect(rowsOf(equally.get('creator'), ['average_engagement_seconds'])).to.deep.equal([{ average_engagement_seconds: 150 }]);
  });

  it('have no average rating where there are no ratings, whatever stands for it', async () => {
    const tables = await tablesOf({ id: 'a', average_rating: 4.5, num_ratings: 0 }, { id: 'b', average_rating: 3, num_ratings: 2 });
    expect(rowsOf(tables.get('explorations'), ['average_rating', 'ratings'])).to.deep.equal([
      { average_rating: null, ratings: 0 },
      { average_rating: 3, ratings: 2 },
    ]);
  });

  it('have no average rating where of one it is not known of how many ratings it is, or what they come to', async () => {
    const rated = { id: 'a', average_rating: 1, num_ratings: 100 };
    const tables = await tablesOf(rated, { id: 'b', average_rating: 5 });
    expect(rowsOf(tables.get('creator'), ['ratings'])).to.deep.equal([{ ratings: null }]);
    expect(tables.get('creator')?.columns.has('average_rating')).to.equal(false);
    const none = await tablesOf(rated, { id: 'b', average_rating: 5, num_ratings: 0 }, { id: 'c', num_ratings: 0 });
    expect(rowsOf(none.get('creator'), ['average_rating', 'ratings'])).to.deep.equal([{ average_rating: 1, ratings: 100 }]);
    const untold = await tablesOf(rated, { id: 'b', num_ratings: 7 });
    expect(rowsOf(untold.get('creator'), ['average_rating', 'ratings'])).to.deep.equal([{ average_rating: null, ratings: 107 }]);
  });

  it('have demographics and weeks by their Monday', async () => {
    const tables = await tablesOf({
      id: 'a',
      demographics: { age: { 'under 13': 4, '13 to 17': 9 } },
      weekly: [{ week: '2024-03-06', num_starts: 8, num_completions: 2, average_engagement_time: 60 }],
    });
    expect(rowsOf(tables.get('demographics'))).to.deep.equal([
      { exploration: 'a', dimension: 'age', group: 'under 13', learners: 4 },
      { exploration: 'a', dimension: 'age', group: '13 to 17', learners: 9 },
    ]);
    expect(rowsOf(tables.get('weekly'), ['exploration', 'week', 'starts', 'completions', 'average_engagement_seconds'])).to.deep.equal([
      { exploration: 'a', week: '2024-03-04', starts: 8, completions: 2, average_engagement_seconds: 60 },
    ]);
  });

  it('do not see weeks that begin after now, and count them', async () => {
    const data = { explorations: [{ id: 'a', weekly: [{ week: '2024-03-04' }, { week: '2024-03-11' }] }] };
    const snapshot = await creatorEngagementStatsProvider.read({ data }, new FakeReadContext(new Map()));
    const { tables, later } = creatorEngagementStatsProvider.prepare(snapshot, { ...LATE, now: Date.UTC(2024, 2, 10) });
    expect([later, rowsOf(tables.get('weekly'), ['week'])]).to.deep.equal([1, [{ week: '2024-03-04' }]]);
  });

  it('see a week from its Monday on in the time zone of the dataset', async () => {
    const data = { explorations: [{ id: 'a', weekly: [{ week: '2024-03-04' }, { week: '2024-03-11' }] }] };
    const snapshot = await creatorEngagementStatsProvider.read({ data }, new FakeReadContext(new Map()));
    const seen = (timezone: string, now: string): number =>
      creatorEngagementStatsProvider.prepare(snapshot, { ...LATE, timezone, now: Date.parse(now) }).tables.get('weekly')!.length;
    expect([seen('Asia/Tokyo', '2024-03-10T14:59:59Z'), seen('Asia/Tokyo', '2024-03-10T15:00:00Z')]).to.deep.equal([1, 2]);
    expect([seen('America/New_York', '2024-03-11T02:00:00Z'), seen('America/New_York', '2024-03-11T04:00:00Z')]).to.deep.equal([1, 2]);
  });

  it('leave out what no exploration has and say so', async () => {
    const { notes } = await creatorEngagementStatsProvider.read({ data: { explorations: [FRACTIONS] } }, new FakeReadContext(new Map()));
    for (const column of ['explorations.average_rating', 'explorations.status', 'explorations.ownership', 'creator.subscribers'])
      expect(notes.unrecorded).to.have.property(column, 'This host does not supply it.');
    expect(notes.unrecorded).not.to.have.any.keys('explorations.learners', 'explorations.completion_rate');
  });

  it('ignore keys that nobody knows, take null as unknown, and 0 as 0', async () => {
    const tables = await tablesOf({ ...FRACTIONS, hint_views: 0, solution_views: null, surprise: { deep: true } });
    expect(rowsOf(tables.get('explorations'), ['hint_views', 'solution_views'])).to.deep.equal([{ hint_views: 0, solution_views: null }]);
  });

  it('are refused by path and value where a type is wrong, and percent is never guessed', async () => {
    const good = ['a', 'b', 'c'].map((id) => ({ id }));
    expect(await refusal(...good, { id: 'd', completion_rate: '85%' })).to.equal(
      'explorations[3].completion_rate: expected a number from 0 to 1, got "85%"',
    );
    expect(await refusal({ id: 'a', completion_rate: 85 })).to.equal(
      'explorations[0].completion_rate: expected a number from 0 to 1, got 85',
    );
    expect(await refusal({ id: 'a', average_engagement_time: -1 })).to.equal(
      'explorations[0].average_engagement_time: expected a number of 0 or more, got -1',
    );
    expect(await refusal({ id: 'a', num_learners: 1.5 })).to.equal(
      'explorations[0].num_learners: expected a whole number of 0 or more, got 1.5',
    );
    expect(await refusal({ title: 'x' })).to.equal('explorations[0].id: expected a text, got nothing');
    expect(await refusal({ id: 'a' }, { id: 'a' })).to.equal('explorations[1].id: expected an id that no other exploration has, got "a"');
    expect(await refusal({ id: 'a', weekly: [{ week: '2024-W10' }] })).to.equal(
      'explorations[0].weekly[0].week: expected a date (YYYY-MM-DD), got "2024-W10"',
    );
    expect(
      await refusal({ id: 'a', weekly: ['2024-03-04', '2024-03-11', '2024-03-04'].map((week) => ({ week, num_starts: 8 })) }),
    ).to.equal('explorations[0].weekly[2].week: expected a week that no other entry has, got "2024-03-04"');
    expect(
      await refusal({ id: 'a', weekly: ['2024-03-04', '2024-03-11', '2024-03-10'].map((week) => ({ week, num_starts: 8 })) }),
    ).to.equal('explorations[0].weekly[2].week: expected a week that no other entry has, got "2024-03-10"');
    expect(await refusal({ id: 'a', demographics: { age: { x: 'few' } } })).to.equal(
      'explorations[0].demographics.age.x: expected a whole number of 0 or more, got "few"',
    );
  });

  it('may be given as a JSON text, with the prefix of the handlers', async () => {
    const tables = await preparedTables(creatorEngagementStatsProvider, { data: ')]}\'\n{"explorations":[{"id":"a","num_views":3}]}' });
    expect(rowsOf(tables.get('explorations'), ['plays'])).to.deep.equal([{ plays: 3 }]);
  });

  it('need src or data', async () => {
    const reading = creatorEngagementStatsProvider.read({}, new FakeReadContext(new Map()));
    expect(
      await reading.then(
        () => undefined,
        (error: unknown) => error,
      ),
    ).to.have.property('code', 'no-source');
  });

  it('may be of no exploration', async () => {
    expect(rowsOf((await tablesOf()).get('explorations'))).to.deep.equal([]);
  });
});
