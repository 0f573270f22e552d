import { expect } from '@open-wc/testing';
import { DEFAULT_AT_RISK_RULES } from '../../../src/metrics/at-risk.js';
import type { Value } from '../../../src/metrics/types.js';
import type { Settings } from '../../../src/data/provider.js';
import { Random } from '../../support/random.js';
import { block, COURSE, statement } from '../../support/statements.js';
import { TABLES } from '../../support/xapi-course.js';
import type { Statements } from '../../support/xapi-course.js';
import { plainRows, prepared, settingsAt, viewRows } from '../../support/xapi.js';

const NOW = Date.parse('2024-03-13T00:00:00Z');

async function enrollments(data: Statements, settings: Settings): Promise<Record<string, Value>[]> {
  return plainRows((await prepared({ data, tables: TABLES }, settings)).tables.get('enrollments'));
}

/** Some learners of two courses doing this and that before and after now. */
function randomStatements(random: Random): Statements {
  const blocks = [block('vertical', 'u1'), block('vertical', 'u2'), block('problem', 'p1'), block('video', 'v1')];
  const verbs = ['navigated', 'evaluated', 'played', 'paused', 'viewed', 'completed'];
  return Array.from({ length: 60 }, (_, number) => {
    const actor = random.pick(['ann', 'bob', 'eve', 'mailto:joe@example.org']);
    const time = new Date(NOW - random.below(40) * 86_400_000 + 5 * 86_400_000).toISOString();
    const said = { id: `s${number}`, actor, time, course: random.pick([COURSE, 'course-v1:Org+D+R']) };
    if (random.chance(0.2)) return statement({ ...said, verb: random.pick(['registered', 'registered', 'unregistered']), track: 'audit' });
    if (random.chance(0.1))
      return statement({ ...said, verb: 'earned', score: random.below(11) / 10, grade: random.pick(['Pass', 'Fail']) });
    return statement({
      ...said,
      verb: random.pick(verbs),
      object: random.pick(blocks),
      success: random.chance(0.5),
      attempt: random.below(4),
      position: random.below(100),
      length: 100,
    });
  });
}

function shuffled<T>(random: Random, list: readonly T[]): T[] {
  const rest = [...list];
  return Array.from(list, () => rest.splice(random.below(rest.length), 1)[0] as T);
}

async function answers(data: Statements | AsyncIterable<Uint8Array>, settings: Settings): Promise<unknown> {
  const input = Array.isArray(data) ? { data } : { events: data as AsyncIterable<Uint8Array> };
  const { tables } = await prepared({ ...input, tables: TABLES }, settings);
  const view = viewRows(tables, settings);
  return ['at-risk.learners', 'at-risk.page-engagement', 'at-risk.problem-attempts', 'at-risk.videos', 'at-risk.interactions'].map((id) =>
    view(id)
      .map((row) => JSON.stringify(row))
      .sort(),
  );
}

async function* pieces(data: Statements, random: Random): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(data.map((each) => JSON.stringify(each)).join('\n'));
  for (let from = 0; from < bytes.length;) {
    const end = from + 1 + random.below(3000);
    yield await Promise.resolve(bytes.subarray(from, end));
    from = end;
  }
}

for (const rules of [DEFAULT_AT_RISK_RULES, 'aspects-v8'] as const) {
  describe(`xapiProvider, properties, ${rules === 'aspects-v8' ? rules : 'corrected rules'}`, () => {
    const settings = settingsAt(NOW, rules);

    for (let seed = 1; seed <= 5; seed++) {
      it(`answers the same whatever the order and the pieces of its input (seed ${seed})`, async () => {
        const random = new Random(seed);
        const data = randomStatements(random);
        const expected = await answers(data, settings);
        expect(await answers(shuffled(random, [...data, ...data.slice(0, 5)]), settings)).to.deep.equal(expected);
        expect(await answers(pieces(data, random), settings)).to.deep.equal(expected);
      });

      it(`answers the same whatever happens after now (seed ${seed})`, async () => {
        const random = new Random(seed + 100);
        const data = randomStatements(random);
        const isLater = (each: Record<string, unknown>): boolean => Date.parse(String(each['timestamp'])) > NOW;
        const moved = data.map((each) =>
          isLater(each) ? { ...each, timestamp: new Date(NOW + 1 + random.below(1e9)).toISOString() } : each,
        );
        const expected = await answers(
          data.filter((each) => !isLater(each)),
          settings,
        );
        expect(await answers(data, settings)).to.deep.equal(expected);
        expect(await answers(moved, settings)).to.deep.equal(expected);
      });

      it(`never lists anybody for one more visit who had visited before (seed ${seed})`, async () => {
        const random = new Random(seed + 200);
        const data = randomStatements(random);
        const listedOf = async (given: Statements): Promise<Set<string>> => {
          const rows = (await enrollments(given, settings)).filter((row) => row['listed'] === true && row['course_key'] === COURSE);
          return new Set(rows.map((row) => String(row['actor_id'])));
        };
        const before = await listedOf(data);
        const visited = (await enrollments(data, settings)).filter((row) => row['last_visit'] !== null && row['course_key'] === COURSE);
        for (const row of visited) {
          const time = new Date(NOW - random.below(40) * 86_400_000).toISOString();
          const actor = String(row['actor_id']);
          const after = await listedOf([...data, statement({ actor, verb: 'navigated', time, object: block('vertical', 'u1') })]);
          expect(
            [...after].filter((each) => !before.has(each)),
            `${actor} at ${time}`,
          ).to.deep.equal([]);
        }
      });
    }
  });
}
