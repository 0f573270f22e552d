import { expect } from '@open-wc/testing';
import { openDataset } from '../../src/data/open-dataset.js';
import type { OpenDataset } from '../../src/data/open-dataset.js';

const enrollments = [
  { course_key: 'c', actor_id: 'here', enrollment_status: 'registered', track: 'audit' },
  { course_key: 'c', actor_id: 'passed', enrollment_status: 'registered', track: 'audit', state: 'passed' },
  { course_key: 'c', actor_id: 'left', enrollment_status: 'unregistered', track: 'honor' },
];
const WHY = 'The tables that were given do not say when learners last visited.';

function opened(tables: Readonly<Record<string, unknown>>): Promise<OpenDataset> {
  return openDataset({ provider: 'tables', now: Date.UTC(2024, 2, 13), tables });
}

describe('what depends on visits, of a source that records none', () => {
  it('is unknown of a learner, but for who is no learner at risk whatever the visits', async () => {
    const dataset = await opened({ enrollments });
    const spec = { id: 'mine', table: 'enrollments', select: ['actor_id', 'listed', 'list_change', 'never_started'] };
    expect(dataset.view(spec).rows()).to.deep.equal([
      { actor_id: 'here', listed: null, list_change: null, never_started: null },
      { actor_id: 'passed', listed: false, list_change: null, never_started: null },
      { actor_id: 'left', listed: false, list_change: null, never_started: null },
    ]);
  });

  it('is an unknown number beside those that are known, not zero', async () => {
    const dataset = await opened({ enrollments });
    const [row] = dataset.view('at-risk.approval').rows();
    expect(row).to.deep.equal({ enrolled: 2, passed: 1, passed_share: 0.5, listed: null, listed_would_pass: null });
    const [changes] = dataset.view('at-risk.list-changes').rows();
    expect(changes).to.deep.equal({ new_on_list: null, back_again: null, compared: null });
  });

  it('is an unknown number in every group that is always there, not zero', async () => {
    const dataset = await opened({ enrollments });
    const ranges = dataset.view('at-risk.grade-distribution').rows();
    expect(ranges.length).to.equal(11);
    expect(new Set(ranges.map(({ learners }) => learners))).to.deep.equal(new Set([null]));
  });

  it('is nobody enrolled only where it is told who is', async () => {
    const untold = enrollments.map(({ enrollment_status: _, ...row }) => ({ ...row, last_visit: '2024-01-01' }));
    const [row] = (await opened({ enrollments: untold })).view('at-risk.approval').rows();
    expect(row).to.deep.equal({ enrolled: null, passed: null, passed_share: null, listed: null, listed_would_pass: null });
  });

  it('says why where all of an answer depends on it', async () => {
    const dataset = await opened({ enrollments });
    for (const view of ['at-risk.learners', 'at-risk.tracks', 'at-risk.visits-over-time', 'at-risk.never-started']) {
      expect(dataset.view(view).unrecorded, view).to.equal(WHY);
    }
    expect(dataset.view('at-risk.approval')).not.to.have.property('unrecorded');
  });

  it('is not who has passed: that is unknown where neither states nor grades are given', async () => {
    const visited = enrollments.map(({ state: _, ...row }) => ({ ...row, last_visit: '2024-01-01' }));
    const [row] = (await opened({ enrollments: visited })).view('at-risk.approval').rows();
    expect(row).to.deep.equal({ enrolled: 2, passed: null, passed_share: null, listed: 2, listed_would_pass: null });
    const graded = await opened({ enrollments: visited, grades: [] });
    expect(graded.view('at-risk.approval').rows()[0]).to.include({ passed: 0, passed_share: 0 });
  });

  it('is counted where visits are given, though there are none', async () => {
    const dataset = await opened({ enrollments, page_visits: [] });
    expect(dataset.view('at-risk.approval').rows()[0]).to.include({ listed: 0, listed_would_pass: null });
    expect(dataset.view('at-risk.tracks')).not.to.have.property('unrecorded');
  });
});
