import { weightedMean } from './weighted-mean.js';

/** What is known of the ratings of one exploration. */
export interface Rated {
  readonly average_rating: number | null;
  readonly ratings: number | null;
}

/**
 * The mean of all ratings of several explorations: theirs, weighted by how many ratings each is of. Unknown where of one of them it is not
 * known of how many it is, and where one has ratings whose mean is not known: a part would be shown as the whole.
 */
export function averageRating(explorations: readonly Rated[]): number | null {
  const isOfSome = explorations.some(({ average_rating: mean, ratings }) => mean === null && (ratings ?? 0) > 0);
  return isOfSome ? null : weightedMean(explorations.map(({ average_rating: mean, ratings }) => [mean, ratings]));
}
