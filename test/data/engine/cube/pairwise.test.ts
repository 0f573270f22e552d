import { expect } from '@open-wc/testing';
import { createEngine } from '../../../../src/data/engine/create-engine.js';
import type { Column } from '../../../../src/data/table.js';
import type { Clause, Dimension, Metric, ViewSpec } from '../../../../src/metrics/types.js';
import { Random } from '../../../support/random.js';
import { valuesOf } from '../../../support/tables.js';

const LENGTH = 500;
const SIZES = { few: 3, some: 20, many: 90 };
const DIMENSIONS: readonly Dimension[] = [
  ...Object.keys(SIZES).map((field) => ({ field, skipNull: true })),
  { field: 'number', bin: { kind: 'number', width: 10 }, skipNull: true },
  { field: 'some', values: ['some 19', 'none of these', null, 'some 0', 'some 7'] },
  { field: 'some', values: ['some 5', 'some 4'], skipNull: true },
];
const specs = DIMENSIONS.map((dimension, at): ViewSpec => ({
  id: `${dimension.field} ${at}`,
  table: 'events',
  by: [dimension],
  measures: [{ metric: 'rows' }],
}));
const metric = (id: string): Metric => ({ id, label: id, definition: id, unit: 'items', aggregate: { op: 'count' } });

describe('the cubes of pairs of views', () => {
  const first = Math.floor(Math.random() * 1e9);

  it(`hold what the plain engine counts, with a filter on either of the two and without (seeds from ${first})`, () => {
    for (let seed = first; seed < first + 10; seed++) {
      const random = new Random(seed);
      const columns = new Map<string, Column>(
        Object.entries(SIZES).map(([name, size]) => [
          name,
          {
            type: 'category',
            codes: Int32Array.from({ length: LENGTH }, () => random.below(size + 1) - 1),
            dictionary: Array.from({ length: size }, (_, code) => `${name} ${code}`),
          },
        ]),
      );
      const numbers = Float64Array.from({ length: LENGTH }, () => (random.chance(0.1) ? NaN : random.below(400)));
      columns.set('number', { type: 'number', values: numbers });
      const tables = new Map([['events', { name: 'events', length: LENGTH, columns }]]);
      const plain = createEngine(tables, { timezone: 'UTC', metric, cubes: false });
      const fast = createEngine(tables, { timezone: 'UTC', metric });
      if (random.chance(0.5)) fast.prepare(specs);
      const more = fast.rehearse(specs, true);
      while (more());
      for (const spec of specs) {
        for (const clauses of [[], ...Object.entries(SIZES).map(([field, size]) => chosen(random, field, size)), brushed(random)]) {
          const [ours, theirs] = [fast, plain].map((engine) => valuesOf(engine.view(spec, { clauses })));
          expect(ours, `seed ${seed}, ${spec.id} under ${JSON.stringify(clauses)}`).to.deep.equal(theirs);
        }
      }
    }
  });
});

function chosen(random: Random, field: string, size: number): readonly Clause[] {
  const values = random.some([null, ...Array.from({ length: size }, (_, code) => `${field} ${code}`)], 0.2);
  return [{ origin: 'choice', field, in: values }];
}

function brushed(random: Random): readonly Clause[] {
  const from = random.below(40) * 10;
  return [{ origin: 'brush', field: 'number', range: [from, from + random.below(20) * 10] }];
}
