import { expect } from '@open-wc/testing';
import { cacheKey } from '../../../src/data/cache/cache-key.js';
import type { CacheIdentity } from '../../../src/data/cache/cache-key.js';

const IDENTITY: CacheIdentity = {
  userKey: 'ada',
  provider: 'xapi',
  version: 1,
  urls: ['https://host.example/events', null],
  credentials: 'same-origin',
};

describe('the key of a stored copy', () => {
  const others: CacheIdentity[] = [
    { ...IDENTITY, userKey: 'bob' },
    { ...IDENTITY, provider: 'tables' },
    { ...IDENTITY, version: 2 },
    { ...IDENTITY, urls: [null, 'https://host.example/events'] },
    { ...IDENTITY, urls: ['https://host.example/events?a', null] },
    { ...IDENTITY, credentials: 'include' },
    { ...IDENTITY, userKey: 'ada","xapi' },
  ];

  it('differs by user, provider and its version, each URL at its place and credentials', async () => {
    const keys = await Promise.all([IDENTITY, ...others].map(cacheKey));
    expect(new Set(keys)).to.have.length(keys.length);
    expect(await cacheKey({ ...IDENTITY })).to.equal(keys[0]);
  });

  it('is SHA-256 in a secure context and FNV-1a elsewhere, and shows neither user nor URL', async () => {
    expect(await cacheKey(IDENTITY)).to.match(/^[0-9a-f]{64}$/);
    Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });
    try {
      const keys = await Promise.all([IDENTITY, ...others].map(cacheKey));
      expect(keys[0]).to.match(/^[0-9a-f]{16}$/);
      expect(new Set(keys)).to.have.length(keys.length);
    } finally {
      Reflect.deleteProperty(crypto, 'subtle');
    }
  });
});
