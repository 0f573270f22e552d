import { expect } from '@open-wc/testing';
import { decodeSnapshot, encodeSnapshot } from '../../../src/data/cache/snapshot-codec.js';
import { TableBuilder, valueAt } from '../../../src/data/table.js';
import type { NumberColumn, Table } from '../../../src/data/table.js';
import { CANARIES, exampleSnapshot } from './snapshots.js';

function rowsOf(table: Table | undefined): unknown[][] {
  return Array.from({ length: table?.length ?? 0 }, (_, row) => [...table!.columns.values()].map((column) => valueAt(column, row)));
}

describe('a stored snapshot', () => {
  it('comes back as it was, but for names and free text, which are unknown', () => {
    const { header, bytes } = encodeSnapshot(exampleSnapshot())!;
    const back = decodeSnapshot(structuredClone(header), bytes);
    expect(rowsOf(back?.tables.get('sessions'))).to.deep.equal([
      ['__proto__', true, 1.5],
      ['ünï', false, 0],
      [null, null, null],
    ]);
    expect(rowsOf(back?.tables.get('learners'))).to.deep.equal([
      ['actor-0', null, null, null],
      ['actor-1', null, null, null],
    ]);
    expect(rowsOf(back?.tables.get('feedback'))).to.deep.equal([
      ['t1', null, 3, 1_700_000_000_000],
      [null, null, null, null],
    ]);
    expect(back).to.include({ provider: 'xapi', version: 3 });
  });

  for (const texts of [[], [''], ['', 'a', ''], ['a\0b', 'a', 'b'], ['\uD800', '\uFFFD'], ['😀', '\uFEFFa'], ['["a"]', 'a\nb', '"']]) {
    it(`has the texts that it had: ${JSON.stringify(texts)}`, () => {
      const column = { type: 'category', codes: Int32Array.from([-1, ...texts.keys()]), dictionary: texts } as const;
      const table = { name: 'courses', length: texts.length + 1, columns: new Map([['course_key', column]]) };
      const { header, bytes } = encodeSnapshot({ ...exampleSnapshot(), tables: new Map([[table.name, table]]) })!;
      const back = decodeSnapshot(structuredClone(header), bytes)?.tables.get('courses')?.columns.get('course_key');
      expect(back).to.deep.include({ dictionary: texts });
      expect(rowsOf(decodeSnapshot(header, bytes)?.tables.get('courses'))).to.deep.equal([[null], ...texts.map((text) => [text])]);
    });
  }

  it('is a snapshot like any other: its columns can be read again, spread and cloned', () => {
    const { header, bytes } = encodeSnapshot(exampleSnapshot())!;
    const column = decodeSnapshot(header, bytes)!.tables.get('sessions')!.columns.get('active_seconds') as NumberColumn;
    expect(column.values).to.equal(column.values);
    for (const copy of [{ ...column }, structuredClone(column)]) expect([...copy.values]).to.deep.equal([1.5, 0, NaN]);
  });

  it('does not say whether there are names where they were there', () => {
    const { header, bytes } = encodeSnapshot(exampleSnapshot())!;
    expect(header.namesWithheld).to.equal(true);
    expect(decodeSnapshot(header, bytes)?.notes).to.deep.equal({
      bytes: 99,
      generatedAt: 5,
      skipped: { count: 1, total: 9, first: 'page 2, line 17', place: 'page 2, line 17' },
    });
  });

  it('holds no name, no address and no free text', () => {
    const { header, bytes } = encodeSnapshot(exampleSnapshot(100))!;
    const stored = JSON.stringify(header) + new TextDecoder().decode(bytes);
    for (const canary of CANARIES) expect(stored).not.to.contain(canary);
    expect(stored).to.contain('actor-99');
  });

  it('is not made where people are identified by their e-mail address', () => {
    for (const actor of ['mailto:ada@school.example', 'MAILTO:a@b', 'ada@school.example']) {
      const events = new TableBuilder('xapi_events', { actor_id: 'category' });
      events.push({ actor_id: 'b1946ac92492d2347c6235b4d2611184' });
      events.push({ actor_id: actor });
      expect(encodeSnapshot({ ...exampleSnapshot(), tables: new Map([['xapi_events', events.build()]]) }), actor).to.equal(undefined);
    }
  });

  it('is nothing where header and bytes do not fit', () => {
    const { header, bytes } = encodeSnapshot(exampleSnapshot())!;
    expect(decodeSnapshot(header, bytes.slice(0, -8))).to.equal(undefined);
    expect(decodeSnapshot(header, new ArrayBuffer(bytes.byteLength + 8))).to.equal(undefined);
    const wrongCodes = bytes.slice(0);
    new Int32Array(wrongCodes).fill(7, 0, 1);
    expect(decodeSnapshot(header, wrongCodes)).to.equal(undefined);
  });

  it("is nothing where the header is somebody else's", () => {
    const { header, bytes } = encodeSnapshot(exampleSnapshot())!;
    const foreign: unknown[] = [
      undefined,
      null,
      'x',
      [],
      { v: 999 },
      { ...header, tables: [{}] },
      { ...header, notes: 7 },
      { ...header, version: '3' },
      { ...header, tables: [{ name: 'a', length: -1, columns: [] }] },
      { ...header, tables: [{ name: 'a', length: 1e9, columns: [{ name: 'b', type: 'number' }] }] },
      { ...header, tables: [{ name: 'a', length: 1, columns: [{ name: 'b', type: 'colour' }] }] },
      { ...header, tables: [{ name: 'a', length: 1, columns: [{ name: 'b', type: 'number', bits: 41, least: 0, step: 1, parts: 1 }] }] },
      { ...header, tables: [{ name: 'a', length: 1, columns: [{ name: 'b', type: 'number', bits: 1, least: 0.5, step: 1, parts: 1 }] }] },
      { ...header, tables: [{ name: 'a', length: 1, columns: [{ name: 'b', type: 'number', bits: 1, least: 0, step: 0, parts: 1 }] }] },
      { ...header, tables: [{ name: 'a', length: 1, columns: [{ name: 'b', type: 'number', bits: 1, least: 0, step: 1, parts: 0 }] }] },
      { ...header, tables: [{ name: 'a', length: 1, columns: [{ name: 'b', type: 'category', bits: 64, dictionary: 2 }] }] },
    ];
    foreign.push({ ...header, tables: [{ name: 'a', length: 1, columns: [{ name: 'b', type: 'category', bits: 3, dictionary: 2 }] }] });
    for (const value of foreign) expect(decodeSnapshot(value, bytes), JSON.stringify(value)).to.equal(undefined);
  });
});
