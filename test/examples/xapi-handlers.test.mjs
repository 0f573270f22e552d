import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { ask, parsed, parsedLines, startServer } from './support/ask.mjs';

const server = await startServer(after);
const lrs = { headers: { 'X-Experience-API-Version': '1.0.3' } };

/**
 * All pages from an address on, `more` followed to its end.
 * @param {string} address below the server
 * @returns {Promise<any[][]>}
 */
async function pagesFrom(address) {
  const pages = [];
  for (let next = address; next !== '';) {
    const { status, text } = await ask(server + next, lrs);
    assert.equal(status, 200, next);
    const page = parsed(text);
    pages.push(page.statements);
    next = page.more;
  }
  return pages;
}

const statements = parsedLines((await ask(`${server}/xapi/statements.ndjson`)).text);

describe('the statements', () => {
  it('are the same in pages as in one file, the newest first', async () => {
    const pages = await pagesFrom('/xapi/lrs/statements');
    assert.deepEqual(pages.flat(), [...statements].reverse());
    assert.ok(pages.length > 1);
    assert.ok(pages.slice(0, -1).every((page) => page.length === 500));
  });

  it('come in order of time where ascending=true', async () => {
    assert.deepEqual((await pagesFrom('/xapi/lrs/statements?ascending=true')).flat(), statements);
  });

  it('come in smaller pages where a limit asks for them, and never in larger ones', async () => {
    const pages = await pagesFrom('/xapi/lrs/statements?limit=333');
    assert.ok(pages.slice(0, -1).every((page) => page.length === 333));
    assert.deepEqual(pages.flat(), [...statements].reverse());
    assert.equal(parsed((await ask(`${server}/xapi/lrs/statements?limit=100000`, lrs)).text).statements.length, 500);
  });

  it('need the version header, and say which version answers', async () => {
    assert.equal((await ask(`${server}/xapi/lrs/statements`)).status, 400);
    const answer = await ask(`${server}/xapi/lrs/statements`, lrs);
    assert.equal(answer.headers['x-experience-api-version'], '1.0.3');
  });

  it('refuse a parameter that is not known', async () => {
    assert.equal((await ask(`${server}/xapi/lrs/statements?_=1`, lrs)).status, 400);
  });

  it('lead on within the prefix they were asked under', async () => {
    const { text } = await ask(`${server}/cors/fault/slow/1/xapi/lrs/statements`, lrs);
    assert.match(parsed(text).more, /^\/cors\/fault\/slow\/1\/xapi\/lrs\/statements\?/);
  });
});

describe('the tables', () => {
  it('hold courses, blocks and who the learners are', async () => {
    const tables = parsed((await ask(`${server}/xapi/tables.json`)).text);
    assert.deepEqual(Object.keys(tables), ['course_overviews', 'course_blocks', 'user_profile', 'external_id']);
    for (const rows of Object.values(tables)) assert.ok(rows.length > 0);
  });

  it('come without names, too', async () => {
    const { text } = await ask(`${server}/xapi/tables-without-names.json`);
    assert.deepEqual(Object.keys(parsed(text)), ['course_overviews', 'course_blocks']);
    assert.ok(!text.includes('@learners.example'));
  });
});
