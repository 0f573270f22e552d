import type { Random } from './random.js';

const VERBS = [
  'http://adlnet.gov/expapi/verbs/registered',
  'http://id.tincanapi.com/verb/unregistered',
  'https://w3id.org/xapi/dod-isd/verbs/navigated',
  'https://w3id.org/xapi/acrossx/verbs/evaluated',
  'http://id.tincanapi.com/verb/earned',
  'http://adlnet.gov/expapi/verbs/passed',
  'https://w3id.org/xapi/video/verbs/played',
  'https://w3id.org/xapi/video/verbs/paused',
  'http://adlnet.gov/expapi/verbs/completed',
  'http://adlnet.gov/expapi/verbs/initialized',
  'http://adlnet.gov/expapi/verbs/experienced',
  'plain',
  '',
];
const COURSE_TYPE = 'http://adlnet.gov/expapi/activities/course';
const COURSE = 'https://lms/course/course-v1:Org+A+R';
const OBJECTS = [
  ...['vertical+block@u1', 'problem+block@p1_2_1', 'problem+block@p1/hint/1', 'video+block@v1'].map(
    (block) => `https://lms/xblock/block-v1:Org+A+R+type@${block}`,
  ),
  COURSE,
  'https://x/explore/e%201',
  'plain/course/',
  'https://lms/ünï',
];
const ACTORS = [
  ...['ann', 'bob', 'ann', 'eve'].map((name) => ({ account: { name, homePage: 'https://lms' } })),
  { mbox: 'mailto:joe@example.org' },
  { mbox_sha1sum: 'abc' },
  { account: { name: '' }, mbox: 'ann' },
  { account: { name: 'ann' }, mbox: 'mailto:other' },
  {},
  null,
  [{ account: { name: 'no' } }],
  { account: 'ann' },
];

/** A line that is a statement, an odd one, or nearly one; `place` makes its id. */
export function oddStatement(random: Random, place: number): string {
  const verb: unknown = random.chance(0.03) ? random.pick([null, 'x', { id: 3 }, {}]) : { id: random.pick(VERBS) };
  const said = {
    id: random.chance(0.05) ? random.pick([null, '', 7, 'twice', 'é"x', undefined]) : `s${place}`,
    actor: random.pick(ACTORS),
    verb,
    object: random.chance(0.03)
      ? random.pick([null, { id: '' }, { id: 4 }, []])
      : { id: random.pick(OBJECTS), definition: definition(random) },
    result: random.chance(0.4) ? undefined : result(random),
    context: random.chance(0.3) ? undefined : context(random),
    timestamp: random.chance(0.08)
      ? random.pick(['2024-03-01', '2024-02-30T00:00:00Z', null, 1_709_287_200_000, 'yesterday', '2024-03-01T10:00Z', undefined])
      : new Date(Date.UTC(2024, 0, 1) + random.below(70) * 86_400_000 + random.below(4) * 1000).toISOString(),
    stored: random.chance(0.5) ? '2024-03-02T00:00:00Z' : undefined,
  };
  return damaged(random, JSON.stringify(random.chance(0.1) ? Object.fromEntries(Object.entries(said).reverse()) : said));
}

function definition(random: Random): unknown {
  if (random.chance(0.05)) return random.pick([null, 'x', []]);
  return {
    type: random.pick([COURSE_TYPE, 'other', undefined, 5]),
    name: random.pick([{ en: 'Name' }, {}, undefined]),
    extensions: random.pick([
      undefined,
      {
        'https://w3id.org/xapi/acrossx/extensions/type': random.pick<unknown>(['audit', 'verified', '', 1]),
        'http://id.tincanapi.com/extension/attempt-id': random.pick<unknown>([1, 2, '4', null, 1e300, 0.1]),
      },
    ]),
  };
}

function result(random: Random): unknown {
  return {
    score: { scaled: random.pick<unknown>([0, 0.7, 1, -0, 1 / 3, 'x', 12_345_678_901_234_567_000]) },
    success: random.pick<unknown>([true, false, 'true', null]),
    duration: random.pick(['PT1M', 'x', undefined]),
    extensions: random.pick([
      undefined,
      {
        'http://www.tincanapi.co.uk/activitytypes/grade_classification': random.pick(['Pass', 'Fail', '']),
        'https://w3id.org/xapi/video/extensions/time': random.pick<unknown>([0, 12.5, 30, undefined, '9']),
        'https://w3id.org/xapi/video/extensions/time-from': random.pick<unknown>([5, 50, null]),
        'https://www.npmjs.com/package/learner-elements#tally': { number: 1, answers: 2 },
      },
    ]),
  };
}

function context(random: Random): unknown {
  const parent = { id: COURSE, objectType: 'Activity', definition: { type: COURSE_TYPE } };
  const part = { id: OBJECTS[1], objectType: random.pick<unknown>(['Activity', 'GroupActivity', 'Agent', 3]) };
  return {
    registration: random.chance(0.1) ? random.pick<unknown>(['r1', '', 3, null]) : undefined,
    contextActivities: {
      parent: random.pick<unknown>([undefined, [parent], parent, [part], [part, parent], [], [null], 'x', [[parent]]]),
      grouping: random.pick<unknown>([undefined, [{ id: COURSE }], { id: 'group/' }, [{ id: '' }]]),
    },
    extensions: {
      'https://w3id.org/xapi/video/extensions/length': random.pick<unknown>([100, 195.5, null, 'x']),
      'https://w3id.org/xapi/cmi5/context/extensions/sessionid': random.chance(0.1) ? random.pick(['s1', 's2', '']) : undefined,
    },
  };
}

function damaged(random: Random, line: string): string {
  if (random.chance(0.05)) return line.replaceAll('ann', '\\u0061nn');
  if (random.chance(0.03)) return line.replace('"actor"', '"\\u0061ctor"');
  if (random.chance(0.02)) return line.replace('{', '{"verb":{"id":"plain"},');
  if (random.chance(0.02)) return line.replace('ann', '\\ud800');
  if (random.chance(0.02)) return line.slice(0, -1 - random.below(20));
  if (random.chance(0.02)) return line.replace(/^\{/, `{"deep":${'['.repeat(70)}${']'.repeat(70)},`);
  return random.chance(0.02) ? random.pick(['', '  ', '1', 'null', '[]', '"x"', '{', 'nul']) : line;
}
