import { expect } from '@open-wc/testing';
import { tabAfter } from '../../../src/components/at-risk/at-risk-dashboard-tabs.js';

describe('keys on a list of tabs', () => {
  it('go round about', () => {
    expect(tabAfter('ArrowRight', 4, 5, 'ltr')).to.equal(0);
    expect(tabAfter('ArrowLeft', 0, 5, 'ltr')).to.equal(4);
    expect(tabAfter('ArrowRight', 1, 5, 'ltr')).to.equal(2);
  });

  it('follow the reading direction', () => {
    expect(tabAfter('ArrowLeft', 0, 5, 'rtl')).to.equal(1);
    expect(tabAfter('ArrowRight', 0, 5, 'rtl')).to.equal(4);
  });

  it('lead to the ends, and nowhere by other keys', () => {
    expect([tabAfter('Home', 3, 5, 'ltr'), tabAfter('End', 3, 5, 'ltr'), tabAfter('ArrowDown', 3, 5, 'ltr')]).to.deep.equal([
      0,
      4,
      undefined,
    ]);
  });
});
