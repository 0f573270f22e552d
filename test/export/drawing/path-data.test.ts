import { expect } from '@open-wc/testing';
import { inverse, moved, product } from '../../../src/export/drawing/matrix.js';
import type { Matrix } from '../../../src/export/drawing/matrix.js';
import { boundsOf, movedPath, parsePath } from '../../../src/export/drawing/path-data.js';
import type { Step } from '../../../src/export/drawing/path-data.js';
import { Random } from '../../support/random.js';

function written(steps: readonly Step[]): string {
  return steps.map((step) => step.join(' ')).join(' ');
}

/** The browser's own path, which measures. */
function browserPath(data: string): SVGPathElement {
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', data);
  return path;
}

describe('the outline of a path', () => {
  it('is in absolute steps', () => {
    expect(parsePath('m10 20 l5 5 h10 v-5 z')).to.deep.equal([['M', 10, 20], ['L', 15, 25], ['L', 25, 25], ['L', 25, 20], ['Z']]);
  });

  it('reads numbers without spaces, and further pairs as lines', () => {
    expect(parsePath('M.5.5-1-1,2e1 3')).to.deep.equal([
      ['M', 0.5, 0.5],
      ['L', -1, -1],
      ['L', 20, 3],
    ]);
  });

  it('reads the flags of an arc without spaces', () => {
    expect(parsePath('M0 0a5 5 0 0110 0')).to.deep.equal(parsePath('M0 0 a 5 5 0 0 1 10 0'));
  });

  it('ends where the data are wrong', () => {
    expect(parsePath('M0 0 L10')).to.deep.equal([['M', 0, 0]]);
    expect(parsePath('nonsense')).to.deep.equal([]);
  });

  it('is the browser’s own, along its whole length', () => {
    for (let seed = 1; seed <= 150; seed++) {
      const random = new Random(seed);
      const number = (): number => Math.round((random.next() * 200 - 100) * 10) / 10;
      const numbers = (count: number): string => Array.from({ length: count }, number).join(' ');
      const commands = [
        () => `L${numbers(2)}`,
        () => `l${numbers(2)}`,
        () => `H${number()}`,
        () => `v${number()}`,
        () => `C${numbers(6)}`,
        () => `c${numbers(6)}`,
        () => `S${numbers(4)}`,
        () => `s${numbers(4)}`,
        () => `Q${numbers(4)}`,
        () => `t${numbers(2)}`,
        () => `T${numbers(2)}`,
        () => 'Z',
        () => `A${Math.abs(number())} ${Math.abs(number())} ${number()} ${random.below(2)} ${random.below(2)} ${numbers(2)}`,
        () => `a${Math.abs(number())} ${Math.abs(number())} ${number()} ${random.below(2)} ${random.below(2)} ${numbers(2)}`,
      ];
      const data = `M${numbers(2)}${Array.from({ length: 6 }, () => random.pick(commands)()).join('')}`;
      const [theirs, ours] = [browserPath(data), browserPath(written(parsePath(data)))];
      const length = theirs.getTotalLength();
      expect(ours.getTotalLength(), `seed ${seed}: ${data}`).to.be.closeTo(length, length * 0.003 + 0.1);
      const tolerance = length * 0.004 + 0.2;
      for (const share of [0.2, 0.5, 0.8, 1]) {
        const [expected, got] = [theirs.getPointAtLength(length * share), ours.getPointAtLength(ours.getTotalLength() * share)];
        expect(Math.hypot(expected.x - got.x, expected.y - got.y), `seed ${seed} at ${share}: ${data}`).to.be.below(tolerance);
      }
    }
  });
});

describe('a transform', () => {
  const turned: Matrix = [0, 2, -1, 0, 5, 7];

  it('moves points', () => expect(moved(turned, 3, 4)).to.deep.equal([1, 13]));
  it('is undone by its inverse', () =>
    expect(product(inverse(turned), turned).map((value) => Math.round(value * 1e9) / 1e9 + 0)).to.deep.equal([1, 0, 0, 1, 0, 0]));
  it('moves outlines', () => expect(movedPath(turned, [['M', 3, 4], ['Z']])).to.deep.equal([['M', 1, 13], ['Z']]));
  it('is followed by bounds', () =>
    expect(
      boundsOf([
        ['M', 3, 4],
        ['L', -1, 9],
      ]),
    ).to.deep.equal([-1, 4, 3, 9]));
});
