import { expect } from '@open-wc/testing';
import { createEngine } from '../../../src/data/engine/create-engine.js';
import { StatsError } from '../../../src/data/stats-error.js';
import type { ViewOptions } from '../../../src/data/view-result.js';
import type { Aggregation, Metric, Value, ViewSpec } from '../../../src/metrics/types.js';
import { tablesOf, valuesOf } from '../../support/tables.js';

const at = (text: string): number => Date.parse(text);

const AGGREGATIONS: Readonly<Record<string, Aggregation>> = {
  rows: { op: 'count' },
  learners: { op: 'countDistinct', field: 'actor_id' },
  grades: { op: 'countDistinct', field: 'course_grade' },
  sum: { op: 'sum', field: 'attempts' },
  mean: { op: 'mean', field: 'attempts' },
  min: { op: 'min', field: 'attempts' },
  max: { op: 'max', field: 'attempts' },
  same: { op: 'same', field: 'attempts' },
  third: { op: 'quantile', field: 'attempts', p: 0.75 },
  share: { op: 'mean', field: 'last_correct' },
  last: { op: 'max', field: 'last_visit' },
  perLearner: { op: 'ratio', of: { op: 'sum', field: 'attempts' }, over: { op: 'countDistinct', field: 'actor_id' } },
  textSum: { op: 'sum', field: 'actor_id' },
};

function metric(id: string): Metric | undefined {
  const aggregate = AGGREGATIONS[id];
  return aggregate === undefined ? undefined : { id, label: id, definition: id, unit: 'items', aggregate };
}

const tables = tablesOf({
  courses: [
    { course_key: 'c1', org: 'North' },
    { course_key: 'c2', org: 'South' },
  ],
  enrollments: [
    {
      course_key: 'c1',
      actor_id: 'ann',
      track: 'verified',
      course_grade: 0.95,
      grade_bucket: '90-100%',
      listed: true,
      last_visit: at('2024-01-31T23:30:00Z'),
    },
    {
      course_key: 'c1',
      actor_id: 'bob',
      track: 'audit',
      course_grade: 0.3,
      grade_bucket: '30-39%',
      listed: false,
      last_visit: at('2024-02-10T00:00:00Z'),
    },
    {
      course_key: 'c2',
      actor_id: 'ann',
      track: 'audit',
      course_grade: 0.3,
      grade_bucket: '30-39%',
      listed: true,
      last_visit: at('2024-05-01T00:00:00Z'),
    },
    { course_key: 'c2', actor_id: 'cy', track: null, course_grade: null, grade_bucket: null, listed: true, last_visit: null },
  ],
  problem_outcomes: [
    { course_key: 'c1', actor_id: 'ann', block_id: 'x', attempts: 1, last_correct: true },
    { course_key: 'c1', actor_id: 'bob', block_id: 'x', attempts: 3, last_correct: false },
    { course_key: 'c2', actor_id: 'ann', block_id: 'y', attempts: 2, last_correct: true },
    { course_key: 'c2', actor_id: 'cy', block_id: 'y', attempts: null, last_correct: null },
  ],
  page_visits: [
    { course_key: 'c1', actor_id: 'ann', visited_at: at('2024-01-10T00:00:00Z') },
    { course_key: 'c1', actor_id: 'bob', visited_at: at('2024-03-10T00:00:00Z') },
    { course_key: 'c1', actor_id: 'ann', visited_at: at('2024-03-20T00:00:00Z') },
    { course_key: 'c2', actor_id: 'cy', visited_at: at('2024-04-02T00:00:00Z') },
    { course_key: 'c2', actor_id: 'cy', visited_at: null },
  ],
  video_watches: [
    { actor_id: 'ann', course_key: 'c1', from_second: 2, to_second: 4 },
    { actor_id: 'bob', course_key: 'c1', from_second: 4, to_second: 5 },
    { actor_id: 'bob', course_key: 'c1', from_second: 9, to_second: 8 },
    { actor_id: 'cy', course_key: 'c2', from_second: null, to_second: 3 },
  ],
});

function rows(spec: Omit<ViewSpec, 'id'>, options: ViewOptions = {}, timezone = 'UTC'): Value[][] {
  return valuesOf(createEngine(tables, { timezone, metric }).view({ id: 'test', ...spec }, options));
}

