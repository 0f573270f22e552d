import { expect } from '@open-wc/testing';
import { activeTime } from '../../src/tracker/active-time.js';
import { Random } from '../support/random.js';

describe('activeTime', () => {
  it('counts nothing before the page is seen', () => {
    expect(activeTime(60).until(1000)).to.equal(0);
  });

  it('counts while the page is seen', () => {
    const time = activeTime(60);
    time.resume(10);
    expect(time.until(40)).to.equal(30);
  });

  it('does not count while the page is hidden, whatever is done there', () => {
    const time = activeTime(60);
    time.resume(0);
    time.pause(20);
    time.touch(30);
    expect(time.until(50)).to.equal(20);
    time.resume(1000);
    expect(time.until(1005)).to.equal(25);
  });

  it('counts an idle span up to the cut-off', () => {
    const time = activeTime(60);
    time.resume(0);
    expect(time.until(59)).to.equal(59);
    expect(time.until(61)).to.equal(60);
    time.touch(500);
    expect(time.until(510)).to.equal(70);
  });

  it('counts the whole of a span with a sign of the learner at every cut-off', () => {
    const time = activeTime(60);
    time.resume(0);
    for (let at = 60; at <= 600; at += 60) time.touch(at);
    expect(time.until(630)).to.equal(630);
  });

  it('is not stopped twice nor resumed twice', () => {
    const time = activeTime(60);
    time.resume(0);
    time.resume(10);
    time.pause(20);
    time.pause(90);
    expect(time.until(200)).to.equal(20);
  });

  for (const seed of [1, 2, 3, 4, 5]) {
    it(`agrees with counting tick by tick (seed ${seed})`, () => {
      const random = new Random(seed);
      const idleAfter = 1 + random.below(10);
      const time = activeTime(idleAfter);
      let isSeen = false;
      let lastSign = 0;
      let ticks = 0;
      for (let now = 0; now < 500; now++) {
        expect(time.until(now)).to.equal(ticks);
        if (random.chance(0.05)) {
          isSeen = !isSeen;
          if (isSeen) time.resume(now);
          else time.pause(now);
          lastSign = now;
        } else if (random.chance(0.15)) {
          time.touch(now);
          lastSign = now;
        }
        if (isSeen && now - lastSign < idleAfter) ticks++;
      }
    });
  }
});
