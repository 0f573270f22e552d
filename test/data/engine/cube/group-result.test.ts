import { expect } from '@open-wc/testing';
import type { Engine } from '../../../../src/data/engine/create-engine.js';
import { createEngine } from '../../../../src/data/engine/create-engine.js';
import type { Column } from '../../../../src/data/table.js';
import type { ViewData } from '../../../../src/data/view-result.js';
import type { Dimension, Metric, ViewSpec } from '../../../../src/metrics/types.js';
import { tablesOf, valuesOf } from '../../../support/tables.js';

const ROWS = Array.from({ length: 60 }, (_, row) => ({
  enrollment_id: `e${row}`,
  track: `track ${row % 12}`,
  enrolled_at: Date.UTC(2024, 0, 1 + (row % 20)),
  days_inactive: row % 15,
  passed: row % 3 === 0,
}));
const DIMENSIONS: Readonly<Record<string, Dimension>> = {
  texts: { field: 'track' },
  'numbers in bins': { field: 'days_inactive', bin: { kind: 'number', width: 1 }, skipNull: true },
  days: { field: 'enrolled_at', bin: { kind: 'period', grain: 'day' }, skipNull: true },
  'yes and no': { field: 'passed', skipNull: true },
};

/** What a reader may do to the numbers of an answer: write over them, or give them away. */
const MISUSES: Readonly<Record<string, (answer: ViewData) => void>> = {
  'write over': ({ columns }) => {
    for (const { data } of columns) numbersOf(data).fill(77);
  },
  'give away': ({ columns }) => {
    structuredClone(0, { transfer: [...new Set(columns.map(({ data }) => numbersOf(data).buffer as ArrayBuffer))] });
  },
};

describe('an answer of groups', () => {
  for (const [misuse, done] of Object.entries(MISUSES)) {
    for (const [name, dimension] of Object.entries(DIMENSIONS)) {
      const spec: ViewSpec = { id: name, table: 'enrollments', by: [dimension], measures: [{ metric: 'rows' }, { metric: 'days' }] };
      for (const clauses of [[], [{ origin: 'o', field: 'days_inactive', range: [2, 9] as const }]]) {
        it(`of ${name} stays what it is when a reader of another ${misuse}s its numbers, ${clauses.length} filters set`, () => {
          const engine = engineOfRows();
          const first = engine.view(spec, { clauses });
          const kept = engine.view(spec, { clauses });
          done(first);
          expect(valuesOf(kept)).to.deep.equal(valuesOf(engineOfRows().view(spec, { clauses })));
          expect(valuesOf(engine.view(spec, { clauses }))).to.deep.equal(valuesOf(kept));
          expect(valuesOf(engine.view(spec))).to.deep.equal(valuesOf(engineOfRows().view(spec)));
        });
      }
    }
  }
});

function engineOfRows(): Engine {
  return createEngine(tablesOf({ enrollments: ROWS }), { timezone: 'UTC', metric });
}

function metric(id: string): Metric | undefined {
  const aggregate = { rows: { op: 'count' }, days: { op: 'mean', field: 'days_inactive' } } as const;
  return id in aggregate ? { id, label: id, definition: id, unit: 'items', aggregate: aggregate[id as keyof typeof aggregate] } : undefined;
}

function numbersOf(data: Column): Float64Array | Int32Array | Int8Array {
  return data.type === 'category' ? data.codes : data.values;
}
