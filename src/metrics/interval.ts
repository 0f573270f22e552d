/** Ends of an interval, fractions. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** How often all that is said of chance may be wrong together. */
export const LEVEL = 0.05;

/** 97.5 % quantile of the normal distribution, to the digits with which Oppia scales ratings. */
export const Z_95 = 1.9599639715843482;

/**
 * Wilson score interval of a share seen in `count` cases (E. B. Wilson, JASA 22, 1927). `share` from 0 to 1; `count` above 0;
 * `z` is the normal quantile of the two-sided level. Lies within 0 and 1, also for shares of 0 and 1.
 */
export function wilsonInterval(share: number, count: number, z: number = Z_95): Interval {
  const z2 = z * z;
  const centre = share + z2 / (2 * count);
  const halfWidth = z * Math.sqrt((share * (1 - share)) / count + z2 / (4 * count * count));
  const scale = 1 + z2 / count;
  return { low: Math.max(0, (centre - halfWidth) / scale), high: Math.min(1, (centre + halfWidth) / scale) };
}

/** A share as a part of a count of cases. */
export interface Part {
  readonly part: number;
  readonly count: number;
}

/**
 * Interval of the difference of two independent shares, first minus second (R. G. Newcombe, Statistics in Medicine 17, 1998,
 * method 10: from the Wilson intervals of both). Counts above 0.
 */
export function differenceInterval(first: Part, second: Part, z: number = Z_95): Interval {
  const [a, b] = [first.part / first.count, second.part / second.count];
  const [wa, wb] = [wilsonInterval(a, first.count, z), wilsonInterval(b, second.count, z)];
  return {
    low: a - b - Math.hypot(a - wa.low, wb.high - b),
    high: a - b + Math.hypot(wa.high - a, b - wb.low),
  };
}

/**
 * Normal quantile of the two-sided 95 % level when so many comparisons are made (Bonferroni): all of them together are wrong by
 * chance in at most one case of twenty. By Acklam's rational approximation, relative error under 1.2e-9.
 */
export function quantileFor(comparisons: number): number {
  return normalQuantile(1 - LEVEL / (2 * Math.max(1, comparisons)));
}

const A = [-3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1, 2.506628277459239];
const B = [-5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1, 1];
const C = [-7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783];
const D = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1];
const TAIL = 0.02425;

/** For p from 0.5 to below 1, the half that levels need. */
function normalQuantile(p: number): number {
  if (p <= 1 - TAIL) {
    const q = p - 0.5;
    return (q * polynomial(A, q * q)) / polynomial(B, q * q);
  }
  const q = Math.sqrt(-2 * Math.log(1 - p));
  return -polynomial(C, q) / polynomial(D, q);
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}
