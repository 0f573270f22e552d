import { expect } from '@open-wc/testing';
import { FastViews } from '../../../../src/data/engine/cube/lazy-views.js';
import { createEngine } from '../../../../src/data/engine/create-engine.js';
import { Relations } from '../../../../src/data/engine/fields.js';
import type { Metric, ViewSpec } from '../../../../src/metrics/types.js';
import type { Table } from '../../../../src/data/table.js';
import { waitUntil } from '../../../support/wait-until.js';

const spec: ViewSpec = { id: 'test', table: 'demographics', by: [{ field: 'group' }], measures: [{ metric: 'rows', as: 'rows' }] };
const metric = (): Metric => ({ id: 'rows', label: 'Rows', definition: 'Rows.', unit: 'items', aggregate: { op: 'count' } });

describe('cubes that are loaded when they are worth it', () => {
  it('leave a view of few rows to the plain engine', async () => {
    const views = new FastViews(new Relations(demographics(9999)), 'UTC', metric);
    expect(views.view(spec, {})).to.equal(undefined);
    await import('../../../../src/data/engine/cube/fast-views.js');
    expect(views.view(spec, {})).to.equal(undefined);
  });

  it('answer a view of many rows once they are there, with the numbers of the plain engine', async function () {
    this.timeout(30_000);
    const tables = demographics(10_000);
    const views = new FastViews(new Relations(tables), 'UTC', metric);
    expect(views.view(spec, {})).to.equal(undefined);
    const more = views.rehearse([spec]);
    expect(more(), 'a rehearsal before the cubes are there').to.equal(true);
    await waitUntil(() => views.view(spec, {}) !== undefined, 'no cubes', { timeout: 20_000 });
    while (more());
    const plain = createEngine(tables, { timezone: 'UTC', metric, cubes: false }).view(spec);
    expect(views.view(spec, {})?.columns).to.deep.equal(plain.columns);
  });
});

function demographics(length: number): ReadonlyMap<string, Table> {
  const codes = (values: number): Int32Array => Int32Array.from({ length }, (_, row) => row % values);
  const table: Table = {
    name: spec.table,
    length,
    columns: new Map([
      ['exploration', { type: 'category', codes: codes(3), dictionary: ['a', 'b', 'c'] }],
      ['dimension', { type: 'category', codes: codes(2), dictionary: ['country', 'language'] }],
      ['group', { type: 'category', codes: codes(5), dictionary: ['1', '2', '3', '4', '5'] }],
      ['learners', { type: 'number', values: Float64Array.from({ length }, (_, row) => row % 7) }],
    ]),
  };
  return new Map([[table.name, table]]);
}
