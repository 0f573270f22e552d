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
});
