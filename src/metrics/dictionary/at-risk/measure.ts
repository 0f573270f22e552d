import type { Aggregation, DictionaryEntry, Metric, Unit } from '../../types.js';

/** Learners, each once. */
export const DISTINCT: Aggregation = { op: 'countDistinct', field: 'actor_id' };
/** The edge case of such a count. */
export const ONCE = 'A learner is counted once in a group, however many rows there are.';

/** A measure, its fields in the order in which they are said. */
export function measure(
  id: string,
  label: string,
  definition: string,
  unit: Unit,
  aggregate: Aggregation,
  formula: string,
  source: string,
  edgeCases: readonly string[] = [],
): DictionaryEntry & Metric {
  return { id, label, definition, unit, aggregate, formula, source, edgeCases };
}
