import { DEFAULT_AT_RISK_RULES, isBreak } from '../metrics/at-risk.js';
import type { AtRiskRules } from '../metrics/at-risk.js';
import type { Settings } from './provider.js';
import { StatsError } from './stats-error.js';

/**
 * The rules that a host asks for: `aspects-v8`, or the default with what it gives in its place. Throws StatsError `bad-option`
 * naming the setting and its value.
 */
export function parseRules(given: unknown): Settings['rules'] {
  if (given === undefined) return DEFAULT_AT_RISK_RULES;
  if (given === 'aspects-v8') return given;
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw refused('rules', 'aspects-v8 or an object of settings', given);
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(DEFAULT_AT_RISK_RULES, name));
  if (unknown !== undefined) throw refused('rules', Object.keys(DEFAULT_AT_RISK_RULES).join(', '), unknown);
  const { inactiveDays, from, reenrollmentCounts, breaks } = { ...DEFAULT_AT_RISK_RULES, ...withoutUndefined(given) };
  if (typeof inactiveDays !== 'number' || !(inactiveDays >= 0 && Number.isFinite(inactiveDays))) {
    throw refused('rules.inactiveDays', 'a number from 0', inactiveDays);
  }
  if (from !== 'visit' && from !== 'activity') throw refused('rules.from', 'visit or activity', from);
  if (typeof reenrollmentCounts !== 'boolean') throw refused('rules.reenrollmentCounts', 'true or false', reenrollmentCounts);
  if (!Array.isArray(breaks) || !breaks.every(isBreak)) throw refused('rules.breaks', 'pairs of dates YYYY-MM-DD', breaks);
  return { inactiveDays, from, reenrollmentCounts, breaks };
}

function withoutUndefined(given: object): Partial<Record<keyof AtRiskRules, unknown>> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function refused(name: string, expected: string, value: unknown): StatsError {
  return new StatsError('bad-option', `${name}: expected ${expected}, got ${JSON.stringify(value) ?? String(value)}.`);
}
