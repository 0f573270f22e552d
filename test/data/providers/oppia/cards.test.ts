import { expect } from '@open-wc/testing';
import { oppiaParts } from '../../../../src/data/providers/oppia/parts.js';
import { oppiaProvider } from '../../../../src/data/providers/oppia.js';
import { StatsError } from '../../../../src/data/stats-error.js';
import { FakeReadContext } from '../../../support/fake-read-context.js';
import {
  dashboardBody,
  issuesBody,
  listedExploration,
  loggedEvent,
  ndjson,
  statisticsBody,
  structureBody,
} from '../../../support/oppia-bodies.js';
import { LATE, preparedTables, rowsOf } from '../../../support/prepared.js';

const reached = (count: number): Record<string, number> => ({ first_hit_count: count, total_hit_count: count });
/** End is reached most, by a short way; the order of the exploration is Start, Sum, Hint, End. */
const STATES = { End: reached(9), Start: reached(8), Hint: reached(2), Sum: reached(5), Old: reached(1) };
const STRUCTURE = structureBody('Start', { Start: ['Sum', 'End'], Sum: ['Hint', 'End'], Hint: ['Sum'], End: [], Old: ['End'] });
const ISSUES = issuesBody(
  ['EarlyQuit', 'Sum'],
  ['MultipleIncorrectSubmissions', 'Sum'],
  ['CyclicStateTransitions', ['Sum', 'Hint', 'Sum']],
  ['SomethingNew', 'Start'],
);
const dataOf = (more: Readonly<Record<string, unknown>> = {}) => ({
  dashboard: dashboardBody([listedExploration('exp1')]),
  statistics: { exp1: statisticsBody([9, 9, 1], STATES) },
  ...more,
});
const orderOf = async (...[data, more]: [unknown, { events?: string; now?: number }?]) => {
  const { now, ...events } = more ?? {};
  const tables = await preparedTables(oppiaProvider, { data, ...events }, now === undefined ? {} : { now });
  const rows = rowsOf(tables.get('states'), ['state', 'order_source']);
  return [rows.map(({ state }) => state).join(' '), ...new Set(rows.map((row) => row['order_source']))];
};
/** Sessions of ways as texts of cards, one second a card. */
const log = (...paths: readonly string[]) =>
  ndjson(
    paths.flatMap((path, session) =>
      path.split(' ').map((card, at) => loggedEvent(at === 0 ? 'start' : 'state_hit', `s${session}`, at, card, 0)),
    ),
  );

describe("the order of an exploration's cards", () => {
  it('is that of its own structure, cards to which nothing leads last', async () => {
    expect(await orderOf(dataOf({ explorations: { exp1: STRUCTURE } }))).to.deep.equal(['Start Sum Hint End Old', 'structure']);
  });

  it('is that in which sessions went, where the structure is not known', async () => {
    const events = log('Start Sum Hint Sum End', 'Start Sum', 'Start End');
    expect(await orderOf(dataOf(), { events })).to.deep.equal(['Start Sum Hint End Old', 'sessions']);
  });

  it('goes by the structure before the sessions, which are of older versions too', async () => {
    const events = log('Start End Sum');
    expect(await orderOf(dataOf({ explorations: { exp1: STRUCTURE } }), { events })).to.deep.equal(['Start Sum Hint End Old', 'structure']);
  });

  it('does not see sessions later than now', async () => {
    const events = log('Start Sum Hint End');
    expect(await orderOf(dataOf(), { events, now: Date.UTC(2020, 0, 1) })).to.deep.equal(['End Start Sum Hint Old', 'reached']);
  });

  it('goes by how many sessions reached each, where nothing tells it', async () => {
    expect(await orderOf(dataOf())).to.deep.equal(['End Start Sum Hint Old', 'reached']);
    expect(await orderOf(dataOf(), { events: log('Start', 'Start') })).to.deep.equal(['End Start Sum Hint Old', 'reached']);
  });

  it('follows the way of learners who are stuck', async () => {
    const structure = structureBody('Start', { Start: ['Sum'], Sum: ['End'], End: [] });
    (structure.states['Sum']!.interaction['default_outcome'] as Record<string, unknown>)['dest_if_really_stuck'] = 'Hint';
    expect(await orderOf(dataOf({ explorations: { exp1: structure } }))).to.deep.equal(['Start Sum End Hint Old', 'structure']);
  });

  it('refuses a structure of a wrong type, with its path', async () => {
    const refused = orderOf(dataOf({ explorations: { exp1: { init_state_name: 3, states: {} } } }));
    expect(await refused.catch((error: StatsError) => error.message)).to.equal('explorations.exp1.init_state_name: expected a text, got 3');
  });
});

