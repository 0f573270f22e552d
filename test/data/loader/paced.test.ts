import { expect } from '@open-wc/testing';
import { paced } from '../../../src/data/loader/paced.js';

describe('progress that is told', () => {
  const { setTimeout: realTimer } = globalThis;
  let due: (() => void)[] = [];

  beforeEach(() => {
    due = [];
    globalThis.setTimeout = ((work: () => void) => due.push(work)) as unknown as typeof setTimeout;
  });
  afterEach(() => {
    globalThis.setTimeout = realTimer;
  });

  /** Lets the pause between two that are told pass. */
  function pass(): void {
    for (const work of due.splice(0)) work();
  }

  it('is the first at once, and after a pause the latest of all that came meanwhile', () => {
    const told: number[] = [];
    const tell = paced((value: number) => told.push(value));
    for (const value of [1, 2, 3, 4]) tell(value);
    expect(told).to.deep.equal([1]);

    pass();
    expect(told).to.deep.equal([1, 4]);

    tell(5);
    expect(told).to.deep.equal([1, 4]);
    pass();
    expect(told).to.deep.equal([1, 4, 5]);
  });

  it('is told at once again after a pause without any', () => {
    const told: number[] = [];
    const tell = paced((value: number) => told.push(value));
    tell(1);
    pass();
    tell(2);
    expect(told).to.deep.equal([1, 2]);
  });
});
