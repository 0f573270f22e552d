import { expect } from '@open-wc/testing';
import type { Coding } from '../../../../src/data/engine/cube/coding.js';
import { codeDays, codeWidths } from '../../../../src/data/engine/cube/coding.js';
import { numberKernel, offerKernel } from '../../../../src/data/engine/kernels/number-kernel.js';
import { kernelModule } from '../../../../src/data/ingest/columns/kernel.js';
import { Random } from '../../../support/random.js';

const HOUR = 3_600_000;
/** On edges and beside them, unknown, and such as no bins can hold. */
const ODD = [NaN, 0, -0, 0.1, 0.3, 0.30000000000000004, 1 / 3, -1e-9, 5000];

/** Codes made without the kernel and with it. */
function bothWays(made: () => Coding | undefined): readonly [Coding | undefined, Coding | undefined] {
  offerKernel(undefined);
  const byLoops = made();
  offerKernel(kernelModule());
  expect(numberKernel(), 'the kernel').not.to.equal(undefined);
  return [byLoops, made()];
}

describe('codes of numbers from the kernel', () => {
  const first = Math.floor(Math.random() * 1e9);
  after(() => {
    offerKernel(undefined);
  });

  it(`are those that loops make, in bins of a width (seeds from ${first})`, () => {
    for (let seed = first; seed < first + 400; seed++) {
      const random = new Random(seed);
      const width = random.pick([0.1, 1 / 3, 1, 7, 0.25]);
      const length = random.below(random.chance(0.02) ? 20_000 : 40);
      const spread = random.pick([1, 30, 3000]);
      const values = Float64Array.from({ length }, () =>
        random.chance(0.3) ? random.pick(ODD) : random.chance(0.5) ? random.below(spread) * width : (random.next() - 0.5) * spread,
      );
      const [byLoops, byKernel] = bothWays(() => codeWidths(values, width, 0));
      expect(byKernel, `seed ${seed}`).to.deep.equal(byLoops);
    }
  });

  it(`are those that loops make, in days of a time zone (seeds from ${first})`, () => {
    for (let seed = first; seed < first + 300; seed++) {
      const random = new Random(seed);
      const timezone = random.pick(['UTC', 'Europe/Paris', 'America/New_York', 'Pacific/Apia', 'America/Sao_Paulo']);
      const start = Date.UTC(random.pick([2011, 2017, 2024]), random.below(12), random.below(28));
      const length = random.below(random.chance(0.03) ? 20_000 : 60);
      const values = Float64Array.from({ length }, () => (random.chance(0.2) ? NaN : start + random.below(24 * 90) * HOUR));
      const [byLoops, byKernel] = bothWays(() => codeDays(values, timezone));
      expect(byKernel, `seed ${seed}`).to.deep.equal(byLoops);
    }
  });

  it('leave bins to loops of which there are more than 16 bits tell apart', () => {
    const values = Float64Array.from({ length: 70_000 }, (_, at) => at);
    const [byLoops, byKernel] = bothWays(() => codeWidths(values, 1, 0));
    expect(byLoops).to.equal(undefined);
    expect(byKernel).to.equal(undefined);
    const few = bothWays(() => codeWidths(Float64Array.of(0, 69_999, NaN), 1, 0));
    expect(few[1]).to.deep.equal(few[0]);
    expect(Array.from(few[1]?.codes ?? [])).to.deep.equal([0, 1, 2]);
  });
});
