import { expect } from '@open-wc/testing';
import { openDataset } from '../../../src/data/open-dataset.js';
import { oppiaProvider } from '../../../src/data/providers/oppia.js';
import { StatsError } from '../../../src/data/stats-error.js';
import { FakeReadContext } from '../../support/fake-read-context.js';
import { dashboardBody, listedExploration, loggedEvent, ndjson, statisticsBody } from '../../support/oppia-bodies.js';
import { LATE, preparedTables, rowsOf } from '../../support/prepared.js';

const HOST = 'https://oppia.example';
const SRC = `${HOST}/creatordashboardhandler/data`;

function statisticsOf(id: string): string {
  return `${HOST}/createhandler/statistics/${id}`;
}

function site(ids: readonly string[], more: readonly (readonly [string, unknown])[] = []): Map<string, unknown> {
  return new Map<string, unknown>([
    [SRC, dashboardBody(ids.map((id) => listedExploration(id)))],
    ...ids.map((id, at) => [statisticsOf(id), statisticsBody([10 * (at + 1), 5, 1])] as const),
    ...more,
  ]);
}

async function failure(promise: Promise<unknown>): Promise<StatsError> {
  const thrown: unknown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(thrown instanceof StatsError)) throw new Error('No StatsError was thrown.');
  return thrown;
}

describe("reading Oppia's handlers", () => {
  const many = Array.from({ length: 20 }, (_, at) => `exp${at}`);

  it('asks for the dashboard, then for each statistics once, and appends nothing', async () => {
    const context = new FakeReadContext(site(['a', 'b']));
    await oppiaProvider.read({ src: SRC }, context);
    expect(context.asked).to.deep.equal([SRC, statisticsOf('a'), statisticsOf('b')]);
  });

  it('has at most six calls under way, and six where there is work for six', async () => {
    const context = new FakeReadContext(site(many));
    await oppiaProvider.read({ src: SRC }, context);
    expect(context.asked).to.have.length(21);
    expect(context.mostAtOnce).to.equal(6);
  });

  it('tells calls done of calls needed', async () => {
    const context = new FakeReadContext(site(['a', 'b'], [[`${HOST}/events`, '']]));
    await oppiaProvider.read({ src: SRC, events: `${HOST}/events` }, context);
    expect(context.told).to.deep.equal([
      [1, 4],
      [2, 4],
      [3, 4],
      [4, 4],
    ]);
  });

  it('leaves the numbers of a failed call unknown, names it, and shows the rest', async () => {
    const answers = site(['a', 'b', 'c'], [[statisticsOf('b'), new StatsError('http', 'The server answered 500.', { status: 500 })]]);
    answers.delete(statisticsOf('c'));
    const snapshot = await oppiaProvider.read({ src: SRC }, new FakeReadContext(answers));
    expect(snapshot.notes.failed?.map(({ code, status }) => [code, status])).to.deep.equal([
      ['http', 500],
      ['http', 404],
    ]);
    expect(snapshot.notes.failed?.[0]?.message).to.equal('Statistics of exploration "b": The server answered 500.');
    const { tables } = oppiaProvider.prepare(snapshot, LATE);
    expect(rowsOf(tables.get('explorations'), ['exploration', 'plays', 'starts', 'completion_rate', 'attempts'])).to.deep.equal([
      { exploration: 'a', plays: 1, starts: 10, completion_rate: 0.1, attempts: null },
      { exploration: 'b', plays: 1, starts: null, completion_rate: null, attempts: null },
      { exploration: 'c', plays: 1, starts: null, completion_rate: null, attempts: null },
    ]);
  });

  it('ends with the dashboard where the reader is signed out', async () => {
    const context = new FakeReadContext(new Map([[SRC, new StatsError('signed-out', 'Sign in.', { status: 401 })]]));
    expect(await failure(oppiaProvider.read({ src: SRC }, context))).to.have.property('code', 'signed-out');
    expect(context.asked).to.deep.equal([SRC]);
  });

  it('starts no further call once it was aborted', async () => {
    const context: FakeReadContext = new FakeReadContext(site(many), (asked) => {
      if (asked === 9) context.controller.abort();
    });
    expect(await failure(oppiaProvider.read({ src: SRC }, context))).to.have.property('code', 'aborted');
    expect(context.asked.length).to.be.lessThan(16);
  });

  it('names path and value of a wrong type in one statistics body', async () => {
    const wrong = { ...statisticsBody([1, 1, 1]), state_stats_mapping: { Home: { total_hit_count: '18' } } };
    const error = await failure(oppiaProvider.read({ src: SRC }, new FakeReadContext(site(['a'], [[statisticsOf('a'), wrong]]))));
    expect(error.message).to.equal('statistics.a.state_stats_mapping.Home.total_hit_count: expected a whole number of 0 or more, got "18"');
  });

  it('asks nothing for an id that is none', async () => {
    const context = new FakeReadContext(site(['../evil']));
    const error = await failure(oppiaProvider.read({ src: SRC }, context));
    expect(error.message).to.equal('explorations_list[0].id: expected 1 to 12 letters, digits, - or _, got "../evil"');
    expect(context.asked).to.deep.equal([SRC]);
  });

  it('needs src or data', async () => {
    expect(await failure(oppiaProvider.read({}, new FakeReadContext(new Map())))).to.have.property('code', 'no-source');
  });
});

