import { completionRate } from '../../metrics/completion-rate.js';
import { sumKnown, sumOfEach } from '../../metrics/sum-known.js';
import type { Table } from '../table.js';
import { rowsOf } from './rows.js';

/**
 * Starts, completions, completion rate and feedback threads of all explorations of a normal table. The rate is of the
 * explorations whose starts and completions are both known; threads are unknown where those of one exploration are.
 */
export function explorationSums(explorations: Table): Record<string, number | null> {
  const counts = Array.from(rowsOf(explorations), (row) => ({
    starts: row.number('starts'),
    completions: row.number('completions'),
    feedback: row.number('feedback'),
  }));
  const both = counts.filter(({ starts, completions }) => starts !== null && completions !== null);
  return {
    starts: sumKnown(counts.map((count) => count.starts)),
    completions: sumKnown(counts.map((count) => count.completions)),
    completion_rate: completionRate(sumKnown(both.map((count) => count.completions)), sumKnown(both.map((count) => count.starts))),
    feedback: sumOfEach(counts.map((count) => count.feedback)),
  };
}
