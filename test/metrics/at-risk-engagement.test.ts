import { expect } from '@open-wc/testing';
import { engagementLabel } from '../../src/metrics/at-risk-engagement.js';

describe('engagementLabel', () => {
  it('says whether nothing, something or everything was touched', () => {
    expect(engagementLabel('page', 0, 4)).to.equal('No pages viewed yet');
    expect(engagementLabel('page', 3, 4)).to.equal('At least one page viewed');
    expect(engagementLabel('page', 4, 4)).to.equal('All pages viewed');
    expect(engagementLabel('problem', 1, 1)).to.equal('All problems attempted');
    expect(engagementLabel('video', 1, 2)).to.equal('At least one video viewed');
  });
});
