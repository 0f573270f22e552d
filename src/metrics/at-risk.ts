import { periodRange } from './period.js';
import { isDate } from './week.js';

const DAY_MS = 86_400_000;

/** Days after which Open edX Aspects lists a learner; fixed there. */
const ASPECTS_INACTIVE_DAYS = 7;

/** Columns of `enrollments` that are unknown where nothing tells visits. */
export const ENROLLED_BY_VISITS: readonly string[] = ['last_visit', 'days_inactive', 'listed', 'list_change', 'never_started'];

/** Settings of the at-risk rule. */
export interface AtRiskRules {
  /** Listed from so many times 24 hours without being seen. */
  readonly inactiveDays: number;
  /** What counts as being seen: a visit of a page, or any recorded activity. Either way only who visited at least once is listed. */
  readonly from: 'visit' | 'activity';
  /** Whether the latest enrolment (or change of track) counts as being seen, too. */
  readonly reenrollmentCounts: boolean;
  /** Days that do not count as inactive: first and last local date of each break, both included. They may overlap. */
  readonly breaks: readonly (readonly [string, string])[];
}

/** Seven or more days since the last visit; no breaks. */
export const DEFAULT_AT_RISK_RULES: AtRiskRules = { inactiveDays: 7, from: 'visit', reenrollmentCounts: false, breaks: [] };

/** Where one learner stands in one course. Instants are epoch milliseconds, null where there is none. */
export interface Standing {
  /** The latest enrolment event is a registration. */
  readonly enrolled: boolean;
  readonly passed: boolean;
  readonly lastVisit: number | null;
  /** Of any recorded statement, visits included. */
  readonly lastActivity: number | null;
  /** Of the latest enrolment event. */
  readonly enrolledAt: number | null;
}

/** Instants from ≤ x < to, epoch milliseconds. */
export type Span = readonly [number, number];

/** Whether a value is a number of days that a learner may be inactive. */
export function isDays(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

/** Whether a value is a list of breaks. */
export function areBreaks(value: unknown): value is AtRiskRules['breaks'] {
  return Array.isArray(value) && value.every(isBreak);
}

/** Whether a value is a break: two dates that exist, the second not before the first. */
export function isBreak(value: unknown): value is readonly [from: string, to: string] {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [from, to] = value as readonly unknown[];
  return typeof from === 'string' && typeof to === 'string' && isDate(from) && isDate(to) && from <= to;
}

/**
 * Breaks (`areBreaks`) as instants: from the first moment of the first local date to the last moment of the last, in order, overlaps
 * joined. Throws RangeError for an unknown time zone.
 */
export function breakSpans(breaks: AtRiskRules['breaks'], timezone: string): Span[] {
  const spans = breaks.map(([from, to]): Span => [periodRange(from, 'day', timezone)[0], periodRange(to, 'day', timezone)[1]]);
  spans.sort((a, b) => a[0] - b[0]);
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last !== undefined && span[0] <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], span[1])];
    else joined.push(span);
  }
  return joined;
}

/**
 * Whole 24 hours from `seen` to `now`, time inside a break left out: 23 h 59 min is 0, and with 3 break days in between 10 days
 * are 7. Never negative. `breaks` as `breakSpans` gives them.
 */
export function daysInactive(seen: number, now: number, breaks: readonly Span[] = []): number {
  return Math.floor(inactiveMilliseconds(seen, now, breaks) / DAY_MS);
}

/**
 * When a learner was last seen, as the rule means it: the last visit, or with `from: 'activity'` the last activity; with
 * `reenrollmentCounts` the latest enrolment if that is later. Null for who never visited, whatever else there was.
 */
export function lastSeen(standing: Standing, rules: AtRiskRules | 'aspects-v8'): number | null {
  if (standing.lastVisit === null || rules === 'aspects-v8') return standing.lastVisit;
  let seen = standing.lastVisit;
  if (rules.from === 'activity') seen = Math.max(seen, standing.lastActivity ?? seen);
  if (rules.reenrollmentCounts) seen = Math.max(seen, standing.enrolledAt ?? seen);
  return seen;
}

/**
 * Whether a learner is listed: enrolled, not passed, visited at least once, and not seen for `inactiveDays` × 24 h or more
 * before `now`, breaks left out. Exactly seven days are listed.
 *
 * `aspects-v8` lists from strictly more than 7 × 24 h after the last visit (Open edX Aspects, at_risk_learner_filter): exactly
 * seven days are not listed, and there are no breaks.
 */
export function isAtRisk(
  standing: Standing,
  now: number,
  rules: AtRiskRules | 'aspects-v8' = DEFAULT_AT_RISK_RULES,
  breaks: readonly Span[] = [],
): boolean {
  const seen = lastSeen(standing, rules);
  if (!standing.enrolled || standing.passed || seen === null) return false;
  if (rules === 'aspects-v8') return now - seen > ASPECTS_INACTIVE_DAYS * DAY_MS;
  return inactiveMilliseconds(seen, now, breaks) >= rules.inactiveDays * DAY_MS;
}

/** What became of a learner on the list since an earlier moment. */
export type ListChange = 'new' | 'back' | 'same';

/** How long before `now` the list is compared with: seven times 24 hours, whatever the threshold of the rule. */
export const LIST_COMPARED_MS = 7 * DAY_MS;

/**
 * `new`: listed now and not then. `back`: listed then, not listed now, still enrolled, not passed, and seen since. `same`: all others;
 * who passed or left the course since is not back. `then` is the moment of the earlier list, epoch milliseconds.
 */
export function listChange(
  standing: Standing,
  rules: AtRiskRules | 'aspects-v8',
  { listed, listedThen, then }: { readonly listed: boolean; readonly listedThen: boolean; readonly then: number },
): ListChange {
  if (listed) return listedThen ? 'same' : 'new';
  const seenSince = (lastSeen(standing, rules) ?? -Infinity) > then;
  return listedThen && standing.enrolled && !standing.passed && seenSince ? 'back' : 'same';
}

/** Whether a learner is enrolled, has not passed and never visited: these are invisible to the at-risk rule. */
export function isNeverStarted(standing: Standing): boolean {
  return standing.enrolled && !standing.passed && standing.lastVisit === null;
}

/**
 * First and last moment of the local day that a date names, given as its midnight in UTC. A visit known by its day alone counts as
 * at the last: nobody is listed a day early.
 */
export function dayOfVisit(dateInUtc: number, timezone: string): Span {
  const [from, to] = periodRange(new Date(dateInUtc).toISOString().slice(0, 10), 'day', timezone);
  return [from, to - 1];
}

/**
 * When something counts as having happened: what is known by its day alone at the end of that local day, or at `now` if the day has begun
 * and goes on. Later than `now` only if none of it has begun.
 */
export function countedTime(
  time: number,
  isDayOnly: boolean,
  { now, timezone }: { readonly now: number; readonly timezone: string },
): number {
  if (!isDayOnly) return time;
  const [from, end] = dayOfVisit(time, timezone);
  return from < now ? Math.min(end, now) : end;
}

function inactiveMilliseconds(seen: number, now: number, breaks: readonly Span[]): number {
  let inactive = Math.max(0, now - seen);
  for (const [from, to] of breaks) inactive -= Math.max(0, Math.min(to, now) - Math.max(from, seen));
  return inactive;
}
