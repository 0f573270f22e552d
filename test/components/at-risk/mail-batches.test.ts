import { expect } from '@open-wc/testing';
import { mailBatches } from '../../../src/components/at-risk/mail-batches.js';

const PREFIX = 'mailto:?bcc=';

describe('batches of mail', () => {
  it('are none without addresses', () => {
    expect(mailBatches([])).to.deep.equal([]);
  });

  it('put all addresses into BCC, escaped', () => {
    expect(mailBatches(['ann@example.org', 'b&o@example.org'])).to.deep.equal([
      { count: 2, href: `${PREFIX}ann%40example.org,b%26o%40example.org` },
    ]);
  });

  it('are short enough, and together have every address once, in order', () => {
    const addresses = Array.from({ length: 500 }, (_, at) => `learner.number.${at}@students.example.org`);
    const batches = mailBatches(addresses);
    expect(batches.length).to.be.greaterThan(1);
    expect(batches.every(({ href }) => href.length <= 2000)).to.equal(true);
    expect(batches.flatMap(({ href }) => href.slice(PREFIX.length).split(',').map(decodeURIComponent))).to.deep.equal(addresses);
    expect(batches.reduce((sum, { count }) => sum + count, 0)).to.equal(500);
  });

  it('never cut an address, however long', () => {
    const long = `${'a'.repeat(3000)}@example.org`;
    expect(mailBatches(['x@y.z', long]).map(({ count }) => count)).to.deep.equal([1, 1]);
  });
});
