import { expect } from '@open-wc/testing';
import { Heartbeat } from '../../src/workers/heartbeat.js';

describe('the watch over a worker', () => {
  const realSet = globalThis.setInterval;
  const realClear = globalThis.clearInterval;
  let ticks: (() => void)[] = [];

  beforeEach(() => {
    ticks = [];
    Reflect.set(globalThis, 'setInterval', (tick: () => void) => ticks.push(tick));
    Reflect.set(globalThis, 'clearInterval', () => {
      ticks = [];
    });
  });
  afterEach(() => {
    globalThis.setInterval = realSet;
    globalThis.clearInterval = realClear;
  });

  async function tick(): Promise<void> {
    for (const each of [...ticks]) each();
    await Promise.resolve();
    await Promise.resolve();
  }

  it('calls a worker dead that was silent for two ticks in a row', async () => {
    let dead = 0;
    const heartbeat = new Heartbeat(
      () => new Promise(() => undefined),
      100,
      () => {
        dead++;
      },
    );
    heartbeat.start();
    await tick();
    expect(dead).to.equal(0);
    await tick();
    expect(dead).to.equal(1);
    await tick();
    expect(dead).to.equal(1);
  });

  it('forgives one silent tick, as when a tab wakes up', async () => {
    let dead = 0;
    let pings = 0;
    const heartbeat = new Heartbeat(
      () => (pings++ % 2 === 0 ? new Promise(() => undefined) : Promise.resolve()),
      100,
      () => {
        dead++;
      },
    );
    heartbeat.start();
    for (let at = 0; at < 20; at++) await tick();
    expect(dead).to.equal(0);
  });

  it('asks nothing while no answer is due', async () => {
    let pings = 0;
    const heartbeat = new Heartbeat(
      () => {
        pings++;
        return Promise.resolve();
      },
      100,
      () => undefined,
    );
    heartbeat.start();
    heartbeat.start();
    heartbeat.stop();
    await tick();
    expect(pings).to.equal(1);
  });
});
