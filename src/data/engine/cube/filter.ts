import type { Clause, Predicate } from '../../../metrics/types.js';
import type { Placed } from '../selection.js';
import type { EntityFilter } from './entity-filter.js';

/** The clauses of one question, by where they are tested. */
export interface Filter {
  /** On rows of the view's table. */
  readonly own: readonly Predicate[];
  /** On what the rows are about. */
  readonly entities?: EntityFilter | undefined;
  /** In other ways on other tables. */
  readonly far?: { readonly key: string; readonly placed: readonly Placed[] } | undefined;
  /** What measures over the course apply; made only where there are such measures. */
  readonly course?: Filter | undefined;
  readonly applied: readonly Clause[];
  readonly unanswered: readonly Clause[];
}

export const NO_FILTER: Filter = { own: [], applied: [], unanswered: [] };

/** A text for all but the predicates on the view's own rows; empty where there is nothing else. */
export function restKey({ entities, far }: Filter): string {
  return entities === undefined && far === undefined ? '' : `${entities?.key ?? ''}\u0005${far?.key ?? ''}`;
}
