import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mergeByTime } from '../../examples/simulator/merge.mjs';
import { Random } from '../../examples/simulator/random.mjs';
import { mondayOf } from '../../examples/simulator/clock.mjs';

describe('random numbers', () => {
  it('are the same for the same labels', () => {
    const [first, second] = [new Random(1, 'a', 2), new Random(1, 'a', 2)];
    assert.deepEqual(
      Array.from({ length: 50 }, () => first.next()),
      Array.from({ length: 50 }, () => second.next()),
    );
  });

  it('differ for other labels', () => {
    assert.notEqual(new Random(1, 'a', 2).next(), new Random(1, 'a', 3).next());
    assert.notEqual(new Random(1, 'a', 23).next(), new Random(1, 'a2', 3).next());
  });

  it('are spread evenly from 0 to 1', () => {
    const random = new Random('spread');
    const bins = new Array(10).fill(0);
    for (let i = 0; i < 20_000; i += 1) bins[Math.floor(random.next() * 10)] += 1;
    for (const bin of bins) assert.ok(Math.abs(bin - 2000) < 200, `a bin holds ${bin} of 20000`);
  });

  it('follow the weights given', () => {
    const random = new Random('weights');
    const counts = [0, 0, 0];
    for (let i = 0; i < 10_000; i += 1) counts[random.weighted([1, 0, 3])] += 1;
    assert.equal(counts[1], 0);
    assert.ok(Math.abs(counts[0] - 2500) < 200);
  });

  it('make UUIDs of version 4', () => {
    const random = new Random('uuid');
    for (let i = 0; i < 100; i += 1) assert.match(random.uuid(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe('merging by time', () => {
  it('keeps the order of time, and of sources at equal times', () => {
    const sources = [
      {
        start: 0,
        open: () => [
          { at: 1, name: 'a1' },
          { at: 5, name: 'a5' },
        ],
      },
      {
        start: 1,
        open: () => [
          { at: 1, name: 'b1' },
          { at: 2, name: 'b2' },
        ],
      },
      { start: 2, open: () => [] },
      { start: 4, open: () => [{ at: 5, name: 'c5' }] },
    ];
    assert.deepEqual(
      [...mergeByTime(sources)].map((item) => item.name),
      ['a1', 'b1', 'b2', 'a5', 'c5'],
    );
  });

  for (const seed of [1, 2, 3, 4, 5]) {
    it(`answers what sorting answers (seed ${seed})`, () => {
      const random = new Random('merge', seed);
      const starts = Array.from({ length: 40 }, () => random.int(0, 100)).sort((a, b) => a - b);
      const lists = starts.map((start, source) => {
        const times = Array.from({ length: random.int(0, 12) }, () => start + random.int(0, 60)).sort((a, b) => a - b);
        return times.map((at, index) => ({ at, source, index }));
      });
      const merged = [...mergeByTime(starts.map((start, source) => ({ start, open: () => lists[source] })))];
      const sorted = lists.flat().sort((a, b) => a.at - b.at || a.source - b.source || a.index - b.index);
      assert.deepEqual(merged, sorted);
    });
  }

  it('opens a source only once its time has come', () => {
    let opened = 0;
    const source = (/** @type {number} */ at) => ({ start: at, open: () => ((opened += 1), [{ at }]) });
    const merged = mergeByTime([source(0), source(10), source(20)]);
    merged.next();
    assert.equal(opened, 1);
  });
});

describe('weeks', () => {
  it('begin on Monday', () => {
    assert.equal(mondayOf(Date.parse('2026-11-16T00:00:00Z')), '2026-11-16');
    assert.equal(mondayOf(Date.parse('2026-11-15T23:59:59Z')), '2026-11-09');
  });
});
