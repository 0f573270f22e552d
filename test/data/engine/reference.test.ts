import { expect } from '@open-wc/testing';
import { createEngine } from '../../../src/data/engine/create-engine.js';
import type { ViewOptions } from '../../../src/data/view-result.js';
import type { ColumnType } from '../../../src/metrics/tables.js';
import { TABLES } from '../../../src/metrics/tables.js';
import type { Aggregation, Clause, Dimension, Grain, MeasureUse, Metric, Predicate, Value, ViewSpec } from '../../../src/metrics/types.js';
import { Random } from '../../support/random.js';
import { ReferenceEngine } from '../../support/reference-engine.js';
import type { Rows } from '../../support/tables.js';
import { tablesOf, valuesOf } from '../../support/tables.js';

const DAY = 86_400_000;
const FIRST = Date.UTC(2023, 11, 20);
const GRAINS: readonly Grain[] = ['day', 'week', 'month', 'quarter', 'year'];
const WORLDS: readonly (readonly string[])[] = [
  ['courses', 'blocks', 'learners', 'enrollments', 'page_visits', 'problem_outcomes', 'video_segments', 'grades'],
  ['explorations', 'states', 'sessions', 'ratings', 'feedback'],
];
/** Columns that link tables have few values, so that rows find each other. */
const LINKS: ReadonlyMap<string, readonly string[]> = new Map([
  ['course_key', ['c1', 'c2', 'c3']],
  ['actor_id', ['a1', 'a2', 'a3', 'a4']],
  ['block_id', ['b1', 'b2', 'b3']],
  ['exploration', ['e1', 'e2', 'e3']],
  ['state', ['s1', 's2']],
  ['org', ['o1', 'o2']],
]);

function metric(id: string): Metric {
  const aggregate = JSON.parse(id) as Aggregation;
  return { id, label: id, definition: id, unit: 'items', aggregate };
}

/** A random world of tables, and random questions about it. */
class World {
  readonly random: Random;
  readonly data: Record<string, Rows> = {};
  readonly #tables: readonly string[];

  constructor(seed: number) {
    this.random = new Random(seed);
    this.#tables = this.random.pick(WORLDS);
    for (const table of this.random.some(this.#tables, 0.9)) this.data[table] = this.#rows(table);
  }

  #rows(table: string): Rows {
    const recorded = Object.entries(TABLES.get(table)!.columns).filter(([column]) => LINKS.has(column) || this.random.chance(0.85));
    const length = this.random.chance(0.1) ? 0 : 1 + this.random.below(12);
    return Array.from({ length }, () => Object.fromEntries(recorded.map(([column, type]) => [column, this.value(column, type)])));
  }

  value(column: string, type: ColumnType): Value {
    const { random } = this;
    if (random.chance(0.1)) return null;
    switch (type) {
      case 'boolean':
        return random.chance(0.5);
      case 'number':
        return column === 'to_second' ? 3 + random.below(4) : random.below(6);
      case 'time':
        return FIRST + random.below(100) * DAY + random.below(3) * (DAY / 3);
      default:
        return random.pick(LINKS.get(column) ?? ['x', 'Unit 2', 'Unit 10', '']);
    }
  }

  #reachable(table: string): [string, ColumnType][] {
    const seen = new Map<string, ColumnType>();
    const queue = [table];
    for (const each of queue) {
      const schema = TABLES.get(each)!;
      for (const [column, type] of Object.entries(schema.columns)) if (!seen.has(column)) seen.set(column, type);
      for (const kind of ['entity', 'block', 'lookup']) {
        for (const link of schema.parents ?? []) if (link.kind === kind && !queue.includes(link.table)) queue.push(link.table);
      }
    }
    return [...seen];
  }

