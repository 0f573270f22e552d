import type { Clause, Params, ViewSpec } from '../../metrics/types.js';

/** A further view that a widget asks for with its own. */
export interface Companion {
  readonly view: string | ViewSpec;
  readonly params?: Params;
  /** Its filters, where they are others than those of the widget. */
  readonly clauses?: readonly Clause[];
}
