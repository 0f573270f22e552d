import { expect } from '@open-wc/testing';
import { durationSeconds } from '../../../../src/components/base/text/duration-attribute.js';

describe('a duration in an attribute', () => {
  it('is minutes without a unit, as the default is written', () => expect(durationSeconds('30')).to.equal(1800));
  it('may name its unit', () => {
    expect(['90 s', '30 min', '1.5 h'].map((text) => durationSeconds(text))).to.deep.equal([90, 1800, 5400]);
  });
  it('that cannot be read is no number', () => expect(durationSeconds('soon')).to.be.NaN);
});
