import { expect } from '@open-wc/testing';
import { shown } from '../../src/data/unlike.js';

describe('a value in a message', () => {
  it('is what it is, whatever it is', () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    const values = [
      undefined,
      null,
      NaN,
      -Infinity,
      12n,
      true,
      Symbol('here'),
      circle,
      [circle],
      () => 'secret',
      'a "b"',
      '',
      'x'.repeat(41),
    ];
    expect(values.map(shown)).to.deep.equal([
      'nothing',
      'null',
      'NaN',
      '-Infinity',
      '12n',
      'true',
      'Symbol(here)',
      'an object',
      'a list',
      'a function',
      '"a \\"b\\""',
      '""',
      `"${'x'.repeat(40)}…"`,
    ]);
  });
});