describe('groups by category', () => {
  it('count, with unknown as a group of its own', () => {
    expect(rows({ table: 'enrollments', by: [{ field: 'track' }], measures: [{ metric: 'rows' }] })).to.deep.equal([
      ['verified', 1],
      ['audit', 2],
      [null, 1],
    ]);
    expect(rows({ table: 'enrollments', by: [{ field: 'track', skipNull: true }], measures: [{ metric: 'rows' }] })).to.deep.equal([
      ['verified', 1],
      ['audit', 2],
    ]);
  });

  it('count a learner once', () => {
    expect(
      rows({ table: 'enrollments', by: [], measures: [{ metric: 'rows' }, { metric: 'learners' }, { metric: 'grades' }] }),
    ).to.deep.equal([[4, 3, 2]]);
  });

  it('go by fields of parents and by yes-no', () => {
    expect(rows({ table: 'problem_outcomes', by: [{ field: 'org' }, { field: 'listed' }], measures: [{ metric: 'sum' }] })).to.deep.equal([
      ['North', false, 3],
      ['North', true, 1],
      ['South', true, 2],
    ]);
  });

  it('are there for the values that are named, in their order, also without rows', () => {
    const by = [{ field: 'grade_bucket', as: 'bucket', values: ['0-29%', '30-39%', '90-100%'] }];
    expect(rows({ table: 'enrollments', by, measures: [{ metric: 'rows' }] })).to.deep.equal([
      ['0-29%', 0],
      ['30-39%', 2],
      ['90-100%', 1],
      [null, 1],
    ]);
    expect(
      rows({
        table: 'enrollments',
        by: [{ field: 'org' }, ...by],
        where: [{ field: 'listed', in: [false] }],
        measures: [{ metric: 'rows' }],
      }),
    ).to.deep.equal([
      ['North', '0-29%', 0],
      ['North', '30-39%', 1],
      ['North', '90-100%', 0],
    ]);
    expect(
      rows({ table: 'enrollments', by, where: [{ field: 'listed', in: [] }], measures: [{ metric: 'rows' }, { metric: 'last' }] }),
    ).to.deep.equal([
      ['0-29%', 0, null],
      ['30-39%', 0, null],
      ['90-100%', 0, null],
    ]);
  });

  it('of no rows are one group without dimensions, else none', () => {
    const where = [{ field: 'track', in: [] }];
    expect(
      rows({
        table: 'problem_outcomes',
        where,
        by: [],
        measures: ['rows', 'learners', 'sum', 'mean', 'third', 'perLearner'].map((id) => ({ metric: id })),
      }),
    ).to.deep.equal([[0, 0, null, null, null, null]]);
    expect(rows({ table: 'enrollments', where, by: [{ field: 'track' }], measures: [{ metric: 'rows' }] })).to.deep.equal([]);
  });

  it('stand without measures, too', () => {
    expect(rows({ table: 'enrollments', by: [{ field: 'course_key' }] })).to.deep.equal([['c1'], ['c2']]);
  });
});

