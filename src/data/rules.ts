import { areBreaks, DEFAULT_AT_RISK_RULES, isDays } from '../metrics/at-risk.js';
import type { AtRiskRules } from '../metrics/at-risk.js';
import type { Settings } from './provider.js';
import { unlike } from './unlike.js';

/** What `isDays` and `areBreaks` expect. */
export const DAYS = 'a number from 0';
export const BREAKS = 'pairs of dates YYYY-MM-DD';

/**
 * The rules that a host asks for: `aspects-v8`, or the default with what it gives in its place. Throws StatsError `bad-option`
 * naming the setting and its value.
 */
export function parseRules(given: unknown): Settings['rules'] {
  if (given === undefined) return DEFAULT_AT_RISK_RULES;
  if (given === 'aspects-v8') return given;
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw unlike('bad-option', 'rules', 'aspects-v8 or an object of settings', given);
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(DEFAULT_AT_RISK_RULES, name));
  if (unknown !== undefined) throw unlike('bad-option', 'rules', Object.keys(DEFAULT_AT_RISK_RULES).join(', '), unknown);
  const { inactiveDays, from, reenrollmentCounts, breaks } = { ...DEFAULT_AT_RISK_RULES, ...withoutUndefined(given) };
  if (!isDays(inactiveDays)) throw unlike('bad-option', 'rules.inactiveDays', DAYS, inactiveDays);
  if (from !== 'visit' && from !== 'activity') throw unlike('bad-option', 'rules.from', 'visit or activity', from);
  if (typeof reenrollmentCounts !== 'boolean') throw unlike('bad-option', 'rules.reenrollmentCounts', 'true or false', reenrollmentCounts);
  if (!areBreaks(breaks)) throw unlike('bad-option', 'rules.breaks', BREAKS, breaks);
  return { inactiveDays, from, reenrollmentCounts, breaks };
}

function withoutUndefined(given: object): Partial<Record<keyof AtRiskRules, unknown>> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
