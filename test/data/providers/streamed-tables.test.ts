import { expect } from '@open-wc/testing';
import type { Fetched, ProviderInput, ReadContext, Snapshot } from '../../../src/data/provider.js';
import { oppiaProvider } from '../../../src/data/providers/oppia.js';
import { tablesProvider } from '../../../src/data/providers/tables.js';
import { StatsError } from '../../../src/data/stats-error.js';
import { valueAt } from '../../../src/data/table.js';
import { Random } from '../../support/random.js';

const ROWS = Array.from({ length: 40 }, (_, at) => ({
  course_key: `c${at % 3}`,
  actor_id: `Ünal "${at}"`,
  visited_at: at % 2 === 0 ? '2024-03-01' : '2024-03-02T10:00:00Z',
}));
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const FILES = {
  ndjson: ROWS.map((row) => `${JSON.stringify({ table: 'page_visits', ...row })}\n`).join(''),
  csv: ['course_key,actor_id,visited_at', ...ROWS.map((row) => Object.values(row).map(quoted).join())].join('\r\n'),
  json: JSON.stringify(ROWS, null, 1),
};
const TYPES = { ndjson: 'application/x-ndjson', csv: 'text/csv', json: 'application/json' };

/** What headers say of the length: by it readers tell whether fast reading is worth its while. */
const [LARGE, SMALL] = ['1000000', '99'];

/** A server that sends a text in random pieces of its bytes, and breaks off after so many if told so. */
function sending(
  text: string,
  type: string,
  random: Random,
  parts: Snapshot[],
  { breaksAfter = Infinity, length = LARGE } = {},
): ReadContext {
  const headers = new Headers({ 'content-type': type, ...(length === '' ? {} : { 'content-length': length }) });
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (at >= breaksAfter) return controller.error(new StatsError('truncated', 'The answer broke off.'));
        const end = at + 1 + random.below(400);
        controller.enqueue(bytes.slice(at, end));
        at = end;
        if (at >= bytes.length) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  return {
    fetch: (url): Promise<Fetched> => Promise.resolve({ url, status: 200, headers, body }),
    fetchJson: () => Promise.reject(new Error('not asked')),
    progress: () => undefined,
    soFar: (snapshot) => Promise.resolve(void parts.push(snapshot())),
    signal: new AbortController().signal,
  };
}

function rowsOf({ tables }: Snapshot, name: string): unknown[] {
  const table = tables.get(name);
  return Array.from({ length: table?.length ?? 0 }, (_, row) =>
    [...(table?.columns ?? [])].map(([column, data]) => [column, valueAt(data, row)]),
  );
}

const failure = (reading: Promise<unknown>): Promise<unknown> =>
  reading.then(
    () => 'nothing',
    (error: unknown) => (error instanceof StatsError ? error.message : error),
  );

for (const format of ['ndjson', 'csv', 'json'] as const) {
  describe(`a table of ${format} that streams in`, () => {
    const seed = Math.floor(Math.random() * 1e9);
    const tables = { page_visits: 'https://host.example/visits' };
    const input: ProviderInput = format === 'ndjson' ? { src: tables.page_visits } : { tables };

    it(`is offered row by row, of which nothing is missing, and ends as it does in one piece (seeds from ${seed})`, async () => {
      for (const type of [TYPES[format], 'text/plain']) {
        const whole = await tablesProvider.read(
          format === 'ndjson' ? { data: FILES.ndjson } : { tables: { page_visits: FILES[format] } },
          sending('', '', new Random(seed), []),
        );
        for (let each = seed; each < seed + 20; each++) {
          const parts: Snapshot[] = [];
          const read = await tablesProvider.read(input, sending(FILES[format], type, new Random(each), parts));
          expect(read, `seed ${each}`).to.deep.equal({
            ...whole,
            notes: { ...whole.notes, bytes: new TextEncoder().encode(FILES[format]).length },
          });
          expect(parts.length, `seed ${each}`).to.be.greaterThan(3);
          for (const part of parts) {
            const rows = rowsOf(part, 'page_visits');
            expect(rows.length).to.be.greaterThan(0);
            expect(rows.map((row) => (row as unknown[][]).slice(0, 3))).to.deep.equal(
              rowsOf(whole, 'page_visits')
                .slice(0, rows.length)
                .map((row) => (row as unknown[][]).slice(0, 3)),
            );
            expect(part.notes.unrecorded).to.deep.equal({});
          }
        }
      }
    });

    it('fails where the answer breaks off', async () => {
      const context = sending(FILES[format], TYPES[format], new Random(seed), [], { breaksAfter: 1000 });
      expect(await failure(tablesProvider.read(input, context))).to.equal('The answer broke off.');
    });
  });
}

