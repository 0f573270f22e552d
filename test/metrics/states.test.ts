import { expect } from '@open-wc/testing';
import { isLeftByNobody, stateBounceRate, stateLeft, stateRetention, terminalStates } from '../../src/metrics/states.js';
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

describe('times that a state was left', () => {
  it('are those it was shown and not gone on from', () => {
    expect(stateLeft(18, 5, false)).to.equal(13);
    expect(stateLeft(18, 20, false)).to.equal(-2);
  });

  it('are unknown for an end, where it is unknown whether it is one, and where a count is unknown', () => {
    expect([stateLeft(18, 0, true), stateLeft(18, 0, null), stateLeft(null, 5, false), stateLeft(18, null, false)]).to.deep.equal([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('a state at which nobody can have left', () => {
  it('is an end, or one that nobody has reached; of others it is unknown or told by their counts', () => {
    const states = [
      [430, true],
      [0, null],
      [0, false],
      [430, null],
      [430, false],
      [null, null],
    ] as const;
    expect(states.map(([hits, terminal]) => isLeftByNobody(hits, terminal))).to.deep.equal([true, true, true, false, false, false]);
  });
});

describe('whether a state ends its exploration', () => {
  const question = { first_hits: 500, hits: 500, answers: 480 };

  it('is told by the structure: ways lead on from it or not', () => {
    const left = { first_hits: 440, hits: 440, answers: 0 };
    expect(
      terminalStates(
        [
          { ...left, leadsOn: true },
          { ...left, leadsOn: false },
        ],
        0,
      ),
    ).to.deep.equal([false, true]);
  });

  it('is unknown of an end that was a question in a version before', () => {
    expect(terminalStates([{ ...question, leadsOn: false }], 500)).to.deep.equal([null]);
  });

  it('is told by its counts without it: where nothing was ever answered, as often as the exploration was completed', () => {
    const ends = [400, 30].map((hits) => ({ first_hits: hits, hits, answers: 0 }));
    expect(terminalStates([question, ...ends], 430)).to.deep.equal([false, true, true]);
  });

  it('is unknown where states without an answer were shown more often than the exploration was completed', () => {
    const [lost, end] = [440, 10].map((hits) => ({ first_hits: hits, hits, answers: 0 }));
    expect(terminalStates([question, lost!, end!], 10)).to.deep.equal([false, null, null]);
    expect(terminalStates([question, end!], null)).to.deep.equal([false, null]);
  });

  it('counts sessions, as one may see its end twice, and times where sessions are unknown', () => {
    const end = { first_hits: 150, hits: 160, answers: 0 };
    expect(terminalStates([question, end], 150)).to.deep.equal([false, true]);
    expect(terminalStates([question, { ...end, first_hits: null }], 150)).to.deep.equal([false, null]);
  });

  it('is unknown of a state that nobody has reached, and of one whose answers are unknown', () => {
    const [unreached, unknown] = [
      { first_hits: 0, hits: 0, answers: 0 },
      { first_hits: 4, hits: 4, answers: null },
    ];
    expect(terminalStates([question, unreached, unknown], 430)).to.deep.equal([false, null, null]);
  });
});
