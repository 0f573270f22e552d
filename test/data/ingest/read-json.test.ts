import { expect } from '@open-wc/testing';
import { jsonFault } from '../../../src/data/ingest/json-fault.js';
import { readJson } from '../../../src/data/ingest/read-json.js';
import type { StatsError } from '../../../src/data/stats-error.js';
import { Random } from '../../support/random.js';

function failure(source: string): StatsError {
  try {
    readJson(source, 'https://host/data');
  } catch (thrown) {
    return thrown as StatsError;
  }
  throw new Error(`read ${source}`);
}

describe('readJson', () => {
  it('reads text and bytes, with a byte order mark and the prefix of hosts', () => {
    const bytes = new TextEncoder().encode('\uFEFF)]}\'\n{"a":"ü"}');
    expect(readJson(bytes)).to.deep.equal({ a: 'ü' });
    expect(readJson(")]}'\r\n[1]")).to.deep.equal([1]);
    expect(readJson('null')).to.equal(null);
  });

  it('says that a body ends too early', () => {
    for (const text of ['', '{"a":1', '[1,2', '"half', '[tru', '{"a":-', '"\\u00', '[1,', '{"a"', ")]}'\n"]) {
      expect(failure(text).code, text).to.equal('truncated');
    }
  });

  it('says where a body stops being JSON', () => {
    const error = failure('{"grade": 85%}');
    expect(error.code).to.equal('not-json');
    expect(error.message).to.equal('https://host/data: expected JSON. Unexpected "%" at position 12.');
    for (const text of ['{a:1}', '[1 2]', '{"a":01}', '"\n"', '"\\x"', 'undefined', '{"a":1}}', '[,1]', '{"a":1,}', 'NaN', '+1']) {
      expect(failure(text).code, text).to.equal('not-json');
    }
  });

  it('repeats of a text that is no JSON one character, for it may be of a name', () => {
    const error = failure('{"name": "Ada "Countess" Lovelace"}');
    expect(error.message).to.equal('https://host/data: expected JSON. Unexpected "C" at position 15.');
    expect(error.cause).to.equal(undefined);
    expect(failure('{"name": \u{1F600}}').message).to.contain('Unexpected "\u{1F600}" at position 9.');
  });

  it('takes a web page for a login page', () => {
    for (const text of ['<!DOCTYPE html><html>', '\n <html lang="en">', '<!-- x --><!doctype html>']) {
      expect(failure(text).code, text).to.equal('signed-out');
    }
    expect(failure('<statements/>').code).to.equal('not-json');
  });
});

describe('jsonFault', () => {
  it('finds a fault just where JSON.parse does', () => {
    const random = new Random(11);
    const alphabet = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '"a"',
      '\\',
      '\\n',
      'u00e9',
      '1',
      '-',
      '0',
      '.5',
      'e+',
      'true',
      'nul',
      'l',
      ' ',
      '\n',
      '\u0001',
    ];
    for (let round = 0; round < 20_000; round++) {
      const text = Array.from({ length: 1 + random.below(7) }, () => random.pick(alphabet)).join('');
      let valid = true;
      try {
        JSON.parse(text);
      } catch {
        valid = false;
      }
      expect(jsonFault(text) === undefined, `seed 11, ${JSON.stringify(text)}`).to.equal(valid);
    }
  });

  it('calls every true beginning of a JSON text truncated', () => {
    const text = '[{"a\\u00e9\\n": [1.5e+10, -0, true, null], "b": {}}, "x"]';
    for (let length = 0; length < text.length; length++) {
      expect(jsonFault(text.slice(0, length))?.truncated, text.slice(0, length)).to.equal(true);
    }
  });
});
