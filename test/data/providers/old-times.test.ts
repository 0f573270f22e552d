import { expect } from '@open-wc/testing';
import { openDataset } from '../../../src/data/open-dataset.js';
import { SESSION_EXTENSION } from '../../../src/tracker/statement.js';
import { dashboardBody, listedExploration, loggedEvent, ndjson } from '../../support/oppia-bodies.js';
import { TABLES } from '../../support/xapi-course.js';
import { enrolled, visited } from '../../support/xapi-statements.js';

/** What programs write where they have no time: the year 1, 1601, and the beginning of 1970. */
const NO_TIMES = ['0001-01-01T00:00:00.000Z', '1601-01-01T00:00:00.000Z', '1970-01-01T00:00:00.000Z'];

function initialized(session: string, timestamp: string): object {
  return {
    id: `statement of ${session}`,
    actor: { account: { homePage: 'https://site.example', name: session } },
    verb: { id: 'http://adlnet.gov/expapi/verbs/initialized' },
    object: { id: 'https://site.example/explore/a' },
    context: { extensions: { [SESSION_EXTENSION]: session } },
    timestamp,
  };
}

for (const time of NO_TIMES) {
  describe(`what is said to have happened at ${time}`, () => {
    const reason = `expected a time after the beginning of 1970, got ${time}`;

    it('is left out of statements and counted', async () => {
      const data = [enrolled('2024-01-10'), visited('u1', '2024-02-01'), visited('u1', time)];
      const dataset = await openDataset({ provider: 'xapi', data, tables: TABLES, now: '2024-03-13' });
      const periods = dataset.view('at-risk.visits-over-time').rows();
      expect(periods.map(({ period, learners }) => [period, learners])).to.deep.equal([['2024-02-01', 1]]);
      expect(dataset.notes.skipped).to.include({ count: 1 });
      expect(dataset.notes.skipped?.first).to.match(new RegExp(`timestamp: ${reason}$`));
      dataset.close();
    });

    it('is left out of sessions of statements and counted', async () => {
      const data = [initialized('s1', time), initialized('s2', '2024-03-04T10:00:00Z')];
      const dataset = await openDataset({ provider: 'xapi', data, now: '2024-03-13' });
      expect(dataset.view('creator.explorations').rows()[0]).to.include({ starts: 1 });
      expect(dataset.view('creator.trend').rows()).to.have.length(1);
      expect(dataset.notes.skipped).to.include({ count: 1 });
      dataset.close();
    });

    it("is left out of Oppia's log and counted", async () => {
      const start = (session: string): object => loggedEvent('start', session, 0, 'A', 0, 'a');
      const events = ndjson([{ ...start('s1'), created_on: time }, start('s2')]);
      const data = { dashboard: dashboardBody([listedExploration('a')]) };
      const dataset = await openDataset({ provider: 'oppia', data, events, now: '2024-03-13' });
      expect(dataset.view('creator.trend').rows()).to.have.length(1);
      expect(dataset.notes.skipped).to.include({ count: 1, total: 2 });
      expect(dataset.notes.skipped?.first).to.include('created_on: expected a time after the beginning of 1970, got');
      dataset.close();
    });

    it('is unknown in tables and counted', async () => {
      const rows = (...times: string[]): object[] =>
        times.map((visited_at) => ({ course_key: 'c', actor_id: 'ann', block_id: 'u1', visited_at }));
      const enrollments = [{ course_key: 'c', actor_id: 'ann', enrollment_status: 'registered', first_enrolled_at: time }];
      const tables = { enrollments, page_visits: rows('2024-02-01T09:00:00Z', time, time.slice(0, 10)) };
      const dataset = await openDataset({ provider: 'tables', tables, now: '2024-03-13' });
      expect(dataset.view('at-risk.learners').rows()[0]).to.include({ first_enrolled_at: null, last_visit: '2024-02-01T09:00:00.000Z' });
      expect(dataset.view('at-risk.visits-over-time').rows()).to.have.length(1);
      expect(dataset.notes.skipped).to.include({ count: 3, total: 4, first: `enrollments[0].first_enrolled_at: ${reason}` });
      dataset.close();
    });

    it('leaves the list to those who are said to have visited', async () => {
      const enrollments = [{ course_key: 'c', actor_id: 'ann', enrollment_status: 'registered' }];
      const page_visits = [{ course_key: 'c', actor_id: 'ann', block_id: 'u1', visited_at: time }];
      const dataset = await openDataset({ provider: 'tables', tables: { enrollments, page_visits }, now: '2024-03-13' });
      expect(dataset.view('at-risk.learners').rows()).to.deep.equal([]);
      dataset.close();
    });
  });
}
