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

/** A server that sends a text in random pieces of its bytes, and breaks off after so many if told so. */
function sending(text: string, type: string, random: Random, parts: Snapshot[], breaksAfter = Infinity): ReadContext {
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
    fetch: (url): Promise<Fetched> => Promise.resolve({ url, status: 200, headers: new Headers({ 'content-type': type }), body }),
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
      const context = sending(FILES[format], TYPES[format], new Random(seed), [], 1000);
      expect(await failure(tablesProvider.read(input, context))).to.equal('The answer broke off.');
    });
  });
}

describe('a list of rows that streams in', () => {
  const read = (text: string): Promise<unknown> =>
    failure(tablesProvider.read({ tables: { courses: 'https://host.example/c' } }, sending(text, 'application/json', new Random(1), [])));

  it('is wrong for the same reasons as one that is all there', async () => {
    for (const text of [
      '[{"course_key":"c"},]',
      '[{"course_key":"c"}',
      '[{"course_key":"c"}] x',
      '[1]',
      '[{"course_key":3}]',
      '[{"course_key":"c"}{}]',
    ]) {
      const whole = await failure(tablesProvider.read({ tables: { courses: text } }, sending('', '', new Random(1), [])));
      expect(await read(text), text).to.equal(whole);
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
