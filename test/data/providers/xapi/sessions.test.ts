import { expect } from '@open-wc/testing';
import { openDataset } from '../../../../src/data/open-dataset.js';
import type { OpenDataset } from '../../../../src/data/open-dataset.js';
import { durationSeconds } from '../../../../src/data/providers/xapi/sessions-duration.js';
import type { Value } from '../../../../src/metrics/types.js';
import { SESSION_EXTENSION, TALLY_EXTENSION } from '../../../../src/tracker/statement.js';
import { Random } from '../../../support/random.js';
import { block, statement } from '../../../support/statements.js';
import { plainRows, prepared, settingsAt } from '../../../support/xapi.js';

const NOW = '2024-03-13T00:00:00Z';
const PLAYER = 'https://oppia.example/explore/';

/** What a statement of a session says, in short. */
interface Said {
  readonly id?: string;
  readonly time?: string;
  readonly session?: string;
  readonly exploration?: string;
  readonly title?: string;
  /** Of a visit: where. */
  readonly state?: string;
  readonly duration?: string;
  readonly completion?: boolean;
  readonly tally?: Readonly<Record<string, number>>;
}

let made = 0;

function say(verb: string, said: Said = {}): Record<string, unknown> {
  const { id, time = '2024-03-01T10:00:00Z', session = 's1', exploration = 'fractions', title, state, duration, completion, tally } = said;
  const iri = `${PLAYER}${exploration}`;
  const named = (name: string | undefined): object => (name === undefined ? {} : { definition: { name: { und: name } } });
  return {
    id: id ?? `statement-${++made}`,
    actor: { account: { homePage: 'https://oppia.example', name: session } },
    verb: { id: `http://adlnet.gov/expapi/verbs/${verb}` },
    object: state === undefined ? { id: iri, ...named(title) } : { id: `${iri}#${encodeURIComponent(state)}`, ...named(state) },
    result: { duration, completion, extensions: { [TALLY_EXTENSION]: tally } },
    context: {
      extensions: { [SESSION_EXTENSION]: session },
      ...(state === undefined ? {} : { contextActivities: { parent: [{ id: iri }] } }),
    },
    timestamp: time,
  };
}

async function open(...data: readonly object[]): Promise<OpenDataset> {
  return openDataset({ provider: 'xapi', data, now: NOW });
}

async function sessions(...data: readonly object[]): Promise<Record<string, Value>[]> {
  return plainRows((await prepared({ data }, settingsAt(Date.parse(NOW)))).tables.get('sessions'));
}

async function only(...data: readonly object[]): Promise<Record<string, Value>> {
  const rows = await sessions(...data);
  expect(rows).to.have.length(1);
  return rows[0] ?? {};
}

/** A session of 75 seconds: 30 in A, 45 in B, as the tracker says it. */
const WHOLE = [
  say('initialized', { title: 'Fractions', time: '2024-03-01T10:00:00Z' }),
  say('experienced', {
    state: 'A',
    duration: 'PT30S',
    tally: { number: 1, answers: 2, hints: 1, solutions: 0 },
    time: '2024-03-01T10:00:30Z',
  }),
  say('experienced', {
    state: 'B',
    duration: 'PT45S',
    tally: { number: 2, answers: 1, hints: 0, solutions: 1 },
    time: '2024-03-01T10:05:00Z',
  }),
  say('terminated', {
    duration: 'PT1M15S',
    completion: true,
    tally: { answers: 3, hints: 1, solutions: 1 },
    time: '2024-03-01T10:05:00Z',
  }),
];

