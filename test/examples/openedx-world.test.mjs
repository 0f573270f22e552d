import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OpenEdxWorld } from '../../examples/simulator/openedx/world.mjs';

const DAY = 86_400_000;
const world = new OpenEdxWorld({ seed: 4, events: 12_000 });
const statements = [...world.statements()].map(({ statement }) => statement);
const tables = world.tables();

/** @param {any} statement */
function verbOf(statement) {
  return statement.verb.display.en;
}

/** @param {any} statement */
function actorOf(statement) {
  return statement.actor.mbox ?? statement.actor.account.name;
}

/** @param {any} statement */
function courseOf(statement) {
  const id = statement.context.contextActivities?.parent[0].id ?? statement.object.id;
  return id.split('/course/')[1];
}

/**
 * The last value of each learner in each course.
 * @template T
 * @param {readonly string[]} verbs
 * @param {(statement: any) => T} value
 */
function lastBy(verbs, value) {
  const last = new Map();
  for (const statement of statements) {
    if (verbs.includes(verbOf(statement))) last.set(`${courseOf(statement)} ${actorOf(statement)}`, value(statement));
  }
  return last;
}

describe('the simulated Open edX', () => {
  it('is the same for a seed and differs for another', () => {
    const text = (/** @type {number} */ seed) => JSON.stringify([...new OpenEdxWorld({ seed, events: 800 }).statements()]);
    assert.equal(text(5), text(5));
    assert.notEqual(text(5), text(6));
  });

  for (const events of [2000, 20_000, 100_000]) {
    it(`holds about ${events} statements if asked for them`, () => {
      let count = 0;
      for (const statement of new OpenEdxWorld({ seed: 11, events }).statements()) count += statement.at > 0 ? 1 : 0;
      assert.ok(Math.abs(count / events - 1) < 0.2, `${count} statements`);
    });
  }

  it('can be as small as some dozens', () => {
    const count = [...new OpenEdxWorld({ seed: 1, events: 40 }).statements()].length;
    assert.ok(count >= 12 && count < 150, `${count} statements`);
  });

  it('tells its statements in order of time, up to now, each with an id of its own', () => {
    const times = statements.map((statement) => Date.parse(String(statement['timestamp'])));
    assert.deepEqual(
      times,
      [...times].sort((a, b) => a - b),
    );
    assert.ok((times.at(-1) ?? 0) <= world.now);
    assert.equal(new Set(statements.map((statement) => statement['id'])).size, statements.length);
  });

  it('says all that Open edX says', () => {
    assert.deepEqual([...new Set(statements.map(verbOf))].sort(), [
      'asked',
      'completed',
      'earned',
      'evaluated',
      'initialized',
      'navigated',
      'passed',
      'paused',
      'played',
      'registered',
      'seeked',
      'terminated',
      'unregistered',
    ]);
  });

  it('speaks only of courses and blocks that its tables hold', () => {
    const courses = new Set(tables.course_overviews.map((row) => row.course_key));
    const blocks = new Set(tables.course_blocks.map((row) => row.location));
    for (const statement of /** @type {any[]} */ (statements)) {
      assert.ok(courses.has(courseOf(statement)), courseOf(statement));
      const block = statement.object.id.split('/xblock/')[1];
      if (block !== undefined) assert.ok(blocks.has(block.replace(/\/answer$/, '')), block);
    }
  });

  it('has no learner twice in one course, and every learner enrols before anything else', () => {
    const first = new Map();
    for (const statement of statements) {
      const key = `${courseOf(statement)} ${actorOf(statement)}`;
      if (!first.has(key)) first.set(key, verbOf(statement));
    }
    assert.deepEqual([...new Set(first.values())], ['registered']);
    assert.ok(first.size <= world.enrolmentCount);
  });

  it('has passes at half of the graded problems, with Pass as their class', () => {
    for (const statement of /** @type {any[]} */ (statements)) {
      if (verbOf(statement) !== 'earned') continue;
      const isPass = statement.result.score.scaled >= 0.5;
      assert.equal(statement.result.extensions['http://www.tincanapi.co.uk/activitytypes/grade_classification'], isPass ? 'Pass' : 'Fail');
    }
  });

  it('has learners at risk, learners on the way, and learners who never came', () => {
    const lastVisit = lastBy(['navigated'], (statement) => Date.parse(statement.timestamp));
    const status = lastBy(['registered', 'unregistered'], verbOf);
    const passed = lastBy(['passed'], () => true);
    const enrolled = [...status].filter(([key, value]) => value === 'registered' && !passed.has(key)).map(([key]) => key);
    const listed = enrolled.filter((key) => lastVisit.has(key) && world.now - lastVisit.get(key) >= 7 * DAY);
    const lately = enrolled.filter((key) => lastVisit.has(key) && world.now - lastVisit.get(key) < 7 * DAY);
    const never = enrolled.filter((key) => !lastVisit.has(key));
    for (const group of [listed, lately, never]) assert.ok(group.length > 5, `${group.length}`);
    assert.ok([...status.values()].includes('unregistered'));
    assert.ok(passed.size > 0);
  });
});

describe('the tables beside the statements', () => {
  it('hold an older dump with a block that was deleted later', () => {
    const first = tables.course_overviews[0]?.course_key;
    const rows = tables.course_blocks.filter((row) => row.course_key === first);
    const dumps = [...new Set(rows.map((row) => row.time_last_dumped))].sort();
    assert.equal(dumps.length, 2);
    const locations = (/** @type {string | undefined} */ dump) =>
      new Set(rows.filter((row) => row.time_last_dumped === dump).map((row) => row.location));
    const [older, newer] = [locations(dumps[0]), locations(dumps[1])];
    assert.deepEqual([...older].filter((location) => !newer.has(location)).length, 1);
  });

  it('have two runs of one course, and sections of one name in different courses', () => {
    const names = tables.course_overviews.map((row) => row.display_name);
    assert.ok(new Set(names).size < names.length);
    const weekOne = tables.course_blocks.filter((row) => row.display_name.startsWith('Week 1'));
    assert.ok(new Set(weekOne.map((row) => row.course_key)).size > 1);
  });

  it('give every learner a name and an address that no server has', () => {
    for (const row of tables.user_profile) {
      assert.match(row.email, /^[a-z0-9.]+@learners\.example$/);
      assert.notEqual(row.name, '');
    }
    assert.equal(new Set(tables.user_profile.map((row) => row.email)).size, tables.user_profile.length);
  });

  it('know every actor, by external id or by address', () => {
    const known = new Set([
      ...tables.external_id.map((row) => row.external_user_id),
      ...tables.user_profile.map((row) => `mailto:${row.email}`),
    ]);
    for (const statement of statements) assert.ok(known.has(actorOf(statement)));
    assert.ok(statements.some((statement) => actorOf(statement).startsWith('mailto:')));
  });
});