describe('a list of rows that streams in', () => {
  const read = (text: string): Promise<unknown> =>
    failure(tablesProvider.read({ tables: { courses: 'https://host.example/c' } }, sending(text, 'application/json', new Random(1), [])));
  const readPlainly = (text: string): Promise<unknown> =>
    failure(
      tablesProvider.read(
        { tables: { courses: 'https://host.example/c' } },
        sending(text, 'application/json', new Random(1), [], { length: SMALL }),
      ),
    );

  it('is wrong for the same reasons as one that is all there', async () => {
    for (const text of [
      '[{"course_key":"c"},{"course_key":}]',
      '[{"course_key":"c"},{"course_key"',
      '[{"course_key":"c"},{course_key',
      '[{"course_key":"c","course_name":[]}]',
      '[{"course_key":"c"},{"course_name":"No key"}]',
      '[null]',
      '[{"course_key":"c"},]',
      '[{"course_key":"c"}',
      '[{"course_key":"c"}] x',
      '[1]',
      '[{"course_key":3}]',
      '[{"course_key":"c"}{}]',
    ]) {
      const whole = await failure(tablesProvider.read({ tables: { courses: text } }, sending('', '', new Random(1), [])));
      expect(whole, text)
        .to.be.a('string')
        .and.match(/^courses/);
      expect(await read(text), text).to.equal(whole);
      expect(await readPlainly(text), text).to.equal(whole);
    }
  });

  it('names the row that is no JSON, and the value that is wrong', async () => {
    expect(await read('[{"course_key":"c"},{"course_key":}]')).to.equal('courses[1]: expected JSON. Unexpected "}" at position 14.');
    expect(await read('[{"course_key":"c"},{"course_key":3}]')).to.equal('courses[1].course_key: expected text, got 3');
    expect(await read('[{"course_key":"c"},{"course_key"')).to.equal('courses: the JSON array ends too early.');
  });
});

describe('tables that come at once as a whole', () => {
  it('are not offered as a part before', async () => {
    for (const [text, type] of [
      [FILES.ndjson, TYPES.ndjson],
      [JSON.stringify({ page_visits: ROWS }), TYPES.json],
    ] as const) {
      const parts: Snapshot[] = [];
      const headers = new Headers({ 'content-type': type });
      const fetch = (url: string): Promise<Fetched> => Promise.resolve({ url, status: 200, headers, body: new Response(text).body! });
      const context = { ...sending('', '', new Random(1), parts), fetch };
      const read = await tablesProvider.read({ src: 'https://host.example/t' }, context);
      expect(rowsOf(read, 'page_visits')).to.have.length(ROWS.length);
      expect(parts, text.slice(0, 20)).to.deep.equal([]);
    }
  });
});

describe('rows that are read fast', () => {
  const KEYS = ['course_key', 'actor_id', 'track', 'course_grade', 'first_enrolled_at', 'passed', 'other'];
  const VALUES = [
    ...[
      '"a"',
      '""',
      '"\\u00e9\\n"',
      '"é"',
      '"\\ud800"',
      '"2024-02-01"',
      '"2024-02-01T10:00Z"',
      '"2024-02-01T10:00:00.5+02:00"',
      '"2024-02-30"',
    ],
    ...['0', '-0', '1e3', '0.1', '123456789012345678901', '1e400', '1700000000000', 'true', 'false', 'null', '[]', '{}', '{"a":[1]}'],
  ];
  const GOOD: Readonly<Record<string, readonly string[]>> = {
    course_key: ['"a"', '"é"'],
    actor_id: ['"a"', '"\\ud800"'],
    first_enrolled_at: ['"2024-02-01"', '"2024-02-01T10:00Z"', '1700000000000', 'null'],
    course_grade: ['0', '0.1', '-0', 'null'],
    track: ['"\\u00e9\\n"', 'null', '""'],
  };

  function record(random: Random): string {
    const isOdd = random.below(12) === 0;
    const pick = (from: readonly string[]): string => from[random.below(from.length)] ?? '';
    const keys = KEYS.filter((key) => random.below(4) > 0 || (!isOdd && key.endsWith('y')) || (!isOdd && key === 'actor_id'));
    const pairs = keys.map((key) => `"${key}":${pick(isOdd ? VALUES : (GOOD[key] ?? ['true']))}`);
    return `{${pairs.join()}}`;
  }

  it('come to the same tables, are left out for the same reasons, and are refused for them in a list', async () => {
    const seed = Math.floor(Math.random() * 1e9);
    const random = new Random(seed);
    for (let round = 0; round < 50; round++) {
      const records = Array.from({ length: 1 + random.below(12) }, () => record(random));
      for (const [text, type] of [
        [records.join('\n'), TYPES.ndjson],
        [`[${records.join()}]`, TYPES.json],
      ] as const) {
        const [fast, plain, unknown] = await Promise.all(
          [LARGE, SMALL, ''].map((length) => {
            const context = sending(text, type, new Random(seed + round), [], { length });
            return tablesProvider
              .read({ tables: { enrollments: 'https://host.example/e' } }, context)
              .then((snapshot) => [rowsOf(snapshot, 'enrollments'), snapshot.notes], String);
          }),
        );
        expect(fast, `seed ${seed}, ${text}`).to.deep.equal(plain);
        expect(unknown, `seed ${seed}, ${text}`).to.deep.equal(plain);
      }
    }
  });
});

