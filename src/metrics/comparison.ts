import { averageRating } from './average-rating.js';
import { averageTime } from './average-time.js';
import { ENOUGH_STARTS } from './enough.js';
import { chanceOfDifference } from './exact-test.js';
import { differenceInterval, LEVEL } from './interval.js';
import type { Interval } from './interval.js';
import { share } from './share.js';
import type { TimedAverage } from './time-weights.js';

/** Numbers of an exploration that are compared, and of a creator's average. Null is unknown. */
export const COMPARED = [
  'plays',
  'starts',
  'completions',
  'completion_rate',
  'average_engagement_seconds',
  'attempts_per_start',
  'solutions_per_start',
  'average_rating',
  'ratings',
  'open_feedback',
] as const;

export type Compared = (typeof COMPARED)[number];

/** What is known of one exploration. */
export interface ComparedExploration {
  readonly plays: number | null;
  readonly starts: number | null;
  readonly completions: number | null;
  readonly completion_rate: number | null;
  /** Where the rate comes from; null where it is unknown. */
  readonly completion_rate_source: 'computed' | 'supplied' | null;
  readonly average_engagement_seconds: number | null;
  /** Sessions that the average time is of; null where the host does not tell. */
  readonly timed_sessions: number | null;
  readonly attempts: number | null;
  readonly solution_views: number | null;
  readonly average_rating: number | null;
  readonly ratings: number | null;
  readonly open_feedback: number | null;
}

/** One side of a comparison: an exploration, or the average of several. */
export interface Side extends Readonly<Record<Compared, number | null>> {
  readonly completion_rate_source: 'computed' | 'supplied' | null;
  /** Whether it is an average: its explorations may be compared with it, and chance is not judged. */
  readonly isAverage: boolean;
}

/** The average of several explorations. */
export interface AverageSide extends Side {
  /** Answers given in one exploration. */
  readonly attempts: number | null;
}

/** Why there is no difference: one of them is unknown, or the rates are of different kinds. */
export type NotCompared = 'unknown' | 'different-rates';

/** The first side against the second, in one number. */
export interface Comparison {
  readonly measure: Compared;
  readonly first: number | null;
  readonly second: number | null;
  /** First minus second; null where `not` says why there is none. */
  readonly difference: number | null;
  readonly not: NotCompared | null;
  /**
   * 95 % interval of a difference of computed rates of two explorations with at least `ENOUGH_STARTS` each; else null. It holds 0 also
   * where Fisher's exact test allows for chance.
   */
  readonly interval: Interval | null;
}

/** An exploration as a side. Attempts and solutions are per start, so that explorations of different size compare. */
export function sideOf(exploration: ComparedExploration): Side {
  const { attempts, solution_views: solutions, starts } = exploration;
  return {
    ...exploration,
    attempts_per_start: share(attempts, starts),
    solutions_per_start: share(solutions, starts),
    isAverage: false,
  };
}

/**
 * The average of explorations as a side. Counts: mean of those that are known. Completion rate, attempts and solutions: all of them per
 * start of all explorations in which both counts are known; supplied rates are left out, being of what is not stated. Rating: as
 * `averageRating`. Time: weighted as `timeWeighting` says.
 */
export function averageSide(explorations: readonly ComparedExploration[]): AverageSide {
  const rate = pooled(explorations, ({ completions, starts }) => [completions, starts]);
  return {
    plays: mean(explorations.map(({ plays }) => plays)),
    starts: mean(explorations.map(({ starts }) => starts)),
    completions: mean(explorations.map(({ completions }) => completions)),
    attempts: mean(explorations.map(({ attempts }) => attempts)),
    completion_rate: rate,
    completion_rate_source: rate === null ? null : 'computed',
    average_engagement_seconds: averageTime(explorations.map(timeOf)),
    attempts_per_start: pooled(explorations, ({ attempts, starts }) => [attempts, starts]),
    solutions_per_start: pooled(explorations, ({ solution_views: solutions, starts }) => [solutions, starts]),
    average_rating: averageRating(explorations),
    ratings: mean(explorations.map(({ ratings }) => ratings)),
    open_feedback: mean(explorations.map(({ open_feedback: open }) => open)),
    isAverage: true,
  };
}

/** What has to be known of an exploration whose number is made of others. */
const MADE_OF: Readonly<Partial<Record<string, readonly (keyof ComparedExploration)[]>>> = {
  completion_rate: ['completions', 'starts'],
  attempts_per_start: ['attempts', 'starts'],
  solutions_per_start: ['solution_views', 'starts'],
};

/**
 * Of how many of the explorations their average in a number is. One that nobody has rated lacks no rating, and one that nobody has
 * started no time.
 */
export function averagedOf(explorations: readonly ComparedExploration[], measure: Compared | 'attempts'): number {
  const needed = MADE_OF[measure] ?? [measure as keyof ComparedExploration];
  const nothing = { average_rating: 'ratings', average_engagement_seconds: 'starts' } as const;
  return explorations.filter(
    (each) => needed.every((name) => each[name] !== null) || (measure in nothing && each[nothing[measure as keyof typeof nothing]] === 0),
  ).length;
}

/** The average time of an exploration with what it is weighted by. */
export function timeOf({ average_engagement_seconds: average, timed_sessions: timed, starts }: ComparedExploration): TimedAverage {
  return { average, timed, starts };
}

/**
 * Two sides, number by number. A computed completion rate is never compared with a supplied one, and nothing with what is unknown. Rates
 * above 1 are compared as they are, but chance is not judged, since their counts contradict each other.
 */
export function compared(first: Side, second: Side): readonly Comparison[] {
  return COMPARED.map((measure) => {
    const [a, b] = [first[measure], second[measure]];
    const not = a === null || b === null ? 'unknown' : areDifferentRates(measure, first, second) ? 'different-rates' : null;
    const difference = a === null || b === null || not !== null ? null : a - b;
    const interval = measure === 'completion_rate' && difference !== null ? rateInterval(first, second) : null;
    return { measure, first: a, second: b, difference, not, interval };
  });
}

function areDifferentRates(measure: Compared, first: Side, second: Side): boolean {
  return measure === 'completion_rate' && first.completion_rate_source !== second.completion_rate_source;
}

function rateInterval(first: Side, second: Side): Interval | null {
  const parts = [first, second].flatMap(({ completions, starts, completion_rate_source: source, isAverage }) =>
    isAverage || source !== 'computed' || starts === null || completions === null || starts < ENOUGH_STARTS || completions > starts
      ? []
      : [{ part: completions, count: starts }],
  );
  const [a, b] = parts;
  return a === undefined || b === undefined ? null : withChance(differenceInterval(a, b), chanceOfDifference(a, b));
}

/** An interval that leaves 0 out only where the exact test says that there is a difference: near 0 and 1 Newcombe's is too short. */
function withChance({ low, high }: Interval, chance: number): Interval {
  return chance > LEVEL ? { low: Math.min(low, 0), high: Math.max(high, 0) } : { low, high };
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** Sum of the parts per sum of the wholes, of those in which both are known. */
function pooled(
  explorations: readonly ComparedExploration[],
  counts: (exploration: ComparedExploration) => readonly [part: number | null, whole: number | null],
): number | null {
  let [parts, wholes] = [0, 0];
  for (const [part, whole] of explorations.map(counts)) {
    if (part === null || whole === null) continue;
    parts += part;
    wholes += whole;
  }
  return share(parts, wholes);
}
