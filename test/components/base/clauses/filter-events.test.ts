import { expect } from '@open-wc/testing';
import { parseClause } from '../../../../src/components/base/clauses/filter-events.js';

const refused = (detail: unknown): string => {
  try {
    parseClause(detail);
  } catch (error) {
    return (error as Error).message;
  }
  return 'accepted';
};

describe('the detail of a stats-filter event', () => {
  it('is a clause of values, a clause of a range, or a clearing', () => {
    expect(parseClause({ origin: 'host', field: 'track', in: ['audit', null] })).to.deep.equal({
      origin: 'host',
      field: 'track',
      in: ['audit', null],
    });
    expect(parseClause({ origin: 'host', field: 'last_visit', range: [0, 9] })).to.deep.equal({
      origin: 'host',
      field: 'last_visit',
      range: [0, 9],
    });
    expect(parseClause({ origin: 'host', field: 'track' })).to.deep.equal({ origin: 'host', field: 'track' });
  });

  it('is refused with the path and the value where it cannot be read', () => {
    expect(refused(null)).to.equal('stats-filter detail: expected an object, got null');
    expect(refused({ field: 'track' })).to.equal('stats-filter detail.origin: expected a text that names who filters, got nothing');
    expect(refused({ origin: 'fixed', field: 'track' }), 'which is what a widget is about').to.contain('who filters, got "fixed"');
    expect(refused({ origin: 'host', field: 'track', in: 'audit' })).to.equal(
      'stats-filter detail.in: expected a list of values, got "audit"',
    );
    expect(refused({ origin: 'host', field: 'track', in: [{}] })).to.equal(
      'stats-filter detail.in[0]: expected a text, a number, true, false or null, got an object',
    );
    expect(refused({ origin: 'host', field: 'last_visit', range: [1] })).to.equal(
      'stats-filter detail.range: expected two numbers, from and to, got a list',
    );
    expect(refused({ origin: 'host', field: 'track', in: [NaN] })).to.equal(
      'stats-filter detail.in[0]: expected a text, a number, true, false or null, got NaN',
    );
    expect(refused({ origin: 1n, field: 'track' })).to.contain('who filters, got 1n');
    expect(refused({ origin: 'host', field: 'track', in: ['x'], range: [0, 1] })).to.equal(
      'stats-filter detail: expected in or range, not both, got an object',
    );
  });

  it('never carries a name or an e-mail', () => {
    for (const field of [
      'name',
      'username',
      'email',
      'learners.email',
      'enrollments.name',
      'page_visits.email',
      'page_visits.learners.name',
    ]) {
      expect(refused({ origin: 'host', field, in: ['x'] })).to.match(/^stats-filter detail\.field: expected a field that is not personal/);
    }
  });
});
