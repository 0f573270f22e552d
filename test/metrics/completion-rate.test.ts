import { expect } from '@open-wc/testing';
import { completionRate, starterCompletionRate } from '../../src/metrics/completion-rate.js';
import { oppiaOracle } from '../support/oppia-oracles.js';

describe('completion rate', () => {
  it('is completions per start, not per actual start', async function () {
    const { input, expected } = await oppiaOracle<
      { numStarts: number; numActualStarts: number; numCompletions: number },
      { completionRate: number; completionRateAsPercent: string }
    >(this, 'completion_rate_editor');
    const rate = completionRate(input.numCompletions, input.numStarts);
    expect(rate).to.equal(expected.completionRate);
    expect(`${Math.round(100 * (rate ?? NaN))}%`).to.equal(expected.completionRateAsPercent);
  });

  it('is unknown without starts and where a count is unknown', () => {
    expect(completionRate(0, 0)).to.equal(null);
    expect(completionRate(3, 0)).to.equal(null);
    expect(completionRate(null, 10)).to.equal(null);
    expect(completionRate(3, null)).to.equal(null);
  });

  it('is 0 where nobody completed', () => {
    expect(completionRate(0, 8)).to.equal(0);
  });

  it('exceeds 1 where more completions than starts were posted', () => {
    expect(completionRate(6, 4)).to.equal(1.5);
  });
});

describe('starter completion rate', () => {
  it('is completions per actual start', () => {
    expect(starterCompletionRate(5, 10)).to.equal(0.5);
    expect(starterCompletionRate(5, 4)).to.equal(1.25);
  });

  it('is unknown where nobody gave a first answer', () => {
    expect(starterCompletionRate(0, 0)).to.equal(null);
  });
});
