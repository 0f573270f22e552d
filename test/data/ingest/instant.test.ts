import { expect } from '@open-wc/testing';
import { parseInstant } from '../../../src/data/ingest/instant.js';

const iso = (value: unknown): string | undefined => {
  const instant = parseInstant(value);
  return instant === undefined ? undefined : new Date(instant).toISOString();
};

describe('parseInstant', () => {
  it('reads what hosts write', () => {
    expect(iso('2024-03-05T01:02:03Z')).to.equal('2024-03-05T01:02:03.000Z');
    expect(iso('2024-03-05T01:02:03.4567+05:45')).to.equal('2024-03-04T19:17:03.456Z');
    expect(iso('2024-03-05 01:02:03.999999')).to.equal('2024-03-05T01:02:03.999Z');
    expect(iso('2024-03-05 01:02:03+00')).to.equal('2024-03-05T01:02:03.000Z');
    expect(iso('2024-03-05T01:02:03-0330')).to.equal('2024-03-05T04:32:03.000Z');
    expect(iso('2024-03-05')).to.equal('2024-03-05T00:00:00.000Z');
    expect(iso('2024-02-29T24:00:00Z')).to.equal('2024-03-01T00:00:00.000Z');
    expect(iso('0099-01-01')).to.equal('0099-01-01T00:00:00.000Z');
    expect(iso(0)).to.equal('1970-01-01T00:00:00.000Z');
  });

  it('knows no day or hour that does not exist', () => {
    for (const text of [
      '2024-02-30',
      '2023-02-29',
      '2024-13-01',
      '2024-00-10',
      '2024-03-05T25:00:00',
      '2024-03-05T24:00:01Z',
      '2024-03-05T10:60',
      '2024-03-05T10:00:00+24:00',
    ]) {
      expect(parseInstant(text), text).to.equal(undefined);
    }
  });

  it('takes nothing else', () => {
    for (const value of ['', 'yesterday', '5/3/2024', '2024-3-5', NaN, Infinity, 1e300, null, undefined, true, '1709600523000']) {
      expect(parseInstant(value), String(value)).to.equal(undefined);
    }
  });
});