  #predicate([field, type]: [string, ColumnType]): Predicate {
    const { random } = this;
    if ((type === 'number' || type === 'time') && random.chance(0.5)) {
      const ends = [Number(this.value(field, type)), Number(this.value(field, type))].sort((a, b) => a - b);
      return { field, range: [ends[0]!, ends[1]! + (random.chance(0.7) ? 1 : 0)] };
    }
    return { field, in: Array.from({ length: random.below(4) }, () => this.value(field, type)) };
  }

  #dimension(table: string, [field, type]: [string, ColumnType]): Dimension {
    const { random } = this;
    const skipNull = random.chance(0.3) ? { skipNull: true } : {};
    if (type === 'time' && random.chance(0.8))
      return { field, bin: { kind: 'period', grain: random.pick(GRAINS), fill: random.chance(0.5) }, ...skipNull };
    if (field === 'from_second' && random.chance(0.7)) return { field, bin: { kind: 'span', to: 'to_second' }, ...skipNull };
    if (type === 'number' && random.chance(0.5))
      return { field, bin: { kind: 'number', width: random.pick([1, 2, 2.5]), from: random.pick([0, -1]) }, ...skipNull };
    const values = random.chance(0.3) ? [...new Set(Array.from({ length: 3 }, () => this.value(field, type)))] : undefined;
    return { field, ...(values === undefined ? {} : { values: values.filter((value) => value !== null) }), ...skipNull };
  }

  #measure(fields: readonly [string, ColumnType][], at: number): MeasureUse {
    const { random } = this;
    const numbers = fields.filter(([, type]) => type === 'number').map(([field]) => field);
    const any = (): Aggregation => {
      const field = random.pick(fields)[0];
      if (numbers.length === 0 || random.chance(0.4)) return random.pick<Aggregation>([{ op: 'count' }, { op: 'countDistinct', field }]);
      if (random.chance(0.2)) return { op: 'quantile', field: random.pick(numbers), p: random.pick([0, 0.25, 0.5, 1]) };
      return { op: random.pick(['sum', 'mean', 'min', 'max', 'same'] as const), field: random.pick(numbers) };
    };
    const aggregation: Aggregation = random.chance(0.2) ? { op: 'ratio', of: any(), over: any() } : any();
    return {
      metric: JSON.stringify(aggregation),
      as: `m${at}`,
      ...(random.chance(0.3) ? { where: [this.#predicate(random.pick(fields))] } : {}),
      ...(random.chance(0.3) ? { over: 'course' as const } : {}),
      ...(random.chance(0.3) ? { running: true } : {}),
    };
  }

  question(): { spec: ViewSpec; options: ViewOptions } {
    const { random } = this;
    const table = random.pick(this.#tables);
    const fields = this.#reachable(table);
    const everything = this.#tables.flatMap((name) => Object.entries(TABLES.get(name)!.columns));
    const chosen = random.some(fields, 3 / fields.length);
    const where = random.chance(0.3) ? { where: [this.#predicate(random.pick(fields))] } : {};
    const grouped = random.chance(0.7);
    const by = chosen.slice(0, 3).map((field) => this.#dimension(table, field));
    const measures = Array.from({ length: random.below(4) }, (_, at) => this.#measure(fields, at));
    const select = chosen.map(([field], at) => (random.chance(0.3) ? { field, as: `f${at}` } : field));
    const columns = grouped
      ? [...by.map(({ field }) => field), ...measures.map(({ as }) => as!)]
      : select.map((each) => (typeof each === 'string' ? each : each.as));
    const order = random.some(columns, 0.4).map((column) => ({ column, direction: random.pick(['asc', 'desc'] as const) }));
    const clauses: Clause[] = Array.from({ length: random.below(5) }, () => ({
      ...this.#predicate(random.pick(random.chance(0.5) ? fields : everything)),
      ...(random.chance(0.1) ? {} : { origin: random.pick(['one', 'two', 'self']) }),
    })) as Clause[];
    return {
      spec: { id: 'random', table, ...where, ...(grouped ? { by, measures } : { select }), ...(random.chance(0.5) ? { order } : {}) },
      options: {
        clauses,
        ...(random.chance(0.1) ? {} : { self: 'self' }),
        ...(random.chance(0.2) ? { params: { offset: random.below(3), limit: random.below(6) } } : {}),
      },
    };
  }
}

function rounded(rows: Value[][]): Value[][] {
  return rows.map((row) => row.map((value) => (typeof value === 'number' ? Number(value.toPrecision(12)) : value)));
}

describe('the engine beside plain loops', () => {
  for (let first = 1; first <= 401; first += 100) {
    it(`answers the same for seeds ${first} to ${first + 99}`, () => {
      for (let seed = first; seed < first + 100; seed++) {
        const world = new World(seed);
        const engine = createEngine(tablesOf(world.data), { timezone: 'UTC', metric });
        const reference = new ReferenceEngine(world.data, metric);
        for (let round = 0; round < 12; round++) {
          const { spec, options } = world.question();
          const expected = reference.view(spec, options);
          const found = engine.view(spec, options);
          const context = `seed ${seed}, round ${round}: ${JSON.stringify({ spec, options })}`;
          expect(found.unanswered, context).to.deep.equal(expected.unanswered);
          expect(found.applied, context).to.deep.equal(expected.applied);
          expect(found.total, context).to.equal(expected.total);
          expect(rounded(valuesOf(found)), context).to.deep.equal(rounded(expected.rows));
        }
      }
    });
  }
});
