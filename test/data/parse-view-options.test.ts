import { expect } from '@open-wc/testing';
import type { OpenDataset } from '../../src/data/open-dataset.js';
import { openDataset } from '../../src/data/open-dataset.js';
import { StatsError } from '../../src/data/stats-error.js';

const CONDITION = { field: 'track', in: ['audit'] };
const SPEC = { id: 'mine', table: 'enrollments', select: ['actor_id'] };
const GROUPS = { id: 'groups', table: 'enrollments', by: [{ field: 'track' }] };

describe('what a view is asked with from outside', () => {
  let dataset: OpenDataset;
  let view: (...given: readonly unknown[]) => { readonly length: number };

  before(async () => {
    const enrollments = [{ course_key: 'c', actor_id: 'ann', enrollment_status: 'registered', track: 'audit', last_visit: 1 }];
    dataset = await openDataset({ provider: 'tables', now: '2024-03-13', tables: { enrollments } });
    view = dataset.view.bind(dataset) as typeof view;
  });

  const refused = (message: string, ...given: readonly unknown[]): void => {
    expect(() => view(...given), message)
      .to.throw(StatsError)
      .that.includes({ code: 'bad-option', message });
  };

  it('is taken where it is as it has to be', () => {
    const clause = { ...CONDITION, origin: 'page' };
    const params = { grain: 'week', inactiveDays: 3, breaks: [['2024-03-01', '2024-03-02']], sort: [{ column: 'actor_id' }] };
    expect(view(SPEC, { clauses: [clause], self: 'me', params: { ...params, limit: 5, offset: 0, search: 'a' } }).length).to.equal(1);
    expect(view(SPEC, { clauses: undefined, self: undefined, params: undefined }).length).to.equal(1);
    expect(view(SPEC, { params: { sort: undefined, limit: undefined, breaks: undefined } }).length).to.equal(1);
    expect(view(SPEC, { clauses: [{ ...clause, dataset: 'd' }] }).length, 'the detail of an event').to.equal(1);
    expect(
      view({ ...GROUPS, measures: [{ metric: 'at-risk.learners', where: [CONDITION], over: 'course', running: true }] }).length,
    ).to.equal(1);
  });

  it('is options with names that there are', () => {
    refused('options: expected an object, got null', SPEC, null);
    refused('options: expected an object, got a list', SPEC, []);
    refused('options: expected clauses, self, params, got "clause"', SPEC, { clause: [] });
    refused('self: expected a text that names who asks, got 3', SPEC, { self: 3 });
  });

  it('is clauses that each are one condition', () => {
    refused('clauses: expected a list, got an object', SPEC, { clauses: CONDITION });
    refused('clauses[0]: expected an object, got null', SPEC, { clauses: [null] });
    refused('clauses[1].field: expected the name of a field, got nothing', SPEC, { clauses: [CONDITION, { in: [] }] });
    refused('clauses[0]: expected either in or range, got neither', SPEC, { clauses: [{ field: 'track' }] });
    refused('clauses[0]: expected in or range, not both, got an object', SPEC, { clauses: [{ ...CONDITION, range: [0, 1] }] });
    refused('clauses[0].in: expected a list of values, got "audit"', SPEC, { clauses: [{ field: 'track', in: 'audit' }] });
    refused('clauses[0].in[0]: expected a text, a number, true, false or null, got an object', SPEC, {
      clauses: [{ field: 'last_visit', in: [new Date()] }],
    });
    for (const range of [[0, NaN], [1], 'x'])
      expect(() => view(SPEC, { clauses: [{ field: 'course_grade', range }] })).to.throw(
        StatsError,
        'clauses[0].range: expected two numbers',
      );
    refused('clauses[0].origin: expected a text that names who filters, got 3', SPEC, { clauses: [{ ...CONDITION, origin: 3 }] });
    refused('clauses[0]: expected field, in, range, origin, dataset, got "orign"', SPEC, { clauses: [{ ...CONDITION, orign: 'me' }] });
  });

  it('is parameters that can be read', () => {
    const bad = (message: string, params: unknown): void => refused(message, SPEC, { params });
    bad('params: expected an object, got null', null);
    bad('params: expected grain, inactiveDays, breaks, sort, limit, offset, search, got "inactivedays"', { inactivedays: 3 });
    bad('params.grain: expected day, week, month, quarter, year, got "decade"', { grain: 'decade' });
    bad('params.inactiveDays: expected a number from 0, got -1', { inactiveDays: -1 });
    bad('params.inactiveDays: expected a number from 0, got "3"', { inactiveDays: '3' });
    bad('params.breaks: expected pairs of dates YYYY-MM-DD, got "x"', { breaks: 'x' });
    bad('params.breaks: expected pairs of dates YYYY-MM-DD, got a list', { breaks: [['2024-01-03', '2024-01-02']] });
    bad('params.sort: expected a list, got "plays"', { sort: 'plays' });
    bad('params.sort[0]: expected an object, got "plays"', { sort: ['plays'] });
    bad('params.sort[0].column: expected the name of a column, got 3', { sort: [{ column: 3 }] });
    bad('params.sort[0]: expected column, direction, got "dir"', { sort: [{ column: 'actor_id', dir: 'desc' }] });
    bad('params.sort[0].direction: expected asc or desc, got "down"', { sort: [{ column: 'actor_id', direction: 'down' }] });
    for (const limit of [-1, 1.5, NaN, '5', null])
      expect(() => view(SPEC, { params: { limit } })).to.throw(StatsError, 'params.limit: expected a whole number from 0');
    bad('params.offset: expected a whole number from 0, got NaN', { offset: NaN });
    bad('params.search: expected a text, got 3', { search: 3 });
  });

  it('is the id of a view or a spec of the shape that a spec has', () => {
    for (const given of [null, 3, undefined, []])
      expect(() => view(given))
        .to.throw(StatsError, 'view: expected the id of a view or a spec, got ')
        .with.property('code', 'bad-option');
    refused('view: expected id, table, where, select, by, measures, order, limit, offset, got "columns"', { columns: [] });
    refused('view.id: expected a text, got nothing', { table: 'enrollments', select: [] });
    refused('view.table: expected the name of a table, got 3', { ...SPEC, table: 3 });
    refused('view.where[0]: expected either in or range, got neither', { ...SPEC, where: [{ field: 'track' }] });
    refused('view.select: expected a list, got "track"', { ...SPEC, select: 'track' });
    refused('view.select[0]: expected the name of a field, got null', { ...SPEC, select: [null] });
    refused('view.select[0].as: expected the name of a column, got 3', { ...SPEC, select: [{ field: 'track', as: 3 }] });
    refused('view.order[0]: expected an object, got "track"', { ...SPEC, order: ['track'] });
    refused('view.limit: expected a whole number from 0, got -1', { ...SPEC, limit: -1 });
    const by = (message: string, dimension: unknown): void => refused(`view.by[0]${message}`, { ...GROUPS, by: [dimension] });
    by(': expected an object, got "track"', 'track');
    by('.bin: expected an object, got "week"', { field: 'last_visit', bin: 'week' });
    by('.bin.kind: expected category, period, number, span, got "week"', { field: 'last_visit', bin: { kind: 'week' } });
    by('.bin.grain: expected day, week, month, quarter, year, got 7', { field: 'last_visit', bin: { kind: 'period', grain: 7 } });
    by('.bin.from: expected a number, got "0"', { field: 'course_grade', bin: { kind: 'number', width: 1, from: '0' } });
    by('.bin.to: expected the name of a field, got nothing', { field: 'course_grade', bin: { kind: 'span' } });
    by('.values: expected a list, got "a"', { field: 'track', values: 'a' });
    by('.skipNull: expected true or false, got 1', { field: 'track', skipNull: 1 });
    const measures = (message: string, measure: unknown): void => refused(`view.measures[0]${message}`, { ...GROUPS, measures: [measure] });
    measures('.metric: expected the id of a metric, got nothing', {});
    measures('.over: expected selection or course, got "all"', { metric: 'at-risk.learners', over: 'all' });
    measures('.where: expected a list, got an object', { metric: 'at-risk.learners', where: {} });
  });

  it('is said to be of no use where the dataset is closed, whatever it is', async () => {
    const closed = await openDataset({ provider: 'tables', now: 0, tables: {} });
    closed.close();
    expect(() => (closed.view as typeof view)(null, null))
      .to.throw(StatsError)
      .with.property('code', 'aborted');
  });
});
