import { ENOUGH_STARTS } from './enough.js';
import { chanceOfDifference } from './exact-test.js';
import { differenceInterval, LEVEL, quantileFor, wilsonInterval } from './interval.js';
import type { Part } from './interval.js';
import { sumOfAll } from './sum-known.js';
import { addDays } from './week.js';

const WEEK_DAYS = 7;

export type InsightKind = 'retains-better' | 'retains-worse' | 'loses-most-here' | 'changed-since-last-week';

/** Counts of one exploration, or of one of its states or weeks, of which a share is compared. */
export interface Counted {
  readonly exploration: string;
  /** The state, or the Monday of the week; null for the exploration as a whole. */
  readonly place: string | null;
  /** Starts, or times the state was shown. */
  readonly starts: number | null;
  readonly completions: number | null;
}

/** A difference that is larger than chance, with its evidence. Shares are fractions. */
export interface Insight {
  readonly exploration: string;
  readonly place: string | null;
  readonly kind: InsightKind;
  readonly metric: 'completion_rate' | 'retention';
  readonly value: number;
  /** The share of those it is compared with. */
  readonly expected: number;
  /** Interval of `value`, at the level that allows for all comparisons made. */
  readonly low: number;
  readonly high: number;
  /** Starts that `value` is of. */
  readonly learners: number;
  /** Starts that `expected` is of. */
  readonly otherStarts: number;
}

/** What insights are made from. */
export interface InsightInput {
  readonly explorations: readonly Counted[];
  /** In learning order; without the last, which cannot be completed. */
  readonly states: readonly Counted[];
  /** Over: a week that goes on has starts that may still be completed. */
  readonly weeks: readonly Counted[];
}

interface Comparison {
  readonly of: Counted;
  readonly seen: Part;
  readonly others: Part;
  readonly kind: InsightKind | undefined;
}

/**
 * What stands out among a creator's explorations: each compared with the creator's others, each state with the other states of
 * its exploration, each latest week with the seven days before it, not with an earlier week. Only where the 95 % interval of the
 * difference, widened for the number of comparisons made (Bonferroni), leaves out 0, Fisher's exact test agrees at the same level, which
 * holds close to 0 and 1, too, and both sides have at least `ENOUGH_STARTS`: the others all together, so that those with few starts are
 * among them. A share above 1 comes from counts that contradict each other and is never compared. Where one state of an exploration that
 * somebody may have reached is not known, which may lose more, nothing is said of the others. The largest possible improvement
 * (completions to be won) comes first.
 */
export function insights({ explorations, states, weeks }: InsightInput): Insight[] {
  const comparisons = [
    ...compareWithOthers(explorations, undefined),
    ...groups(states).flatMap((those) => compareWithOthers(those, 'loses-most-here')),
    ...groups(weeks).flatMap(compareWeeks),
  ];
  const found = comparisons.flatMap((comparison) => judged(comparison, comparisons.length));
  return onlyWorstState(found).sort((a, b) => gain(b) - gain(a) || order(a, b));
}

function compareWithOthers(all: readonly Counted[], kind: InsightKind | undefined): Comparison[] {
  const known = all.flatMap((of) => {
    const seen = partOf(of);
    return seen === undefined ? [] : [{ of, seen }];
  });
  if (kind === 'loses-most-here' && all.some(mayLoseMore)) return [];
  const total = sum(known.map(({ seen }) => seen));
  return known.flatMap(({ of, seen }) => {
    const others = { part: total.part - seen.part, count: total.count - seen.count };
    return isEnough(seen) && isEnough(others) ? [{ of, seen, others, kind }] : [];
  });
}

function compareWeeks(weeks: readonly Counted[]): Comparison[] {
  const latest = weeks.reduce((last, { place }) => (place !== null && place > last ? place : last), '');
  if (latest === '') return [];
  const [of, before] = [latest, addDays(latest, -WEEK_DAYS)].map((week) => together(weeks.filter(({ place }) => place === week)));
  const [seen, others] = [of, before].map((week) => week && partOf(week));
  if (of === undefined || seen === undefined || others === undefined || !isEnough(seen) || !isEnough(others)) return [];
  return [{ of, seen, others, kind: 'changed-since-last-week' }];
}

/** Several counts of one place as one, unknown where one of them is; undefined of none. */
function together(counts: readonly Counted[]): Counted | undefined {
  const [first] = counts;
  return (
    first && {
      ...first,
      starts: sumOfAll(counts.map(({ starts }) => starts)),
      completions: sumOfAll(counts.map((each) => each.completions)),
    }
  );
}

function judged({ of, seen, others, kind }: Comparison, comparisons: number): Insight[] {
  const z = quantileFor(comparisons);
  const difference = differenceInterval(seen, others, z);
  if (difference.low <= 0 && difference.high >= 0) return [];
  const better = difference.low > 0;
  if (kind === 'loses-most-here' && better) return [];
  if (chanceOfDifference(seen, others) > LEVEL / comparisons) return [];
  const value = seen.part / seen.count;
  return [
    {
      exploration: of.exploration,
      place: of.place,
      kind: kind ?? (better ? 'retains-better' : 'retains-worse'),
      metric: kind === 'loses-most-here' ? 'retention' : 'completion_rate',
      value,
      expected: others.part / others.count,
      ...wilsonInterval(value, seen.count, z),
      learners: seen.count,
      otherStarts: others.count,
    },
  ];
}

/** Of each exploration the state with the most to win. */
function onlyWorstState(found: readonly Insight[]): Insight[] {
  const worst = new Map<string, Insight>();
  for (const insight of found) {
    if (insight.kind !== 'loses-most-here') continue;
    const other = worst.get(insight.exploration);
    if (other === undefined || gain(insight) > gain(other)) worst.set(insight.exploration, insight);
  }
  return found.filter((insight) => insight.kind !== 'loses-most-here' || worst.get(insight.exploration) === insight);
}

/** Completions that the expected share would bring on top; below 0 where it is better than expected. */
function gain({ learners, expected, value }: Insight): number {
  return learners * (expected - value);
}

function order(a: Insight, b: Insight): number {
  return a.exploration < b.exploration ? -1 : 1;
}

function partOf({ starts, completions }: Counted): Part | undefined {
  return starts === null || completions === null || completions > starts ? undefined : { part: completions, count: starts };
}

/** It is not known how many of those who came to a state went on; where nobody came nobody is lost. */
function mayLoseMore(of: Counted): boolean {
  return partOf(of) === undefined && !(of.starts === 0 && of.completions === null);
}

function isEnough({ count }: Part): boolean {
  return count >= ENOUGH_STARTS;
}

function sum(parts: readonly Part[]): Part {
  return parts.reduce((total, { part, count }) => ({ part: total.part + part, count: total.count + count }), { part: 0, count: 0 });
}

function groups(all: readonly Counted[]): readonly (readonly Counted[])[] {
  const byExploration = new Map<string, Counted[]>();
  for (const one of all) byExploration.set(one.exploration, [...(byExploration.get(one.exploration) ?? []), one]);
  return [...byExploration.values()];
}
