import type { Clause, Params, ViewSpec } from '../../../metrics/types.js';

/** A further view that a widget asks for with its own. */
export interface Companion {
  readonly view: string | ViewSpec;
  readonly params?: Params;
  /** Its filters, where they are others than those of the widget. */
  readonly clauses?: readonly Clause[];
}

/** The companions of a widget; a function where they change with the filters of others. */
export type Companions = readonly Companion[] | (() => readonly Companion[]);

/** Those of now. */
export function companionsOf(companions: Companions): readonly Companion[] {
  return typeof companions === 'function' ? companions() : companions;
}
