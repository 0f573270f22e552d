import { expect } from '@open-wc/testing';
import { createEngine } from '../../src/data/engine/create-engine.js';
import { RecordColumns } from '../../src/data/ingest/columns/record-columns.js';
import { narrowCodes } from '../../src/data/narrow-codes.js';
import { valueAt } from '../../src/data/table.js';
import type { Column } from '../../src/data/table.js';
import type { Metric } from '../../src/metrics/types.js';
import { valuesOf } from '../support/tables.js';

/** Numbers of texts about where one, two and four bytes hold their codes. */
const TEXTS = [1, 254, 255, 256, 257, 65_534, 65_535, 65_536];

describe('codes in few bytes', () => {
  for (const count of TEXTS) {
    it(`are those of the texts that were read, unknown ones among them, where there are ${count} texts`, () => {
      // New texts come to the end, so that what lies in few bytes must move to more.
      const texts = Array.from({ length: count + 3 }, (_, at) => (at % 97 === 5 ? null : `t${at}`));
      const values = [null, ...texts, ...texts.slice(0, 400), null];
      const column = columnOf(values);
      expect(values.map((_, row) => valueAt(column, row))).to.deep.equal(values);
    });
  }

  it('stay in few bytes while views count them, and have the same numbers after they were read', () => {
    const values = Array.from({ length: 1000 }, (_, at) => (at % 7 === 0 ? null : `t${at % 255}`));
    const column = columnOf(values);
    if (column.type !== 'category') throw new Error('A category was expected.');
    const metric = (id: string): Metric => ({ id, label: id, definition: id, unit: 'items', aggregate: { op: 'count' } });
    const answer = (): unknown => {
      const engine = createEngine(new Map([['t', { name: 't', length: values.length, columns: new Map([['text', column]]) }]]), {
        timezone: 'UTC',
        metric,
      });
      return valuesOf(engine.view({ id: 'v', table: 't', by: [{ field: 'text' }], measures: [{ metric: 'n' }] }));
    };
    const before = answer();
    expect(narrowCodes(column)).to.be.instanceOf(Uint8Array);
    expect(column.codes).to.have.length(values.length);
    expect(narrowCodes(column)).to.equal(undefined);
    expect(answer()).to.deep.equal(before);
  });

  it('do not change what was made of the rows so far', () => {
    const reader = RecordColumns.create([{ name: 'text', path: ['text'], type: 'category' }], () => []);
    reader?.push(records(['a', null, 'b']));
    const early = reader?.soFar().columns.get('text');
    reader?.push(records(Array.from({ length: 300 }, (_, at) => `t${at}`)));
    reader?.end();
    expect(early === undefined ? [] : [0, 1, 2].map((row) => valueAt(early, row))).to.deep.equal(['a', null, 'b']);
  });
});

function records(values: readonly (string | null)[]): Uint8Array {
  return new TextEncoder().encode(values.map((text) => `${JSON.stringify({ text })}\n`).join(''));
}

function columnOf(values: readonly (string | null)[]): Column {
  const reader = RecordColumns.create([{ name: 'text', path: ['text'], type: 'category' }], () => []);
  const bytes = records(values);
  for (let at = 0; at < bytes.length; at += 5000) reader?.push(bytes.subarray(at, at + 5000));
  const column = reader?.end().columns.get('text');
  if (column === undefined) throw new Error('WebAssembly is refused here.');
  return column;
}
