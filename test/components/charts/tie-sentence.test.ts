import { expect } from '@open-wc/testing';
import { tieSentence } from '../../../src/components/charts/tie-sentence.js';

const said = (...values: readonly (number | undefined)[]): string =>
  tieSentence(
    values.map((value, at) => ({ label: 'ABCDE'[at]!, value })),
    'en',
  );

describe('what is said of groups none of which stands out', () => {
  it('names two or three that are largest', () => {
    expect(said(4, 1, 4)).to.equal('Most in A and C: 4 learners each.');
    expect(said(4, 4, 4, 0)).to.equal('Most in A, B, and C: 4 learners each.');
    expect(said(2, 2, 1, undefined)).to.equal('Most in A and B: 2 learners each.');
  });

  it('names the one that has all, unless another is not known', () => {
    expect(said(0, 1_200, 0)).to.equal('All in B: 1,200 learners.');
    expect(said(7)).to.equal('All in A: 7 learners.');
    expect(said(7, undefined)).to.equal('');
  });

  it('says that all are alike, however many they are', () => {
    expect(said(2, 2)).to.equal('The same everywhere: 2 learners each.');
    expect(said(1, 1, 1, 1, 1)).to.equal('The same everywhere: 1 learner each.');
  });

  it('is silent where all others are withheld, of four of five, of nobody, and of nothing', () => {
    expect(said(6, 6, undefined)).to.equal('');
    expect(said(2, 2, 2, 2, 1)).to.equal('');
    expect(said(0, 0)).to.equal('');
    expect(said()).to.equal('');
  });
});
