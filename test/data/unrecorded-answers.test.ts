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

describe('a clause on what a source does not record', () => {
  const registered = enrollments.map((row) => ({ ...row, last_visit: '2024-01-01' }));
  const unanswered = (dataset: OpenDataset, view: string, fields: readonly string[]): readonly string[] =>
    fields.filter((field) => {
      const { applied, unanswered: those } = dataset.view(view, { clauses: [{ field, in: ['P'] }] });
      return applied.length === 0 && those.length === 1;
    });

  it('is not answered, and leaves every learner where they are', async () => {
    const dataset = await opened({ enrollments: registered });
    const fields = ['problem', 'attempts', 'graded', 'level', 'kind', 'label', 'page_part', 'visited_at', 'grade_bucket', 'org'];
    const videos = ['video_totals.video', 'video_segments.video', 'views', 'passes'];
    expect(unanswered(dataset, 'at-risk.learners', [...fields, ...videos])).to.deep.equal([...fields, ...videos]);
    expect(unanswered(dataset, 'at-risk.learners', ['track', 'last_visit'])).to.deep.equal([]);
  });

  it('is not answered by parents either of what was not given', async () => {
    const blocks = [{ block_id: 'b', course_key: 'c', section: 'P' }];
    const dataset = await opened({ enrollments: registered, blocks, problem_responses: [] });
    const fields = ['page_visits.section', 'video_totals.section', 'problem_outcomes.section'];
    expect(unanswered(dataset, 'at-risk.learners', fields)).to.deep.equal(fields.slice(0, 2));
  });

  it('is answered where there is nothing of a kind that is recorded', async () => {
    const dataset = await opened({ enrollments: registered, problem_responses: [], grades: [] });
    const { length, applied } = dataset.view('at-risk.learners', { clauses: [{ field: 'problem', in: ['P'] }] });
    expect([length, applied.length]).to.deep.equal([0, 1]);
    expect(unanswered(dataset, 'at-risk.learners', ['course_grade', 'grade_bucket', 'state'])).to.deep.equal([]);
  });

  it('is not answered where a creator’s weeks were not supplied', async () => {
    const data = { explorations: [{ id: 'a', num_starts: 9, num_completions: 3 }] };
    const dataset = await openDataset({ provider: 'creator-engagement-stats', now: Date.UTC(2024, 2, 13), data });
    const fields = ['week', 'stars', 'feedback.status', 'status', 'learners'];
    expect(unanswered(dataset, 'creator.explorations', fields)).to.deep.equal(fields);
  });
});
