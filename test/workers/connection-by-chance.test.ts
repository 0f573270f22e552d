import { Connection } from '../../src/workers/connection.js';
import { Random } from '../support/random.js';
import { codeOf, Heard, scriptedWorker } from './scripted-page.js';
import { REQUEST } from './scripted-service.js';

/** A page at random: its worker dies once. Rejects if a call ends with anything but an answer or a StatsError. */
async function pageByChance(random: Random): Promise<void> {
  const started: Worker[] = [];
  const create = (): Worker => {
    const worker = scriptedWorker();
    started.push(worker);
    return worker;
  };
  const page = new Connection(() => ({ create, patience: 150, handshake: 1000, text: '' }));
  const calls: Promise<unknown>[] = [];
  const kill = random.below(12);
  for (let step = 0; step < 12; step++) {
    if (step === kill) started.at(-1)?.terminate();
    const name = random.pick(['a', 'b']);
    const call = random.pick([
      () => page.open(name, REQUEST, new Heard()),
      () => page.view(name, random.pick(['slow', 'x']), {}, random.chance(0.5) ? { slot: 's' } : {}),
      () => page.refresh(name, { force: true }),
      () => page.configure(name, {}),
      () => page.close(name),
      () => page.purge(),
    ]);
    calls.push(codeOf(call()));
    if (random.chance(0.4)) await new Promise((resolve) => setTimeout(resolve, random.below(20)));
  }
  // A promise that hangs lasts longer than the test may.
  await Promise.all(calls);
  page.dispose();
}

describe('the connection of a page whose worker dies', () => {
  for (const seed of [1, 2, 3, 4, 5])
    it(`settles every promise, whenever that is (seed ${seed})`, async function settlesAll() {
      this.timeout(60_000);
      await import('../../src/workers/page-service.js');
      // At once: most of what they take is waiting for workers that are dead.
      await Promise.all(Array.from({ length: 5 }, (_, page) => pageByChance(new Random(seed * 100 + page))));
    });
});
