import { expect } from '@open-wc/testing';
import { locale as arabic } from '../../../src/locales/ar.js';
import { setStrings, speak } from '../../../src/localize/texts.js';
import type { Unit } from '../../../src/metrics/types.js';
import { valueAxis } from '../../../src/components/charts/scales.js';
import { Random } from '../../support/random.js';

const format = { locale: 'en', timezone: 'UTC' };
const labels = (most: number, unit: Unit, wanted = 4): string[] => valueAxis(most, unit, wanted, format).ticks.map(({ text }) => text);

describe('a value axis', () => {
  it('starts at 0 and ends at a round number', () => {
    expect(labels(37, 'learners')).to.deep.equal(['0', '10', '20', '30', '40 learners']);
    expect(labels(0.84, 'fraction')).to.deep.equal(['0%', '20%', '40%', '60%', '80%', '100%']);
  });

  it('counts people in whole numbers', () => {
    expect(labels(1, 'learners')).to.deep.equal(['0', '1 learner']);
    expect(labels(2, 'learners')).to.deep.equal(['0', '1', '2 learners']);
  });

  it('shows ratings as parts of all five stars', () => {
    for (const wanted of [1, 2, 4]) expect(labels(3.8, 'stars', wanted)).to.deep.equal(['0', '1', '2', '3', '4', '5 stars']);
  });

  it('says the unit once, by the last label that is drawn', () => {
    const axis = valueAxis(40, 'learners', 4, format);
    expect(axis.within(10, 30).map(({ text }) => text)).to.deep.equal(['10', '20', '30 learners']);
    expect(axis.within(10, 30).map(({ value }) => value)).to.deep.equal([10, 20, 30]);
  });

  it('says it in the form that the language has for the number, which goes before it from right to left', () => {
    setStrings({ ar: arabic.texts });
    speak('ar');
    try {
      const last = (most: number): string | undefined => labels(most, 'learners').at(-1);
      expect([last(6), last(30), last(400)].map((label) => label?.replace(/[\u2068\u2069]/g, ''))).to.deep.equal([
        '\u200f6 متعلمين',
        '\u200f30 متعلمًا',
        '\u200f400 متعلم',
      ]);
    } finally {
      speak('en');
    }
  });

  it('counts durations in the unit that suits them, and keeps values in seconds', () => {
    const axis = valueAxis(1075, 'seconds', 4, format);
    expect(axis.ticks.map(({ text }) => text)).to.deep.equal(['0', '5', '10', '15', '20 min']);
    expect(axis.most).to.equal(1200);
    expect(labels(170, 'seconds').at(-1)).to.equal('200 s');
    expect(labels(20_000, 'seconds').at(-1)).to.equal('6 h');
  });

  it('is there for no value at all', () => {
    expect(labels(0, 'learners')).to.deep.equal(['0', '1 learner']);
  });

  it('covers any greatest value with few ticks', () => {
    const seed = 7;
    const random = new Random(seed);
    for (let at = 0; at < 200; at++) {
      const most = 10 ** (random.next() * 9 - 2);
      for (const unit of ['learners', 'seconds', 'fraction', 'stars'] as const) {
        const axis = valueAxis(most, unit, 4, format);
        expect(axis.most, `seed ${seed}, ${most} ${unit}`).to.be.at.least(most);
        expect(axis.ticks.length).to.be.within(2, 9);
        expect(axis.ticks[0]!.value).to.equal(0);
        expect(axis.ticks.at(-1)!.value).to.be.closeTo(axis.most, axis.most / 1e9);
      }
    }
  });
});
