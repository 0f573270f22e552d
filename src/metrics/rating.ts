import { wilsonInterval } from './interval.js';

/** How often each number of stars was given, by the number of stars as text ("1" to "5"). A star that is missing was not given. */
export type RatingHistogram = Readonly<Record<string, number>>;

const LOWEST_STARS = 1;
const STAR_SPAN = 4;
const MOST_STARS = 5;

/** Whether a number can be a mean of stars. The running mean that Oppia stores may end a hair above the 5 that it is. */
export function isMeanOfStars(mean: number): boolean {
  return mean >= 0 && mean <= MOST_STARS + 1e-9;
}

/** Ratings in a histogram. */
export function ratingCount(histogram: RatingHistogram): number {
  return Object.values(histogram).reduce((sum, count) => sum + count, 0);
}

/**
 * A mean that a host supplies with the number of ratings it is of. Unknown without a rating, whatever stands for the mean then: stars
 * begin at 1, and a host that writes 0 has none, also where it does not tell how many there are. At most 5, see `isMeanOfStars`.
 */
export function suppliedMean(mean: number | null, ratings: number | null): number | null {
  return mean === null || mean === 0 || ratings === 0 ? null : Math.min(mean, MOST_STARS);
}

/** Mean stars of a histogram, 1 to 5, not rounded; unknown without a rating. */
export function ratingMean(histogram: RatingHistogram): number | null {
  const count = ratingCount(histogram);
  if (count === 0) return null;
  return Object.entries(histogram).reduce((sum, [stars, given]) => sum + Number(stars) * given, 0) / count;
}

/**
 * Lower end of the 95 % Wilson interval of the mean stars, 1 to 5: what the mean is at least, given how few ratings there are.
 * Stars are taken as shares of the way from 1 to 5, as Oppia's scaled rating does (E. B. Wilson, JASA 22, 1927). Unknown
 * without a rating, where Oppia's search takes 0.
 */
export function wilsonLowerBound(histogram: RatingHistogram): number | null {
  const mean = ratingMean(histogram);
  if (mean === null) return null;
  const position = (mean - LOWEST_STARS) / STAR_SPAN;
  return LOWEST_STARS + STAR_SPAN * wilsonInterval(position, ratingCount(histogram)).low;
}
