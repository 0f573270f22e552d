import { expect } from '@open-wc/testing';
import { isOfBrowser } from '../../../../src/components/base/focus/browser-keys.js';

const key = { key: 'ArrowLeft', ctrlKey: false, metaKey: false, altKey: false };

describe('a key', () => {
  it('is ours alone, and of the browser with Alt, Ctrl or Meta', () => {
    expect(isOfBrowser(key)).to.equal(false);
    for (const held of ['altKey', 'ctrlKey', 'metaKey']) expect(isOfBrowser({ ...key, [held]: true }), held).to.equal(true);
  });

  it('is ours with Ctrl or Meta where that has a meaning, never with Alt', () => {
    expect(isOfBrowser({ ...key, ctrlKey: true }, { ctrl: true })).to.equal(false);
    expect(isOfBrowser({ ...key, metaKey: true }, { meta: true })).to.equal(false);
    expect(isOfBrowser({ ...key, metaKey: true }, { ctrl: true })).to.equal(true);
    expect(isOfBrowser({ ...key, altKey: true }, { ctrl: true, meta: true })).to.equal(true);
  });
});
