import { expect } from '@open-wc/testing';
import type { ReadRecords } from '../../../src/data/ingest/ndjson.js';
import { readRecords } from '../../../src/data/ingest/ndjson.js';
import type { Body } from '../../../src/data/provider.js';
import { StatsError } from '../../../src/data/stats-error.js';
import { Random } from '../../support/random.js';

async function read(body: Body): Promise<ReadRecords & { records: unknown[]; places: number[] }> {
  const records: unknown[] = [];
  const places: number[] = [];
  const result = await readRecords(body, (record, place) => {
    records.push(record);
    places.push(place);
  });
  return { ...result, records, places };
}

async function outcome(body: Body): Promise<unknown> {
  try {
    return await read(body);
  } catch (thrown) {
    return thrown instanceof StatsError ? [thrown.code, thrown.message] : thrown;
  }
}

async function* pieces(bytes: Uint8Array, random: Random): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length;) {
    const to = from + random.below(9);
    yield await Promise.resolve(bytes.slice(from, to));
    from = to;
  }
}

describe('readRecords', () => {
  it('reads a record a line, whatever ends the line', async () => {
    const { records, places, total, bytes, skipped } = await read('\uFEFF{"a":1}\r\n\n  \n{"a":"ü"}');
    expect(records).to.deep.equal([{ a: 1 }, { a: 'ü' }]);
    expect(places).to.deep.equal([1, 4]);
    expect([total, bytes, skipped]).to.deep.equal([2, 26, undefined]);
  });

  it('calls lines truncated of which the last is cut off in the middle, and no others', async () => {
    for (const rest of ['{', '{"b":"', '{"b":2,"é']) {
      const cut = ['truncated', 'Records: the last record ends too early.'];
      expect(await outcome(`{"a":1}\n${rest}`), rest).to.deep.equal(cut);
      expect(await outcome(rest), rest).to.deep.equal(cut);
      expect(await outcome(`{"a":1}\n${rest}\n`), rest).to.have.nested.property('skipped.count', 1);
    }
    expect(await outcome('{"a":1}\n{"b":2}}')).to.have.nested.property('skipped.count', 1);
  });

  it('does not take for data what has records of which none can be used', async () => {
    const refuse = (body: string): Promise<unknown> =>
      readRecords(body, () => {
        throw new StatsError('invalid', 'a: expected a number, got nothing');
      }).catch((thrown: unknown) => (thrown instanceof StatsError ? [thrown.code, thrown.message] : thrown));
    const unit = ['line 1', 'line 2', 'record 1'];
    for (const [at, body] of ['{"error":"quota exceeded"}', '\n{}\nnull', '[{}]'].entries())
      expect(await refuse(body)).to.deep.equal(['invalid', `Records: ${unit[at] ?? ''}: a: expected a number, got nothing`]);
    expect(await outcome('[broken]')).to.have.property('0', 'not-json');
    expect(await refuse('[]')).to.include({ total: 0 });
  });

  it('counts bad lines and names the first', async () => {
    const { records, skipped } = await read('{"a":1}\n{"a":\nnonsense\n{"a":4}\n');
    expect(records).to.deep.equal([{ a: 1 }, { a: 4 }]);
    expect(skipped).to.deep.equal({ count: 2, total: 4, first: 'line 2: Unexpected end at position 5', place: 'line 2' });
  });

  it('counts records that the reader of records refuses, and lets other errors through', async () => {
    const refuse = readRecords('{"a":1}\n{"b":2}', (record) => {
      if (!Object.hasOwn(record as object, 'a')) throw new StatsError('invalid', 'a: expected a number, got nothing');
    });
    expect((await refuse).skipped).to.deep.equal({
      count: 1,
      total: 2,
      first: 'line 2: a: expected a number, got nothing',
      place: 'line 2',
    });
    const fault = await readRecords('{}', () => {
      throw new TypeError('a fault of ours');
    }).catch((thrown: unknown) => thrown);
    expect(fault).to.be.instanceOf(TypeError);
  });

  it('reads an array element by element', async () => {
    const list = [{ a: '],[', b: [1, [2, {}]] }, 'x"\\', null, [], {}, '🙂'];
    expect((await read(JSON.stringify(list, null, 2))).records).to.deep.equal(list);
    expect((await read(' [ ] ')).records).to.deep.equal([]);
    expect((await read('[{"a":1},{"a":},{"a":3}]')).skipped).to.deep.equal({
      count: 1,
      total: 3,
      first: 'record 2: Unexpected "}" at position 5',
      place: 'record 2',
    });
  });

  it('knows an array that ends too early, and one that is followed by something', async () => {
    expect(await outcome('[{"a":1},{"a"')).to.deep.equal(['truncated', 'Records: the JSON array ends too early.']);
    expect(await outcome('[1]\n[2]')).to.deep.equal(['not-json', 'Records: expected nothing after the JSON array.']);
  });

  it('tells a web page and other nonsense from records', async () => {
    expect(await outcome('<!doctype html>\n<html>')).to.have.property('0', 'signed-out');
    expect(await outcome('a,b\n1,2')).to.have.property('0', 'not-json');
  });

  it('finds nothing in nothing', async () => {
    expect(await read('')).to.deep.equal({ records: [], places: [], total: 0, bytes: 0 });
    expect((await read(new Uint8Array(0))).total).to.equal(0);
  });

  it('reads streams, and gives the same in whatever pieces the bytes come', async () => {
    const texts = [
      '\uFEFF{"näme":"Zoë 🙂 \\"x\\""}\r\n\r\n{"n":[1,{"m":"]"}]}\nbroken é\n{"last":true}',
      '[{"näme":"Zoë 🙂 \\" , ]"},\n [1,2,[3]], "a\\\\", broken é , {}, {"x":{"y":[]}}] \n',
      '[{"cut":"🙂',
      '<html>é',
      '',
      '  \n ',
    ];
    for (const text of texts) {
      const bytes = new TextEncoder().encode(text);
      const whole = await outcome(bytes);
      expect(await outcome(new Blob([bytes]).stream()), text).to.deep.equal(whole);
      for (let seed = 1; seed <= 40; seed++) {
        expect(await outcome(pieces(bytes, new Random(seed))), `seed ${seed}: ${text}`).to.deep.equal(whole);
      }
    }
  });

  it('reads from an array what JSON.parse reads', async () => {
    const random = new Random(5);
    const value = (depth: number): unknown => {
      const kind = random.below(depth > 3 ? 4 : 6);
      if (kind === 4) return Array.from({ length: random.below(4) }, () => value(depth + 1));
      if (kind === 5)
        return Object.fromEntries(
          Array.from({ length: random.below(4) }, () => [random.pick(['a', '"', '}', '\\', '__proto__']), value(depth + 1)]),
        );
      return [random.next(), random.pick(['', ',', '"]"', '\\', '{[', '\n🙂']), null, random.chance(0.5)][kind];
    };
    for (let round = 0; round < 300; round++) {
      const text = JSON.stringify(
        Array.from({ length: random.below(6) }, () => value(0)),
        null,
        random.below(3),
      );
      const { records } = await read(pieces(new TextEncoder().encode(text), random));
      expect(records, `seed 5, ${text}`).to.deep.equal(JSON.parse(text));
    }
  });

  it('accepts no array that JSON.parse does not', async () => {
    const random = new Random(7);
    for (let round = 0; round < 3000; round++) {
      const text = `[${Array.from({ length: random.below(6) }, () => random.pick(['{', '}', '[', ']', ',', '"', '\\', '1', ':', '"a"', ' '])).join('')}]`;
      let expected: unknown;
      try {
        expected = JSON.parse(text);
      } catch {
        expected = 'no JSON';
      }
      const result = await read(text).catch(() => undefined);
      const found = result === undefined || result.skipped !== undefined ? 'no JSON' : result.records;
      expect(found, `seed 7, ${text}`).to.deep.equal(expected);
    }
  });
});
