import { expect } from '@open-wc/testing';
import { safeLink } from '../../../src/components/table/link.js';

describe('a link from data', () => {
  it('leads to http, https and mailto', () => {
    expect(safeLink('https://example.org/a?b=1')).to.equal('https://example.org/a?b=1');
    expect(safeLink('mailto:a@example.org')).to.equal('mailto:a@example.org');
    expect(safeLink('/courses/1')).to.equal(new URL('/courses/1', document.baseURI).href);
  });

  it('leads nowhere else', () => {
    for (const address of ['javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', 'vbscript:x', 'http://', null, 7, true]) {
      expect(safeLink(address), String(address)).to.equal(undefined);
    }
  });
});
