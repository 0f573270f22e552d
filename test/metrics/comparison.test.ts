import { expect } from '@open-wc/testing';
import { averageSide, compared, sideOf } from '../../src/metrics/comparison.js';
import type { Compared, ComparedExploration, Comparison, Side } from '../../src/metrics/comparison.js';

const UNKNOWN: ComparedExploration = {
  plays: null,
  starts: null,
  completions: null,
  completion_rate: null,
  completion_rate_source: null,
  average_engagement_seconds: null,
  timed_sessions: null,
  attempts: null,
  solution_views: null,
  average_rating: null,
  ratings: null,
  open_feedback: null,
};

/** An exploration of which so many started and completed, its rate computed. */
function counted(starts: number, completions: number, more: Partial<ComparedExploration> = {}): ComparedExploration {
  return { ...UNKNOWN, starts, completions, completion_rate: completions / starts, completion_rate_source: 'computed', ...more };
}

function supplied(rate: number): ComparedExploration {
  return { ...UNKNOWN, completion_rate: rate, completion_rate_source: 'supplied' };
}

function of(measure: Compared, first: Side, second: Side): Comparison {
  return compared(first, second).find((comparison) => comparison.measure === measure)!;
}

describe('two explorations compared', () => {
  it('differ by first minus second', () => {
    const { difference, not } = of('plays', sideOf({ ...UNKNOWN, plays: 40 }), sideOf({ ...UNKNOWN, plays: 100 }));
    expect([difference, not]).to.deep.equal([-60, null]);
  });

  it('are not compared in what is unknown of one, which is not 0', () => {
    const { first, second, difference, not } = of('plays', sideOf({ ...UNKNOWN, plays: 0 }), sideOf(UNKNOWN));
    expect([first, second, difference, not]).to.deep.equal([0, null, null, 'unknown']);
  });

  it('never compare a computed completion rate with a supplied one, whichever comes first', () => {
    for (const [a, b] of [
      [counted(100, 50), supplied(0.5)],
      [supplied(0.5), counted(100, 50)],
    ] as const) {
      const { difference, not, interval } = of('completion_rate', sideOf(a), sideOf(b));
      expect([difference, not, interval]).to.deep.equal([null, 'different-rates', null]);
    }
  });

  it('compare two supplied rates, without judging chance', () => {
    const { difference, interval } = of('completion_rate', sideOf(supplied(0.75)), sideOf(supplied(0.5)));
    expect([difference, interval]).to.deep.equal([0.25, null]);
  });

  it('differ beyond chance only where the exact test says so, too', () => {
    for (const [first, second] of [
      [counted(30, 29), counted(1000, 995)],
      [counted(30, 1), counted(200, 0)],
    ] as const)
      for (const sides of [[first, second] as const, [second, first] as const]) {
        const { low, high } = of('completion_rate', sideOf(sides[0]), sideOf(sides[1])).interval!;
        expect([low <= 0, high >= 0]).to.deep.equal([true, true]);
      }
    expect(of('completion_rate', sideOf(counted(100, 80)), sideOf(counted(100, 40))).interval!.low).to.be.greaterThan(0);
  });

  it('have the interval of Newcombe, method 10, between two computed rates', () => {
    const { interval } = of('completion_rate', sideOf(counted(70, 56)), sideOf(counted(80, 48)));
    expect(interval!.low).to.be.closeTo(0.0524, 5e-5);
    expect(interval!.high).to.be.closeTo(0.3339, 5e-5);
  });

  it('have no interval under 20 starts, nor where completions exceed starts', () => {
    expect(of('completion_rate', sideOf(counted(19, 10)), sideOf(counted(80, 48))).interval).to.equal(null);
    const above = of('completion_rate', sideOf(counted(40, 50)), sideOf(counted(80, 48)));
    expect([above.first, above.interval]).to.deep.equal([1.25, null]);
    expect(above.difference).to.be.closeTo(0.65, 1e-12);
  });

  it('count attempts and solutions per start', () => {
    const side = sideOf(counted(50, 10, { attempts: 150, solution_views: 5 }));
    expect([side.attempts_per_start, side.solutions_per_start]).to.deep.equal([3, 0.1]);
    expect(sideOf({ ...UNKNOWN, attempts: 5, starts: 0 }).attempts_per_start).to.equal(null);
  });
});

describe("a creator's average", () => {
  it('is the mean of the counts that are known', () => {
    const average = averageSide([{ ...UNKNOWN, plays: 10 }, { ...UNKNOWN, plays: 30 }, UNKNOWN]);
    expect([average.plays, average.ratings]).to.deep.equal([20, null]);
  });

  it('is completions of all per starts of all, not the mean of rates', () => {
    expect(averageSide([counted(100, 50), counted(10, 10)]).completion_rate).to.equal(60 / 110);
  });

  it('leaves out supplied rates, and counts of which only one is known', () => {
    expect(averageSide([counted(100, 50), supplied(1), { ...UNKNOWN, completions: 30 }]).completion_rate).to.equal(0.5);
    const only = averageSide([supplied(0.9), supplied(0.8)]);
    expect([only.completion_rate, of('completion_rate', sideOf(supplied(0.9)), only).not]).to.deep.equal([null, 'unknown']);
  });

  it('is the mean of all ratings and of all sessions', () => {
    const average = averageSide([
      { ...UNKNOWN, average_rating: 5, ratings: 1, average_engagement_seconds: 100, timed_sessions: 30 },
      { ...UNKNOWN, average_rating: 2, ratings: 2, average_engagement_seconds: 20, timed_sessions: 10 },
      { ...UNKNOWN, ratings: 0, timed_sessions: 0 },
    ]);
    expect([average.average_rating, average.average_engagement_seconds]).to.deep.equal([3, 80]);
  });

  it('has a time by starts, else with equal weights, where a host tells of no sessions, and none where it tells of some', () => {
    const [first, second] = [100, 20].map((seconds) => ({ ...UNKNOWN, average_engagement_seconds: seconds }));
    const timeOf = (one: Partial<ComparedExploration>, other: Partial<ComparedExploration>): number | null =>
      averageSide([
        { ...first!, ...one },
        { ...second!, ...other },
      ]).average_engagement_seconds;
    expect(timeOf({}, {})).to.equal(60);
    expect(timeOf({ starts: 30 }, {})).to.equal(60);
    expect(timeOf({ starts: 30 }, { starts: 10 })).to.equal(80);
    expect(timeOf({ starts: 30, timed_sessions: 4 }, { starts: 10 })).to.equal(null);
    expect(timeOf({ starts: 30, timed_sessions: 1 }, { starts: 10, timed_sessions: 3 })).to.equal(40);
  });

  it('of one exploration is that exploration', () => {
    const one = counted(40, 10, { plays: 44, average_rating: 4.5, ratings: 2, attempts: 80, solution_views: 0, open_feedback: 3 });
    for (const { difference, not, interval } of compared(sideOf(one), averageSide([one])))
      expect([difference ?? 0, interval]).to.deep.equal([0, null], not ?? 'compared');
  });

  it('of none is unknown', () => {
    expect(compared(averageSide([]), averageSide([])).every(({ not }) => not === 'unknown')).to.equal(true);
  });
});
