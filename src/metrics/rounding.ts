import { suppliedMean } from './rating.js';

/**
 * A number rounded to `digits` decimals (0 to 15); the exact binary value decides, and a true tie goes to the even neighbour.
 * This is Python's `round`, with which Oppia's handlers round: 3.125 is 3.12 and 4.375 is 4.38.
 */
export function roundHalfEven(value: number, digits: number): number {
  const halves = value * 2 ** (digits + 1);
  const scaled = value * 10 ** digits;
  const isTie = Number.isInteger(halves) && Math.abs(halves % 2) === 1 && Math.abs(scaled % 1) === 0.5;
  if (!isTie) return Number(value.toFixed(digits));
  const lower = Math.floor(scaled);
  return (lower % 2 === 0 ? lower : lower + 1) / 10 ** digits;
}

/** A creator's average rating as the dashboard handler gives it: 2 decimals. Unknown without a rating, whatever stands for the average. */
export function dashboardAverage(average: number | null, ratings: number | null): number | null {
  const mean = suppliedMean(average, ratings);
  return mean === null ? null : roundHalfEven(mean, 2);
}
