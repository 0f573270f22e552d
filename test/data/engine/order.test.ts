import { expect } from '@open-wc/testing';
import { compareNatural } from '../../../src/data/engine/order.js';
import { Random } from '../../support/random.js';

describe('compareNatural', () => {
  it('compares digits as the numbers they write', () => {
    const sorted = ['10:0:0 - B', '2:0:0 - A', '2:10:0', '2:9:0', '02:1:0', '9007199254740993', '9007199254740992', ''].sort(
      compareNatural,
    );
    expect(sorted).to.deep.equal(['', '2:0:0 - A', '02:1:0', '2:9:0', '2:10:0', '10:0:0 - B', '9007199254740992', '9007199254740993']);
  });

  it('puts letters before their case', () => {
    expect(['b', 'A', 'a', 'B', 'Zoë', 'adam'].sort(compareNatural)).to.deep.equal(['A', 'a', 'adam', 'B', 'b', 'Zoë']);
  });

  it('is an order: the same whatever the order before', () => {
    const random = new Random(3);
    const texts = Array.from({ length: 60 }, () =>
      Array.from({ length: random.below(5) }, () => random.pick(['0', '1', '10', 'a', 'A', ':', '/', 'z'])).join(''),
    );
    const sorted = [...texts].sort(compareNatural);
    for (let round = 0; round < 50; round++) {
      const shuffled = [...texts].sort(() => random.next() - 0.5).sort(compareNatural);
      expect(shuffled, 'seed 3').to.deep.equal(sorted);
    }
    for (const a of texts) for (const b of texts) expect(compareNatural(a, b) === 0, `${a} ${b}`).to.equal(a === b);
  });
});
