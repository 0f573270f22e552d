import type { Part } from './interval.js';

/** A tail is summed until what is left of it is smaller than this share of the sum. */
const NEGLIGIBLE = 1e-15;

/**
 * Probability that two shares of one true value differ at least so much, either way, by chance: twice the smaller tail of Fisher's exact
 * test (R. A. Fisher, 1935), at most 1. Never too small, however few cases or however close to 0 or 1 the shares, where intervals made
 * from normal quantiles are too short. Counts whole, parts not above them.
 */
export function chanceOfDifference(first: Part, second: Part): number {
  const [n, k, successes] = [first.count, first.part, first.part + second.part];
  const rest = second.count - successes;
  const here = Math.exp(
    logChoose(successes, k) + logChoose(first.count + second.count - successes, n - k) - logChoose(first.count + second.count, n),
  );
  const above = tail(here, k, (x) => ((successes - x) * (n - x)) / ((x + 1) * (rest + x + 1)), 1);
  const below = tail(here, k, (x) => (x * (rest + x)) / ((successes - x + 1) * (n - x + 1)), -1);
  return Math.min(1, 2 * Math.min(above, below));
}

/** A probability and all beyond it, each that of the one before times a ratio. */
function tail(first: number, from: number, ratio: (x: number) => number, step: 1 | -1): number {
  let [sum, term] = [first, first];
  for (let x = from; ; x += step) {
    const factor = ratio(x);
    term *= factor;
    sum += term;
    if (term === 0 || (factor < 1 && term < sum * NEGLIGIBLE)) return sum;
  }
}

function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

/** Natural logarithm of n!: of small n by multiplication, else by Stirling's series, relative error under 1e-12. */
function logFactorial(n: number): number {
  if (n < 16) return Math.log(Array.from({ length: n }, (_, at) => at + 1).reduce((product, factor) => product * factor, 1));
  return (n + 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * n) - 1 / (360 * n ** 3) + 1 / (1260 * n ** 5);
}
