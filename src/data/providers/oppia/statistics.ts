import type { Checked } from '../checked.js';

/** Counts of one state of an exploration. */
export interface StateCounts {
  readonly state: string;
  readonly firstHits: number | null;
  readonly hits: number | null;
  readonly answers: number | null;
  readonly usefulFeedback: number | null;
  readonly solutionViews: number | null;
  readonly completions: number | null;
}

/** Counts of one exploration, all its versions together. */
export interface ExplorationCounts {
  readonly starts: number | null;
  readonly actualStarts: number | null;
  readonly completions: number | null;
  readonly states: readonly StateCounts[];
}

/**
 * The body of `/createhandler/statistics/<id>`. Counts that are missing are unknown. A stored model, whose counts stand apart as
 * `…_v1` (before December 2017) and `…_v2`, is read as their sum, as the handler merges them: unknown where one of the two is. Throws
 * `invalid` on a wrong type.
 */
export function readStatistics(body: Checked): ExplorationCounts {
  return {
    starts: mergedCount(body, 'num_starts'),
    actualStarts: mergedCount(body, 'num_actual_starts'),
    completions: mergedCount(body, 'num_completions'),
    states: body
      .get('state_stats_mapping')
      .entries()
      .map(([state, counts]) => ({
        state,
        firstHits: mergedCount(counts, 'first_hit_count'),
        hits: mergedCount(counts, 'total_hit_count'),
        answers: mergedCount(counts, 'total_answers_count'),
        usefulFeedback: mergedCount(counts, 'useful_feedback_count'),
        solutionViews: mergedCount(counts, 'num_times_solution_viewed'),
        completions: mergedCount(counts, 'num_completions'),
      })),
  };
}

/** Of the two parts only the one before 2017 may be missing: some counts never had it. */
function mergedCount(counts: Checked, name: string): number | null {
  const merged = counts.get(name).count();
  if (merged !== null) return merged;
  const before = counts.get(`${name}_v1`);
  const [older, newer] = [before.value === undefined ? 0 : before.count(), counts.get(`${name}_v2`).count()];
  return older === null || newer === null ? null : older + newer;
}
