import { expect } from '@open-wc/testing';
import { Connection } from '../../src/workers/connection.js';
import { codeOf, scriptedWorker } from './scripted-page.js';

/** Calls of promises that were rejected before anybody heard them. */
let unheard: unknown[] = [];

/** As a promise of zone.js: what is rejected and not heard before the next microtask is reported, so also what is awaited only then. */
class ZonePromise<T> extends Promise<T> {
  #isHeard = false;

  static override reject<T = never>(reason?: unknown): Promise<T> {
    const rejected = new ZonePromise<T>((_, reject) => reject(reason));
    queueMicrotask(() => rejected.#isHeard || unheard.push(reason));
    return rejected;
  }

  override then<A = T, B = never>(
    fulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    rejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    this.#isHeard = true;
    return super.then(fulfilled, rejected);
  }
}

describe('the connection of a page with zone.js', () => {
  const { Promise: own } = globalThis;
  const page = new Connection(() => ({ create: scriptedWorker, text: '' }));

  beforeEach(() => {
    unheard = [];
    globalThis.Promise = ZonePromise;
  });
  afterEach(() => {
    globalThis.Promise = own;
    page.dispose();
  });

  for (const [what, call] of [
    ['a view', () => page.view('closed', 'x', {}, { slot: 'one' })],
    ['newer data', () => page.refresh('closed', { force: false })],
    ['other settings', () => page.configure('closed', {})],
  ] as const) {
    it(`leaves no rejection unheard where ${what} is asked of data that were closed`, async () => {
      const awaited = async (): Promise<unknown> => await call();
      expect(await codeOf(awaited())).to.equal('unknown-dataset');
      expect(unheard).to.deep.equal([]);
    });
  }
});
