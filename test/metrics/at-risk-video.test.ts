import { expect } from '@open-wc/testing';
import { repeatViews, watchedEntirely, watchedIntervals, watchedRuns } from '../../src/metrics/at-risk-video.js';
import type { PlayerEvent } from '../../src/metrics/at-risk-video.js';
import { Random } from '../support/random.js';

function event(verb: PlayerEvent['verb'], time: number, position: number | null, length: number | null = 195): PlayerEvent {
  return { verb, time, position, length };
}

function seconds(events: readonly PlayerEvent[], rules?: 'aspects-v8'): [number, number][] {
  return watchedIntervals(events, rules).map(({ from, to }) => [from, to]);
}

describe('watchedIntervals', () => {
  it('goes from where play was pressed to where it was paused', () => {
    expect(seconds([event('played', 1, 10), event('paused', 2, 40)])).to.deep.equal([[10, 40]]);
  });

  it('rounds positions up after hundredths', () => {
    expect(seconds([event('played', 1, 10.001), event('paused', 2, 12.3)])).to.deep.equal([[10, 13]]);
    expect(seconds([event('played', 1, 10.01), event('paused', 2, 12)])).to.deep.equal([[11, 12]]);
  });

  it('takes the last end before the next play', () => {
    const events = [event('played', 1, 0), event('paused', 2, 20), event('seeked', 3, 30), event('played', 4, 50), event('paused', 5, 60)];
    expect(seconds(events)).to.deep.equal([
      [1, 30],
      [50, 60],
    ]);
  });

  it('takes no end of the very moment of a play', () => {
    expect(seconds([event('played', 1, 0), event('paused', 1, 20)])).to.deep.equal([]);
    const events = [event('played', 1, 0), event('paused', 2, 20), event('seeked', 3, 90), event('played', 3, 50)];
    expect(seconds(events)).to.deep.equal([[1, 20]]);
  });

  it('loses a view that ends before its start', () => {
    expect(seconds([event('played', 1, 50), event('paused', 2, 80), event('seeked', 3, 10)])).to.deep.equal([]);
  });

  it('starts over where play is pressed at the end', () => {
    expect(seconds([event('played', 1, 195), event('paused', 2, 30)])).to.deep.equal([[1, 30]]);
  });

  it('ends a completed view at the length of the video, which aspects-v8 loses', () => {
    const events = [event('played', 1, 100), event('completed', 2, null)];
    expect(seconds(events)).to.deep.equal([[100, 195]]);
    expect(seconds(events, 'aspects-v8')).to.deep.equal([]);
  });

  it('takes the length that others tell where its own events tell none', () => {
    const ends = (events: readonly PlayerEvent[]) =>
      watchedIntervals(events, undefined, 12).map(({ from, to, length }) => [from, to, length]);
    expect(ends([event('played', 1, 0, null), event('completed', 2, null, null)])).to.deep.equal([[1, 12, 12]]);
    expect(ends([event('played', 1, 0, 10), event('completed', 2, null, null)]), 'its own comes first').to.deep.equal([[1, 10, 10]]);
    expect(ends([event('played', 1, 12, null), event('paused', 2, 5, null)]), 'play at the very end').to.deep.equal([[1, 5, 12]]);
  });

  it('has seen the last second of a video that ends within one, and starts over from there', () => {
    const [played, completed] = [event('played', 1, 0, 10.9), event('completed', 2, null, 10.9)];
    expect(seconds([played, completed])).to.deep.equal([[1, 11]]);
    expect(watchedEntirely([{ from: 1, to: 11 }], 10.9)).to.equal(true);
    expect(seconds([event('played', 1, 10.9, 10.9), event('paused', 2, 5, 10.9)])).to.deep.equal([[1, 5]]);
    expect(seconds([event('played', 1, 10.2, 10.9), event('paused', 2, 10.9, 10.9)]), 'its last second').to.deep.equal([]);
    expect(seconds([event('played', 1, 9.2, 10.9), event('paused', 2, 10.9, 10.9)])).to.deep.equal([[10, 11]]);
  });

  it('starts over in the last second under aspects-v8 alone', () => {
    const events = [event('played', 1, 194.4), event('completed', 2, 195)];
    expect(seconds(events), 'no second is left').to.deep.equal([]);
    expect(seconds([event('played', 1, 193.4), event('completed', 2, 195)])).to.deep.equal([[194, 195]]);
    expect(seconds(events, 'aspects-v8')).to.deep.equal([[1, 195]]);
  });

  it('goes on after two pauses within one second, and after a pause from a hundredth later', () => {
    const twice = [event('played', 1, 0), event('paused', 2, 60.3), event('played', 3, 60.3), event('paused', 4, 60.6)];
    const goingOn = [
      [1, 61],
      [62, 195],
    ];
    expect(seconds([...twice, event('played', 5, 60.6), event('completed', 6, 195)])).to.deep.equal(goingOn);
    expect(seconds([...twice.slice(0, 2), event('played', 3, 60.31), event('completed', 4, 195)])).to.deep.equal(goingOn);
  });

  it('goes on after a pause without the second of the pause once more, which aspects-v8 counts twice', () => {
    const events = [event('played', 1, 0), event('paused', 2, 60.3), event('played', 3, 60.3), event('completed', 4, 195)];
    expect(seconds(events)).to.deep.equal([
      [1, 61],
      [62, 195],
    ]);
    expect(seconds(events, 'aspects-v8')).to.deep.equal([
      [1, 61],
      [61, 195],
    ]);
  });

  it('has a second more of who goes on for a second', () => {
    const events = [event('played', 1, 0), event('paused', 2, 60), event('played', 3, 60), event('paused', 4, 61)];
    expect(seconds(events)).to.deep.equal([
      [1, 60],
      [61, 61],
    ]);
  });

  it('goes on in the second second after a pause in the first', () => {
    const events = [event('played', 1, 0), event('paused', 2, 0.5), event('played', 3, 0.5), event('paused', 4, 3)];
    expect(seconds(events)).to.deep.equal([
      [1, 1],
      [2, 3],
    ]);
  });

  it('has watched again who went back, by however little', () => {
    const events = [event('played', 1, 0), event('paused', 2, 60), event('played', 3, 59.9), event('paused', 4, 80)];
    expect(seconds(events)).to.deep.equal([
      [1, 60],
      [60, 80],
    ]);
  });

  it('has no view that ends before the video begins', () => {
    expect(seconds([event('played', 1, -3), event('paused', 2, 0)])).to.deep.equal([]);
    expect(seconds([event('played', 1, -3), event('paused', 2, 2)])).to.deep.equal([[1, 2]]);
  });

  it('has no view without a play', () => {
    expect(seconds([event('paused', 2, 80), event('completed', 3, null)])).to.deep.equal([]);
  });
});

