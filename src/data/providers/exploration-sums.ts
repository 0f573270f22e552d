import { completionRate } from '../../metrics/completion-rate.js';
import { sumOfEach } from '../../metrics/sum-known.js';
import type { Table } from '../table.js';
import { rowsOf } from './rows.js';

/**
 * Starts, completions, completion rate and feedback threads of all explorations of a normal table. The first three are of the same
 * explorations: of those whose starts and completions are both known. Threads are unknown where those of one exploration are, and so is
 * the one of starts and completions that some exploration tells while none tells both.
 */
export function explorationSums(explorations: Table): Record<string, number | null> {
  const counts = Array.from(rowsOf(explorations), (row) => ({
    starts: row.number('starts'),
    completions: row.number('completions'),
    feedback: row.number('feedback'),
  }));
  const both = counts.filter(({ starts, completions }) => starts !== null && completions !== null);
  const [starts, completions] = (['starts', 'completions'] as const).map((name) =>
    sumOfEach((both.length > 0 ? both : counts).map((count) => count[name])),
  );
  return {
    starts: starts ?? null,
    completions: completions ?? null,
    completion_rate: completionRate(completions ?? null, starts ?? null),
    feedback: sumOfEach(counts.map((count) => count.feedback)),
  };
}
