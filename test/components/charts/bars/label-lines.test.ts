import { expect } from '@open-wc/testing';
import { labelLines } from '../../../../src/components/charts/bars/label-lines.js';

const measure = (text: string): number => text.length * 10;
const lines = (labels: readonly (string | readonly [string, string])[], width: number, most = 1): readonly (readonly string[])[] =>
  labelLines(
    labels.map((label) => (typeof label === 'string' ? { label } : { label: label[0], note: label[1] })),
    { width, lines: most, measure },
  );

describe('the labels of bars', () => {
  it('lose their end, but not their note', () => {
    expect(lines(['Photosynthesis', ['Photosynthesis', '1 thread']], 160)).to.deep.equal([['Photosynthesis'], ['Phot… · 1 thread']]);
  });

  it('have their note on a line of its own where there is one, and they do not fit into one', () => {
    const run = ['Photosynthesis', 'BIO110+2026'] as const;
    expect(lines([run], 300, 2)).to.deep.equal([['Photosynthesis · BIO110+2026']]);
    expect(lines([run], 120, 2)).to.deep.equal([['Photosynthe…', 'BIO110+2026']]);
    expect(lines([run], 80, 2)).to.deep.equal([['Photosy…', '…10+2026']]);
  });

  it('keep both ends where they would be cut to the same text', () => {
    const [first, second, other] = lines(['Proportional relations in shops', 'Proportional relations at home', 'Proportions'], 160);
    expect([first, second, other]).to.deep.equal([['Proport…n shops'], ['Proport…at home'], ['Proportions']]);
    expect(lines(['A long title of this kind in shops', 'A long title of this kind at home'], 120, 2)).to.deep.equal([
      ['A long title', 'of th…shops'],
      ['A long title', 'of thi…home'],
    ]);
  });
});
