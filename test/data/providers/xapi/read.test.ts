import { expect } from '@open-wc/testing';
import type { ProviderInput, ReadContext, Snapshot } from '../../../../src/data/provider.js';
import { xapiProvider } from '../../../../src/data/providers/xapi.js';
import { StatsError } from '../../../../src/data/stats-error.js';
import { block, COURSE, statement } from '../../../support/statements.js';
import { contextOf, plainRows } from '../../../support/xapi.js';

const SRC = 'https://lms/xapi/statements';
const [FIRST, SECOND, THIRD] = ['a', 'b', 'c'].map((id) => statement({ id, verb: 'navigated', time: '2024-03-01T00:00:00Z' }));

function ids(snapshot: Snapshot): unknown[] {
  return plainRows(snapshot.tables.get('xapi_events')).map((row) => row['id']);
}

async function failure(input: ProviderInput, context: ReadContext = contextOf()): Promise<StatsError> {
  try {
    await xapiProvider.read(input, context);
  } catch (thrown) {
    if (thrown instanceof StatsError) return thrown;
    throw thrown;
  }
  throw new Error('Nothing was thrown.');
}

const encoder = new TextEncoder();

async function* pieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = encoder.encode(text);
  for (let from = 0; from < bytes.length; from += size) yield await Promise.resolve(bytes.subarray(from, from + size));
}

