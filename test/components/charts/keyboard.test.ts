import { expect } from '@open-wc/testing';
import { chartAction } from '../../../src/components/charts/keyboard.js';
import type { ChartShape } from '../../../src/components/charts/keyboard.js';

const lying: ChartShape = { count: 4, lying: true, direction: 'ltr' };
const upright: ChartShape = { count: 4, lying: false, direction: 'ltr' };
const rtl: ChartShape = { count: 4, lying: false, direction: 'rtl' };
const key = (name: string, ctrlKey = false) => ({ key: name, ctrlKey, metaKey: false, altKey: false });
const point = (index: number) => ({ kind: 'point', index });

describe('a chart by keyboard', () => {
  it('is entered from above', () => {
    for (const name of ['ArrowDown', 'ArrowRight', 'Enter', ' '])
      expect(chartAction(key(name), undefined, upright)).to.deep.equal(point(0));
    expect(chartAction(key('End'), undefined, upright)).to.deep.equal(point(3));
    expect(chartAction(key('ArrowUp'), undefined, upright)).to.equal(undefined);
  });

  it('moves between points as they are drawn', () => {
    expect(chartAction(key('ArrowRight'), 1, upright)).to.deep.equal(point(2));
    expect(chartAction(key('ArrowLeft'), 1, upright)).to.deep.equal(point(0));
    expect(chartAction(key('ArrowDown'), 1, lying)).to.deep.equal(point(2));
    expect(chartAction(key('ArrowUp'), 1, lying)).to.deep.equal(point(0));
    expect(chartAction(key('ArrowRight'), 3, upright)).to.deep.equal(point(3));
    expect(chartAction(key('ArrowLeft'), 0, upright)).to.deep.equal(point(0));
  });

  it('moves in reading direction', () => {
    expect(chartAction(key('ArrowLeft'), 1, rtl)).to.deep.equal(point(2));
    expect(chartAction(key('ArrowRight'), 1, rtl)).to.deep.equal(point(0));
  });

  it('goes up to the chart again', () => {
    expect(chartAction(key('ArrowUp'), 2, upright)).to.deep.equal({ kind: 'chart' });
    expect(chartAction(key('ArrowUp'), 0, lying)).to.deep.equal({ kind: 'chart' });
    expect(chartAction(key('Escape'), 2, upright)).to.deep.equal({ kind: 'escape' });
  });

  it('goes down to one series of several before its points, and up the same way', () => {
    const two: ChartShape = { ...upright, series: 2 };
    const series = (index: number) => ({ kind: 'series', index });
    expect(chartAction(key('ArrowDown'), undefined, two)).to.deep.equal(series(0));
    expect(chartAction(key('ArrowRight'), undefined, two)).to.deep.equal(point(0));
    expect(chartAction(key('ArrowRight'), undefined, two, 0)).to.deep.equal(series(1));
    expect(chartAction(key('ArrowRight'), undefined, two, 1)).to.deep.equal(series(1));
    expect(chartAction(key('ArrowLeft'), undefined, two, 1)).to.deep.equal(series(0));
    expect(chartAction(key('ArrowLeft'), undefined, { ...two, direction: 'rtl' }, 0)).to.deep.equal(series(1));
    expect(chartAction(key('End'), undefined, two, 0)).to.deep.equal(series(1));
    expect(chartAction(key('ArrowDown'), undefined, two, 1)).to.deep.equal(point(0));
    expect(chartAction(key('ArrowUp'), 2, two, 1)).to.deep.equal(series(1));
    expect(chartAction(key('ArrowUp'), undefined, two, 1)).to.deep.equal({ kind: 'chart' });
    expect(chartAction(key('Escape'), undefined, two, 1)).to.deep.equal({ kind: 'chart' });
    expect(chartAction(key('ArrowDown'), undefined, { ...upright, series: 1 })).to.deep.equal(point(0));
  });

  it('leaves to the browser what is its own: with Alt or Meta held, and Ctrl with Home and End', () => {
    for (const name of ['ArrowLeft', 'ArrowRight', 'ArrowDown', 'Home', 'End', 'Escape']) {
      for (const at of [undefined, 1])
        for (const held of [{ altKey: true }, { metaKey: true }])
          expect(chartAction({ ...key(name), ...held }, at, { ...upright, series: 2 }, at ?? 0), name).to.equal(undefined);
    }
    expect(chartAction(key('Home', true), 1, upright)).to.equal(undefined);
    expect(chartAction(key('End', true), 1, upright)).to.equal(undefined);
    expect(chartAction({ ...key('Enter'), metaKey: true }, 1, upright)).to.deep.equal({ kind: 'choose', add: true });
  });

  it('chooses, with Ctrl beside what is chosen', () => {
    expect(chartAction(key('Enter'), 2, upright)).to.deep.equal({ kind: 'choose', add: false });
    expect(chartAction(key(' ', true), 2, upright)).to.deep.equal({ kind: 'choose', add: true });
  });

  it('leaves other keys to the page, and all of them where there is no point', () => {
    expect(chartAction(key('Tab'), 1, upright)).to.equal(undefined);
    expect(chartAction(key('a'), 1, upright)).to.equal(undefined);
    expect(chartAction(key('ArrowDown'), undefined, { ...upright, count: 0 })).to.equal(undefined);
  });
});
