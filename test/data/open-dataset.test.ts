import { expect } from '@open-wc/testing';
import type { AskedClause, OpenDatasetOptions } from '../../src/data/open-dataset.js';
import { openDataset } from '../../src/data/open-dataset.js';
import { StatsError } from '../../src/data/stats-error.js';
import type { ViewSpec } from '../../src/metrics/types.js';

const DAY = 86_400_000;
const NOW = Date.UTC(2024, 2, 13);
const options: OpenDatasetOptions = {
  provider: 'tables',
  now: NOW,
  tables: {
    enrollments: [
      { course_key: 'c', actor_id: 'ten', enrollment_status: 'registered', track: 'audit', last_visit: NOW - 10 * DAY },
      { course_key: 'c', actor_id: 'three', enrollment_status: 'registered', track: 'audit', last_visit: NOW - 3 * DAY },
      { course_key: 'c', actor_id: 'never', enrollment_status: 'registered', track: null, last_visit: null },
    ],
  },
};
const listed: ViewSpec = { id: 'mine', table: 'enrollments', where: [{ field: 'listed', in: [true] }], select: ['actor_id'] };

async function refusal(changed: Record<string, unknown>): Promise<[string, string]> {
  const error: unknown = await openDataset({ ...options, ...changed }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).to.be.instanceOf(StatsError);
  const { code, message } = error as StatsError;
  return [code, message];
}

