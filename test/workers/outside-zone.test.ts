import { expect } from '@open-wc/testing';
import { outsideZone } from '../../src/workers/outside-zone.js';

describe('work outside zone.js', () => {
  const page = globalThis as { Zone?: unknown };
  afterEach(() => {
    delete page.Zone;
  });

  it('runs as it is where the page has no zones', () => {
    expect(outsideZone(() => 7)).to.equal(7);
  });

  it('runs as it is where something else has that name', () => {
    for (const other of [document.createElement('p'), { root: {} }, null, 'Zone']) {
      page.Zone = other;
      expect(outsideZone(() => 7)).to.equal(7);
    }
  });

  it('runs in the root zone where it has', () => {
    let inRoot = false;
    page.Zone = {
      root: {
        run<T>(work: () => T): T {
          inRoot = true;
          try {
            return work();
          } finally {
            inRoot = false;
          }
        },
      },
    };
    expect(outsideZone(() => inRoot)).to.equal(true);
    expect(inRoot).to.equal(false);
  });
});
