import { expect } from '@open-wc/testing';
import { clauseText } from '../../../src/components/base/clause-text.js';
import { setStrings, speak } from '../../../src/localize/texts.js';
import { locale as arabic } from '../../../src/locales/ar.js';

const format = { locale: 'ar', timezone: 'UTC' };

describe('a clause in words', () => {
  afterEach(() => speak('en'));

  it('is what it is about, and what is chosen', () => {
    const clause = { origin: 'me', field: 'track', in: ['audit', null, 'honor', 'verified'] };
    expect(clauseText(clause, { ...format, locale: 'en' })).to.equal('Track: audit, not known, honor +1');
  });

  it('does not turn a range round where words go from right to left', () => {
    setStrings({ ar: arabic.texts });
    speak('ar');
    const text = clauseText({ origin: 'me', field: 'grade_bucket', in: ['20-29%'] }, format);
    expect(text).to.match(/\u206820-29%\u2069$/);
  });
});
