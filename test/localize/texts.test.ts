import { expect } from '@open-wc/testing';
import { msg, plural, str } from '../../src/localize/msg.js';
import { closestTo, onTexts, setStrings, speak } from '../../src/localize/texts.js';

const say = (count: number): string => msg(plural(count, '1 test', str`${String(count)} tests of ${'all'}`), { id: 'test.count' });

/** Without marks of direction. */
const bare = (text: string): string => text.replace(/[\u200f\u2068\u2069]/g, '');

describe('a text', () => {
  afterEach(() => speak('en'));

  it('is the English one of the source where no language has another', () => {
    speak('tlh');
    expect(msg('A test', { id: 'test.plain' })).to.equal('A test');
    expect([say(0), say(1), say(2)]).to.deep.equal(['0 tests of all', '1 test', '2 tests of all']);
  });

  it('is that of the language that is spoken, with the values at their places', () => {
    setStrings({ qaa: { 'test.plain': 'Une', 'test.values': '{1} – {0}' } });
    speak('qaa');
    expect(msg('A test', { id: 'test.plain' })).to.equal('Une');
    expect(msg(str`${'a'} and ${'b'}`, { id: 'test.values' })).to.equal('b – a');
    speak('en');
    expect(msg('A test', { id: 'test.plain' })).to.equal('A test');
  });

  it('takes the plural that its language has for the number', () => {
    const forms = { zero: 'zero', one: 'one', two: 'two', few: 'few {0}', many: 'many {0} {1}', other: 'other {0}' };
    setStrings({ ar: { 'test.count': forms } });
    speak('ar');
    expect([0, 1, 2, 3, 11, 100].map(say).map(bare)).to.deep.equal(['zero', 'one', 'two', 'few 3', 'many 11 all', 'other 100']);
  });

  it('is not turned round by a value of another direction', () => {
    setStrings({ he: { 'test.title': '{0} ראשון' }, qae: { 'test.title': '{0} first' } });
    speak('he');
    expect(msg(str`${'Fractions'} first`, { id: 'test.title' })).to.equal('\u200f\u2068Fractions\u2069 ראשון');
    speak('qae');
    expect(msg(str`${'Fractions'} first`, { id: 'test.title' })).to.equal('Fractions first');
  });

  it('keeps braces and dollar signs of its values', () => {
    setStrings({ qab: { 'test.value': 'v {0}' } });
    speak('qab');
    expect(msg(str`v ${'$& {0} $1'}`, { id: 'test.value' })).to.equal('v $& {0} $1');
  });

  it('is never one that an object has by nature', () => {
    setStrings({ qac: {} });
    speak('qac');
    expect(msg('A test', { id: 'constructor' })).to.equal('A test');
  });

  it('may be replaced by the host, in English too, which then stands in for languages without one', () => {
    setStrings({ en: { 'test.replaced': 'Ours' } });
    expect(msg('Theirs', { id: 'test.replaced' })).to.equal('Ours');
    speak('tlh');
    expect(msg('Theirs', { id: 'test.replaced' })).to.equal('Ours');
  });

  it('is refused for a language that is none', () => {
    expect(() => setStrings({ 'no language': {} })).to.throw(RangeError);
  });

  it('is told to have come to who listens, until that ends', () => {
    let times = 0;
    const end = onTexts(() => times++);
    setStrings({ qad: {} });
    end();
    setStrings({ qad: {} });
    expect(times).to.equal(1);
  });
});

describe('the texts for a reader', () => {
  const files = ['ar', 'es', 'fr', 'hi', 'pt-BR', 'zh-Hans'];

  it('are of the same language and script, whatever the region', () => {
    const found = ['ar-EG', 'es-419', 'fr-CA', 'pt', 'pt-PT', 'zh', 'zh-CN', 'zh-Hans-SG'].map((language) => closestTo(language, files));
    expect(found).to.deep.equal(['ar', 'es', 'fr', 'pt-BR', 'pt-BR', 'zh-Hans', 'zh-Hans', 'zh-Hans']);
  });

  it('are not of another script, nor of a tag that is none', () => {
    const found = ['zh-TW', 'zh-Hant', 'hi-Latn', 'de', 'not a tag', ''].map((language) => closestTo(language, files));
    expect(found).to.deep.equal([undefined, undefined, undefined, undefined, undefined, undefined]);
  });

  it('are those of the same region first', () => {
    expect(closestTo('pt-PT', ['pt-BR', 'pt-PT'])).to.equal('pt-PT');
    expect(closestTo('pt-AO', ['pt-BR'])).to.equal('pt-BR');
  });
});