describe('what is kept of Oppia', () => {
  const feedback = {
    exp1: {
      feedback_thread_dicts: [
        {
          last_updated_msecs: 1593786607552.7,
          original_author_username: 'ada',
          state_name: 'Home',
          status: 'open',
          subject: 'A typo',
          summary: 'secret summary',
          thread_id: 'exploration.exp1.t1',
          message_count: 2,
          last_nonempty_message_text: 'secret text',
          last_nonempty_message_author: 'grace',
        },
      ],
    },
  };
  const data = { dashboard: dashboardBody([listedExploration('exp1')]), statistics: { exp1: statisticsBody([4, 2, 1]) }, feedback };

  it('has no name of a person and no message', async () => {
    const { tables } = await oppiaProvider.read({ data }, new FakeReadContext(new Map()));
    const kept = JSON.stringify([...tables.values()].map((table) => rowsOf(table)));
    for (const private_ of ['ada', 'grace', 'secret']) expect(kept).not.to.contain(private_);
    expect(kept).to.contain('exploration.exp1.t1');
  });

  it('counts subscribers', async () => {
    const tables = await preparedTables(oppiaProvider, { data });
    expect(rowsOf(tables.get('creator'), ['subscribers'])).to.deep.equal([{ subscribers: 1 }]);
  });

  it('is free of settings: one snapshot serves every cap and recipe', async () => {
    const events = ndjson([loggedEvent('start', 's', 0, 'A', 0), loggedEvent('answer_submitted', 's', 300, 'A', 250)]);
    const snapshot = await oppiaProvider.read({ data, events }, new FakeReadContext(new Map()));
    const seconds = [{}, { idleCapSeconds: 100 }, { engagement: 'R2' as const }].map((settings) =>
      rowsOf(oppiaProvider.prepare(snapshot, { ...LATE, ...settings }).tables.get('sessions'), ['active_seconds']),
    );
    expect(seconds.flat()).to.deep.equal([{ active_seconds: 250 }, { active_seconds: 100 }, { active_seconds: 300 }]);
  });

  it('says why what Oppia does not record is unknown', async () => {
    const { notes } = await oppiaProvider.read({ data }, new FakeReadContext(new Map()));
    expect(notes.unrecorded).to.include({
      'explorations.hint_views': 'Oppia does not record hints.',
      'explorations.learners': 'Oppia counts page loads, not learners.',
    });
    expect(notes.unrecorded?.['explorations.average_engagement_seconds']).to.match(/^Oppia keeps no usable engagement time; /);
    const withEvents = await oppiaProvider.read({ data, events: '' }, new FakeReadContext(new Map()));
    expect(withEvents.notes.unrecorded).not.to.have.property('explorations.average_engagement_seconds');
  });

  it('knows of what the community owns that nobody else does, of the rest not who owns it, and says why', async () => {
    const listed = [listedExploration('shared', { community_owned: true }), listedExploration('other')];
    const snapshot = await oppiaProvider.read({ data: { dashboard: dashboardBody(listed) } }, new FakeReadContext(new Map()));
    const { tables } = oppiaProvider.prepare(snapshot, LATE);
    expect(rowsOf(tables.get('explorations'), ['exploration', 'ownership'])).to.deep.equal([
      { exploration: 'shared', ownership: 'community' },
      { exploration: 'other', ownership: null },
    ]);
    expect(snapshot.notes.unrecorded?.['explorations.ownership']).to.match(/owns and what they only edit without telling them apart/);
  });

  it('counts and names lines of the log that are no event, and keeps the others', async () => {
    const good = loggedEvent('answer_submitted', 's', 5, 'A', 5);
    const events = `${JSON.stringify(good)}\n{"event":"dance","created_on":0}\nnot json\n${JSON.stringify({ ...good, created_on: 'noon' })}`;
    const snapshot = await oppiaProvider.read({ data, events }, new FakeReadContext(new Map()));
    expect(snapshot.notes.skipped).to.include({ count: 3, total: 4 });
    expect(snapshot.notes.skipped?.first).to.equal('line 2: event: expected the name of one of Oppia\'s event models, got "dance"');
    expect(rowsOf(snapshot.tables.get('oppia_events'))).to.have.length(1);
  });
});

describe('an Oppia data set opened by itself', () => {
  it('answers views with instants as ISO 8601 and the time that was chosen for the session of 75 seconds', async () => {
    const events = ndjson([
      loggedEvent('start', 's', 0, 'A', 0),
      loggedEvent('state_hit', 's', 0, 'A'),
      loggedEvent('answer_submitted', 's', 30, 'A', 30),
      loggedEvent('state_hit', 's', 30, 'B'),
      loggedEvent('answer_submitted', 's', 78, 'B', 45),
      loggedEvent('complete', 's', 78, 'End', 0),
    ]);
    const data = { dashboard: dashboardBody([listedExploration('exp1')]), statistics: { exp1: statisticsBody([1, 1, 1]) } };
    const averages = await Promise.all(
      (['R1', 'R2'] as const).map(async (engagement) => {
        const dataset = await openDataset({ provider: 'oppia', data, events, now: '2024-03-05', engagement });
        expect(dataset.view('creator.explorations').rows()[0]).to.include({
          exploration: 'exp1',
          last_updated: '2020-07-03T14:30:07.552Z',
        });
        return dataset.view('creator.engagement').rows()[0]!['average_engagement_seconds'];
      }),
    );
    expect(averages).to.deep.equal([75, 78]);
  });

  it('has not begun before its first event', async () => {
    const data = { dashboard: dashboardBody([listedExploration('exp1')]) };
    const dataset = await openDataset({
      provider: 'oppia',
      data,
      events: ndjson([loggedEvent('start', 's', 0, 'A', 0)]),
      now: '2024-03-04T08:59:59Z',
    });
    expect(dataset.later).to.equal(1);
    expect(dataset.view('creator.engagement').rows()[0]).to.include({ sessions: 0, average_engagement_seconds: null });
  });
});
