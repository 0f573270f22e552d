import { share } from './share.js';

/**
 * Mean of means, weighted by how many each is of. Those that are unknown are left out; unknown where a mean is known but not of how
 * many it is, and where all are of none.
 */
export function weightedMean(means: readonly (readonly [mean: number | null, count: number | null])[]): number | null {
  let [sum, counts] = [0, 0];
  for (const [mean, count] of means) {
    if (mean === null) continue;
    if (count === null) return null;
    sum += mean * count;
    counts += count;
  }
  return share(sum, counts);
}
