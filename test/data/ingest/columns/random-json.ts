import type { Random } from '../../../support/random.js';

const KEYS = [
  ...['id', 'score', 'passed', 'at', 'object', 'a long key with ünïcode', 'other', '__proto__', 'i\\u0064', 'id2', ''],
  ...['context', 'parent', 'stamp', 'account', 'name'],
];
const TEXTS = [
  '""',
  '"a"',
  '"ä"',
  '"𝄞"',
  '"quite a long text that goes on beyond sixteen bytes"',
  '"x\\ny"',
  '"\\u0061"',
  '"\\ud83d\\ude00"',
  '"\\ud800"',
  '"\\""',
  '"\\/"',
  '"tab\t"',
  '"\u0000"',
  '"\\x"',
  '"\\u00g0"',
  '"a',
  '"\u2028"',
  '"\\ufffd"',
  '"\ufffd"',
];
const NUMBERS = [
  '0',
  '-0',
  '1',
  '-1',
  '12.5',
  '0.1',
  '1e3',
  '1E-2',
  '1.5e+2',
  '9007199254740993',
  '123456789012345678',
  '1e400',
  '-1e-400',
  '1e22',
  '1e23',
  '0.30000000000000004',
  '3.14159265358979',
  '00',
  '01',
  '1.',
  '.5',
  '+1',
  '-',
  '1e',
  '1e+',
  'NaN',
  'Infinity',
  '0x1',
  '1_000',
  '5e-324',
];
const WORDS = ['null', 'true', 'false', 'nul', 'True', 'undefined', 'nulll', 'falsee'];
const TIMES = [
  '"2024-03-01T10:00:00Z"',
  '"2024-02-29T23:59:59.123456+02:00"',
  '"2024-02-30T00:00:00Z"',
  '"2024-03-01"',
  '"2024-03-01 10:00:00"',
  '"2023-02-29T00:00:00Z"',
  '"1900-02-29T00:00:00Z"',
  '"2000-02-29T00:00:00-05:30"',
  '"2024-03-01T24:00:00Z"',
  '"2024-03-01T10:00Z"',
  '"0001-01-01T00:00:00Z"',
  '"0000-01-01T00:00:00Z"',
  '"9999-12-31T23:59:59.999Z"',
  '"2024-03-01T10:00:00.Z"',
  '"2024-03-01T10:00:00z"',
  '"2024-03-01T10:00:00+0200"',
  '"2024-12-31T10:00:60Z"',
  '"2024-13-01T10:00:00Z"',
  '1709287200000',
  '1e99',
  '"2024-03-01T10:00:00.1234567890Z"',
];
const SPACES = ['', '', '', '', '', '', '', '', ' ', '\t', '\r', '  ', '\n'];

/** A JSON value, or nearly one. */
function value(random: Random, depth: number): string {
  const kind = random.below(depth > 3 ? 4 : 6);
  if (kind === 0) return random.pick(TEXTS);
  if (kind === 1) return random.pick(NUMBERS);
  if (kind === 2) return random.pick(WORDS);
  if (kind === 3) return random.pick(TIMES);
  if (kind === 4) return `[${list(random, () => value(random, depth + 1))}]`;
  return object(random, depth + 1);
}

function list(random: Random, item: () => string): string {
  const items = Array.from({ length: random.below(4) }, () => `${random.pick(SPACES)}${item()}${random.pick(SPACES)}`);
  return items.join(random.chance(0.01) ? ',,' : ',') + (random.chance(0.01) ? ',' : '');
}

function object(random: Random, depth: number): string {
  return `{${list(random, () => `"${random.pick([...KEYS, 'definition', 'type'])}"${random.pick(SPACES)}:${random.pick(SPACES)}${value(random, depth)}`)}}`;
}

