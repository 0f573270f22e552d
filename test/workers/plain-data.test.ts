import { expect } from '@open-wc/testing';
import { uncloneablePath } from '../../src/workers/plain-data.js';

describe('data that must cross to a worker', () => {
  it('are fine where the browser can clone them', () => {
    for (const value of [undefined, null, 1, 'x', [1, { a: new Date(0) }], new Map([[1, 2]]), new Uint8Array(3)]) {
      expect(uncloneablePath(value, 'data')).to.equal(undefined);
    }
  });

  it('are named down to the part that cannot be cloned', () => {
    const cases: [unknown, string][] = [
      [() => 1, 'data'],
      [{ a: [0, { b: Symbol('s') }] }, 'data.a[1].b'],
      [
        {
          get a(): number {
            throw new Error('no');
          },
        },
        'data.a',
      ],
      [new Proxy([1], {}), 'data'],
      [{ a: new WeakMap() }, 'data.a'],
      [{ ['__proto__x']: document.body }, 'data.__proto__x'],
    ];
    for (const [value, path] of cases) expect(uncloneablePath(value, 'data')).to.equal(path);
  });

  it('may hold themselves', () => {
    const round: Record<string, unknown> = { ok: 1 };
    round['self'] = round;
    expect(uncloneablePath(round, 'data')).to.equal(undefined);
    round['bad'] = () => 1;
    expect(uncloneablePath(round, 'data')).to.equal('data.bad');
  });
});