describe('groups by bins', () => {
  const months: ViewSpec['by'] = [{ field: 'last_visit', as: 'period', bin: { kind: 'period', fill: true }, skipNull: true }];

  it('are local periods, with the empty ones between', () => {
    expect(rows({ table: 'enrollments', by: months, measures: [{ metric: 'learners' }] })).to.deep.equal([
      ['2024-01-01', 1],
      ['2024-02-01', 1],
      ['2024-03-01', 0],
      ['2024-04-01', 0],
      ['2024-05-01', 1],
    ]);
    expect(rows({ table: 'enrollments', by: months, measures: [{ metric: 'learners' }] }, {}, 'Europe/Paris').slice(0, 1)).to.deep.equal([
      ['2024-02-01', 2],
    ]);
  });

  it('fill only between the first and the last that have rows', () => {
    const clauses = [{ origin: 'x', field: 'course_key', in: ['c1'] }];
    expect(rows({ table: 'enrollments', by: months, measures: [{ metric: 'learners' }] }, { clauses })).to.deep.equal([
      ['2024-01-01', 1],
      ['2024-02-01', 1],
    ]);
  });

  it('take the grain of the view, else of the reader', () => {
    expect(rows({ table: 'enrollments', by: months, measures: [] }, { params: { grain: 'year' } })).to.deep.equal([['2024-01-01']]);
    const weeks: ViewSpec['by'] = [{ field: 'last_visit', bin: { kind: 'period', grain: 'week' } }];
    expect(rows({ table: 'enrollments', by: weeks, measures: [] }, { params: { grain: 'year' } })).to.deep.equal([
      ['2024-01-29'],
      ['2024-02-05'],
      ['2024-04-29'],
      [null],
    ]);
  });

  it('have lower edges as the decimals are written', () => {
    const by: ViewSpec['by'] = [{ field: 'course_grade', bin: { kind: 'number', width: 0.1 } }];
    expect(rows({ table: 'enrollments', by, measures: [{ metric: 'rows' }] })).to.deep.equal([
      [0.3, 2],
      [0.9, 1],
      [null, 1],
    ]);
    const wide: ViewSpec['by'] = [{ field: 'attempts', bin: { kind: 'number', width: 2, from: 1 } }];
    expect(rows({ table: 'problem_outcomes', by: wide, measures: [{ metric: 'rows' }] })).to.deep.equal([
      [1, 2],
      [3, 1],
      [null, 1],
    ]);
  });

  it('put a span into every whole number from one end to the other', () => {
    const by: ViewSpec['by'] = [{ field: 'from_second', as: 'second', bin: { kind: 'span', to: 'to_second' } }];
    expect(rows({ table: 'video_watches', by, measures: [{ metric: 'rows' }, { metric: 'learners' }] })).to.deep.equal([
      [2, 1, 1],
      [3, 1, 1],
      [4, 2, 2],
      [5, 1, 1],
      [null, 1, 1],
    ]);
  });

  it('are refused for fields that cannot have them', () => {
    expect(() => rows({ table: 'enrollments', by: [{ field: 'track', bin: { kind: 'period' } }] })).to.throw(
      StatsError,
      '"track" is category',
    );
    expect(() => rows({ table: 'enrollments', by: [{ field: 'course_grade', bin: { kind: 'number', width: 0 } }] })).to.throw(
      StatsError,
      'width',
    );
  });

  it('emit clauses on the field they were made from', () => {
    const view = createEngine(tables, { timezone: 'UTC', metric }).view({
      id: 'test',
      table: 'page_visits',
      by: [{ field: 'last_visit', as: 'period', bin: { kind: 'period' } }],
      measures: [{ metric: 'learners', as: 'n' }],
    });
    expect(view.columns.map(({ name, field, meaning, data }) => [name, field, meaning, data.type])).to.deep.equal([
      ['period', 'last_visit', 'enrollments.last_visit', 'category'],
      ['n', undefined, 'learners', 'number'],
    ]);
  });
});

describe('measures', () => {
  it('leave unknown values out', () => {
    expect(
      rows({
        table: 'problem_outcomes',
        by: [{ field: 'block_id' }],
        measures: ['sum', 'mean', 'min', 'max', 'same', 'third', 'share', 'perLearner'].map((id) => ({ metric: id })),
      }),
    ).to.deep.equal([
      ['x', 4, 2, 1, 3, null, 2.5, 0.5, 2],
      ['y', 2, 2, 2, 2, 2, 2, 1, 1],
    ]);
  });

  it('are instants where they are an extreme of instants', () => {
    const view = createEngine(tables, { timezone: 'UTC', metric }).view({
      id: 'test',
      table: 'enrollments',
      by: [],
      measures: [{ metric: 'last' }],
    });
    expect(view.columns[0]!.data.type).to.equal('time');
    expect(valuesOf(view)).to.deep.equal([[at('2024-05-01T00:00:00Z')]]);
  });

  it('count only rows on which their own predicates hold', () => {
    const measures = [
      { metric: 'rows' },
      { metric: 'rows', as: 'right', where: [{ field: 'last_correct', in: [true] }] },
      { metric: 'rows', as: 'verified', where: [{ field: 'track', in: ['verified'] }] },
    ];
    expect(rows({ table: 'problem_outcomes', by: [{ field: 'block_id' }], measures })).to.deep.equal([
      ['x', 2, 1, 1],
      ['y', 2, 1, 0],
    ]);
  });

  it('run along the first dimension, distinct ones staying distinct', () => {
    const by: ViewSpec['by'] = [{ field: 'visited_at', as: 'period', bin: { kind: 'period', fill: true }, skipNull: true }];
    const measures = [{ metric: 'learners' }, { metric: 'learners', as: 'so_far', running: true }];
    expect(rows({ table: 'page_visits', by, measures })).to.deep.equal([
      ['2024-01-01', 1, 1],
      ['2024-02-01', 0, 1],
      ['2024-03-01', 2, 2],
      ['2024-04-01', 1, 3],
    ]);
    expect(rows({ table: 'page_visits', by: [...by, { field: 'course_key' }], measures })).to.deep.equal([
      ['2024-01-01', 'c1', 1, 1],
      ['2024-01-01', 'c2', 0, 0],
      ['2024-02-01', 'c1', 0, 1],
      ['2024-02-01', 'c2', 0, 0],
      ['2024-03-01', 'c1', 2, 2],
      ['2024-03-01', 'c2', 0, 0],
      ['2024-04-01', 'c1', 0, 2],
      ['2024-04-01', 'c2', 1, 1],
    ]);
  });

  it('over the course see everybody in it, in the groups of the selection', () => {
    const measures = [{ metric: 'mean' }, { metric: 'mean', as: 'coursewide', over: 'course' as const }];
    const spec = { table: 'problem_outcomes', where: [{ field: 'track', in: ['verified'] }], by: [{ field: 'block_id' }], measures };
    expect(rows(spec)).to.deep.equal([['x', 1, 2]]);
    expect(
      rows({ ...spec, where: [{ field: 'listed', in: [true] }] }, { clauses: [{ origin: 'o', field: 'actor_id', in: ['ann'] }] }),
    ).to.deep.equal([
      ['x', 1, 2],
      ['y', 2, 2],
    ]);
    expect(
      rows(
        { ...spec, where: [], by: [] },
        {
          clauses: [
            { origin: 'o', field: 'org', in: ['North'] },
            { origin: 'o', field: 'actor_id', in: ['ann'] },
          ],
        },
      ),
    ).to.deep.equal([[1, 2]]);
  });

  it('must be in the dictionary and fit their field', () => {
    expect(() => rows({ table: 'enrollments', by: [], measures: [{ metric: 'plays' }] })).to.throw(StatsError, 'no metric "plays"');
    expect(() => rows({ table: 'enrollments', by: [], measures: [{ metric: 'sum' }] }))
      .to.throw(StatsError, '"attempts"')
      .with.property('code', 'unknown-field');
    expect(() => rows({ table: 'enrollments', by: [], measures: [{ metric: 'textSum' }] })).to.throw(StatsError, '"actor_id" is text');
  });
});

