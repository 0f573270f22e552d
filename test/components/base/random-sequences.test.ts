import { expect } from '@open-wc/testing';
import '../../../src/index.js';
import { run, sequenceOf, shrunk } from '../../support/sequences/run.js';
import { serve } from '../../support/sequences/server.js';
import type { FetchStub } from '../../support/fetch-stub.js';

/** Seeds that run always; `SEQUENCES=100-400 npx wtr test/components/base/random-sequences.test.ts` runs others in their place. */
const ALWAYS = [1, 2, 3, 4, 5, 6, 7];
const given = (await (await fetch('/__files/sequences.json')).json()) as readonly number[];
const seeds = given.length === 0 ? ALWAYS : given;

/** Whatever a reader or a host does, a page ends as a fresh page of the same state would. */
describe('a page on which readers and hosts did what they liked', () => {
  let server: FetchStub;
  before(() => {
    server = serve();
  });
  after(() => server.restore());

  for (const seed of seeds) {
    it(`ends as a fresh page of the same state would (${seed})`, async function () {
      this.timeout(given.length === 1 ? 500_000 : 180_000);
      const sequence = sequenceOf(seed);
      const all = await run(sequence);
      if (all.faults.length === 0) return;
      // One sequence alone is made small.
      const fewest = given.length === 1 ? await run(await shrunk(sequence)) : all;
      const told = fewest.faults.length > 0 ? fewest : all;
      expect.fail([`seed ${seed}, ${sequence.kind}; SEQUENCES=${seed} makes it small:`, ...told.done, ...told.faults].join('\n'));
    });
  }
});
