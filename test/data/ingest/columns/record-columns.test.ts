import { expect } from '@open-wc/testing';
import { RecordColumns } from '../../../../src/data/ingest/columns/record-columns.js';
import { rounds } from '../../../support/engine.js';
import { Random } from '../../../support/random.js';
import { inPieces, randomRecords, recordsOfShapes } from './random-json.js';
import { EITHER, exactRow, readColumns, readExactly, WANTED } from './records.js';

const encoder = new TextEncoder();

/** Values that RFC 8259 accepts or refuses, as the value of a key that is read and of one that is skipped. */
const VALUES: readonly string[] = [
  '0',
  '-0',
  '0.0',
  '1e5',
  '1E+5',
  '1e-5',
  '123456789',
  '-1.25',
  '1.7976931348623157e308',
  '5e-324',
  '0.1e1',
  '10000000000000000000000',
  '01',
  '-',
  '+1',
  '1.',
  '.1',
  '1e',
  '1e+',
  '0x10',
  'NaN',
  'Infinity',
  '--1',
  '1 2',
  '1,2',
  '""',
  '"a"',
  '"\\u0041\\n\\t\\"\\\\\\/\\b\\f\\r"',
  '"\\uD834\\uDD1E"',
  '"\\uD834"',
  '"é😀"',
  '"\u007f"',
  '"\u2029"',
  '"',
  '"a',
  '"\\',
  '"\\u12"',
  '"\\a"',
  '"\n"',
  '"\u0000"',
  '"\u001f"',
  "'a'",
  'a',
  'true',
  'false',
  'null',
  'True',
  'tru',
  'nulls',
  'truefalse',
  '[]',
  '[1]',
  '[[[]]]',
  '[1,]',
  '[,1]',
  '[1 2]',
  '[',
  ']',
  '[}',
  '{}',
  '{"a":1}',
  '{"a":1,}',
  '{"a"}',
  '{a:1}',
  '{"a":1 "b":2}',
  '{',
  '}',
  `${'['.repeat(80)}${']'.repeat(80)}`,
  `${'{"a":'.repeat(70)}1${'}'.repeat(70)}`,
  '',
  ' ',
  '// 1',
  '\u00a01',
  '\uFEFF1',
];

async function expectSame(text: string | Uint8Array, random: Random, place: string, wanted = WANTED): Promise<void> {
  const bytes = typeof text === 'string' ? encoder.encode(text) : text;
  const exact = await readExactly(bytes, wanted);
  expect(readColumns([bytes], wanted), place).to.equal(exact);
  expect(readColumns(inPieces(random, bytes), wanted), `${place}, in pieces`).to.equal(exact);
}

