import type { ViewSpec } from './types.js';
import { AT_RISK_VIEWS, AT_RISK_VIEWS_ASPECTS_V8 } from './views/at-risk.js';
import { CREATOR_VIEWS } from './views/creator.js';

/** The view of that id; under `aspects-v8` the at-risk views that count differently there. Undefined for an id that is no view. */
export function viewSpec(id: string, rules?: 'aspects-v8'): ViewSpec | undefined {
  const aspects = rules === 'aspects-v8' ? AT_RISK_VIEWS_ASPECTS_V8.get(id) : undefined;
  return aspects ?? AT_RISK_VIEWS.get(id) ?? CREATOR_VIEWS.get(id);
}

/** Ids of all views. */
export function viewIds(): readonly string[] {
  return [...CREATOR_VIEWS.keys(), ...AT_RISK_VIEWS.keys()];
}
