import type { ViewSpec } from '../types.js';

/** The views of the At-Risk Learner Dashboard under the corrected rules. */
export const AT_RISK_VIEWS: ReadonlyMap<string, ViewSpec> = new Map();

/** The views that Aspects v8 counts differently. */
export const AT_RISK_VIEWS_ASPECTS_V8: ReadonlyMap<string, ViewSpec> = new Map();