describe('sessions of provider xapi', () => {
  it('reads one row from the statements of a session', async () => {
    expect(await only(...WHOLE)).to.deep.equal({
      exploration: 'fractions',
      session: 's1',
      started_at: Date.parse('2024-03-01T10:00:00Z'),
      active_seconds: 75,
      completed: true,
      attempts: 3,
      solutions: 1,
      hints: 1,
    });
  });

  it('says the same whatever the order of the statements, and however often each came', async () => {
    const random = new Random(5);
    const expected = await only(...WHOLE);
    for (let round = 0; round < 20; round++) {
      const shuffled = [...WHOLE, ...random.some(WHOLE)].sort(() => random.next() - 0.5);
      expect(await only(...shuffled)).to.deep.equal(expected);
    }
  });

  it('is not completed by a card that was', async () => {
    const row = await only(
      say('initialized'),
      say('experienced', { state: 'A', completion: true }),
      say('terminated', { completion: false }),
    );
    expect(row).to.include({ completed: false });
  });

  it('takes the largest of several interruptions, which count from the beginning', async () => {
    const row = await only(
      say('initialized'),
      say('suspended', { duration: 'PT20S', tally: { answers: 1 } }),
      say('suspended', { duration: 'PT50.5S', tally: { answers: 4 } }),
      say('suspended', { duration: 'PT31S', tally: { answers: 2 } }),
    );
    expect(row).to.include({ active_seconds: 50.5, attempts: 4, completed: null });
  });

  it('adds up the visits of a session whose end was lost', async () => {
    const row = await only(
      say('suspended', { duration: 'PT20S', completion: false, tally: { answers: 1, hints: 0, solutions: 0 } }),
      say('experienced', { state: 'A', duration: 'PT20.1S', tally: { number: 1, answers: 1, hints: 1, solutions: 0 } }),
      say('experienced', { state: 'B', duration: 'PT10.2S', tally: { number: 2, answers: 2, hints: 0, solutions: 0 } }),
    );
    expect(row).to.include({ active_seconds: 30.3, attempts: 3, hints: 1, solutions: 0, completed: false });
  });

  it('counts a visit once that was told several times while it lasted', async () => {
    const row = await only(
      say('experienced', { state: 'A', duration: 'PT10S', tally: { number: 1, answers: 1 } }),
      say('experienced', { state: 'A', duration: 'PT25S', tally: { number: 1, answers: 2 } }),
    );
    expect(row).to.include({ active_seconds: 25, attempts: 2 });
  });

  it('does not know the time of a session that only began', async () => {
    expect(await only(say('initialized'))).to.include({
      active_seconds: null,
      completed: null,
      attempts: null,
      solutions: null,
      hints: null,
    });
  });

  it('knows the time 0', async () => {
    expect(await only(say('terminated', { duration: 'PT0S' }))).to.include({ active_seconds: 0 });
  });

  it('starts a session whose beginning was lost at its first statement', async () => {
    const row = await only(say('suspended', { time: '2024-03-02T00:00:00Z' }), say('terminated', { time: '2024-03-01T12:00:00Z' }));
    expect(row).to.include({ started_at: Date.parse('2024-03-01T12:00:00Z') });
  });

  it('does not see what happened after now', async () => {
    const data = [
      say('initialized', { time: '2024-03-12T23:59:00Z' }),
      say('terminated', { time: '2024-03-13T00:00:01Z', duration: 'PT61S' }),
      say('initialized', { time: '2024-03-14T00:00:00Z', session: 's2' }),
    ];
    expect(await only(...data)).to.include({ session: 's1', active_seconds: null });
    expect((await open(...data)).later).to.equal(2);
  });

  it('tells sessions of one name in two explorations apart', async () => {
    expect(await sessions(say('initialized'), say('initialized', { exploration: 'decimals' }))).to.have.length(2);
  });

  it('takes the registration for the session where cmi5 names none, and leaves out who names neither', async () => {
    const registered = say('terminated', { duration: 'PT5S' });
    const nameless = say('terminated', { duration: 'PT6S' });
    const rows = await sessions({ ...registered, context: { registration: 'r1' } }, { ...nameless, context: {} });
    expect(rows.map((row) => [row['session'], row['active_seconds']])).to.deep.equal([['r1', 5]]);
  });

  it('takes no video for a session', async () => {
    const watched = { ...statement({ verb: 'terminated', time: '2024-03-01T00:00:00Z', object: block('video', 'v1') }) };
    const context = { extensions: { [SESSION_EXTENSION]: 's1' } };
    expect(await sessions({ ...watched, context })).to.deep.equal([]);
    expect((await open({ ...watched, context })).view('creator.engagement').rows()).to.deep.equal([]);
  });

  it('keeps an exploration that has another address than Oppia’s by its whole IRI', async () => {
    const row = await only({ ...say('initialized'), object: { id: 'https://site.example/lessons?id=4#x' } });
    expect(row).to.include({ exploration: 'https://site.example/lessons?id=4#x' });
  });

  it('reads names that plain objects treat specially', async () => {
    const row = await only(say('terminated', { exploration: '__proto__', session: 'constructor', duration: 'PT3S' }));
    expect(row).to.include({ exploration: '__proto__', session: 'constructor', active_seconds: 3 });
  });

  it('takes counts and durations that make no sense for unknown', async () => {
    const row = await only(say('terminated', { duration: '75', tally: { answers: -1, hints: 1.5, solutions: 2 } }));
    expect(row).to.include({ active_seconds: null, attempts: null, hints: null, solutions: 2 });
  });
});

