import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { after, describe, it } from 'node:test';
import { oulad, OULAD_DAY_ZERO } from '../../examples/server/oulad.mjs';
import { ask, parsed, parsedLines, startServer } from './support/ask.mjs';

const DAY = 86_400_000;
const shared = process.env['LEARNER_ELEMENTS_SHARED'] ?? resolve(import.meta.dirname, '../../../shared');
const skip = existsSync(resolve(shared, 'data/oulad')) ? false : 'The shared folder with real data is not beside the project.';

describe('without the shared folder', () => {
  it('real data are answered with 404 and a sentence', async () => {
    const server = await startServer(after, { shared: '/no/such/folder' });
    for (const path of ['/xapi/aspects/statements.ndjson', '/xapi/aspects/tables.json', '/tables/oulad.json']) {
      const { status, text } = await ask(server + path);
      assert.equal(status, 404, path);
      assert.match(text, /LEARNER_ELEMENTS_SHARED/);
    }
  });
});

describe('Aspects’ statements', { skip }, () => {
  it('are served as they are', async () => {
    const server = await startServer(after);
    const { text } = await ask(`${server}/xapi/aspects/statements.ndjson`, { headers: { 'Accept-Encoding': 'gzip' } });
    assert.equal(parsedLines(text).length, 9659);
    const tables = parsed((await ask(`${server}/xapi/aspects/tables.json`)).text);
    assert.deepEqual(Object.keys(tables), ['course_overviews', 'course_blocks', 'user_profile', 'external_id']);
  });
});

describe('OULAD as tables', { skip }, () => {
  const week = 12;
  const now = Date.parse(OULAD_DAY_ZERO) + 7 * week * DAY;
  const tables = skip === false ? oulad(resolve(shared, 'data/oulad'), now) : undefined;

  /** @param {string} course */
  function enrolled(course) {
    return (tables?.enrollments ?? []).filter((row) => row.course_key === course && row.enrollment_status === 'registered');
  }

  for (const { course, learners, flagged, never } of [
    { course: 'AAA-2013J', learners: 358, flagged: 0.49, never: 0 },
    { course: 'BBB-2013B', learners: 1422, flagged: 0.34, never: 53 },
  ]) {
    it(`give the published figures of week ${week}: ${course}`, () => {
      const lastVisit = new Map();
      for (const row of tables?.page_visits ?? []) {
        if (row.course_key !== course) continue;
        lastVisit.set(row.actor_id, Math.max(lastVisit.get(row.actor_id) ?? 0, Date.parse(row.visited_at)));
      }
      const rows = enrolled(course);
      const idle = rows.filter((row) => lastVisit.has(row.actor_id) && now - lastVisit.get(row.actor_id) >= 7 * DAY);
      assert.equal(rows.length, learners);
      assert.equal(rows.filter((row) => !lastVisit.has(row.actor_id)).length, never);
      assert.equal(Math.round((100 * idle.length) / rows.length) / 100, flagged);
    });
  }

  it('see nothing later than now', () => {
    for (const row of tables?.page_visits ?? []) assert.ok(Date.parse(row.visited_at) <= now);
    for (const row of tables?.grades ?? []) assert.ok(Date.parse(row.graded_at) <= now);
  });

  it('put what is known by its day at the end of that day', () => {
    assert.ok((tables?.page_visits ?? []).every((row) => row.visited_at.endsWith('T23:59:59.999Z')));
  });

  it('count a learner, site and day once', () => {
    const keys = (tables?.page_visits ?? []).map((row) => `${row.course_key} ${row.actor_id} ${row.block_id} ${row.visited_at}`);
    assert.equal(new Set(keys).size, keys.length);
  });

  it('hold grades from 0 to 1, and no names', () => {
    for (const row of tables?.grades ?? []) assert.ok(row.score >= 0 && row.score <= 1);
    assert.deepEqual(Object.keys(tables ?? {}), ['courses', 'blocks', 'enrollments', 'page_visits', 'grades']);
  });
});
