import { expect } from '@open-wc/testing';
import { listed } from '../../../../src/components/base/text/listed.js';
import { setStrings, speak } from '../../../../src/localize/texts.js';
import { locale as arabic } from '../../../../src/locales/ar.js';
import { locale as chinese } from '../../../../src/locales/zh-Hans.js';

const without = (text: string): string => text.replace(/[\u200e\u200f\u2066-\u2069]/g, '');

describe('a list in a sentence', () => {
  afterEach(() => speak('en'));

  it('has the comma of the language', () => {
    expect(listed(['Plays', 'Starts', 'Learners'])).to.equal('Plays, Starts, Learners');
    setStrings({ ar: arabic.texts, 'zh-Hans': chinese.texts });
    speak('ar');
    expect(without(listed(['أ', 'ب', 'ج']))).to.equal('أ، ب، ج');
    speak('zh-Hans');
    expect(listed(['甲', '乙'])).to.equal('甲、乙');
  });

  it('has no comma where there is one text, and is empty where there is none', () => {
    expect(listed(['Plays'])).to.equal('Plays');
    expect(listed([])).to.equal('');
  });
});
