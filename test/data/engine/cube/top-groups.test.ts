import { expect } from '@open-wc/testing';
import { createEngine } from '../../../../src/data/engine/create-engine.js';
import type { Table } from '../../../../src/data/table.js';
import type { Clause, Metric, ViewSpec } from '../../../../src/metrics/types.js';
import { Random } from '../../../support/random.js';
import { valuesOf } from '../../../support/tables.js';

const DAY = 86_400;
const LENGTH = 4000;
const AGGREGATES = { last: { op: 'max', field: 'at' }, rows: { op: 'count' }, seconds: { op: 'sum', field: 'seconds' } } as const;
const COURSES = ['a', 'b', 'c'];
const table: ViewSpec = {
  id: 'latest',
  table: 'events',
  by: [{ field: 'learner' }],
  measures: [{ metric: 'last' }, { metric: 'rows' }, { metric: 'seconds' }],
  order: [{ column: 'last', direction: 'desc' }, { column: 'learner' }],
  limit: 25,
};
const days: ViewSpec = {
  id: 'days',
  table: 'events',
  by: [{ field: 'at', bin: { kind: 'number', width: DAY, from: 0 } }],
  measures: [{ metric: 'rows' }],
};

describe('a table of the latest', () => {
  const seed = Math.floor(Math.random() * 1e9);

  it(`has the rows and numbers of the plain engine while days and courses are chosen (seed ${seed})`, () => {
    const random = new Random(seed);
    const tables = new Map([['events', randomEvents(random)]]);
    const plain = createEngine(tables, { timezone: 'UTC', metric, cubes: false });
    const fast = createEngine(tables, { timezone: 'UTC', metric });
    fast.view(days);
    for (let step = 0; step < 60; step++) {
      const from = random.below(13);
      const brush: Clause = { origin: 'days', field: 'at', range: [from * DAY, (from + 1 + random.below(5)) * DAY] };
      const choice: Clause = { origin: 'courses', field: 'course', in: [random.pick(COURSES)] };
      const clauses = random.pick([[], [brush], [choice], [choice, brush], [brush, choice]]);
      if (random.chance(0.2)) fast.expect(random.pick(['at', 'course']), [table], { clauses });
      const answers = [fast, plain].map((engine) => engine.view(table, { clauses }));
      expect(answers.map(({ total }) => total)[0], `step ${step}`).to.equal(answers[1]?.total);
      expect(valuesOf(answers[0]!), `step ${step}: ${JSON.stringify(clauses)}`).to.deep.equal(valuesOf(answers[1]!));
    }
  }).timeout(20_000);
});

/** Events of 15 days, many of them at the same second, some at none, some by nobody. */
function randomEvents(random: Random): Table {
  const numbers = (make: () => number): Float64Array => Float64Array.from({ length: LENGTH }, () => (random.chance(0.05) ? NaN : make()));
  const codes = (count: number): Int32Array => Int32Array.from({ length: LENGTH }, () => (random.chance(0.03) ? -1 : random.below(count)));
  return {
    name: 'events',
    length: LENGTH,
    columns: new Map([
      ['learner', { type: 'category', codes: codes(300), dictionary: Array.from({ length: 300 }, (_, at) => `u${at}`) }],
      ['course', { type: 'category', codes: codes(COURSES.length), dictionary: COURSES }],
      ['at', { type: 'number', values: numbers(() => random.below(15) * DAY + random.below(401) * random.pick([1, 200])) }],
      ['seconds', { type: 'number', values: numbers(() => (1 + random.below(9999)) / 10) }],
    ]),
  };
}

function metric(id: string): Metric | undefined {
  return id in AGGREGATES
    ? { id, label: id, definition: id, unit: 'items', aggregate: AGGREGATES[id as keyof typeof AGGREGATES] }
    : undefined;
}
