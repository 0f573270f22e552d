import { expect } from '@open-wc/testing';
import { oppiaProvider } from '../../../../src/data/providers/oppia.js';
import { dashboardBody, listedExploration } from '../../../support/oppia-bodies.js';
import { preparedTables, rowsOf } from '../../../support/prepared.js';

describe("what is unknown of Oppia's numbers", () => {
  it('is a count of which the part since December 2017, or one that is null, is not known', async () => {
    const told: readonly (readonly [object, number | null])[] = [
      [{ num_completions_v1: 3, num_completions_v2: 9 }, 12],
      [{ num_completions_v2: 9 }, 9],
      [{ num_completions_v1: 3 }, null],
      [{ num_completions_v1: 3, num_completions_v2: null }, null],
      [{ num_completions_v1: null, num_completions_v2: 9 }, null],
      [{ num_completions: null, num_completions_v1: 3, num_completions_v2: 9 }, 12],
    ];
    for (const [counts, completions] of told) {
      const statistics = { num_starts: 500, state_stats_mapping: { Home: { total_hit_count: 500, ...counts } }, ...counts };
      const data = { dashboard: dashboardBody([listedExploration('exp1')]), statistics: { exp1: statistics } };
      const tables = await preparedTables(oppiaProvider, { data });
      const of = (count: number): number | null => (completions === null ? null : completions / count);
      expect(rowsOf(tables.get('explorations'), ['completions', 'completion_rate']), JSON.stringify(counts)).to.deep.equal([
        { completions, completion_rate: of(500) },
      ]);
      expect(rowsOf(tables.get('states'), ['completions', 'retention'])).to.deep.equal([{ completions, retention: of(500) }]);
    }
  });
});
