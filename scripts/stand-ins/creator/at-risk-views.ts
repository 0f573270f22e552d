import type * as whole from '../../../src/metrics/views/at-risk.js';

export const AT_RISK_VIEWS: typeof whole.AT_RISK_VIEWS = new Map();
export const AT_RISK_VIEWS_ASPECTS_V8: typeof whole.AT_RISK_VIEWS_ASPECTS_V8 = AT_RISK_VIEWS;