describe('the reader of columns', () => {
  it('accepts and refuses what JSON.parse does, whether it reads or skips the value', async function () {
    this.timeout(60_000);
    const random = new Random(1);
    for (const value of VALUES) {
      for (const key of ['id', 'score', 'passed', 'at', 'other', 'object']) {
        const record = `{"id":"a","score":1},{"id":"b",${JSON.stringify(key)}:${value}},{"id":"c"}`;
        await expectSame(`[${record}]`, random, value);
        await expectSame(record.replaceAll('},{', '}\n{'), random, value);
      }
    }
  });

  it('takes the last of equal keys', async () => {
    const random = new Random(2);
    await expectSame('{"id":"a","id":"b"}\n{"id":"c","object":{"score":1},"object":{}}\n{"id":"d","i\\u0064":"e"}\n', random, 'twice');
  });

  it('reads lines and arrays with or without a byte order mark, blank lines and any line ends', async () => {
    const random = new Random(3);
    for (const text of [
      '',
      '\n',
      '\uFEFF',
      '[]',
      ' [ ] ',
      '[',
      '[]x',
      '[{"id":"a"}',
      '{"id":"a"}',
      '\uFEFF{"id":"a"}\r\n\r\n{"id":"b"}',
      '<html>',
      '1\n2',
      '{\n"id":"a"}',
      '{"id":"a","other":[',
    ]) {
      await expectSame(text, random, JSON.stringify(text));
    }
  });

  it('takes the first of a list of objects, or the object that stands in its place', async () => {
    const random = new Random(4);
    const parents = [
      '[{"id":"a"},{"id":"b"}]',
      '{"id":"a"}',
      '[]',
      '[ ]',
      '[[{"id":"a"}]]',
      '["a",{"id":"b"}]',
      '[null]',
      'null',
      '1',
      '"a"',
    ];
    const odd = ['[{"id":"a"}', '[{"id":"a"},]', '[{"id":"a"} {"id":"b"}]', '[{"id":1},2]', '[,]', '[{"id":"a"},{"id"}]'];
    const lines = [...parents, ...odd].map((parent) => `{"id":"r","context":{"parent":${parent}},"score":1}`);
    for (const line of lines) await expectSame(`${line}\n{"id":"last"}`, random, line);
    await expectSame('{"id":"r","context":{"parent":[{"id":"a"}],"parent":{"id":"b"}}}', random, 'twice');
  });

  it('leaves to the exact way an empty text that is required, and a time that should be written and is a number', async () => {
    const random = new Random(5);
    await expectSame('{"id":""}\n{"id":"a","stamp":1709287200000}\n{"id":"b","stamp":"2024-03-01T10:00:00Z"}', random, 'required');
    const lines = ['{"id":"a"}', '{"id":"","account":{"name":"n"}}', '{"id":null,"account":{"name":"n"}}', '{"score":1}', '{"account":{}}'];
    for (const line of lines) await expectSame(`{"id":"first"}\n${line}\n{"id":"last"}`, random, line, EITHER);
  });

  it('reads a record that is longer than its room', () => {
    const long = 'x'.repeat(2_000_000);
    const outcome = readColumns([encoder.encode(`[{"id":"a","other":"${long}"},{"id":"${long}"}]`)]);
    expect(outcome).to.contain('"total": 2').and.to.contain(long);
  });

  const first = Math.floor(Math.random() * 1e9);
  it(`reads random texts in random pieces as JSON.parse does (seeds from ${first})`, async () => {
    for (let seed = first; seed < first + rounds(1000); seed++) {
      const random = new Random(seed);
      const text = randomRecords(random);
      await expectSame(text, random, `seed ${seed}`);
      await expectSame(text, random, `seed ${seed}, either`, EITHER);
    }
  }).timeout(180_000);

  it(`reads records of few and of many shapes that take turns as JSON.parse does (seeds from ${first})`, async () => {
    for (let seed = first; seed < first + rounds(30); seed++) {
      const random = new Random(seed);
      const records = recordsOfShapes(random, random.pick([1, 2, 5, 12, 60]), random.below(120));
      await expectSame(random.chance(0.5) ? records.join('\n') : `[${records.join(',')}]`, random, `seed ${seed}`);
    }
  }).timeout(180_000);

  it('does not take over from an array what a line may not have', () => {
    const spread = '{"id":"a",\n"score":1}';
    const reader = RecordColumns.create(WANTED, exactRow(WANTED));
    reader?.push(encoder.encode(`[${spread},${spread}]`));
    reader?.nextBody();
    reader?.push(encoder.encode(`${spread}\n{"id":"b","score":2}`));
    const read = reader?.end();
    expect([read?.rows, read?.total, read?.skipped?.count]).to.deep.equal([3, 5, 2]);
  });

  it('makes room for a body by its own records, not by those of the bodies before it', () => {
    const lines = (count: number) => encoder.encode(Array.from({ length: count }, (_, at) => `{"id":"a${at}","score":${at}}\n`).join(''));
    const reader = RecordColumns.create(WANTED, exactRow(WANTED));
    const first = lines(50_000);
    reader?.push(first, first.length);
    reader?.nextBody();
    // By the rows of both bodies, two kilobytes of 300 MB would need room for some 2^33 rows.
    reader?.push(lines(100), 300_000_000);
    expect(reader?.end().rows).to.equal(50_100);
  });

  it('reads a record of more keys and longer ones than it remembers', async () => {
    const random = new Random(6);
    const keys = Array.from({ length: 300 }, (_, at) => `"k${at}":${at}`).join(',');
    const long = `"${'k'.repeat(100_000)}":1`;
    for (const record of [`{"id":"a",${keys},"score":1}`, `{"id":"a",${long},"score":1}`]) {
      await expectSame(`${record}\n${record}\n${record}`, random, 'many');
    }
  });

  it(`neither hangs nor crashes on bytes that are no text (seeds from ${first})`, async () => {
    for (let seed = first; seed < first + rounds(500); seed++) {
      const random = new Random(seed);
      const bytes = encoder.encode(randomRecords(random));
      for (let times = random.below(6); times > 0 && bytes.length > 0; times--) bytes[random.below(bytes.length)] = random.below(256);
      await expectSame(random.chance(0.2) ? bytes.subarray(0, random.below(bytes.length + 1)) : bytes, random, `seed ${seed}`);
    }
  }).timeout(180_000);
});
