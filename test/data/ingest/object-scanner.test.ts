import { expect } from '@open-wc/testing';
import { ArrayScanner } from '../../../src/data/ingest/array-scanner.js';
import type { ListTaker } from '../../../src/data/ingest/object-scanner.js';
import { ObjectScanner } from '../../../src/data/ingest/object-scanner.js';
import { StatsError } from '../../../src/data/stats-error.js';
import { Random } from '../../support/random.js';

/** What is left of an object after its lists were taken by themselves, element by element. */
function scanned(pieces: Iterable<Uint8Array>, ofList: (key: string) => boolean): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  const listTaker = (key: string): ListTaker => {
    const items: unknown[] = [];
    const scanner = new ArrayScanner((text) => items.push(JSON.parse(text)));
    found[key] = items;
    return {
      get isClosed() {
        return scanner.closed;
      },
      take(bytes) {
        let taken = 0;
        while (taken < bytes.length && !scanner.closed) scanner.push(String.fromCharCode(bytes[taken++] ?? 0));
        return taken;
      },
    };
  };
  const list = (key: string): ListTaker | undefined => (ofList(key) ? listTaker(key) : undefined);
  const scanner = new ObjectScanner({ list, value: (key, value) => (found[key] = value) }, 'data');
  for (const piece of pieces) scanner.push(piece);
  scanner.end();
  return found;
}

function* inPieces(bytes: Uint8Array, random: Random): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length;) {
    const end = at + 1 + random.below(7);
    yield bytes.slice(at, end);
    at = end;
  }
}

function failure(text: string): string {
  try {
    scanned([new TextEncoder().encode(text)], () => true);
    return 'nothing';
  } catch (error) {
    return error instanceof StatsError ? `${error.code} ${error.message}` : String(error);
  }
}

describe('an object that comes in pieces', () => {
  it('is what JSON.parse makes of it, whether its lists are taken by themselves or not', () => {
    const seed = Math.floor(Math.random() * 1e9);
    const random = new Random(seed);
    const values = [[], [1, [2, ']'], { a: '},"' }], {}, { b: [{ c: '\\"' }] }, 'a "quoted\\" text, }', '', 0, -1.5e3, true, null];
    for (let round = 0; round < 300; round++) {
      const entries = Array.from({ length: random.below(6) }, (_, at) => [
        ['k', 'a key, "quoted"', '\\', ''][random.below(4)] + String(at),
        values[random.below(values.length)],
      ]);
      const object = Object.fromEntries(entries) as Record<string, unknown>;
      const text = `${['', '\uFEFF'][round % 2]} ${JSON.stringify(object, null, [undefined, 1, '\t'][random.below(3)])}\r\n`;
      const pieces = [...inPieces(new TextEncoder().encode(text), random)];
      for (const ofList of [() => true, () => false]) {
        expect(scanned(pieces, ofList), `seed ${seed}, ${text}`).to.deep.equal(object);
      }
    }
  });

  it('says what is wrong with it, and where', () => {
    expect(failure('[1]')).to.equal('not-json data: expected an object, got "[1]".');
    expect(failure('{"a":[1],}')).to.equal('not-json data, at "a": expected a key, got "}".');
    expect(failure('{"a":[1] "b":2}')).to.equal('not-json data, at "a": expected a comma or the end of the object, got "\\"b\\":2}".');
    expect(failure('{"a" [1]}')).to.equal('not-json data, at "a": expected a colon, got "[1]}".');
    expect(failure('{"a":trux,"b":1}')).to.equal('not-json data, at "a": expected JSON. Unexpected "t" at position 0.');
    expect(failure('{"a":}')).to.equal('not-json data, at "a": expected JSON. Unexpected end at position 0.');
    expect(failure('{a:1}')).to.equal('not-json data: expected a key, got "a:1}".');
    expect(failure('{"a":1} x')).to.equal('not-json data, at "a": expected nothing after the object, got "x".');
    expect(failure('{"a":1,"a":2}')).to.equal('not-json data: expected each key once, got "a" twice.');
    for (const text of ['', ' ', '{', '{"a', '{"a":', '{"a":1', '{"a":"}', '{"a":[1', '{"a":{"b":1}', '{"a":1,']) {
      const { length } = new TextEncoder().encode(text);
      expect(failure(text), text).to.equal(`truncated data: the JSON ends too early, after ${length} bytes.`);
    }
  });
});
