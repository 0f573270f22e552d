import { expect, nextFrame } from '@open-wc/testing';
import { EachFrame } from '../../../src/components/charts/each-frame.js';

describe('a value each frame', () => {
  it('is the latest of those that came in between', async () => {
    const heard: number[] = [];
    const frames = new EachFrame<number>((value) => heard.push(value));
    frames.push(1);
    frames.push(2);
    frames.push(3);
    expect(heard).to.deep.equal([]);
    await nextFrame();
    expect(heard).to.deep.equal([3]);
    await nextFrame();
    expect(heard).to.deep.equal([3]);
  });

  it('is handed on at once by a flush, and only once', async () => {
    const heard: number[] = [];
    const frames = new EachFrame<number>((value) => heard.push(value));
    frames.push(1);
    frames.flush();
    frames.flush();
    await nextFrame();
    expect(heard).to.deep.equal([1]);
  });

  it('is forgotten by a cancel', async () => {
    const heard: number[] = [];
    const frames = new EachFrame<number>((value) => heard.push(value));
    frames.push(1);
    frames.cancel();
    await nextFrame();
    expect(heard).to.deep.equal([]);
  });
});