/** A record as a host would write it. */
function usual(random: Random, at: number): string {
  const parts = [
    `"id":"u${random.below(50)}"`,
    `"score":${random.chance(0.1) ? 'null' : random.pick(NUMBERS.slice(0, 8))}`,
    `"passed":${random.pick(WORDS.slice(0, 3))}`,
    `"at":${random.pick(TIMES.slice(0, 2))}`,
    `"object":{"id":[1,{"a":"b"}],"definition":{"type":"t${random.below(3)}"},"score":0.${at}}`,
    '"other":{"x":[]}',
    `"context":{"parent":${parents(random)}}`,
    `"stamp":${random.chance(0.1) ? '1709287200000' : random.pick(TIMES.slice(0, 3))}`,
    `"account":{"name":${random.pick(['""', 'null', '"n1"', '"n2"', '7'])}}`,
  ];
  if (random.chance(0.1)) parts.reverse();
  return `{${random.some(parts, 0.95).join(',')}}`;
}

/** An activity, a list of activities, or neither. */
function parents(random: Random): string {
  const activity = (): string => `{"id":"c${random.below(3)}","definition":{"type":"t${random.below(2)}"}}`;
  if (random.chance(0.1)) return value(random, 1);
  if (random.chance(0.3)) return activity();
  const first = random.chance(0.1) ? value(random, 1) : activity();
  return `[${random.some([first, activity(), '{"id":2}', '[{"id":"no"}]'], 0.8).join(random.pick([',', ' , ', ',\n']))}]`;
}

/** A text of records, as lines or as an array, most of them well formed. */
export function randomRecords(random: Random): string {
  const broken = random.pick([0, 0.02, 0.3]);
  const records = Array.from({ length: random.below(30) }, (_, at) => {
    if (!random.chance(broken)) return usual(random, at);
    return random.chance(0.2) ? value(random, 0) : object(random, 0);
  });
  const space = (): string => random.pick([...SPACES, '\n']);
  if (random.chance(0.5))
    return `${random.pick(['', '', '\uFEFF', ' \n'])}[${records.map((record) => space() + record + space()).join(',')}]${random.pick(['', '', '\n', 'x'])}`;
  return random.pick(['', '\uFEFF']) + records.join(random.pick(['\n', '\r\n', '\n\n', ' \n\t'])) + random.pick(['', '\n', '\n\n']);
}

/** Records of some shapes in random order, each of them many times: keys, nesting and spaces of a shape stay, values do not. */
export function recordsOfShapes(random: Random, shapes: number, count: number): string[] {
  const makers = Array.from({ length: shapes }, (_, at) => {
    const space = random.pick(SPACES.slice(0, 12));
    const keys = random
      .some([...KEYS, 'context', 'stamp', `only ${at}`, 'x'.repeat(random.below(40))], 0.6)
      .sort(() => random.next() - 0.5);
    const nested = random.below(4);
    const inner = (): string => {
      const type = `"type"${space}:"t${random.below(3)}"`;
      const whole = [`"score":${random.below(99)}`, `"definition":{${nested === 0 ? '' : type}}`, `"parent":${parents(random)}`];
      return `{${whole.slice(0, nested).join(`${space},`)}}`;
    };
    return (): string => {
      const written = keys.map((key) => {
        const isObject = (key === 'object' || key === 'context') && !random.chance(0.05);
        return `"${key}"${space}:${isObject ? inner() : valueOf(random, key)}`;
      });
      return `{${written.join(`,${space}`)}${space}}`;
    };
  });
  return Array.from({ length: count }, () => random.pick(makers)());
}

/** A value of the kind that the key mostly has. */
function valueOf(random: Random, key: string): string {
  if (random.chance(0.03)) return value(random, 2);
  if (key === 'id') return `"u${random.below(50)}"`;
  if (key === 'score') return random.chance(0.2) ? 'null' : random.pick(NUMBERS.slice(0, 8));
  if (key === 'passed') return random.pick(WORDS.slice(0, 3));
  if (key === 'at' || key === 'stamp') return random.pick(TIMES.slice(0, 2));
  return random.pick(['"a text"', '"another, quite long text"', 'null', '7', '[{}]', '{"id":"not this"}', '""']);
}

/** The bytes in pieces of random lengths. */
export function inPieces(random: Random, bytes: Uint8Array): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  const most = random.pick([1, 3, 20, 500]);
  for (let at = 0; at < bytes.length;) {
    const next = at + 1 + random.below(most);
    pieces.push(bytes.subarray(at, next));
    at = next;
  }
  return pieces;
}
