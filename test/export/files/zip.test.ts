import { expect } from '@open-wc/testing';
import { toBundle } from '../../../src/export/files/bundle.js';
import { crc32, zip } from '../../../src/export/files/zip.js';
import { MADE, sampleDocument, samplePart, STYLE } from '../sample.js';
import { textsOf } from './rfc4180.js';
import { unzip } from './unzip.js';

describe('a ZIP file', () => {
  it('is read back by a reader that starts at its end', () => {
    const entries = [
      { name: 'a.csv', content: 'x\r\n' },
      { name: 'التقرير-数.json', content: Uint8Array.of(0, 255, 7) },
      { name: 'empty', content: '' },
    ];
    const files = unzip(zip(entries, MADE));
    expect(files.map(({ name }) => name)).to.deep.equal(['a.csv', 'التقرير-数.json', 'empty']);
    expect(files[0]?.text).to.equal('x\r\n');
    expect([...files[1]!.bytes]).to.deep.equal([0, 255, 7]);
    expect(files.every(({ crc, bytes }) => crc === crc32(bytes))).to.equal(true);
  });

  it('bears the check sums that the standard gives as its example', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).to.equal(0xcbf43926);
  });

  it('may be empty', () => expect(unzip(zip([], MADE))).to.deep.equal([]));

  it('is dated in UTC, and not before the first day of DOS', () => {
    const stamp = (bytes: Uint8Array): readonly number[] => [bytes[10]! | (bytes[11]! << 8), bytes[12]! | (bytes[13]! << 8)];
    expect(stamp(zip([{ name: 'a', content: '' }], MADE))).to.deep.equal([(23 << 11) | (30 << 5) | 7, ((2024 - 1980) << 9) | (3 << 5) | 4]);
    expect(stamp(zip([{ name: 'a', content: '' }], 0))).to.deep.equal([0, (1 << 5) | 1]);
  });
});

describe('a bundle', () => {
  it('holds a table for each part, the dictionary of all, and everything as JSON', async () => {
    const document = sampleDocument({ title: 'Report: all', parts: [samplePart(), samplePart({ title: 'Weeks' })] });
    const files = unzip(new Uint8Array(await (await toBundle(document, STYLE, { bom: true })).arrayBuffer()));
    expect(files.map(({ name }) => name)).to.deep.equal(['1-Explorations.csv', '2-Weeks.csv', 'data-dictionary.csv', 'Report- all.json']);
    expect(textsOf(files[1]!.text.slice(1))).to.have.length(5);
    expect(files[2]!.text).to.contain('Europe/Paris').and.to.contain('Track: audit');
    expect(JSON.parse(files[3]!.text)).to.have.property('timezone', 'Europe/Paris');
  });
});
