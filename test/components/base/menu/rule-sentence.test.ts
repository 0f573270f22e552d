import { expect } from '@open-wc/testing';
import { ruleSentence } from '../../../../src/components/base/menu/rule-sentence.js';

describe('the sentence of who is at risk', () => {
  it('names the days of the rule', () => {
    expect(ruleSentence(undefined)).to.equal('Enrolled, not passed, last visit 7 or more days ago.');
    expect(ruleSentence({ inactiveDays: 1, from: 'visit' })).to.equal('Enrolled, not passed, last visit 1 or more days ago.');
    expect(ruleSentence('aspects-v8')).to.contain('more than 7 days ago');
  });

  it('takes a setting without a value for one that is left out, as the rule does', () => {
    const rules: object = { inactiveDays: undefined, from: undefined };
    expect(ruleSentence(rules)).to.equal(ruleSentence(undefined));
  });

  it('says what counts like a visit', () => {
    expect(ruleSentence({ from: 'activity' })).to.equal(
      'Enrolled, not passed, last visit 7 or more days ago. Any recorded activity counts like a visit.',
    );
    expect(ruleSentence({ reenrollmentCounts: true })).to.equal(
      'Enrolled, not passed, last visit 7 or more days ago. A new enrollment counts like a visit, too.',
    );
  });
});
