import { expect } from '@open-wc/testing';
import { csvParseRows } from 'd3-dsv';
import { CsvRecords } from '../../../src/data/ingest/csv-records.js';
import { Random } from '../../support/random.js';

const CHARACTERS = ['a', 'b', '"', '"', '""', ',', ',', '\n', '\n', '\r\n', '\r', ' ', '日'];

describe('CsvRecords', () => {
  const first = Math.floor(Math.random() * 1e9);

  it(`finds in pieces the records that csvParseRows finds in the whole, in 20,000 random texts (seeds from ${first})`, () => {
    for (let seed = first; seed < first + 20_000; seed++) {
      const random = new Random(seed);
      const text = Array.from({ length: random.below(24) }, () => random.pick(CHARACTERS)).join('');
      const reader = new CsvRecords();
      const found: string[][] = [];
      for (let at = 0; at < text.length;) {
        const size = 1 + random.below(6);
        found.push(...reader.push(text.slice(at, at + size)));
        at += size;
      }
      found.push(...reader.end());
      expect(found, `seed ${seed}: ${JSON.stringify(text)}`).to.deep.equal(csvParseRows(text));
    }
  });
});
