import { expect } from '@open-wc/testing';
import type { Fetched, ReadContext, Settings } from '../../../src/data/provider.js';
import { tablesProvider } from '../../../src/data/providers/tables.js';
import { StatsError } from '../../../src/data/stats-error.js';
import type { Tables } from '../../../src/data/table.js';
import { valueAt } from '../../../src/data/table.js';
import { DEFAULT_AT_RISK_RULES } from '../../../src/metrics/at-risk.js';

const NOW = Date.UTC(2024, 2, 13);
const SETTINGS: Settings = { now: NOW, timezone: 'Europe/Paris', rules: DEFAULT_AT_RISK_RULES, idleCapSeconds: 1800, engagement: 'R1' };

function serving(files: Readonly<Record<string, { body: string; type?: string }>> = {}): ReadContext {
  return {
    fetch: (url): Promise<Fetched> => {
      const file = files[url];
      if (file === undefined) return Promise.reject(new StatsError('http', `${url}: 404`, { status: 404 }));
      const headers = new Headers(file.type === undefined ? {} : { 'content-type': file.type });
      return Promise.resolve({ url, status: 200, headers, body: new Blob([file.body]).stream() });
    },
    fetchJson: () => Promise.reject(new Error('not asked')),
    progress: () => undefined,
    signal: new AbortController().signal,
  };
}

async function read(input: Parameters<typeof tablesProvider.read>[0], context = serving()): ReturnType<typeof tablesProvider.read> {
  return tablesProvider.read(input, context);
}

function cells(tables: Tables, table: string, ...columns: string[]): unknown[] {
  const found = tables.get(table)!;
  return Array.from({ length: found.length }, (_, row) =>
    columns.map((name) => {
      const column = found.columns.get(name);
      return column === undefined ? 'missing' : valueAt(column, row);
    }),
  );
}

async function failure(input: Parameters<typeof tablesProvider.read>[0]): Promise<string> {
  const thrown: unknown = await read(input).then(
    () => 'nothing',
    (error: unknown) => error,
  );
  expect(thrown).to.be.instanceOf(StatsError);
  return (thrown as StatsError).message;
}

