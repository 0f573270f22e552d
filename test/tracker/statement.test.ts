import { expect } from '@open-wc/testing';
import { durationSeconds } from '../../src/data/providers/xapi/sessions-duration.js';
import { isoDuration } from '../../src/tracker/statement.js';
import { uuid } from '../../src/tracker/uuid.js';
import { Random } from '../support/random.js';

describe('isoDuration', () => {
  it('writes seconds with at most two decimals', () => {
    expect([0, 9, 10, 1234, 75_000, 75_509.99].map(isoDuration)).to.deep.equal(['PT0S', 'PT0S', 'PT0.01S', 'PT1.23S', 'PT75S', 'PT75.5S']);
  });

  it('never lets the parts of a time add up to more than the whole', () => {
    const random = new Random(11);
    for (let round = 0; round < 200; round++) {
      const parts = Array.from({ length: 1 + random.below(9) }, () => random.next() * 1000);
      const whole = durationSeconds(isoDuration(parts.reduce((sum, part) => sum + part, 0))) ?? NaN;
      const ofParts = parts.reduce((sum, part) => sum + (durationSeconds(isoDuration(part)) ?? NaN), 0);
      expect(Math.round(ofParts * 100)).to.be.at.most(Math.round(whole * 100), `round ${round} of seed 11`);
    }
  });
});

describe('uuid', () => {
  it('is of version 4 and never the same', () => {
    const made = Array.from({ length: 500 }, uuid);
    expect(new Set(made).size).to.equal(500);
    for (const id of made) expect(id).to.match(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });
});
