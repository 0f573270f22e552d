import { expect } from '@open-wc/testing';
import { rowDecimals } from '../../../src/components/creator/row-decimals.js';
import type { Comparison } from '../../../src/metrics/comparison.js';
import type { Unit } from '../../../src/metrics/types.js';

const decimals = (measure: Comparison['measure'], unit: Unit, first: number | null, second: number | null): number | undefined =>
  rowDecimals({ measure, first, second, difference: null, not: null, interval: null }, unit);

describe('the decimals of a row of a comparison', () => {
  for (const [what, ...given] of [
    ['none of counts', 'plays', 'plays', 354, 22, 0],
    ['none of an average beside a count of hundreds', 'plays', 'plays', 354, 85.07, 0],
    ['none of an average of hundreds', 'plays', 'plays', 5, 1_481_480.75, 0],
    ['one of a lower average', 'ratings', 'ratings', 22, 4.14, 1],
    ['one of a low average beside a count of hundreds', 'open_feedback', 'threads', 354, 4.14, 1],
    ['none of an average that is whole', 'ratings', 'ratings', 22, 4, 0],
    ['two of an average that would read as none', 'open_feedback', 'threads', 3, 0.04, 2],
    ['those that one of two numbers needs', 'solutions_per_start', 'views', 0.18, 0.2, 2],
    ['those up to the first digit of a rate that would read as none', 'solutions_per_start', 'views', 0.004, 0, 3],
    ['those also beside a larger rate', 'solutions_per_start', 'views', 0.00096, 0.1047, 3],
    ['none of a rate of none', 'solutions_per_start', 'views', 0, 0, 0],
    ['those, also where the first is unknown', 'attempts_per_start', 'attempts', null, 5.7, 1],
    ['at least one of stars', 'average_rating', 'stars', 4, 5, 1],
    ['as many of both ratings', 'average_rating', 'stars', 4.5, 4.25, 2],
    ['what the unit says of shares', 'completion_rate', 'fraction', 0.5, 0.25, undefined],
    ['what the unit says of durations', 'average_engagement_seconds', 'seconds', 61, 60.5, undefined],
  ] as const) {
    it(`are ${what}`, () => {
      const [measure, unit, first, second, expected] = given;
      expect(decimals(measure, unit, first, second)).to.equal(expected);
    });
  }
});
