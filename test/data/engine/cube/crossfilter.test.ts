import { expect } from '@open-wc/testing';
import crossfilter from 'crossfilter2';
import { createEngine } from '../../../../src/data/engine/create-engine.js';
import type { Clause, Dimension, Value } from '../../../../src/metrics/types.js';
import { Random } from '../../../support/random.js';
import { tablesOf, valuesOf } from '../../../support/tables.js';
import { metric } from './questions.js';

const COUNT = '0';
const SUM = '5';
const DAY = 86_400_000;
const START = Date.UTC(2024, 2, 20);
const TRACKS = ['audit', 'verified', 'honor'];
const COURSES = ['c1', 'c2', 'c3', 'c4'];
/** Unknown, for a library that only knows values with an order: below all others. */
const UNKNOWN = -1e300;

interface Row {
  readonly track: string | null;
  readonly course_key: string;
  readonly days_inactive: number | null;
  readonly course_grade: number | null;
  readonly last_visit: number | null;
}
type Key = keyof Row;

/** A field as both sides group by it: our dimension, and the group of a value in the other's own words. */
const FIELDS: readonly {
  readonly key: Key;
  readonly by: Dimension;
  readonly group: (value: number) => number;
  readonly labels?: readonly string[];
}[] = [
  { key: 'track', by: { field: 'track' }, group: (code) => code, labels: TRACKS },
  { key: 'course_key', by: { field: 'course_key' }, group: (code) => code, labels: COURSES },
  { key: 'days_inactive', by: { field: 'days_inactive' }, group: (days) => days },
  {
    key: 'course_grade',
    by: { field: 'course_grade', bin: { kind: 'number', width: 0.1 } },
    group: (grade) => Math.floor(Math.round(grade * 100) / 10) / 10,
  },
  {
    key: 'last_visit',
    by: { field: 'last_visit', bin: { kind: 'period', grain: 'day' } },
    group: (time) => START + Math.floor((time - START) / DAY) * DAY,
  },
];

function randomRows(random: Random): Row[] {
  const maybe = <T>(value: T): T | null => (random.chance(0.15) ? null : value);
  return Array.from({ length: random.below(400) }, () => ({
    track: maybe(random.pick(TRACKS)),
    course_key: random.pick(COURSES),
    days_inactive: maybe(random.below(20)),
    course_grade: maybe(random.below(101) / 100),
    last_visit: maybe(START + random.below(30 * DAY)),
  }));
}

/** The value as crossfilter gets it: a number; texts by their place, dates by their start. */
function numberOf(value: Value, labels: readonly string[] | undefined): number {
  if (value === null) return UNKNOWN;
  if (typeof value !== 'string') return Number(value);
  return labels === undefined ? Date.parse(value) : labels.indexOf(value);
}

/** A filter on one field, in the words of either side. */
function randomFilter(
  random: Random,
  { key, labels }: (typeof FIELDS)[number],
): { clause: Omit<Clause, 'origin'>; passes: (value: number) => boolean } {
  if (labels !== undefined) {
    const chosen: (string | null)[] = random.some([...labels, null], 0.4);
    const numbers = new Set(chosen.map((label) => numberOf(label, labels)));
    return { clause: { field: key, in: chosen }, passes: (value) => numbers.has(value) };
  }
  const [start, end] = key === 'course_grade' ? [0, 1.01] : key === 'last_visit' ? [START, START + 30 * DAY] : [0, 20];
  const edge = (): number => {
    const at = start + random.next() * (end - start);
    return random.chance(0.5) ? at : key === 'last_visit' ? START + Math.round((at - START) / DAY) * DAY : Math.round(at * 10) / 10;
  };
  const [low, high] = [edge(), edge()].sort((a, b) => a - b) as [number, number];
  return { clause: { field: key, range: [low, high] }, passes: (value) => value >= low && value < high };
}

describe('the engine and crossfilter2', () => {
  const first = Math.floor(Math.random() * 1e9);

  it(`count and sum up the same groups in sequences of filters on one table (seeds from ${first})`, () => {
    for (let seed = first; seed < first + 40; seed++) {
      const random = new Random(seed);
      const rows = randomRows(random);
      const engine = createEngine(tablesOf({ enrollments: rows.map((row) => ({ ...row })) }), { timezone: 'UTC', metric });
      const views = FIELDS.map(({ key, by }) => ({
        id: key,
        table: 'enrollments',
        by: [{ ...by, skipNull: true }],
        measures: [{ metric: COUNT }, { metric: SUM }],
      }));
      const more = random.chance(0.5) ? engine.rehearse(views, true) : undefined;
      while (more?.());
      const peer = crossfilter(rows);
      const dimensions = FIELDS.map(({ key, labels }) => peer.dimension((row) => numberOf(row[key], labels)));
      const groups = FIELDS.map(({ group }, at) => {
        const grouped = dimensions[at]!.group<number, { rows: number; sum: number }>((value) =>
          value === UNKNOWN ? UNKNOWN : group(value),
        );
        return grouped.reduce(
          (held, row) => ({ rows: held.rows + 1, sum: held.sum + (row.days_inactive ?? 0) }),
          (held, row) => ({ rows: held.rows - 1, sum: held.sum - (row.days_inactive ?? 0) }),
          () => ({ rows: 0, sum: 0 }),
        );
      });
      const clauses = new Map<string, Clause>();
      for (let step = 0; step < 50; step++) {
        const at = random.below(FIELDS.length);
        const field = FIELDS[at]!;
        if (random.chance(0.25)) {
          clauses.delete(field.key);
          dimensions[at]!.filterAll();
        } else {
          const { clause, passes } = randomFilter(random, field);
          clauses.set(field.key, { origin: field.key, ...clause });
          dimensions[at]!.filterFunction((value) => passes(value));
        }
        for (const [view, { key, labels }] of FIELDS.entries()) {
          const place = `seed ${seed}, step ${step}, ${key}: ${JSON.stringify([...clauses.values()])}`;
          const answer = valuesOf(engine.view(views[view]!, { clauses: [...clauses.values()], self: key }));
          const ours = answer
            .filter(([, count]) => count !== 0)
            .map(([group, count, sum]) => [numberOf(group ?? null, labels), count, sum ?? 0]);
          const theirs = groups[view]!.all()
            .filter(({ key: group, value }) => value.rows > 0 && group !== UNKNOWN)
            .map(({ key: group, value }) => [group, value.rows, value.sum]);
          expect(ours.sort(byGroup), place).to.deep.equal(theirs.sort(byGroup));
        }
      }
    }
  }).timeout(60_000);
});

function byGroup([a]: readonly unknown[], [b]: readonly unknown[]): number {
  return Number(a) - Number(b);
}