describe('xapiProvider.read', () => {
  it('reads NDJSON, a JSON array and parsed statements alike', async () => {
    const ndjson = [FIRST, SECOND].map((each) => JSON.stringify(each)).join('\n');
    for (const events of [ndjson, JSON.stringify([FIRST, SECOND]), encoder.encode(ndjson), pieces(ndjson, 7)]) {
      expect(ids(await xapiProvider.read({ events }, contextOf()))).to.deep.equal(['a', 'b']);
    }
    expect(ids(await xapiProvider.read({ data: [FIRST, SECOND] }, contextOf()))).to.deep.equal(['a', 'b']);
  });

  it('reads a page of an LRS however it is laid out and cut', async () => {
    const page = { statements: [FIRST, SECOND], more: '' };
    for (const text of [JSON.stringify(page), `\n ${JSON.stringify(page, null, 2)}`]) {
      expect(ids(await xapiProvider.read({ events: text }, contextOf()))).to.deep.equal(['a', 'b']);
      expect(ids(await xapiProvider.read({ events: pieces(text, 3) }, contextOf()))).to.deep.equal(['a', 'b']);
    }
  });

  it('follows more, relative or absolute, to its end, and says which version of xAPI it speaks', async () => {
    const asked: { url: string; headers: unknown }[] = [];
    const context = contextOf(
      {
        [SRC]: JSON.stringify({ statements: [FIRST], more: '/xapi/statements/more?p=2' }),
        'https://lms/xapi/statements/more?p=2': JSON.stringify({ statements: [SECOND], more: 'https://lms/xapi/last' }),
        'https://lms/xapi/last': JSON.stringify({ more: '', statements: [THIRD] }),
      },
      asked,
    );
    const snapshot = await xapiProvider.read({ src: SRC }, context);
    expect(ids(snapshot)).to.deep.equal(['a', 'b', 'c']);
    expect(asked.map(({ url }) => url)).to.deep.equal([SRC, 'https://lms/xapi/statements/more?p=2', 'https://lms/xapi/last']);
    for (const { headers } of asked) expect(headers).to.deep.equal({ 'X-Experience-API-Version': '1.0.3' });
  });

  it('refuses a more that leaves the origin or comes round again, and puts no token of it into a message', async () => {
    const away = contextOf({ [SRC]: JSON.stringify({ statements: [], more: 'https://elsewhere/statements?token=1' }) });
    expect((await failure({ src: SRC }, away)).message).to.contain('expected a URL of https://lms, got "https://elsewhere/statements"');
    const round = contextOf({
      [SRC]: JSON.stringify({ statements: [], more: '?p=2' }),
      [`${SRC}?p=2`]: JSON.stringify({ statements: [], more: '?p=2' }),
    });
    expect(await failure({ src: SRC }, round)).to.include({ code: 'invalid', message: `more: "${SRC}" comes round again` });
  });

  it('follows more through some pages without statements, but not for ever', async () => {
    const pages = (last: number): ReadContext => {
      const bodies: Record<string, string> = { [SRC]: JSON.stringify({ statements: [FIRST], more: '?p=1' }) };
      for (let page = 1; page <= last; page++) bodies[`${SRC}?p=${page}`] = JSON.stringify({ statements: [], more: `?p=${page + 1}` });
      bodies[`${SRC}?p=${last + 1}`] = JSON.stringify({ statements: [SECOND] });
      return contextOf(bodies);
    };
    expect(ids(await xapiProvider.read({ src: SRC }, pages(19)))).to.deep.equal(['a', 'b']);
    const message = `more: 20 pages in a row without statements, the last of them "${SRC}"`;
    expect(await failure({ src: SRC }, pages(20))).to.include({ code: 'invalid', message });
  });

  it('knows a page of an LRS by its list of statements, whatever stands before it', async () => {
    for (const before of [{ took: 3 }, { took: 3, more: '' }, { note: 'a "b", {c', meta: { n: [1], at: null }, tags: ['x', 'y'] }]) {
      const page = { ...before, statements: [FIRST, SECOND] };
      for (const text of [JSON.stringify(page), JSON.stringify(page, null, 2)])
        for (const events of [text, pieces(text, 7)])
          expect(ids(await xapiProvider.read({ events }, contextOf()))).to.deep.equal(['a', 'b']);
    }
  });

  it('does not take an answer without any statement that can be read for a course without learners', async () => {
    const reason = 'actor: expected account.name, mbox or mbox_sha1sum';
    for (const [text, unit] of [
      ['{"error":"quota exceeded"}', 'line 1'],
      ['{}', 'line 1'],
      ['[{}]', 'record 1'],
      ['{"statements":[{},{}]}', 'record 1'],
    ] as const) {
      const context = contextOf({ [`${SRC}?token=1`]: text });
      expect(await failure({ src: `${SRC}?token=1` }, context), text).to.include({
        code: 'invalid',
        message: `${SRC}: ${unit}: ${reason}`,
      });
    }
    expect(await failure({ events: 'null' })).to.include({ message: 'events: line 1: expected a statement, got object' });
    expect(await failure({ data: [{}] })).to.include({ message: `data: record 1: ${reason}` });
    const paged = contextOf({ [SRC]: JSON.stringify({ statements: [], more: '?p=2' }), [`${SRC}?p=2`]: '{"statements":[{}]}' });
    expect(await failure({ src: SRC }, paged)).to.include({ code: 'invalid', message: `${SRC}: page 2, record 1: ${reason}` });
  });

  it('counts and names what it cannot read, and keeps the rest', async () => {
    const lines = [JSON.stringify(FIRST), '{"actor":', JSON.stringify({ ...SECOND, timestamp: 'soon' }), JSON.stringify(THIRD)];
    const snapshot = await xapiProvider.read({ events: lines.join('\n') }, contextOf());
    expect(ids(snapshot)).to.deep.equal(['a', 'c']);
    expect(snapshot.notes.skipped).to.include({ count: 2, total: 4 });
    expect(snapshot.notes.skipped?.first).to.match(/^line 2: /);
  });

  it('counts and names statements of numbers that cannot be, of which those of a video are no view', async () => {
    const at = { time: '2024-03-01T00:00:00Z', length: 195 };
    const video = block('video', 'v1');
    const events = [
      statement({ id: 'percent', verb: 'earned', score: 85, grade: 'Fail', time: at.time }),
      statement({ id: 'one', verb: 'earned', score: 1, grade: 'Pass', time: at.time }),
      statement({ id: 'below', verb: 'failed', score: -0.1, time: at.time }),
      statement({ id: 'in milliseconds', verb: 'paused', object: video, position: 5_000_000, ...at }),
      statement({ id: 'a day', verb: 'paused', object: video, position: 86_400, ...at }),
      statement({ id: 'long', verb: 'completed', object: video, ...at, length: 195_000 }),
      statement({ id: 'of a problem', verb: 'evaluated', object: block('problem', 'p1'), score: 5, time: at.time }),
    ];
    const snapshot = await xapiProvider.read({ data: events }, contextOf());
    const kinds = plainRows(snapshot.tables.get('xapi_events')).map((row) => row['kind']);
    expect(kinds).to.deep.equal(['grade', 'grade', 'grade', 'activity', 'video', 'activity', 'problem']);
    const first = 'statement "percent": result.score.scaled: expected a number from 0 to 1, got 85';
    expect(snapshot.notes.skipped).to.deep.equal({ count: 4, total: 7, first, place: 'a statement' });
    const lines = [...events.slice(3, 5).map((each) => JSON.stringify(each)), '}'].join('\n');
    expect((await xapiProvider.read({ events: lines }, contextOf())).notes.skipped).to.include({ count: 2, total: 3 });
    expect((await xapiProvider.read({ data: events.slice(3, 5) }, contextOf())).notes.skipped?.first).to.equal(
      'statement "in milliseconds": a second of a video: expected at most 86400, got 5000000',
    );
  });

  it('counts and names what a learner did of which no course is said, but not that somebody was there', async () => {
    const elsewhere = 'https://lms/xblock/elsewhere';
    const events = [
      statement({ id: 'of a course', verb: 'navigated', time: '2024-03-01T00:00:00Z' }),
      { ...statement({ id: 'of none', verb: 'navigated', time: '2024-03-01T00:00:00Z' }), object: { id: elsewhere }, context: {} },
      { ...FIRST, id: 'there', verb: { id: 'https://w3id.org/xapi/acrossx/verbs/viewed' }, object: { id: elsewhere }, context: {} },
    ];
    const { notes } = await xapiProvider.read({ data: events }, contextOf());
    const first = 'statement "of none": context.contextActivities: expected the course, got none';
    expect(notes.skipped).to.deep.equal({ count: 1, total: 3, first, place: 'a statement' });
  });

  it('names the page of the first statement that it cannot read', async () => {
    const context = contextOf({
      [SRC]: JSON.stringify({ statements: [FIRST, SECOND], more: '?p=2' }),
      [`${SRC}?p=2`]: JSON.stringify({ statements: [{}, THIRD] }),
    });
    const { notes } = await xapiProvider.read({ src: SRC }, context);
    expect(notes.skipped).to.deep.equal({
      count: 1,
      total: 4,
      first: 'page 2, record 1: actor: expected account.name, mbox or mbox_sha1sum',
      place: 'page 2, record 1',
    });
  });

  it('keeps one of statements with the same id', async () => {
    expect(ids(await xapiProvider.read({ data: [FIRST, SECOND, FIRST] }, contextOf()))).to.deep.equal(['a', 'b']);
  });

  it('finds names by external id and by the e-mail of a mailto: actor, in the latest profile, one row a learner', async () => {
    const actors = ['ext-1', { mbox: 'mailto:two@example.org' }, 'nobody'];
    const data = actors.map((actor) => statement({ actor, verb: 'navigated', time: '2024-03-01T00:00:00Z' }));
    const tables = {
      user_profile: [
        { id: 1, user_id: 1, name: 'Old', email: 'one@example.org', time_last_dumped: '2024-01-01' },
        { id: 1, user_id: 1, name: 'One', email: 'one@example.org', time_last_dumped: '2024-02-01' },
        { id: 2, user_id: 2, name: 'Two', email: 'two@example.org' },
      ],
      external_id: [
        { external_user_id: 'ext-1', user_id: 1, username: 'one' },
        { external_user_id: 'ext-2', user_id: 2, username: 'two' },
        { external_user_id: 'ext-2b', user_id: 2, username: 'two' },
      ],
    };
    const snapshot = await xapiProvider.read({ data, tables }, contextOf());
    expect(plainRows(snapshot.tables.get('learners'))).to.deep.equal([
      { actor_id: 'ext-1', name: 'One', username: 'one', email: 'one@example.org' },
      { actor_id: 'mailto:two@example.org', name: 'Two', username: 'two', email: 'two@example.org' },
      { actor_id: 'nobody', name: null, username: null, email: null },
    ]);
    expect(snapshot.notes.namesSupplied).to.equal(true);
  });

  it('takes the row of external_id that was dumped last, wherever it stands, and the username of the profile first', async () => {
    const data = ['ann', 'bob'].map((actor) => statement({ actor, verb: 'navigated', time: '2024-03-01T00:00:00Z' }));
    const tables = {
      user_profile: [
        { id: 1, user_id: 1, name: 'Ann', username: 'ann_new', email: 'ann@example.org' },
        { id: 2, user_id: 6, name: 'Bob', email: 'bob@example.org' },
      ],
      external_id: [
        { external_user_id: 'ann', user_id: 1, username: 'ann_old', time_last_dumped: '2024-02-01' },
        { external_user_id: 'bob', user_id: 6, username: 'bob', time_last_dumped: '2024-02-01' },
        { external_user_id: 'bob', user_id: 1, username: 'ann_old', time_last_dumped: '2023-02-01' },
      ],
    };
    const snapshot = await xapiProvider.read({ data, tables }, contextOf());
    expect(plainRows(snapshot.tables.get('learners'))).to.deep.equal([
      { actor_id: 'ann', name: 'Ann', username: 'ann_new', email: 'ann@example.org' },
      { actor_id: 'bob', name: 'Bob', username: 'bob', email: 'bob@example.org' },
    ]);
  });

  it('knows without events everybody whom the user tables name, so that a stored copy finds its names again', async () => {
    const tables = {
      user_profile: [{ user_id: 1, name: 'One', email: 'one@example.org' }],
      external_id: [{ external_user_id: 'ext-1', user_id: 1 }],
    };
    const snapshot = await xapiProvider.read({ tables }, contextOf());
    expect(plainRows(snapshot.tables.get('learners')).map((row) => row['actor_id'])).to.deep.equal(['ext-1', 'mailto:one@example.org']);
  });

  it('says that names are not supplied', async () => {
    const snapshot = await xapiProvider.read({ data: [FIRST], tables: { course_overviews: [{ course_key: COURSE }] } }, contextOf());
    expect(snapshot.notes.namesSupplied).to.equal(false);
  });

  it('reads tables from a URL, from a URL each, and from text', async () => {
    const overviews = [{ course_key: COURSE, display_name: 'A course' }];
    const context = contextOf({
      'https://lms/tables': JSON.stringify({ course_overviews: overviews }),
      'https://lms/o': JSON.stringify(overviews),
    });
    const tables = ['https://lms/tables', { course_overviews: 'https://lms/o' }, JSON.stringify({ course_overviews: overviews })];
    for (const given of tables) {
      const snapshot = await xapiProvider.read({ data: [], tables: given }, context);
      expect(plainRows(snapshot.tables.get('course_overviews'))[0]).to.include({ display_name: 'A course' });
    }
  });

  it('names path and kind of what is wrong in a table, never a value that may be a name', async () => {
    expect((await failure({ data: [], tables: { course_blocks: [{ course_key: COURSE }] } })).message).to.equal(
      'tables.course_blocks[0].location: expected text, got nothing',
    );
    const { notes } = await xapiProvider.read({ data: [], tables: { user_profile: [{ user_id: 1, name: ['Ann'] }] } }, contextOf());
    expect(notes.skipped?.first).to.equal('tables.user_profile[0].name: expected text, got a list');
    expect((await failure({ data: [], tables: { course_overviews: {} } })).message).to.equal(
      'tables.course_overviews: expected an array of rows, got an object',
    );
    expect(
      (await failure({ data: [], tables: { course_blocks: [{ course_key: COURSE, location: 'b', xblock_data_json: '{' }] } })).message,
    ).to.equal('tables.course_blocks[0].xblock_data_json: expected JSON, got text that is none');
  });

  it('asks for a source where there is none', async () => {
    expect((await failure({})).code).to.equal('no-source');
  });
});
