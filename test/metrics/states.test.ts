import { expect } from '@open-wc/testing';
import { stateBounceRate, stateRetention } from '../../src/metrics/states.js';
import { oppiaOracle } from '../support/oppia-oracles.js';

describe('state retention', () => {
  it('is completions per time shown', async function () {
    const { input, expected } = await oppiaOracle<{ totalHitCount: number; numCompletions: number }, string>(this, 'state_retention');
    const retention = stateRetention(input.numCompletions, input.totalHitCount);
    expect(`${Math.round(100 * (retention ?? NaN))}%`).to.equal(expected);
  });

  it('is unknown for a state that was never shown', () => {
    expect(stateRetention(0, 0)).to.equal(null);
    expect(stateRetention(2, null)).to.equal(null);
  });
});

describe('state bounce rate', () => {
  it('is the times a state was shown and not completed, per start', () => {
    expect(stateBounceRate(18, 2, 40)).to.equal(0.4);
  });

  it('is unknown where the exploration was never started or a count is unknown', () => {
    expect(stateBounceRate(18, 2, 0)).to.equal(null);
    expect(stateBounceRate(null, 2, 40)).to.equal(null);
    expect(stateBounceRate(18, null, 40)).to.equal(null);
    expect(stateBounceRate(18, 2, null)).to.equal(null);
  });

  it('is never clipped', () => {
    expect(stateBounceRate(90, 10, 40)).to.equal(2);
    expect(stateBounceRate(10, 20, 40)).to.equal(-0.25);
  });
});
