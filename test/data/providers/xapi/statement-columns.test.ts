import { expect } from '@open-wc/testing';
import type { ReadRecords } from '../../../../src/data/ingest/ndjson.js';
import { StatementColumns } from '../../../../src/data/providers/xapi/statement-columns.js';
import { StatsError } from '../../../../src/data/stats-error.js';
import type { Table } from '../../../../src/data/table.js';
import { inPieces } from '../../ingest/columns/random-json.js';
import { rounds } from '../../../support/engine.js';
import { oddStatement } from '../../../support/odd-statements.js';
import { Random } from '../../../support/random.js';
import { COURSE, statement } from '../../../support/statements.js';

const encoder = new TextEncoder();

/** What a body comes to, as text: every column with its dictionary, what was counted and left out, or the error. */
async function outcome(body: string | AsyncIterable<Uint8Array> | Uint8Array, exact: boolean): Promise<string> {
  const statements = new StatementColumns({ exact });
  try {
    return shown(await statements.read(body, 'events'), statements.build());
  } catch (thrown) {
    if (thrown instanceof StatsError) return `${thrown.code}: ${thrown.message}`;
    throw thrown;
  }
}

function shown(read: ReadRecords, tables: readonly Table[]): string {
  const columns = tables.flatMap((table) =>
    [...table.columns].map(([name, column]) =>
      column.type === 'category'
        ? [table.name, name, [...column.codes], column.dictionary]
        : [table.name, name, Array.from(column.values, (value) => (Object.is(value, -0) ? '-0' : String(value)))],
    ),
  );
  const { total, bytes, skipped } = read;
  return [[total, bytes, skipped], ...columns].map((each) => JSON.stringify(each)).join('\n');
}

async function* arriving(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield await Promise.resolve(piece);
}

function bodyOf(random: Random): string {
  const lines = Array.from({ length: random.below(60) }, (_, place) => oddStatement(random, place));
  const mark = random.pick(['', '', '\uFEFF']);
  if (random.chance(0.3)) return `${mark}[${lines.filter((line) => line.startsWith('{"')).join(',')}]`;
  return mark + lines.join(random.pick(['\n', '\r\n', '\n\n'])) + random.pick(['', '\n']);
}

async function expectSame(bytes: Uint8Array, random: Random, place: string): Promise<void> {
  const exact = await outcome(bytes, true);
  expect(await outcome(bytes, false), place).to.equal(exact);
  expect(await outcome(arriving(inPieces(random, bytes)), false), `${place}, in pieces`).to.equal(exact);
}

describe('StatementColumns', () => {
  const first = Math.floor(Math.random() * 1e9);

  it(`reads odd statements, cut anywhere, as parsing each of them does (seeds from ${first})`, async () => {
    for (let seed = first; seed < first + rounds(50); seed++) {
      const random = new Random(seed);
      const text = bodyOf(random);
      await expectSame(encoder.encode(text), random, `seed ${seed}`);
      expect(await outcome(text, false), `seed ${seed}, as text`).to.equal(await outcome(text, true));
    }
  }).timeout(60_000);

  it(`neither hangs nor crashes on bytes that are no statements (seeds from ${first})`, async () => {
    for (let seed = first; seed < first + rounds(50); seed++) {
      const random = new Random(seed);
      const bytes = encoder.encode(bodyOf(random));
      for (let times = random.below(6); times > 0 && bytes.length > 0; times--) bytes[random.below(bytes.length)] = random.below(256);
      await expectSame(random.chance(0.2) ? bytes.subarray(0, random.below(bytes.length + 1)) : bytes, random, `seed ${seed}`);
    }
  }).timeout(60_000);

  it('reads text that UTF-8 cannot hold as it stands', async () => {
    const line = JSON.stringify(statement({ verb: 'navigated', actor: 'ann', time: '2024-03-01T00:00:00Z' })).replace('ann', '\ud800');
    const read = await outcome(line, false);
    expect(read).to.equal(await outcome(line, true));
    expect(read).to.contain('\\ud800');
  });

  it('finds the course in the first parent, however activities are given', async () => {
    const given = (parent: unknown): string =>
      JSON.stringify({
        ...statement({ verb: 'navigated', time: '2024-03-01T00:00:00Z', object: 'https://lms/xblock/u1' }),
        context: { contextActivities: { parent } },
      });
    const course = { id: `https://lms/course/${COURSE}`, definition: { type: 'http://adlnet.gov/expapi/activities/course' } };
    for (const parent of [course, [course], [course, { id: 'other' }]]) {
      const statements = new StatementColumns();
      await statements.read(given(parent), 'events');
      const keys = statements.build()[0].columns.get('course_key');
      expect(keys?.type === 'category' ? keys.dictionary : []).to.deep.equal([COURSE]);
    }
  });

  it('counts lines that cannot be read, and names the first with its place and reason', async () => {
    const good = JSON.stringify(statement({ verb: 'navigated', time: '2024-03-01T00:00:00Z' }));
    const bad = good.replace(/"timestamp":"[^"]*"/, '"timestamp":"yesterday"');
    const { total, skipped } = await new StatementColumns().read([good, '', bad, good.slice(0, -9), good].join('\n'), 'events');
    expect({ total, skipped }).to.deep.equal({
      total: 4,
      skipped: { count: 2, total: 4, first: 'line 3: timestamp: expected an ISO 8601 date and time, got "yesterday"', place: 'line 3' },
    });
  });
});
