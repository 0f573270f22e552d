import { expect } from '@open-wc/testing';
import { directionOf } from '../../../src/export/drawing/direction.js';
import { wrap } from '../../../src/export/drawing/wrap.js';
import { Random } from '../../support/random.js';

const characters = (text: string): number => Array.from(text).length;

describe('wrapping', () => {
  it('breaks between words', () => expect(wrap('one two three', 8, characters, 'en')).to.deep.equal(['one two', 'three']));
  it('keeps signs with their word', () =>
    expect(wrap('done, (not so) yes.', 6, characters, 'en')).to.deep.equal(['done,', '(not', 'so)', 'yes.']));
  it('breaks a word that is wider than a line', () =>
    expect(wrap('a abcdefgh b', 4, characters, 'en')).to.deep.equal(['a', 'abcd', 'efgh', 'b']));
  it('breaks Chinese, which writes no spaces', () =>
    expect(wrap('完成率报告很长', 4, characters, 'zh').every((line) => characters(line) <= 4)).to.equal(true));
  it('never splits a syllable of Hindi', () => expect(wrap('क्षेत्र', 4, (text) => text.length, 'hi')).to.deep.equal(['क्षे', 'त्र']));
  it('gives no line for an empty text', () => expect(wrap('  ', 4, characters, 'en')).to.deep.equal([]));
  it('does not break at a no-break space', () =>
    expect(wrap('a 12\u00a0345 x', 6, characters, 'fr')).to.deep.equal(['a', '12\u00a0345', 'x']));

  it('loses nothing and exceeds nothing', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const random = new Random(seed);
      const text = Array.from({ length: 40 }, () => random.pick(['a', 'bc', ' ', '数', 'न', ',', '-', 'ا']))
        .join('')
        .trim();
      const lines = wrap(text, 7, characters, 'en');
      expect(lines.join('').replace(/ /g, ''), `seed ${seed}`).to.equal(text.replace(/ /g, ''));
      expect(Math.max(...lines.map(characters)), `seed ${seed}`).to.be.at.most(7);
    }
  });
});

describe('the direction of a text', () => {
  it('is that of its first letter', () => {
    expect(['abc عربي', '45 % abc', 'परिणाम', '完成', '🙂 abc'].map((text) => directionOf(text, 'rtl'))).to.deep.equal([
      'ltr',
      'ltr',
      'ltr',
      'ltr',
      'ltr',
    ]);
    expect(['عربي abc', '45 عربي', '(שלום)', '٤٥ عربي'].map((text) => directionOf(text, 'ltr'))).to.deep.equal([
      'rtl',
      'rtl',
      'rtl',
      'rtl',
    ]);
  });

  it('is the given one where no letter says', () => {
    expect(['', '45 %', '–', '٤٥', '🙂'].map((text) => directionOf(text, 'rtl'))).to.deep.equal(['rtl', 'rtl', 'rtl', 'rtl', 'rtl']);
  });

  it('is what a direction mark says', () =>
    expect([directionOf('\u200fabc', 'ltr'), directionOf('\u200eعربي', 'rtl')]).to.deep.equal(['rtl', 'ltr']));

  it('is what the browser finds', () => {
    const line = document.createElement('p');
    line.dir = 'auto';
    document.body.append(line);
    for (let seed = 1; seed <= 300; seed++) {
      const random = new Random(seed);
      line.textContent = Array.from({ length: 4 }, () =>
        random.pick(['1', ' ', '-', '٤', 'ع', 'ש', 'a', 'é', 'न', '数', 'Ж', '“', '。', 'ﷺ', '𐍈', '%']),
      ).join('');
      expect(directionOf(line.textContent, 'ltr'), `seed ${seed}: ${line.textContent}`).to.equal(getComputedStyle(line).direction);
    }
    line.remove();
  });
});
