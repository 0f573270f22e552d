import { expect } from '@open-wc/testing';
import { createEngine } from '../../../../src/data/engine/create-engine.js';
import type { Clause, ViewSpec } from '../../../../src/metrics/types.js';
import { Random } from '../../../support/random.js';
import type { Rows } from '../../../support/tables.js';
import { tablesOf, valuesOf } from '../../../support/tables.js';
import { metric, randomPredicate, randomTables } from './questions.js';

const DAY = 86_400_000;
const START = Date.UTC(2024, 2, 20);
const LISTED = [{ field: 'listed', in: [true] }];

/** Views of facts whose rows are cut through by a brush, of every kind of number that is counted on. */
const SPECS: readonly ViewSpec[] = [
  { id: 'texts', table: 'page_visits', by: [{ field: 'section' }], measures: [{ metric: '1' }, { metric: '0' }] },
  {
    id: 'listed',
    table: 'page_visits',
    where: LISTED,
    by: [{ field: 'course_key' }, { field: 'section' }],
    measures: [{ metric: '1' }, { metric: '2', where: [{ field: 'track', in: ['audit', null] }] }],
  },
  {
    id: 'running',
    table: 'page_visits',
    by: [{ field: 'visited_at', bin: { kind: 'period', grain: 'week' } }],
    measures: [{ metric: '1' }, { metric: '1', running: true, as: 'so_far' }],
  },
  { id: 'sums', table: 'problem_outcomes', where: LISTED, by: [{ field: 'track' }], measures: [{ metric: '5' }, { metric: '6' }] },
  {
    id: 'seconds',
    table: 'video_segments',
    by: [{ field: 'from_second', as: 'second', bin: { kind: 'span', to: 'to_second' } }],
    measures: [{ metric: '13' }, { metric: '0' }],
  },
  {
    id: 'few',
    table: 'video_segments',
    by: [{ field: 'from_second', as: 'second', bin: { kind: 'span', to: 'to_second' } }],
    measures: [{ metric: '13' }, { metric: '0' }],
  },
  { id: 'people', table: 'enrollments', by: [{ field: 'track' }], measures: [{ metric: '1' }, { metric: '0' }] },
];

/** What some views are under in all questions, as a chart of one video is; few rows are left. */
const FIXED: Readonly<Record<string, readonly Clause[]>> = {
  few: [{ origin: 'fixed', field: 'from_second', range: [3, 3.5] }],
};

/** Many facts about few enrollments. */
function manyRows(random: Random): Readonly<Record<string, Rows>> {
  const parts = Array.from({ length: 12 }, () => randomTables(random));
  const all = (name: string): Rows => parts.flatMap((part) => part[name] ?? []);
  const first = parts[0] ?? {};
  return {
    ...first,
    enrollments: all('enrollments'),
    page_visits: all('page_visits'),
    problem_outcomes: all('problem_outcomes'),
    video_segments: all('video_segments'),
  };
}

/** Brushes that move a little at a time, among filters that come and go. */
function* brushed(random: Random, steps: number): Generator<readonly Clause[]> {
  let others: readonly Clause[] = [];
  let [day, length] = [random.below(20), 4 + random.below(8)];
  for (let step = 0; step < steps; step++) {
    if (random.chance(0.15)) {
      const field = random.pick(['track', 'days_inactive', 'course_key', 'section', 'attempts', 'last_visit', 'video_segments.block_id']);
      others = [...random.some(others, 0.7), { origin: `set ${step}`, ...randomPredicate(random, [field]) }];
    }
    if (random.chance(0.1)) day = random.below(25);
    day += random.pick([-1, 0, 1]);
    length = Math.max(1, length + random.pick([-1, 0, 1]));
    const moving = random.pick(['visited_at', 'visited_at', 'last_visit']);
    yield [...others, { origin: 'brush', field: moving, range: [START + day * DAY, START + (day + length) * DAY] }];
  }
}

describe('filters that move on several tables at once', () => {
  const first = Math.floor(Math.random() * 1e9);

  it(`are counted on from step to step to the same numbers as over all rows (seeds from ${first})`, () => {
    for (let seed = first; seed < first + 8; seed++) {
      const random = new Random(seed);
      const tables = tablesOf(manyRows(random));
      const plain = createEngine(tables, { timezone: 'UTC', metric, cubes: false });
      const fast = createEngine(tables, { timezone: 'UTC', metric });
      let step = 0;
      for (const clauses of brushed(random, 80)) {
        step++;
        for (const spec of SPECS) {
          const options = { clauses: [...clauses, ...(FIXED[spec.id] ?? [])] };
          const [ours, theirs] = [fast.view(spec, options), plain.view(spec, options)];
          expect(valuesOf(ours), `seed ${seed}, step ${step}, ${spec.id}: ${JSON.stringify(options)}`).to.deep.equal(valuesOf(theirs));
        }
      }
    }
  }).timeout(60_000);
});
