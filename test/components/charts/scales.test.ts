import { expect } from '@open-wc/testing';
import type { Unit } from '../../../src/metrics/types.js';
import { valueAxis } from '../../../src/components/charts/scales.js';
import { Random } from '../../support/random.js';

const format = { locale: 'en', timezone: 'UTC' };
const labels = (most: number, unit: Unit, wanted = 4): string[] => valueAxis(most, unit, wanted, format).ticks.map(({ label }) => label);

describe('a value axis', () => {
  it('starts at 0 and ends at a round number', () => {
    expect(labels(37, 'learners')).to.deep.equal(['0', '10', '20', '30', '40']);
    expect(labels(0.84, 'fraction')).to.deep.equal(['0%', '20%', '40%', '60%', '80%', '100%']);
  });

  it('counts people in whole numbers', () => {
    expect(labels(1, 'learners')).to.deep.equal(['0', '1']);
    expect(labels(2, 'learners')).to.deep.equal(['0', '1', '2']);
  });

  it('says the unit once, at its end', () => {
    expect(valueAxis(40, 'learners', 4, format).title).to.equal('learners');
    expect(valueAxis(0.4, 'fraction', 4, format).title).to.equal('');
  });

  it('counts durations in the unit that suits them, and keeps values in seconds', () => {
    const axis = valueAxis(1075, 'seconds', 4, format);
    expect(axis.title).to.equal('min');
    expect(axis.ticks.map(({ label }) => label)).to.deep.equal(['0', '5', '10', '15', '20']);
    expect(axis.most).to.equal(1200);
    expect(valueAxis(170, 'seconds', 4, format).title).to.equal('s');
    expect(valueAxis(20_000, 'seconds', 4, format).title).to.equal('h');
  });

  it('is there for no value at all', () => {
    expect(labels(0, 'learners')).to.deep.equal(['0', '1']);
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
