import { expect } from '@open-wc/testing';
import { inParallel } from '../../../../src/data/providers/oppia/in-parallel.js';

describe('tasks in parallel', () => {
  it('answer in the order of the items, whichever is done first', async () => {
    const results = await inParallel([3, 1, 2], 2, async (item) => {
      for (let turn = 0; turn < item; turn++) await Promise.resolve();
      return item * 10;
    });
    expect(results).to.deep.equal([30, 10, 20]);
  });

  it('start no further one after a failure', async () => {
    const started: number[] = [];
    const run = inParallel([1, 2, 3, 4], 2, async (item) => {
      started.push(item);
      await Promise.resolve();
      throw new Error(`of ${item}`);
    });
    await run.then(
      () => expect.fail('not rejected'),
      (error: unknown) => expect(error).to.have.property('message', 'of 1'),
    );
    expect(started).to.deep.equal([1, 2]);
  });

  it('are none for no items', async () => {
    expect(await inParallel([], 6, (item) => Promise.resolve(item))).to.deep.equal([]);
  });
});
