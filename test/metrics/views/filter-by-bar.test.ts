import { expect } from '@open-wc/testing';
import { openDataset } from '../../../src/data/open-dataset.js';
import type { Clause } from '../../../src/metrics/types.js';
import { activeCourse } from '../../../stories/support/at-risk-activity.js';
import { STORY_NOW } from '../../../stories/support/at-risk-data.js';

const CHARTS = [
  ['page', 'viewed_one'],
  ['problem', 'attempted_one'],
  ['video', 'viewed_one'],
] as const;

describe('a bar of an engagement chart, as a filter', () => {
  for (const [kind, measure] of CHARTS) {
    it(`leaves exactly the learners that it counts, also where these are none: ${kind}`, async () => {
      const dataset = await openDataset({ provider: 'tables', now: STORY_NOW, tables: activeCourse(60) });
      const bars = dataset.view(`at-risk.${kind}-engagement`).rows();
      expect(bars.length).to.be.greaterThan(3);
      for (const { block_id: id = null, [measure]: learners } of bars) {
        const answer = dataset.view('at-risk.learners', { clauses: [{ origin: 'chart', field: `${kind}_part`, in: [id] }] });
        expect([answer.unanswered.length, answer.length], String(id)).to.deep.equal([0, learners]);
      }
      const none = dataset.view('at-risk.learners', { clauses: [{ origin: 'chart', field: `${kind}_part`, in: ['no such part'] }] });
      expect(none.length).to.equal(0);
    });

    it(`is told apart by its text under the Aspects v8 rules: ${kind}`, async () => {
      const dataset = await openDataset({ provider: 'tables', now: STORY_NOW, tables: activeCourse(60), rules: 'aspects-v8' });
      const counted = { metric: 'at-risk.learners', as: 'learners' };
      const where = [
        { field: 'listed', in: [true] },
        { field: 'kind', in: [kind] },
      ];
      const spec = { id: 'bars', table: 'engagement', where, by: [{ field: 'section_subsection' }], measures: [counted] };
      for (const { section_subsection: part = null, learners } of dataset.view(spec).rows()) {
        const answer = dataset.view('at-risk.learners', { clauses: [{ origin: 'chart', field: `${kind}_part`, in: [part] }] });
        expect(answer.length, String(part)).to.equal(learners);
      }
    });

    it(`leaves of the other charts what those learners did: ${kind}`, async () => {
      const dataset = await openDataset({ provider: 'tables', now: STORY_NOW, tables: activeCourse(60) });
      const [bar] = dataset.view(`at-risk.${kind}-engagement`).rows();
      const clauses: readonly Clause[] = [{ origin: 'chart', field: `${kind}_part`, in: [bar!['block_id'] ?? null] }];
      const actors = dataset
        .view('at-risk.learners', { clauses })
        .rows()
        .map((row) => row['actor_id'] ?? null);
      for (const [other] of CHARTS) {
        const view = `at-risk.${other}-engagement`;
        const chosen = dataset.view(view, { clauses: [{ origin: 'host', field: 'actor_id', in: actors }] }).rows();
        expect(dataset.view(view, { clauses }).rows(), view).to.deep.equal(chosen);
      }
    });
  }
});