describe('lists by table in one object that streams in', () => {
  const seed = Math.floor(Math.random() * 1e9);
  const enrollments = [
    { course_key: 'c0', actor_id: 'a', track: 'audit', course_grade: 0.5, first_enrolled_at: '2024-02-01' },
    { course_key: 'c1', actor_id: 'Ünal "7"', course_grade: null, first_enrolled_at: 1_700_000_000_000 },
  ];
  const text = JSON.stringify({ page_visits: ROWS, courses: { source: [{ key: 'c0' }], columns: { course_key: 'key' } }, enrollments });
  const src = 'https://host.example/tables';

  it(`are offered row by row, and end as they do in one piece (seeds from ${seed})`, async () => {
    const whole = await tablesProvider.read({ data: text }, sending('', '', new Random(seed), []));
    for (let each = seed; each < seed + 20; each++) {
      const parts: Snapshot[] = [];
      const read = await tablesProvider.read({ src }, sending(text, 'application/json', new Random(each), parts));
      for (const name of ['page_visits', 'enrollments', 'courses']) {
        expect(rowsOf(read, name), `seed ${each}`).to.deep.equal(rowsOf(whole, name));
      }
      expect(read.notes.unrecorded).to.deep.equal(whole.notes.unrecorded);
      expect(parts.length, `seed ${each}`).to.be.greaterThan(3);
      for (const part of parts) {
        const rows = rowsOf(part, 'page_visits');
        expect(rows.map((row) => (row as unknown[][]).slice(0, 3))).to.deep.equal(
          rowsOf(whole, 'page_visits')
            .slice(0, rows.length)
            .map((row) => (row as unknown[][]).slice(0, 3)),
        );
      }
    }
  });

  it('are added to those of another source of the same table', async () => {
    const more = [{ course_key: 'c2', actor_id: 'b', enrollment_status: 'registered' }];
    const context = sending(text, 'application/json', new Random(seed), []);
    const read = await tablesProvider.read({ src, data: { enrollments: more } }, context);
    const columns = read.tables.get('enrollments')?.columns;
    const values = (name: string): unknown[] =>
      [0, 1, 2].map((row) => valueAt(columns?.get(name) ?? { type: 'boolean', values: new Int8Array(0) }, row));
    expect(values('actor_id')).to.deep.equal(['a', 'Ünal "7"', 'b']);
    expect(values('enrollment_status')).to.deep.equal([null, null, 'registered']);
    expect(values('course_grade')).to.deep.equal([0.5, null, null]);
  });

  it('are read in the same way where nothing says how long they are', async () => {
    const visits = Array.from({ length: 2000 }, (_, at) => ({ course_key: 'c', actor_id: `a${at}`, visited_at: 1_700_000_000_000 + at }));
    const parts: Snapshot[] = [];
    const context = sending(JSON.stringify({ page_visits: visits }), 'application/json', new Random(seed), parts, { length: '' });
    const read = await tablesProvider.read({ src }, context);
    expect(rowsOf(read, 'page_visits')).to.have.length(2000);
    expect(parts.length).to.be.greaterThan(3);
  });

  it('name the table, the row and the value that is wrong', async () => {
    for (const [wrong, message] of [
      [
        '{"enrollments":[{"course_key":"c","actor_id":"a","course_grade":"85%"}]}',
        'enrollments[0].course_grade: expected a number, got "85%"',
      ],
      ['{"enrolments":[]}', 'enrolments: expected one of'],
      ['{"courses":[{"course_key":"c"}]', 'src: the JSON ends too early, after 31 bytes.'],
      ['{"courses":[{"course_key":"c"}', 'src: the JSON ends too early, after 30 bytes.'],
      ['{"courses":3}', 'courses: expected rows'],
    ] as const) {
      const context = sending(wrong, 'application/json', new Random(seed), []);
      expect(await failure(tablesProvider.read({ src }, context)), wrong).to.contain(message);
    }
  });
});

describe("Oppia's session log that streams in", () => {
  it('is offered event by event, beside the dashboard', async () => {
    const seed = Math.floor(Math.random() * 1e9);
    const log = Array.from({ length: 30 }, (_, at) =>
      JSON.stringify({
        event: 'start',
        exploration_id: 'e',
        session_id: `s${at}`,
        state_name: 'Introduction',
        created_on: 1_700_000_000_000 + at,
      }),
    ).join('\n');
    const data = { dashboard: { explorations_list: [{ id: 'e', title: 'Fractions' }] } };
    const parts: Snapshot[] = [];
    const context = sending(log, 'application/x-ndjson', new Random(seed), parts);
    const read = await oppiaProvider.read({ data, events: 'https://host.example/log' }, context);
    expect(parts.length, `seed ${seed}`).to.be.greaterThan(3);
    const all = rowsOf(read, 'oppia_events');
    expect(all.length).to.equal(30);
    for (const part of parts) {
      const rows = rowsOf(part, 'oppia_events');
      expect(rows, `seed ${seed}`).to.deep.equal(all.slice(0, rows.length));
      expect(rowsOf(part, 'explorations')).to.deep.equal(rowsOf(read, 'explorations'));
    }
  });
});
