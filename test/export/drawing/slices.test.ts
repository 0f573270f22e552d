import { expect } from '@open-wc/testing';
import { node, textOf } from '../../../src/export/drawing/drawing.js';
import type { Drawing, DrawingNode } from '../../../src/export/drawing/drawing.js';
import { slicesOf } from '../../../src/export/drawing/slices.js';

const STEP = 24;

/** Lying bars below each other, each under its label, before one gridline over all of them. */
function bars(count: number): Drawing {
  const height = count * STEP;
  const marks = Array.from({ length: count }, (_, at) =>
    node('g', { transform: `matrix(1 0 0 1 0 ${at * STEP})` }, [
      node('text', { x: 0, y: 10, 'font-size': 10 }, [`Bar ${at}`]),
      node('rect', { x: 0, y: 12, width: 50, height: 10, fill: '#1f6f78' }),
    ]),
  );
  return { width: 100, height, box: [0, 0, 100, height], children: [node('line', { x1: 80, x2: 80, y1: 0, y2: height }), ...marks] };
}

function named(nodes: readonly (DrawingNode | string)[], name: string): readonly DrawingNode[] {
  return nodes.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...named(child.children, name)],
  );
}

describe('a drawing that is higher than a page', () => {
  it('stays whole where it fits', () => {
    const drawing = bars(4);
    expect(slicesOf(drawing, { first: 96, next: 10 })).to.deep.equal([drawing]);
  });

  it('has each bar and each label on one piece, in order, and what crosses all on all', () => {
    const pieces = slicesOf(bars(50), { first: 250, next: 500 });
    expect(pieces.length).to.equal(3);
    const labels = pieces.flatMap(({ children }) => named(children, 'text').map(textOf));
    expect(labels).to.deep.equal(Array.from({ length: 50 }, (_, at) => `Bar ${at}`));
    expect(pieces.flatMap(({ children }) => named(children, 'rect')).length).to.equal(50);
    expect(pieces.map(({ children }) => named(children, 'line').length)).to.deep.equal([1, 1, 1]);
  });

  it('is cut between bars, and no piece is higher than asked for', () => {
    const pieces = slicesOf(bars(50), { first: 250, next: 500 });
    for (const [at, { box, height }] of pieces.entries()) {
      expect(height).to.be.at.most(at === 0 ? 250 : 500);
      const [from, to] = [box[1], box[1] + box[3]];
      expect(from % STEP, 'below a bar').to.be.oneOf([0, 22, 23]);
      expect(to % STEP, 'below a bar').to.be.oneOf([0, 22, 23]);
    }
    expect(pieces.reduce((sum, { height }) => sum + height, 0)).to.equal(50 * STEP);
  });

  it('is cut somewhere where there is no room between its marks', () => {
    const drawing: Drawing = { width: 10, height: 90, box: [0, 0, 10, 90], children: [node('rect', { width: 10, height: 90 })] };
    expect(slicesOf(drawing, { first: 40, next: 40 }).map(({ height }) => height)).to.deep.equal([40, 40, 10]);
  });

  it('counts in the px of the drawing, whatever the units of its box', () => {
    const drawing = bars(50);
    const double = { ...drawing, width: 200, height: 2 * drawing.height };
    const heights = slicesOf(double, { first: 500, next: 1000 }).map(({ height }) => height);
    expect(heights).to.deep.equal(slicesOf(drawing, { first: 250, next: 500 }).map(({ height }) => 2 * height));
  });
});
