import { expect } from '@open-wc/testing';
import { openDataset } from '../../../src/data/open-dataset.js';
import { TABLES } from '../../support/xapi-course.js';
import { enrolled, visited } from '../../support/xapi-statements.js';

describe('statements from before there was such a thing', () => {
  it('are left out and counted, as programs write the year 1 where they have no time', async () => {
    const data = [enrolled('2024-01-10'), visited('u1', '2024-02-01'), visited('u1', '0001-01-01T00:00:00Z')];
    const dataset = await openDataset({ provider: 'xapi', data, tables: TABLES, now: '2024-03-13' });
    const periods = dataset.view('at-risk.visits-over-time').rows();
    expect(periods.map(({ period, learners }) => [period, learners])).to.deep.equal([['2024-02-01', 1]]);
    expect(dataset.notes.skipped).to.include({ count: 1 });
    expect(dataset.notes.skipped?.first).to.match(/timestamp: expected a time from 1970 on, got 0001-01-01T00:00:00\.000Z$/);
    dataset.close();
  });
});