describe('what Oppia noted about cards', () => {
  it('is listed for each card that it is about, once, and kinds that are not known are left out', async () => {
    const tables = await preparedTables(oppiaProvider, { data: dataOf({ issues: { exp1: ISSUES } }) });
    expect(rowsOf(tables.get('issues'), ['state', 'issue']).map((row) => Object.values(row).join(' '))).to.deep.equal([
      'Sum early-quit',
      'Sum wrong-answers',
      'Sum round-and-round',
      'Hint round-and-round',
    ]);
  });

  it('leaves out what is not valid any more', async () => {
    const issues = issuesBody(['EarlyQuit', 'Sum']);
    issues.unresolved_issues[0]!['is_valid'] = false;
    expect(rowsOf((await preparedTables(oppiaProvider, { data: dataOf({ issues: { exp1: issues } }) })).get('issues'))).to.deep.equal([]);
  });

  it('is unknown, not none, where it was not handed over', async () => {
    const context = new FakeReadContext(new Map());
    expect((await oppiaProvider.read({ data: dataOf() }, context)).notes.unrecorded).to.have.property('issues.issue');
    expect((await oppiaProvider.read({ data: dataOf({ issues: {} }) }, context)).notes.unrecorded).not.to.have.property('issues.issue');
  });
});

describe('cards that are asked for on demand', () => {
  const SRC = 'https://host.example/creatordashboardhandler/data';
  const answers = (more: Readonly<Record<string, unknown>>) =>
    new Map<string, unknown>([
      [SRC, dashboardBody([listedExploration('exp1')])],
      ...Object.entries(more).map(([path, body]): [string, unknown] => [`https://host.example${path}`, body]),
    ]);
  const asked = async (more: Readonly<Record<string, unknown>>) => {
    const context = Object.assign(new FakeReadContext(answers(more)), { leavesParts: true });
    const snapshot = await oppiaProvider.read({ src: SRC }, context);
    const parts = [
      { kind: 'statistics' as const, id: 'exp1', body: await oppiaParts.fetch('statistics', 'exp1', { src: SRC }, context) },
      { kind: 'cards' as const, id: 'exp1', body: await oppiaParts.fetch('cards', 'exp1', { src: SRC }, context) },
    ];
    const merged = oppiaParts.merge(snapshot, parts);
    const { tables } = oppiaProvider.prepare(merged, LATE);
    return {
      calls: context.asked.slice(2).map((url) => url.replace('https://host.example', '')),
      order: rowsOf(tables.get('states'), ['state'])
        .map(({ state }) => state)
        .join(' '),
      issues: rowsOf(tables.get('issues')).length,
      merged,
    };
  };
  const STATISTICS = { '/createhandler/statistics/exp1': statisticsBody([9, 9, 1], STATES) };
  const ALL = {
    ...STATISTICS,
    '/createhandler/data/exp1': STRUCTURE,
    '/issuesdatahandler/exp1?exp_version=7': ISSUES,
  };

  it('come by two calls: what the exploration is made of, then what was noted of that version', async () => {
    const { calls, order, issues } = await asked(ALL);
    expect(calls).to.deep.equal(['/createhandler/data/exp1', '/issuesdatahandler/exp1?exp_version=7']);
    expect([order, issues]).to.deep.equal(['Start Sum Hint End Old', 4]);
  });

  it('stand by how many reached them where a host serves neither', async () => {
    const { calls, order, issues } = await asked(STATISTICS);
    expect(calls).to.deep.equal(['/createhandler/data/exp1']);
    expect([order, issues]).to.deep.equal(['End Start Sum Hint Old', 0]);
  });

  it('have their order where what was noted is refused', async () => {
    const { order } = await asked({ ...ALL, '/issuesdatahandler/exp1?exp_version=7': new StatsError('http', 'No.', { status: 500 }) });
    expect(order).to.equal('Start Sum Hint End Old');
  });

  it('stand by how many reached them where a host answers with a page of its own', async () => {
    const page = new StatsError('signed-out', 'A web page.', { status: 200 });
    expect((await asked({ ...STATISTICS, '/createhandler/data/exp1': page })).order).to.equal('End Start Sum Hint Old');
    const signedOut = asked({ ...STATISTICS, '/createhandler/data/exp1': new StatsError('signed-out', 'Sign in.', { status: 401 }) });
    expect(await signedOut.catch((error: StatsError) => error.code)).to.equal('signed-out');
  });

  it('wait where no server can be reached', async () => {
    const offline = asked({ ...STATISTICS, '/createhandler/data/exp1': new StatsError('offline', 'No server.') });
    expect(await offline.catch((error: StatsError) => error.code)).to.equal('offline');
  });

  it('are stored with the snapshot, and asked for once', async () => {
    const { merged } = await asked(ALL);
    expect([...(oppiaParts.states(oppiaParts.storable(merged), 'cards') ?? [])]).to.deep.equal([['exp1', 'there']]);
  });
});