describe('watchedRuns', () => {
  it('splits seconds by how often they were watched', () => {
    expect(
      watchedRuns([
        { from: 1, to: 5 },
        { from: 4, to: 8 },
      ]),
    ).to.deep.equal([
      { from: 1, to: 3, passes: 1 },
      { from: 4, to: 5, passes: 2 },
      { from: 6, to: 8, passes: 1 },
    ]);
  });

  it('leaves a gap that nobody watched', () => {
    expect(
      watchedRuns([
        { from: 9, to: 9 },
        { from: 1, to: 2 },
      ]),
    ).to.deep.equal([
      { from: 1, to: 2, passes: 1 },
      { from: 9, to: 9, passes: 1 },
    ]);
  });

  it('counts every second as often as intervals hold it (seed 5)', () => {
    const random = new Random(5);
    for (let round = 0; round < 100; round++) {
      const intervals = Array.from({ length: random.below(6) }, () => {
        const from = 1 + random.below(30);
        return { from, to: from + random.below(20) };
      });
      const runs = watchedRuns(intervals);
      for (let second = 0; second <= 55; second++) {
        const expected = intervals.filter(({ from, to }) => from <= second && second <= to).length;
        const passes = runs.filter(({ from, to }) => from <= second && second <= to).map((run) => run.passes);
        expect(passes, `second ${second} of ${JSON.stringify(intervals)}`).to.deep.equal(expected === 0 ? [] : [expected]);
      }
    }
  });
});

describe('repeatViews', () => {
  it('leaves the first pass out', () => {
    expect([0, 1, 2, 3].map((passes) => repeatViews(passes))).to.deep.equal([0, 0, 1, 2]);
  });

  it('is all passes of a second watched again under aspects-v8', () => {
    expect([0, 1, 2, 3].map((passes) => repeatViews(passes, 'aspects-v8'))).to.deep.equal([0, 0, 2, 3]);
  });
});

describe('watchedEntirely', () => {
  it('is so from 95 % of the seconds on', () => {
    expect(watchedEntirely([{ from: 1, to: 186 }], 195)).to.equal(true);
    expect(watchedEntirely([{ from: 1, to: 185 }], 195)).to.equal(false);
    expect(
      watchedEntirely(
        [
          { from: 1, to: 100 },
          { from: 110, to: 195 },
        ],
        195,
      ),
    ).to.equal(true);
  });

  it('is not known without a length', () => {
    expect(watchedEntirely([{ from: 1, to: 100 }], null)).to.equal(null);
  });

  it('does not count seconds beyond the end, which aspects-v8 does', () => {
    const beyond = [{ from: 120, to: 230 }];
    expect([watchedEntirely(beyond, 100), watchedEntirely(beyond, 100, 'aspects-v8')]).to.deep.equal([false, true]);
    expect(watchedEntirely([{ from: 1, to: 94 }, ...beyond], 100)).to.equal(false);
    expect(watchedEntirely([{ from: 90, to: 230 }], 100)).to.equal(false);
    expect(watchedEntirely([{ from: 1, to: 230 }], 100)).to.equal(true);
  });

  it('is of a length with its fraction, which aspects-v8 cuts', () => {
    const seen = [{ from: 1, to: 186 }];
    expect([watchedEntirely(seen, 195.9), watchedEntirely(seen, 195.9, 'aspects-v8')]).to.deep.equal([false, true]);
  });
});