describe('the provider of tables', () => {
  it('takes rows by table, and rows that say their table', async () => {
    const byTable = await read({ tables: { enrollments: [{ course_key: 'c', actor_id: 'a', course_grade: 0.5 }], learners: [] } });
    expect(cells(byTable.tables, 'enrollments', 'course_key', 'actor_id', 'course_grade', 'track')).to.deep.equal([
      ['c', 'a', 0.5, 'missing'],
    ]);
    expect(byTable.tables.get('learners')!.length).to.equal(0);
    expect(byTable.notes.unrecorded).to.have.property('enrollments.track');
    const inRows = await read({
      data: [
        { table: 'courses', course_key: 'c' },
        { table: 'blocks', block_id: 'b' },
      ],
    });
    expect([...inRows.tables.keys()]).to.deep.equal(['courses', 'blocks']);
  });

  it('reads JSON, NDJSON and CSV, by Content-Type or by their first character', async () => {
    const context = serving({
      'https://host/e': { body: 'course_key,actor_id,last_visit,extra\nc,a,2024-03-05,x\nc,b,,', type: 'text/csv; charset=utf-8' },
      'https://host/l': { body: '{"actor_id":"a","name":"Ann"}\n{"actor_id":7}\n{"actor_id":"b"}' },
      'https://host/c': { body: ')]}\'\n[{"course_key":"c"}]', type: 'application/json' },
    });
    const { tables, notes } = await read(
      { tables: { enrollments: 'https://host/e', learners: 'https://host/l', courses: 'https://host/c' } },
      context,
    );
    expect(cells(tables, 'enrollments', 'actor_id', 'last_visit')).to.deep.equal([
      ['a', Date.UTC(2024, 2, 5)],
      ['b', null],
    ]);
    expect(cells(tables, 'learners', 'actor_id', 'name')).to.deep.equal([
      ['a', 'Ann'],
      ['b', null],
    ]);
    expect(cells(tables, 'courses', 'course_key')).to.deep.equal([['c']]);
    expect(notes.namesSupplied).to.equal(true);
    expect(notes.skipped).to.deep.equal({
      count: 1,
      total: 3,
      first: 'learners: line 2: learners.actor_id: expected text, got 7',
      place: 'learners: line 2',
    });
  });

  it('reads one source that holds all tables', async () => {
    const object = '{"courses": [{"course_key": "c"}],\n "learners": "actor_id\\na"}';
    const lines = '{"table":"courses","course_key":"c"}\n{"table":"learners","actor_id":"a"}\n';
    for (const src of [object, lines]) {
      const context = serving({ 'https://host/all': { body: src } });
      const { tables } = await read({ src: 'https://host/all' }, context);
      expect(cells(tables, 'courses', 'course_key').concat(cells(tables, 'learners', 'actor_id')), src).to.deep.equal([['c'], ['a']]);
    }
  });

  it('reads one row that says its table, though nothing tells its line from an object of tables', async () => {
    const row = { table: 'courses', course_key: 'c', course_name: 'Course' };
    for (const tables of [row, JSON.stringify(row), `${JSON.stringify(row)}\n`]) {
      expect(cells((await read({ tables })).tables, 'courses', 'course_name')).to.deep.equal([['Course']]);
    }
  });

  it('refuses a text that is no table, and takes one that is empty', async () => {
    for (const [tables, message] of [
      [{ enrollments: '/tables/enrollments.csv' }, 'enrollments: expected a CSV header with course_key, actor_id, got an address.'],
      [
        { courses: 'Service temporarily unavailable' },
        'courses: expected a CSV header with course_key, got a first line of 1 cell, none of them a column.',
      ],
      [
        { enrollments: 'course_key;actor_id\n' },
        'enrollments: expected a CSV header with course_key, actor_id, got a first line of 1 cell, none of them a column.',
      ],
      [
        { enrollments: 'user,course_key\nada.l@school.org,c\n' },
        'enrollments: expected a CSV header with course_key, actor_id, got a first line of 2 cells, only course_key among them.',
      ],
      [
        { grades: 'id;actor;status\n1;2;3\n' },
        'grades: expected a CSV header with course_key, actor_id, graded_at, score, state, got a first line of 1 cell, none of them a column.',
      ],
    ] as const)
      expect(await failure({ tables }), message).to.equal(message);
    const { tables } = await read({ tables: { enrollments: '', grades: '\n', courses: 'course_key,other\n' } });
    expect([...tables.values()].map(({ length }) => length)).to.deep.equal([0, 0, 0]);
  });

  it('reads a table of one line, and one of none', async () => {
    const context = serving({ 'https://host/l': { body: '{"actor_id":"a"}\n', type: 'application/x-ndjson' } });
    const { tables } = await read({ tables: { courses: '{"course_key":"c"}\n', learners: 'https://host/l', grades: '' } }, context);
    expect(cells(tables, 'courses', 'course_key').concat(cells(tables, 'learners', 'actor_id'))).to.deep.equal([['c'], ['a']]);
    expect(tables.get('grades')!.length).to.equal(0);
  });

  it('takes columns under other names', async () => {
    const columns = { actor_id: 'user', visited_at: 'when' };
    const sources = [
      'course_key,user,when,visited_at\nc,a,2024-03-05,no time',
      '[{"course_key":"c","user":"a","when":"2024-03-05","actor_id":"z"}]',
    ];
    for (const source of sources) {
      const { tables } = await read({ tables: { page_visits: { source, columns } } });
      expect(cells(tables, 'page_visits', 'course_key', 'actor_id', 'visited_at'), source).to.deep.equal([
        ['c', 'a', Date.UTC(2024, 2, 5)],
      ]);
    }
    expect(await failure({ tables: { page_visits: { source: sources[0], columns: { user: 'actor_id' } } } })).to.equal(
      'page_visits.columns: expected columns of page_visits, got "user"',
    );
    expect(await failure({ tables: { page_visits: { source: [], columns: { actor_id: 1 } } } })).to.contain(
      'page_visits.columns.actor_id: expected a name',
    );
  });

  it('names path and value of what is wrong', async () => {
    expect(
      await failure({
        tables: {
          enrollments: [
            { course_key: 'c', actor_id: 'a' },
            { course_key: 'c', actor_id: 'b', course_grade: '85%' },
          ],
        },
      }),
    ).to.equal('enrollments[1].course_grade: expected a number, got "85%"');
    expect(await failure({ tables: { enrollments: [{ course_key: 'c' }] } })).to.equal(
      'enrollments[0].actor_id: expected text, got nothing',
    );
    expect(await failure({ tables: { enrollments: 'course_key,actor_id\nc,' } })).to.equal(
      'enrollments: row 2, column actor_id: expected text, got nothing',
    );
    expect(await failure({ tables: { page_visits: [{ visited_at: '2024-02-30' }] } })).to.contain(
      'page_visits[0].visited_at: expected a time',
    );
    expect(await failure({ tables: { blocks: [{ block_id: 'b', graded: 1 }] } })).to.equal(
      'blocks[0].graded: expected true or false, got 1',
    );
    expect(await failure({ tables: { enrolments: [] } })).to.contain('got "enrolments"');
    expect(await failure({ data: [{ course_key: 'c' }] })).to.contain('data[0].table: expected one of explorations');
    expect(await failure({ data: 'a,b\n1,2' })).to.contain('data: CSV holds one table');
    expect(await failure({})).to.contain('expected src, tables or data');
  });

  it('derives the at-risk tables, without what is later than now', async () => {
    const snapshot = await read({
      tables: {
        enrollments: [
          { course_key: 'c', actor_id: 'seen', enrollment_status: 'registered', last_visit: '2024-03-12T10:00:00Z' },
          { course_key: 'c', actor_id: 'gone', enrollment_status: 'registered', last_visit: '2024-03-01T10:00:00Z' },
          { course_key: 'c', actor_id: 'next', enrollment_status: 'registered', first_enrolled_at: '2024-04-01' },
        ],
        page_visits: [
          { course_key: 'c', actor_id: 'seen', block_id: 'b', visited_at: '2024-03-14T00:00:00Z' },
          { course_key: 'c', actor_id: 'seen', block_id: 'b', visited_at: '2024-03-02T00:00:00Z' },
          { course_key: 'c', actor_id: 'seen', block_id: 'b', visited_at: '2024-03-01T00:00:00Z' },
        ],
      },
    });
    const { tables, later } = tablesProvider.prepare(snapshot, SETTINGS);
    expect(later).to.equal(2);
    expect(cells(tables, 'enrollments', 'actor_id', 'listed', 'days_inactive')).to.deep.equal([
      ['seen', false, 0],
      ['gone', true, 11],
    ]);
    expect(cells(tables, 'page_visits', 'visited_at')).to.deep.equal([[Date.UTC(2024, 2, 1)], [Date.UTC(2024, 2, 2)]]);
  });

  it('takes times of an enrolment that are later than now for unknown, counts its row, and finds them at a later now', async () => {
    const of = { course_key: 'c', enrollment_status: 'registered' };
    const after = '2024-04-01T00:00:00Z';
    const snapshot = await read({
      tables: {
        enrollments: [
          { ...of, actor_id: 'gone', last_visit: after, last_activity: after },
          { ...of, actor_id: 'back', last_visit: '2024-03-01T00:00:00Z', enrolled_at: after, last_activity: after },
          { ...of, actor_id: 'unsure', last_visit: '2024-04-01' },
          { ...of, actor_id: 'none' },
        ],
        page_visits: [{ course_key: 'c', actor_id: 'gone', block_id: 'b', visited_at: '2024-02-01T00:00:00Z' }],
      },
    });
    const columns = ['actor_id', 'last_visit', 'last_activity', 'enrolled_at', 'listed', 'never_started'];
    const { tables, later } = tablesProvider.prepare(snapshot, SETTINGS);
    expect(later).to.equal(3);
    expect(cells(tables, 'enrollments', ...columns)).to.deep.equal([
      ['gone', Date.UTC(2024, 1, 1), Date.UTC(2024, 1, 1), null, true, false],
      ['back', Date.UTC(2024, 2, 1), Date.UTC(2024, 2, 1), null, true, false],
      ['unsure', null, null, null, null, null],
      ['none', null, null, null, false, true],
    ]);
    const may = tablesProvider.prepare(snapshot, { ...SETTINGS, now: Date.UTC(2024, 4, 1) });
    expect([may.later, cells(may.tables, 'enrollments', 'last_visit', 'enrolled_at')[0]]).to.deep.equal([0, [Date.UTC(2024, 3, 1), null]]);
  });

  it('takes a day without a time at its end, in the time zone of the dataset', async () => {
    const snapshot = await read({
      tables: {
        enrollments: [
          { course_key: 'c', actor_id: 'a', enrollment_status: 'registered', last_visit: '2024-03-05' },
          { course_key: 'c', actor_id: 'b', enrollment_status: 'registered', last_visit: '2024-03-13' },
        ],
      },
    });
    const { tables } = tablesProvider.prepare(snapshot, SETTINGS);
    expect(cells(tables, 'enrollments', 'last_visit', 'listed')).to.deep.equal([
      [Date.UTC(2024, 2, 5, 23) - 1, true],
      [NOW, false],
    ]);
    expect([...tables.get('enrollments')!.columns.keys()].some((name) => name.includes(':'))).to.equal(false);
  });

  it('takes a response of unknown time for the newest only where no other has a time', async () => {
    const of = { course_key: 'c', actor_id: 'a', block_id: 'p' };
    const snapshot = await read({
      tables: {
        problem_responses: [
          { ...of, attempt: 9, correct: false },
          { ...of, responded_at: '2024-03-01T09:00:00Z', attempt: 1, correct: false },
          { ...of, responded_at: '2024-03-02T09:00:00Z', attempt: 2, correct: true },
          { ...of, block_id: 'q', attempt: 1, correct: true },
          { ...of, block_id: 'q', attempt: 2, correct: false },
        ],
      },
    });
    const { tables } = tablesProvider.prepare(snapshot, SETTINGS);
    expect(cells(tables, 'problem_outcomes', 'block_id', 'attempts', 'last_correct')).to.deep.equal([
      ['p', 2, true],
      ['q', 2, false],
    ]);
  });

  it('counts no visit of unknown time, in no view', async () => {
    const enrollments = [{ course_key: 'c', actor_id: 'a', enrollment_status: 'registered' }];
    const visit = { course_key: 'c', actor_id: 'a', block_id: 'u' };
    const dated = await read({ tables: { enrollments, page_visits: [visit, { ...visit, visited_at: '2024-03-01T09:00:00Z' }] } });
    const { tables, later } = tablesProvider.prepare(dated, SETTINGS);
    expect([tables.get('page_visits')!.length, later]).to.deep.equal([1, 0]);
  });

  it('says of nobody that they never started where no visit has a time, and why', async () => {
    const enrollments = [{ course_key: 'c', actor_id: 'a', enrollment_status: 'registered' }];
    for (const visit of [{ block_id: 'u' }, { block_id: 'u', visited_at: null }]) {
      const snapshot = await read({ tables: { enrollments, page_visits: [{ course_key: 'c', actor_id: 'a', ...visit }] } });
      const { tables } = tablesProvider.prepare(snapshot, SETTINGS);
      expect(cells(tables, 'enrollments', 'never_started', 'listed')).to.deep.equal([[null, null]]);
      expect(snapshot.notes.unrecorded?.['enrollments.never_started']).to.contain('do not say when learners last visited');
    }
    const none = await read({ tables: { enrollments, page_visits: [] } });
    expect(cells(tablesProvider.prepare(none, SETTINGS).tables, 'enrollments', 'never_started', 'listed')).to.deep.equal([[true, false]]);
  });

  it('counts the items of a section in its own course, where two call theirs by one id', async () => {
    const of = (course_key: string, actor_id: string, block_id: string) => ({ course_key, actor_id, block_id });
    const snapshot = await read({
      tables: {
        blocks: [
          { block_id: 'u1', course_key: 'c', block_type: 'unit', section: 'Week 1', section_block: 's' },
          { block_id: 'u2', course_key: 'd', block_type: 'unit', section: 'Week 1', section_block: 's' },
        ],
        page_visits: [of('c', 'a', 'u1'), of('d', 'a', 'u2'), of('d', 'b', 'u2')].map((visit) => ({ ...visit, visited_at: NOW })),
      },
    });
    const { tables } = tablesProvider.prepare(snapshot, SETTINGS);
    const rows = cells(tables, 'engagement', 'course_key', 'actor_id', 'touched', 'items').map((row) => JSON.stringify(row));
    expect(rows).to.have.members(['["c","a",1,1]', '["d","a",1,1]', '["d","b",1,1]']);
    expect(cells(tables, 'course_parts', 'course_key', 'block_id')).to.deep.equal([
      ['c', 's'],
      ['d', 's'],
    ]);
  });

  it('refuses one block of two courses, and a state that is none, by their place', async () => {
    const block = (course_key: string) => ({ block_id: 'u', course_key, block_type: 'unit' });
    const enrollment = (actor_id: string, state: string | null) => ({ course_key: 'c', actor_id, enrollment_status: 'registered', state });
    const prepared = async (tables: object): Promise<Tables> => tablesProvider.prepare(await read({ tables }), SETTINGS).tables;
    const refused = async (tables: object): Promise<unknown> => prepared(tables).catch((error: unknown) => (error as Error).message);
    expect(await refused({ enrollments: [], blocks: [block('c'), block('d')] })).to.equal(
      'blocks[1].block_id: expected an id that no block of another course has, got "u"',
    );
    expect(await refused({ enrollments: [enrollment('a', 'passed'), enrollment('b', 'Passed')] })).to.equal(
      'enrollments[1].state: expected passed or failed, got "Passed"',
    );
    const twice = await prepared({ enrollments: [enrollment('a', ''), enrollment('b', null)], blocks: [block('c'), block('c')] });
    expect(cells(twice, 'enrollments', 'state')).to.deep.equal([['failed'], ['failed']]);
  });

  it('refuses a second row of what has one, by the place of both: it would count twice, or one of them would be lost', async () => {
    const enrollment = (actor_id: string, enrollment_status: string) => ({ course_key: 'c', actor_id, enrollment_status });
    const card = (exploration: string) => ({ exploration, state: 'Intro', hits: 10 });
    const stars = (exploration: string, given: number) => ({ exploration, stars: given, ratings: 3 });
    const group = (dimension: string, name: string) => ({ exploration: 'e', dimension, group: name, learners: 16 });
    const session = (exploration: string) => ({ exploration, session: 's', active_seconds: 30 });
    for (const [tables, message] of [
      [
        { enrollments: [enrollment('a', 'registered'), enrollment('b', 'registered'), enrollment('a', 'unregistered')] },
        'enrollments[2]: expected one row for each course_key and actor_id, but enrollments[0] is of the same.',
      ],
      [
        { explorations: [{ exploration: 'e', starts: 10 }, { exploration: 'f' }, { exploration: 'f', starts: 10 }] },
        'explorations[2]: expected one row for each exploration, but explorations[1] is of the same.',
      ],
      [
        { states: [card('e'), card('f'), card('e')] },
        'states[2]: expected one row for each exploration and state, but states[0] is of the same.',
      ],
      [
        {
          courses: [
            { course_key: 'c', pass_mark: 0.5 },
            { course_key: 'c', pass_mark: 0.6 },
          ],
        },
        'courses[1]: expected one row for each course_key, but courses[0] is of the same.',
      ],
      [
        { ratings: [stars('e', 5), stars('e', 4), stars('f', 5), stars('e', 5)] },
        'ratings[3]: expected one row for each exploration and stars, but ratings[0] is of the same.',
      ],
      [
        { demographics: [group('Age', 'x'), group('Place', 'x'), group('Age', 'y'), group('Age', 'x')] },
        'demographics[3]: expected one row for each exploration and dimension and group, but demographics[0] is of the same.',
      ],
      [
        { feedback: [{ exploration: 'e' }, { exploration: 'e' }, { exploration: 'e', thread: 't' }, { exploration: 'e', thread: 't' }] },
        'feedback[3]: expected one row for each exploration and thread, but feedback[2] is of the same.',
      ],
      [
        { sessions: [session('e'), session('f'), session('e')] },
        'sessions[2]: expected one row for each exploration and session, but sessions[0] is of the same.',
      ],
    ] as const) {
      const snapshot = await read({ tables });
      expect(() => tablesProvider.prepare(snapshot, SETTINGS)).to.throw(StatsError, message);
    }
    const apart = await read({
      tables: { enrollments: [enrollment('a', 'registered'), { ...enrollment('a', 'registered'), course_key: 'd' }] },
    });
    expect(tablesProvider.prepare(apart, SETTINGS).tables.get('enrollments')!.length).to.equal(2);
  });

  it('refuses a number that its column cannot have, by its place and value', async () => {
    const of = { course_key: 'c', actor_id: 'a', block_id: 'v' };
    const watched = { ...of, from_second: 1, to_second: 10 };
    for (const [tables, message] of [
      [{ enrollments: [of, { ...of, course_grade: 85 }] }, 'enrollments[1].course_grade: expected a number from 0 to 1, got 85'],
      [{ grades: [{ ...of, score: -0.1 }] }, 'grades[0].score: expected a number from 0 to 1, got -0.1'],
      [{ courses: [{ course_key: 'c', pass_mark: 50 }] }, 'courses[0].pass_mark: expected a number from 0 to 1, got 50'],
      [
        { video_watches: [watched, { ...of, from_second: 8, to_second: 3 }] },
        'video_watches[1].to_second: expected a whole second not before from_second, got 3',
      ],
      [{ video_watches: [{ ...watched, from_second: -5 }] }, 'video_watches[0].from_second: expected a whole second from 1, got -5'],
      [{ video_watches: [{ ...watched, from_second: 1.5 }] }, 'video_watches[0].from_second: expected a whole second from 1, got 1.5'],
      [
        { video_watches: [{ ...watched, to_second: 5_000_000 }] },
        'video_watches[0].to_second: expected a second of a video, at most 86400, got 5000000',
      ],
      [{ explorations: [{ exploration: 'e', starts: -10 }] }, 'explorations[0].starts: expected a whole number of 0 or more, got -10'],
      [{ explorations: [{ exploration: 'e', attempts: -3 }] }, 'explorations[0].attempts: expected a whole number of 0 or more, got -3'],
      [
        { explorations: [{ exploration: 'e', average_rating: 47 }] },
        'explorations[0].average_rating: expected a number of stars from 0 to 5, got 47',
      ],
      [{ ratings: [{ exploration: 'e', stars: 7, ratings: 1 }] }, 'ratings[0].stars: expected a whole number of stars from 1 to 5, got 7'],
      [
        { demographics: [{ exploration: 'e', dimension: 'age', group: 'g', learners: -7 }] },
        'demographics[0].learners: expected a whole number of 0 or more, got -7',
      ],
      [
        { explorations: [{ exploration: 'e', starts: 10, completion_rate: 85 }] },
        'explorations[0].completion_rate: expected a number from 0 to 1, got 85',
      ],
      [
        { explorations: [{ exploration: 'e', starts: 10, starter_completion_rate: 85 }] },
        'explorations[0].starter_completion_rate: expected a number from 0 to 1, got 85',
      ],
      [
        { states: [{ exploration: 'e', state: 'A', hits: 10, retention: 85 }] },
        'states[0].retention: expected a number from 0 to 1, got 85',
      ],
      [
        { explorations: [{ exploration: 'e', completions: 2.5 }] },
        'explorations[0].completions: expected a whole number of 0 or more, got 2.5',
      ],
    ] as const) {
      const snapshot = await read({ tables });
      expect(() => tablesProvider.prepare(snapshot, SETTINGS)).to.throw(StatsError, message);
    }
    const counted = { exploration: 'e', starts: 10, completions: 12, completion_rate: 1.2, average_rating: 5.000000000000001 };
    const known = await read({
      tables: { enrollments: [{ ...of, course_grade: 1 }], video_watches: [watched, of], explorations: [counted] },
    });
    const { tables } = tablesProvider.prepare(known, SETTINGS);
    expect(tables.get('video_watches')!.length).to.equal(2);
    expect(cells(tables, 'explorations', 'completion_rate', 'average_rating')).to.deep.equal([[1.2, 5]]);
  });

  it('works out of the totals what follows from their counts, and takes means of stars for what they can be', async () => {
    const tables = {
      explorations: [{ exploration: 'e', starts: 100, completions: 50 }],
      creator: [{ starts: 100, completions: 50, completion_rate: 85, average_rating: 0, average_rating_last_week: 5.0000000004 }],
      weekly: [
        { week: '2024-03-04', average_rating: 5.0000000004 },
        { week: '2024-03-11', average_rating: 4.2, ratings: 0 },
      ],
    };
    const { tables: prepared } = tablesProvider.prepare(await read({ tables }), SETTINGS);
    expect(cells(prepared, 'creator', 'completion_rate', 'average_rating', 'average_rating_last_week')).to.deep.equal([[0.5, null, 5]]);
    expect(cells(prepared, 'weekly', 'average_rating')).to.deep.equal([[5], [4.2]]);
    const contradicted = await read({ tables: { ...tables, creator: [{ starts: 100, completion_rate: 85 }] } });
    expect(() => tablesProvider.prepare(contradicted, SETTINGS)).to.throw(StatsError, 'creator[0].completion_rate: expected');
  });

  it('works out what follows from the counts of cards, and their order where none is told', async () => {
    const card = (state: string, more: { readonly first_hits?: number; readonly [name: string]: unknown }) => ({
      exploration: 'e',
      state,
      ...more,
    });
    const states = [
      card('Start', { first_hits: 20, hits: 100, completions: 60, retention: 0.1 }),
      card('End', { first_hits: 12 }),
      card('Middle', { first_hits: 15, hits: 0, completions: 0, retention: 0.5, bounce_rate: 0.2 }),
    ];
    const of = async (tables: object) => tablesProvider.prepare(await read({ tables }), SETTINGS).tables;
    const explorations = [{ exploration: 'e', starts: 20 }];
    const NAMES = ['state', 'retention', 'bounce_rate', 'state_order', 'order_source'] as const;
    expect(cells(await of({ explorations, states }), 'states', ...NAMES)).to.deep.equal([
      ['Start', 0.6, 2, 0, 'reached'],
      ['End', null, null, 2, 'reached'],
      ['Middle', null, 0, 1, 'reached'],
    ]);
    const { notes } = await read({ tables: { explorations, states: [card('Start', { first_hits: 20, hits: 100, completions: 60 })] } });
    expect(
      Object.keys(notes.unrecorded ?? {}).filter((name) => /^states\.(retention|bounce_rate|state_order|order_source)/.test(name)),
    ).to.deep.equal([]);
    const untold = states.map(({ first_hits: _, ...row }) => ({ ...row, state_order: null }));
    expect(cells(await of({ states: untold }), 'states', 'state_order', 'order_source')).to.deep.equal([
      [0, null],
      [1, null],
      [2, null],
    ]);
    expect(cells(await of({ states }), 'states', 'retention', 'bounce_rate')[2]).to.deep.equal([null, 0.2]);
    const ordered = states.map((row, at) => ({ ...row, state_order: 3 - at, order_source: 'structure' }));
    expect(cells(await of({ explorations, states: ordered }), 'states', 'state_order', 'order_source')[0]).to.deep.equal([3, 'structure']);
  });

  it('leaves a derived table that was given as it is', async () => {
    const snapshot = await read({
      tables: {
        enrollments: [{ course_key: 'c', actor_id: 'a' }],
        problem_outcomes: [{ course_key: 'c', actor_id: 'a', block_id: 'p', attempts: 4 }],
      },
    });
    const { tables } = tablesProvider.prepare(snapshot, SETTINGS);
    expect(cells(tables, 'problem_outcomes', 'attempts')).to.deep.equal([[4]]);
  });

  it('computes completion rates wherever both counts are there, and says of others that they are as supplied', async () => {
    const snapshot = await read({
      tables: {
        explorations: [
          { exploration: 'counted', starts: 10, completions: 5, actual_starts: 8, completion_rate: 0.9 },
          { exploration: 'rated', starts: 10, completion_rate: 0.9, starter_completion_rate: 0.95 },
          { exploration: 'unopened', starts: 0, completions: 0, completion_rate: 0.9 },
          { exploration: 'unknown' },
        ],
      },
    });
    const { tables } = tablesProvider.prepare(snapshot, SETTINGS);
    const columns = ['completion_rate', 'completion_rate_source', 'starter_completion_rate'];
    expect(cells(tables, 'explorations', ...columns)).to.deep.equal([
      [0.5, 'computed', 0.625],
      [0.9, 'supplied', 0.95],
      [null, null, null],
      [null, null, null],
    ]);
  });

  it('has no stars of explorations that nobody rated, whatever stands for them', async () => {
    const snapshot = await read({
      tables: {
        explorations: [
          { exploration: 'rated', average_rating: 4.5, ratings: 2 },
          { exploration: 'unrated', average_rating: 4.5, ratings: 0 },
          { exploration: 'none', average_rating: 0 },
        ],
      },
    });
    expect(cells(tablesProvider.prepare(snapshot, SETTINGS).tables, 'explorations', 'average_rating')).to.deep.equal([
      [4.5],
      [null],
      [null],
    ]);
  });

  it('says of no rate that its column was not given where it is computed', async () => {
    const counts = await read({ tables: { explorations: [{ exploration: 'e', starts: 10, completions: 5, actual_starts: 8 }] } });
    expect(counts.notes.unrecorded).not.to.have.any.keys(
      'explorations.completion_rate',
      'explorations.completion_rate_source',
      'explorations.starter_completion_rate',
    );
    const starts = await read({ tables: { explorations: [{ exploration: 'e', starts: 10 }] } });
    expect(starts.notes.unrecorded).to.include.keys('explorations.completion_rate', 'explorations.starter_completion_rate');
    expect(tablesProvider.prepare(starts, SETTINGS).tables.get('explorations')!.columns.has('completion_rate')).to.equal(false);
  });

  it('refuses a week that is no date, by its place', async () => {
    const snapshot = await read({ tables: { weekly: [{ week: '2024-03-04' }, { week: '2024-W11', starts: 4 }] } });
    expect(() => tablesProvider.prepare(snapshot, SETTINGS)).to.throw(
      StatsError,
      'weekly[1].week: expected a date (YYYY-MM-DD), got "2024-W11"',
    );
  });

  it('takes weeks by their Monday, and none that begins after now', async () => {
    const snapshot = await read({
      tables: {
        weekly: [
          { exploration: 'e', week: '2024-03-06', starts: 3 },
          { exploration: 'e', week: '2024-03-11', starts: 4 },
          { exploration: 'e', week: '2024-03-18', starts: 5 },
          { exploration: 'e', week: null, starts: 6 },
        ],
      },
    });
    const { tables, later } = tablesProvider.prepare(snapshot, SETTINGS);
    expect(later).to.equal(1);
    expect(cells(tables, 'weekly', 'week', 'starts')).to.deep.equal([
      ['2024-03-04', 3],
      ['2024-03-11', 4],
      [null, 6],
    ]);
  });

  it('sees a week from its Monday on in the time zone of the dataset', async () => {
    const weekly = ['2024-03-04', '2024-03-06', '2024-03-13', null].map((week, at) => ({ exploration: `e${at}`, week, starts: at }));
    const snapshot = await read({ tables: { weekly } });
    const seen = (timezone: string, now: string): number =>
      tablesProvider.prepare(snapshot, { ...SETTINGS, timezone, now: Date.parse(now) }).tables.get('weekly')!.length;
    expect([seen('Asia/Tokyo', '2024-03-10T14:59:59Z'), seen('Asia/Tokyo', '2024-03-10T15:00:00Z')]).to.deep.equal([3, 4]);
    expect([seen('America/New_York', '2024-03-11T02:00:00Z'), seen('America/New_York', '2024-03-11T04:00:00Z')]).to.deep.equal([3, 4]);
  });

  it('refuses a number that a week has of the creator and of an exploration, which would count twice', async () => {
    const snapshot = await read({
      tables: {
        weekly: [
          { week: '2024-03-04', plays: 30 },
          { exploration: 'e', week: '2024-03-06', starts: 3, plays: null },
          { exploration: 'f', week: '2024-03-04', plays: 12 },
        ],
      },
    });
    expect(() => tablesProvider.prepare(snapshot, SETTINGS)).to.throw(
      StatsError,
      'weekly[0].plays: expected it of the creator or of explorations, but weekly[2] has it of "f" for the same week.',
    );
  });

  it('refuses a number that an exploration, or the creator, has twice of one week', async () => {
    for (const [weekly, message] of [
      [
        [
          { exploration: 'e', week: '2024-03-04', starts: 3 },
          { exploration: 'f', week: '2024-03-04', starts: 5 },
          { exploration: 'e', week: '2024-03-04', starts: 3 },
        ],
        'weekly[2].starts: expected one number for each exploration and week, but weekly[0] has it of the same.',
      ],
      [
        [
          { week: '2024-03-05', plays: 0 },
          { week: '2024-03-07', plays: 7 },
        ],
        'weekly[1].plays: expected one number for each exploration and week, but weekly[0] has it of the same.',
      ],
    ] as const) {
      const snapshot = await read({ tables: { weekly } });
      expect(() => tablesProvider.prepare(snapshot, SETTINGS)).to.throw(StatsError, message);
    }
    const apart = [
      { exploration: 'e', week: '2024-03-04', starts: 3 },
      { exploration: 'e', week: '2024-03-04', plays: 4 },
      { exploration: 'e', week: '2024-03-05', starts: null },
      { exploration: 'e', week: '2024-03-11', starts: 2 },
    ];
    const { tables } = tablesProvider.prepare(await read({ tables: { weekly: apart } }), SETTINGS);
    expect(tables.get('weekly')!.length).to.equal(4);
  });

  it('takes plays of the creator beside starts of explorations, and of other weeks of explorations', async () => {
    const weekly = [
      { week: '2024-03-04', plays: 30, average_rating: 4.5 },
      { exploration: 'e', week: '2024-03-04', starts: 3 },
      { exploration: 'e', week: '2024-02-26', plays: 12 },
    ];
    const { tables } = tablesProvider.prepare(await read({ tables: { weekly } }), SETTINGS);
    expect(tables.get('weekly')!.length).to.equal(3);
  });

  it('weights averages of weeks by their starts, as those of any host', async () => {
    const weekly = [
      { exploration: 'e', week: '2024-03-04', starts: 3, average_engagement_seconds: 60 },
      { exploration: 'f', week: '2024-03-04', starts: 1, average_engagement_seconds: 20 },
      { exploration: 'g', week: '2024-03-04', starts: 7 },
    ];
    const snapshot = await read({ tables: { weekly } });
    expect(snapshot.notes.unrecorded).not.to.have.any.keys('weekly.engagement_seconds', 'weekly.engagement_weight');
    expect(cells(tablesProvider.prepare(snapshot, SETTINGS).tables, 'weekly', 'engagement_seconds', 'engagement_weight')).to.deep.equal([
      [180, 3],
      [20, 1],
      [null, null],
    ]);
    const own = await read({ tables: { weekly: [{ week: '2024-03-04', average_engagement_seconds: 60, engagement_seconds: 90 }] } });
    expect(cells(tablesProvider.prepare(own, SETTINGS).tables, 'weekly', 'engagement_seconds', 'engagement_weight')).to.deep.equal([
      [90, 'missing'],
    ]);
  });
});
