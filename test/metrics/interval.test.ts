import { expect } from '@open-wc/testing';
import { differenceInterval, quantileFor, wilsonInterval, Z_95 } from '../../src/metrics/interval.js';

describe('the Wilson interval of a share', () => {
  it('lies within 0 and 1 to the last digit: an end a little below 0 would be written as −0.0 %', () => {
    for (const z of [Z_95, quantileFor(7)]) {
      for (let count = 1; count <= 1000; count++) {
        expect(wilsonInterval(0, count, z).low, `0 of ${count}`).to.be.at.least(0);
        expect(wilsonInterval(1, count, z).high, `${count} of ${count}`).to.be.at.most(1);
      }
    }
  });

  it('of 15 in 148 is 0.0624 to 0.1605, the example of the literature', () => {
    const { low, high } = wilsonInterval(15 / 148, 148);
    expect(low).to.be.closeTo(0.0624, 5e-5);
    expect(high).to.be.closeTo(0.1605, 5e-5);
  });

  it('stays within 0 and 1 and has a width for shares of 0 and 1', () => {
    const none = wilsonInterval(0, 20);
    const all = wilsonInterval(1, 20);
    expect(none.low).to.be.closeTo(0, 1e-12);
    expect(none.high).to.be.closeTo(0.1611, 5e-5);
    expect(all.low).to.be.closeTo(1 - none.high, 1e-12);
  });
});

describe('the interval of a difference of shares', () => {
  it('of 56 in 70 and 48 in 80 is 0.0524 to 0.3339, the example of the literature', () => {
    const { low, high } = differenceInterval({ part: 56, count: 70 }, { part: 48, count: 80 });
    expect(low).to.be.closeTo(0.0524, 5e-5);
    expect(high).to.be.closeTo(0.3339, 5e-5);
  });

  it('turns its signs with its sides', () => {
    const there = differenceInterval({ part: 30, count: 60 }, { part: 10, count: 50 });
    const back = differenceInterval({ part: 10, count: 50 }, { part: 30, count: 60 });
    expect(back.low).to.be.closeTo(-there.high, 1e-12);
    expect(back.high).to.be.closeTo(-there.low, 1e-12);
  });
});

describe('the quantile of a level', () => {
  it('is 1.96 for one comparison and grows with their number', () => {
    expect(quantileFor(1)).to.be.closeTo(1.959964, 1e-6);
    expect(quantileFor(10)).to.be.closeTo(2.807034, 1e-6);
    expect(quantileFor(100)).to.be.closeTo(3.480756, 1e-6);
  });
});
