import { expect } from '@open-wc/testing';
import { GRADE_BUCKETS, gradeBucket } from '../../src/metrics/grade-bucket.js';
import { Random } from '../support/random.js';

describe('gradeBucket', () => {
  it('puts every tenth into the range that it starts', () => {
    const tenths = Array.from({ length: 11 }, (_, tenth) => gradeBucket(tenth / 10));
    expect(tenths).to.deep.equal([...GRADE_BUCKETS, '90-100%']);
  });

  it('keeps just below a tenth in the range below', () => {
    expect(gradeBucket(0.6999)).to.equal('60-69%');
    expect(gradeBucket(0.8999999)).to.equal('80-89%');
  });

  it('has no range without a grade', () => {
    expect(gradeBucket(null)).to.equal(null);
  });

  it('puts exactly 0.7 and 0.9 one range lower under aspects-v8, and no other tenth', () => {
    const tenths = Array.from({ length: 11 }, (_, tenth) => gradeBucket(tenth / 10, 'aspects-v8'));
    expect(tenths).to.deep.equal([
      '0-9%',
      '10-19%',
      '20-29%',
      '30-39%',
      '40-49%',
      '50-59%',
      '60-69%',
      '60-69%',
      '80-89%',
      '80-89%',
      '90-100%',
    ]);
  });

  it('puts no grade into 0-9% under aspects-v8', () => {
    expect(gradeBucket(null, 'aspects-v8')).to.equal('0-9%');
  });

  it('never puts a higher grade into a lower range (seed 11)', () => {
    const random = new Random(11);
    for (let round = 0; round < 500; round++) {
      const [low, high] = [random.next(), random.next()].sort((a, b) => a - b) as [number, number];
      const place = (grade: number): number => GRADE_BUCKETS.indexOf(gradeBucket(grade) ?? '');
      expect(place(low), `${low} and ${high}`).to.be.at.most(place(high));
    }
  });
});
