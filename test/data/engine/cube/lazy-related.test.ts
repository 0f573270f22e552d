import { expect } from '@open-wc/testing';
import { related, relatedIsComing } from '../../../../src/data/engine/cube/lazy-related.js';
import { related as whole } from '../../../../src/data/engine/cube/related.js';
import { waitUntil } from '../../../support/wait-until.js';

describe('what answers filters on several tables', () => {
  it('is not there when it is first asked for, and comes then', async () => {
    expect(relatedIsComing()).to.equal(false);
    expect(related()).to.equal(undefined);
    expect(relatedIsComing()).to.equal(true);
    await waitUntil(() => related() !== undefined, 'it does not come', { timeout: 20_000 });
    expect(relatedIsComing()).to.equal(false);
    expect(related()).to.equal(whole());
  }).timeout(30_000);
});