describe('durationSeconds', () => {
  for (const [text, seconds] of [
    ['PT75S', 75],
    ['PT1M15.50S', 75.5],
    ['PT1H', 3600],
    ['P1DT1S', 86_401],
    ['P2W', 1_209_600],
    ['PT0.019S', 0.01],
    ['PT0,5M', 30],
    ['PT0S', 0],
    ['P1M', null],
    ['P1Y', null],
    ['PT', null],
    ['P', null],
    ['P1DT', null],
    ['-PT5S', null],
    ['75', null],
    ['', null],
    [75, null],
    [undefined, null],
  ] as const) {
    it(`reads ${JSON.stringify(text) ?? 'nothing'} as ${String(seconds)}`, () => expect(durationSeconds(text)).to.equal(seconds));
  }
});

describe('the creator’s views of provider xapi', () => {
  const data = [
    ...WHOLE,
    say('initialized', { session: 's2', time: '2024-03-05T10:00:00Z' }),
    say('experienced', { session: 's2', state: 'A', duration: 'PT25S', tally: { number: 1, answers: 0, hints: 0, solutions: 0 } }),
    say('suspended', { session: 's2', duration: 'PT25S', completion: false, tally: { answers: 0, hints: 0, solutions: 0 } }),
    say('initialized', { session: 's3', time: '2024-03-05T11:00:00Z' }),
  ];

  it('shows engagement per exploration, unknown sessions counted apart', async () => {
    expect((await open(...data)).view('creator.engagement').rows()).to.deep.equal([
      {
        exploration: 'fractions',
        title: 'Fractions',
        average_engagement_seconds: 50,
        min_engagement_seconds: 25,
        max_engagement_seconds: 75,
        median_engagement_seconds: 50,
        sessions: 3,
        unknown_sessions: 1,
      },
    ]);
  });

  it('counts sessions as starts, and leaves unknown what statements do not tell', async () => {
    const dataset = await open(...data);
    expect(dataset.view('creator.explorations').rows()[0]).to.include({
      starts: 3,
      completions: 1,
      completion_rate: 1 / 3,
      completion_rate_source: 'computed',
      attempts: 3,
      solution_views: 1,
      hint_views: 1,
      plays: null,
      learners: null,
      average_rating: null,
    });
    expect(dataset.notes.unrecorded).to.include({ 'explorations.learners': 'Statements of learning sessions do not tell this.' });
    expect(dataset.view('creator.summary').rows()).to.have.length(1);
    expect(dataset.view('creator.summary').rows()[0]).to.include({ starts: 3, completions: 1, average_engagement_seconds: 50 });
  });

  it('shows the states in the order in which they are met', async () => {
    const rows = (await open(...data)).view('creator.states').rows();
    expect(
      rows.map((row) => [row['state'], row['first_hits'], row['hits'], row['answers'], row['solution_views'], row['average_seconds']]),
    ).to.deep.equal([
      ['A', 2, 2, 2, 0, 27.5],
      ['B', 1, 1, 1, 1, 45],
    ]);
    expect((await open(...data)).view('creator.attempts').rows()[0]).to.include({ state: 'A', attempts: 2, hint_views: 1 });
  });

  it('has the newest title of an exploration, in whatever order statements come, and none of a card', async () => {
    const old = say('initialized', { session: 'a', time: '2024-01-05T10:00:00Z', title: 'Old title' });
    const renamed = say('initialized', { session: 'b', time: '2024-03-05T10:00:00Z', title: 'New title' });
    const card = say('experienced', { session: 'b', time: '2024-03-06T10:00:00Z', state: 'Card 1' });
    const orphan = { ...card, context: { extensions: { [SESSION_EXTENSION]: 'b' } } };
    for (const data of [
      [old, renamed, orphan],
      [orphan, renamed, old],
    ])
      expect(
        (await open(...data))
          .view('creator.explorations')
          .rows()
          .map(({ title }) => title),
      ).to.deep.equal(['New title']);
  });

  it('counts a session dated by its day alone on that day where learners are, and as later only before it has begun', async () => {
    const openedAt = (now: string, timezone: string, date: string) =>
      openDataset({ provider: 'xapi', data: [say('initialized', { time: date }), say('initialized', { session: 's0' })], now, timezone });
    const weeks = (await openedAt(NOW, 'America/New_York', '2024-03-04')).view('creator.trend').rows();
    expect(weeks.filter(({ starts }) => starts !== 0).map(({ week }) => week)).to.deep.equal(['2024-02-26', '2024-03-04']);
    const counted = async (now: string, timezone: string) => {
      const dataset = await openedAt(now, timezone, '2024-03-20');
      return [dataset.view('creator.explorations').rows()[0]?.['starts'], dataset.later];
    };
    expect(await counted('2024-03-20T00:30:00Z', 'America/New_York'), 'not begun').to.deep.equal([1, 1]);
    expect(await counted('2024-03-19T15:00:00Z', 'Pacific/Auckland'), 'begun').to.deep.equal([2, 0]);
  });

  it('counts a state once for a session that came back to it', async () => {
    const visit = (state: string, number: number): object =>
      say('experienced', { state, duration: 'PT10S', tally: { number, answers: 1 } });
    const rows = (await open(visit('A', 1), visit('B', 2), visit('A', 3))).view('creator.states').rows();
    expect(rows.map((row) => [row['state'], row['first_hits'], row['hits'], row['answers']])).to.deep.equal([
      ['A', 1, 2, 2],
      ['B', 1, 1, 1],
    ]);
  });

  it('counts starts, completions and time by the week in which a session began', async () => {
    expect((await open(...data)).view('creator.trend').rows()).to.deep.equal([
      { week: '2024-02-26', plays: null, starts: 1, completions: 1, average_rating: null, average_engagement_seconds: 75 },
      { week: '2024-03-04', plays: null, starts: 2, completions: 0, average_rating: null, average_engagement_seconds: 25 },
    ]);
  });

  it('knows no completions of a week in which no session says whether it was completed, as of such an exploration', async () => {
    const untold = [say('initialized', { session: 'a' }), say('suspended', { session: 'a', duration: 'PT9S' })];
    const dataset = await open(...untold);
    expect(dataset.view('creator.explorations').rows()[0]).to.include({ starts: 1, completions: null });
    expect(dataset.view('creator.trend').rows()[0]).to.include({ starts: 1, completions: null });
    const told = await open(...untold, say('terminated', { session: 'b', completion: false }));
    expect(told.view('creator.trend').rows()[0]).to.include({ starts: 2, completions: 0 });
  });

  it('filters by exploration', async () => {
    const dataset = await open(...data, say('terminated', { exploration: 'decimals', session: 's9', duration: 'PT7S' }));
    const clauses = [{ origin: 'test', field: 'exploration', in: ['decimals'] }];
    expect(
      dataset
        .view('creator.engagement', { clauses })
        .rows()
        .map((row) => row['average_engagement_seconds']),
    ).to.deep.equal([7]);
  });

  it('has no exploration where statements tell of no session', async () => {
    const dataset = await open(statement({ verb: 'registered', time: '2024-03-01T00:00:00Z' }));
    expect(dataset.view('creator.engagement').rows()).to.deep.equal([]);
    expect(dataset.notes.unrecorded).not.to.have.property('explorations.learners');
  });
});
