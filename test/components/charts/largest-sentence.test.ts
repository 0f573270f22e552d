import { expect } from '@open-wc/testing';
import { largestPeriodSentence, largestSentence } from '../../../src/components/charts/largest-sentence.js';
import type { PeriodSlot } from '../../../src/components/charts/periods/layout-periods.js';

const say = (label: string, count: number, learners: string): string => `${label}: ${count}, written ${learners}`;
const groups = (...values: readonly (number | undefined)[]) => values.map((value, at) => ({ label: 'abc'[at]!, value }));

describe('what is said of the largest group', () => {
  it('is the sentence of the chart about the one that stands out', () => {
    expect(largestSentence(groups(1, 1_200, undefined), 'en', say)).to.equal('b: 1200, written 1,200');
  });

  it('is the sentence of all charts about several that are as large, or nothing', () => {
    expect(largestSentence(groups(4, 4, 1), 'en', say)).to.equal('Most in a and b: 4 learners each.');
    expect(largestSentence(groups(), 'en', say)).to.equal('');
  });

  it('begins with the name of a period, which gets a capital letter only there', () => {
    const periods = (...values: readonly number[]) =>
      values.map((value, at) => ({ title: ['mars', 'avril'][at]!, values: [value] }) as unknown as PeriodSlot);
    expect(largestPeriodSentence(periods(3, 5), 'fr', say)).to.equal('Avril: 5, written 5');
    expect(largestPeriodSentence(periods(3, 0), 'fr', say)).to.contain(' mars');
  });
});
