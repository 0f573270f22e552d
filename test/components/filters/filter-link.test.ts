import { expect, fixture } from '@open-wc/testing';
import '../../../src/define/stats-dataset.js';
import { FilterEvent } from '../../../src/components/base/events.js';
import type { FilterDetail } from '../../../src/components/base/events.js';
import type { StatsDataset } from '../../../src/components/filters/stats-dataset.js';
import { until } from '../../support/listed-learners.js';

const DATA = {
  enrollments: ['audit', 'verified'].map((track, at) => ({
    actor_id: `learner ${at}`,
    course_key: 'course-v1:Org+C+R',
    org: 'Org',
    track,
    registered_at: '2024-03-01T00:00:00Z',
  })),
};

/** A dataset that is ready. */
async function dataset(link: string, more = ''): Promise<StatsDataset> {
  const element = await fixture<StatsDataset>(`<stats-dataset provider="tables" now="2024-06-01" link="${link}" ${more}></stats-dataset>`);
  element.data = DATA;
  await until(() => element.pageDataset?.status.kind === 'ready');
  return element;
}

async function filter(element: StatsDataset, detail: Omit<FilterDetail, 'origin'>): Promise<void> {
  element.dispatchEvent(new FilterEvent({ origin: 'host', ...detail }));
  await element.updateComplete;
}

const fieldsOf = ({ clauses }: StatsDataset): readonly string[] => clauses.map(({ field }) => field);
const AUDIT = { field: 'track', in: ['audit'] };
const ORG = { field: 'org', in: ['Org'] };

describe('datasets that link a field', () => {
  it('pass its filters on, with their origin, and no others', async () => {
    const [one, other] = [await dataset('track org'), await dataset('org  track')];
    const changes: number[] = [];
    other.addEventListener('stats-filter-change', ({ detail }) => changes.push(detail.shown));
    await filter(one, AUDIT);
    await filter(one, { field: 'course_key', in: ['course-v1:Org+C+R'] });
    expect(fieldsOf(one)).to.deep.equal(['track', 'course_key']);
    expect(other.clauses).to.deep.equal([{ origin: 'host', ...AUDIT }]);
    await until(() => changes.length === 1);
    expect(other.getState().clauses).to.deep.equal([{ origin: 'host', ...AUDIT }]);
  });

  it('clear them for each other, from either side and all at once', async () => {
    const [one, other] = [await dataset('track org'), await dataset('track org')];
    await filter(one, AUDIT);
    await filter(other, { field: 'track' });
    expect([one, other].flatMap(fieldsOf)).to.deep.equal([]);
    await filter(one, AUDIT);
    await filter(one, { field: 'track', in: ['verified'] });
    expect(other.clauses.map(({ in: values }) => values)).to.deep.equal([['verified']]);
    await filter(other, { field: 'course_key', in: [] });
    one.clearFilters();
    expect(fieldsOf(other)).to.deep.equal(['course_key']);
    one.setState({ version: 1, clauses: [{ origin: 'saved', ...ORG }], params: {} });
    expect(fieldsOf(other)).to.deep.equal(['course_key', 'org']);
    other.setState({ version: 1, clauses: [], params: {} });
    expect(one.clauses).to.deep.equal([]);
  });

  it('are all those that link it, and none that links another', async () => {
    const [first, second, third] = [await dataset('track'), await dataset('track org'), await dataset('org')];
    const apart = await dataset('');
    await filter(first, AUDIT);
    await filter(second, ORG);
    expect([first, second, third, apart].map(fieldsOf)).to.deep.equal([['track'], ['track', 'org'], ['org'], []]);
    await filter(third, { field: 'org' });
    expect([first, second, third].map(fieldsOf)).to.deep.equal([['track'], ['track'], []]);
  });

  it('are as many as there are', async () => {
    const three = [await dataset('track'), await dataset('track'), await dataset('track')];
    await filter(three[1]!, AUDIT);
    expect(three.flatMap(fieldsOf)).to.deep.equal(['track', 'track', 'track']);
    await filter(three[2]!, { field: 'track' });
    expect(three.flatMap(fieldsOf)).to.deep.equal([]);
  });

  it('that come later get what is set, and pass on what was set in them', async () => {
    const one = await dataset('track org');
    await filter(one, AUDIT);
    const other = await dataset('');
    await filter(other, ORG);
    other.link = 'track org';
    await other.updateComplete;
    expect(fieldsOf(one)).to.deep.equal(['track', 'org']);
    expect(fieldsOf(other)).to.deep.equal(['org', 'track']);
  });

  it('keep what was passed on when they go, or link it no more', async () => {
    const [one, other] = [await dataset('track'), await dataset('track')];
    await filter(one, AUDIT);
    one.remove();
    expect(fieldsOf(other)).to.deep.equal(['track']);
    const third = await dataset('track');
    expect(fieldsOf(third)).to.deep.equal(['track']);
    third.removeAttribute('link');
    await third.updateComplete;
    await filter(other, { field: 'track' });
    expect(fieldsOf(third)).to.deep.equal(['track']);
  });

  it('have it linked anew where their data are others', async () => {
    const [one, other] = [await dataset('track'), await dataset('track')];
    one.data = { ...DATA };
    await until(() => one.pageDataset?.status.kind === 'ready');
    await filter(other, AUDIT);
    expect(fieldsOf(one)).to.deep.equal(['track']);
    await filter(one, { field: 'track' });
    expect(fieldsOf(other)).to.deep.equal([]);
  });

  it('link none that is personal, and the console says so', async () => {
    const warned: string[] = [];
    const { warn } = console;
    console.warn = (text: string) => void warned.push(text);
    try {
      const one = await dataset('learners.name track email');
      await filter(one, AUDIT);
      const other = await dataset('track learners.name');
      expect(fieldsOf(other)).to.deep.equal(['track']);
    } finally {
      console.warn = warn;
    }
    expect(warned).to.have.length(2);
    expect(warned[0]).to.match(/link: expected fields that are not personal, got learners\.name email$/);
  });
});
