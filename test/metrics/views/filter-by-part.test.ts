import { expect } from '@open-wc/testing';
import { openDataset } from '../../../src/data/open-dataset.js';
import { activeCourse } from '../../../stories/support/at-risk-activity.js';
import { STORY_NOW } from '../../../stories/support/at-risk-data.js';

describe('a row of a table of the course, as a filter', () => {
  for (const view of ['at-risk.sections', 'at-risk.subsections']) {
    it(`leaves as many learners on the list as it says: ${view}`, async () => {
      const dataset = await openDataset({ provider: 'tables', now: STORY_NOW, tables: activeCourse(60) });
      const parts = dataset.view(view);
      const field = parts.columns.find(({ name }) => name === 'block_id')?.field ?? '';
      const rows = parts.rows();
      const all = dataset.view('at-risk.learners').length;
      expect(rows.some(({ learners }) => Number(learners) < all)).to.equal(true);
      for (const { block_id: id = null, learners } of rows) {
        const answer = dataset.view('at-risk.learners', { clauses: [{ field, in: [id] }] });
        expect([answer.unanswered.length, answer.length], String(id)).to.deep.equal([0, learners]);
      }
    });
  }

  it('tells what stands directly in one section from what stands directly in another, and in its subsections', async () => {
    const place = (section: string) => ({ course_key: 'c', block_type: 'unit', section, section_block: section });
    const visit = (actor_id: string, block_id: string) => ({ course_key: 'c', actor_id, block_id, visited_at: '2024-01-01' });
    const tables = {
      enrollments: ['a', 'b', 'd'].map((actor_id) => ({ course_key: 'c', actor_id, enrollment_status: 'registered' })),
      blocks: [
        { ...place('one'), block_id: 'u1' },
        { ...place('two'), block_id: 'u2' },
        { ...place('two'), block_id: 'u3', subsection: 'sub', subsection_block: 'sub' },
      ],
      page_visits: [visit('a', 'u1'), visit('a', 'u2'), visit('b', 'u2'), visit('d', 'u3')],
    };
    const dataset = await openDataset({ provider: 'tables', now: STORY_NOW, tables });
    const parts = dataset.view('at-risk.subsections');
    const field = parts.columns.find(({ name }) => name === 'block_id')?.field ?? '';
    const counted = parts.rows().map(({ block_id: id = null, subsection, learners }) => {
      const answer = dataset.view('at-risk.learners', { clauses: [{ field, in: [id] }] });
      return [id, subsection, learners, answer.length, answer.unanswered.length];
    });
    expect(counted).to.have.deep.members([
      ['one', null, 1, 1, 0],
      ['two', null, 2, 2, 0],
      ['sub', 'sub', 1, 1, 0],
    ]);
  });
});