describe('openDataset', () => {
  it('reads what lies at the address of a Blob as what lies at any other', async () => {
    const rows = new Blob([JSON.stringify(options.tables)], { type: 'application/json' });
    const url = URL.createObjectURL(rows);
    try {
      const { tables, ...others } = options;
      for (const input of [{ tables: url }, { src: url }]) {
        const [there, here] = await Promise.all([openDataset({ ...others, ...input }), openDataset({ ...others, tables: tables! })]);
        expect(there.view(listed).rows()).to.deep.equal(here.view(listed).rows());
      }
    } finally {
      URL.revokeObjectURL(url);
    }
  });

  it('applies a clause that does not say who set it, and of two on one field the last', async () => {
    const dataset = await openDataset(options);
    const spec: ViewSpec = { id: 'all', table: 'enrollments', select: ['actor_id'] };
    const [of, audit] = [(actor: string) => ({ field: 'actor_id', in: [actor] }), { field: 'track', in: ['audit'] }];
    const asked = (...clauses: AskedClause[]): unknown =>
      dataset
        .view(spec, { clauses })
        .rows()
        .map(({ actor_id: actor }) => actor);
    expect(asked(of('ten'))).to.deep.equal(['ten']);
    expect(asked(audit)).to.deep.equal(['ten', 'three']);
    expect(asked(of('ten'), audit, of('three'))).to.deep.equal(['three']);
    expect(asked(of('ten'), { ...of('three'), origin: 'page' }), 'of two origins both hold').to.deep.equal([]);
    expect(dataset.view(spec, { clauses: [audit] }).applied).to.deep.equal([audit]);
  });

  it('answers a view as columns and as plain rows', async () => {
    const dataset = await openDataset(options);
    const spec: ViewSpec = {
      id: 'all',
      table: 'enrollments',
      select: ['actor_id', { field: 'track', as: '__proto__' }, 'last_visit', 'listed', 'org'],
    };
    const result = dataset.view(spec);
    expect(result.columns.map(({ name, field, meaning }) => [name, field, meaning])).to.deep.equal([
      ['actor_id', 'actor_id', 'enrollments.actor_id'],
      ['__proto__', 'track', 'enrollments.track'],
      ['last_visit', 'last_visit', 'enrollments.last_visit'],
      ['listed', 'listed', 'enrollments.listed'],
      ['org', 'org', 'courses.org'],
    ]);
    const rows = result.rows();
    expect(Object.entries(rows[0]!)).to.deep.equal([
      ['actor_id', 'ten'],
      ['__proto__', 'audit'],
      ['last_visit', '2024-03-03T00:00:00.000Z'],
      ['listed', true],
      ['org', null],
    ]);
    expect(rows[2]!['last_visit']).to.equal(null);
  });

  it('takes other days of inactivity and breaks for one view', async () => {
    const dataset = await openDataset(options);
    const actors = (params: object): unknown[] =>
      dataset
        .view(listed, { params })
        .rows()
        .map((row) => row['actor_id']);
    expect(actors({})).to.deep.equal(['ten']);
    expect(actors({ inactiveDays: 3 })).to.deep.equal(['ten', 'three']);
    expect(actors({ breaks: [['2024-03-05', '2024-03-08']] })).to.deep.equal([]);
    expect(actors({})).to.deep.equal(['ten']);
    expect(() => actors({ inactiveDays: -1 })).to.throw(StatsError, 'inactiveDays');
    expect(() => actors({ breaks: [['2024-03-05', '2024-03-01']] }))
      .to.throw(StatsError, 'breaks')
      .with.property('code', 'bad-option');
  });

  it('takes rules for the whole dataset', async () => {
    const dataset = await openDataset({ ...options, rules: { inactiveDays: 2 } });
    expect(dataset.view(listed).length).to.equal(2);
    const aspects = await openDataset({ ...options, rules: 'aspects-v8' });
    expect(aspects.view(listed, { params: { inactiveDays: 1 } }).rows()).to.deep.equal([{ actor_id: 'ten' }]);
  });

  it('reads now in any form', async () => {
    for (const now of [NOW, new Date(NOW), '2024-03-13', '2024-03-13T00:00:00', '2024-03-13T01:00:00+01:00']) {
      expect((await openDataset({ ...options, now })).now).to.equal(NOW);
    }
  });

  it('refuses options that cannot be read', async () => {
    expect(await refusal({ now: 'yesterday' })).to.deep.equal([
      'bad-option',
      'now: expected ISO 8601, epoch milliseconds or a Date, got "yesterday"',
    ]);
    expect(await refusal({ now: undefined })).to.have.property('0', 'bad-option');
    expect(await refusal({ now: new Date(NaN) })).to.have.property('0', 'bad-option');
    expect(await refusal({ timezone: 'Paris' })).to.deep.equal([
      'bad-option',
      'timezone: expected an IANA name such as Europe/Paris, got "Paris"',
    ]);
    expect(await refusal({ rules: 'aspects-v9' }))
      .to.have.property('1')
      .that.contains('rules: expected aspects-v8');
    expect(await refusal({ rules: { inactiveDays: '7' } })).to.have.property('1', 'rules.inactiveDays: expected a number from 0, got "7"');
    expect(await refusal({ rules: { inactiveDay: 7 } }))
      .to.have.property('1')
      .that.contains('"inactiveDay"');
    expect(await refusal({ rules: { breaks: [['2024-03-05', 'soon']] } })).to.have.property('0', 'bad-option');
    for (const breaks of [[['2024-02-01', '2024-02-30']], [['2024-02-02', '2024-02-01']], 'March'])
      expect(await refusal({ rules: { breaks } }))
        .to.have.property('1')
        .that.contains('rules.breaks: expected pairs of dates YYYY-MM-DD');
    expect(await refusal({ provider: 'moodle' })).to.have.property('0', 'unknown-provider');
    expect(await refusal({ tables: undefined })).to.have.property('0', 'no-source');
    expect(await refusal({ tables: { enrollments: [{}] } })).to.have.property('0', 'invalid');
    expect(await refusal({ signal: AbortSignal.abort() })).to.have.property('0', 'aborted');
  });

  it('names views that are close to a misspelt one', async () => {
    const dataset = await openDataset(options);
    expect(() => dataset.view('at-risk.learner'))
      .to.throw(StatsError, 'at-risk.learners')
      .with.property('code', 'unknown-view');
    expect(() => dataset.view('nothing like it at all')).to.throw(StatsError, 'There is no view "nothing like it at all".');
  });

  it('answers nothing after it was closed', async () => {
    const dataset = await openDataset(options);
    dataset.close();
    dataset.close();
    expect(() => dataset.view(listed))
      .to.throw(StatsError, 'closed')
      .with.property('code', 'aborted');
  });
});
