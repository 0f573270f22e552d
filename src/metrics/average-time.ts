import { timeWeights } from './time-weights.js';
import type { TimedAverage } from './time-weights.js';
import { weightedMean } from './weighted-mean.js';

/**
 * The mean of average times, weighted as `timeWeighting` says; unknown where of one of several it is not told of how many sessions it is.
 */
export function averageTime(averages: readonly TimedAverage[]): number | null {
  const weights = timeWeights(averages);
  return weightedMean(averages.map(({ average }, at) => [average, weights[at] ?? null]));
}
