import { expect } from '@open-wc/testing';
import { shortText } from '../../../../src/components/base/text/format.js';

describe('a text in a sentence', () => {
  it('stays as it is where it is short', () => expect(shortText('Fractions')).to.equal('Fractions'));
  it('is cut at a word where it is long', () => {
    expect(shortText('Below zero: negative numbers on the number line, in lifts')).to.equal('Below zero: negative numbers on the number…');
  });
  it('is cut anywhere where it is one long word', () => expect(shortText('x'.repeat(60))).to.equal(`${'x'.repeat(43)}…`));
});