describe('order and paging', () => {
  const spec = { table: 'enrollments', select: ['actor_id', 'course_grade'] };

  it('put unknown last in both directions and keep ties in order', () => {
    expect(rows({ ...spec, order: [{ column: 'course_grade' }] }).map((row) => row[1])).to.deep.equal([0.3, 0.3, 0.95, null]);
    expect(rows({ ...spec, order: [{ column: 'course_grade', direction: 'desc' }] }).map(String)).to.deep.equal([
      'ann,0.95',
      'bob,0.3',
      'ann,0.3',
      'cy,',
    ]);
    expect(
      rows({ ...spec, order: [{ column: 'course_grade' }] }, { params: { sort: [{ column: 'actor_id', direction: 'desc' }] } }).map(
        (row) => row[0],
      ),
    ).to.deep.equal(['cy', 'bob', 'ann', 'ann']);
  });

  it('cut after counting', () => {
    const view = createEngine(tables, { timezone: 'UTC', metric }).view(
      { id: 'test', ...spec, limit: 3, offset: 1 },
      { params: { limit: 2 } },
    );
    expect([view.length, view.total]).to.deep.equal([2, 4]);
    expect(valuesOf(view).map((row) => row[0])).to.deep.equal(['bob', 'ann']);
    expect(view.columns[0]!.data).to.have.property('dictionary').that.deep.equals(['bob', 'ann']);
    expect(rows(spec, { params: { limit: 0 } })).to.deep.equal([]);
    expect(rows(spec, { params: { offset: 9 } })).to.deep.equal([]);
  });

  it('refuse what makes no sense', () => {
    expect(() => rows(spec, { params: { sort: [{ column: 'track' }] } })).to.throw(StatsError, 'no column "track"');
    expect(() => rows({ ...spec, by: [] })).to.throw(StatsError, 'either select');
    expect(() => rows({ table: 'enrolments', select: [] })).to.throw(StatsError, 'no table "enrolments"');
    expect(() => rows({ table: 'enrollments', select: ['track', 'track'] })).to.throw(StatsError, 'one name');
  });

  it('answer a table that has no data, and columns that nobody recorded, with unknown', () => {
    expect(rows({ table: 'sessions', select: ['session'] })).to.deep.equal([]);
    expect(rows({ table: 'sessions', by: [], measures: [{ metric: 'rows' }] })).to.deep.equal([[0]]);
    expect(rows({ table: 'enrollments', select: ['name', 'state', 'never_started', 'days_inactive'], limit: 1 })).to.deep.equal([
      [null, null, null, null],
    ]);
  });
});
