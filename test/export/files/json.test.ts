import { expect } from '@open-wc/testing';
import { toJson } from '../../../src/export/files/json.js';
import { sampleDocument, samplePart, TEXTS } from '../sample.js';

interface Read {
  readonly title: string;
  readonly timezone: string;
  readonly dataAsOf: string | null;
  readonly generatedAt: string;
  readonly filters: readonly string[];
  readonly notes: readonly string[];
  readonly parts: readonly {
    readonly total: number;
    readonly columns: readonly Record<string, unknown>[];
    readonly rows: readonly unknown[][];
  }[];
}

const read = (more = {}): Read => JSON.parse(toJson(sampleDocument(more), TEXTS)) as Read;

describe('JSON', () => {
  it('says what holds for all of it', () => {
    const { title, timezone, dataAsOf, generatedAt, filters } = read();
    expect({ title, timezone, dataAsOf, generatedAt, filters }).to.deep.equal({
      title: 'Explorations',
      timezone: 'Europe/Paris',
      dataAsOf: '2024-03-04T09:12:00.000Z',
      generatedAt: '2024-03-04T23:30:15.000Z',
      filters: ['Track: audit', 'Status: public'],
    });
  });

  it('brings every column with its meaning', () => {
    expect(read().parts[0]?.columns[1]).to.include({
      name: 'average_engagement_seconds',
      label: 'Average time',
      unit: 'seconds',
      formula: 'mean(active seconds)',
    });
  });

  it('tells values, zero, unknown and hidden apart', () => {
    const rows = read().parts[0]?.rows;
    expect(rows?.[0]).to.deep.equal(['Fractions', 157.25, 0.1 + 0.2, '2024-03-04T09:12:00.000Z', true, 120]);
    expect(rows?.[1]).to.deep.equal(['Algebra', -5, 1.25, '1970-01-01T00:00:00.000Z', false, { hidden: true }]);
    expect(rows?.[2]?.slice(1, 3)).to.deep.equal([0, 0]);
    expect(rows?.[3]).to.deep.equal(['Nothing known', null, null, null, null, { hidden: true }]);
  });

  it('never holds a name that its table does not show', () => {
    expect(toJson(sampleDocument(), TEXTS)).not.to.contain('secret-name');
  });

  it('says where rows are missing, and where the age of the data is unknown', () => {
    expect(read({ parts: [samplePart({ total: 9 })] }).notes).to.deep.equal(['Explorations: 4 of 9 rows']);
    expect(read({ dataAsOf: null }).dataAsOf).to.equal(null);
  });
});
