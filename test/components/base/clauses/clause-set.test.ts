import { expect } from '@open-wc/testing';
import { ClauseSet, toggled } from '../../../../src/components/base/clauses/clause-set.js';

const track = (...values: string[]) => ({ origin: 'chart', field: 'track', in: values });

describe('the clauses of a dataset', () => {
  it('keep one per origin and field, and the last write wins', () => {
    const set = new ClauseSet();
    set.apply(track('audit'));
    set.apply({ origin: 'host', field: 'track', in: ['honor'] });
    set.apply(track('verified'));
    expect(set.all).to.deep.equal([track('verified'), { origin: 'host', field: 'track', in: ['honor'] }]);
  });

  it('are cleared by a clause without a predicate', () => {
    const set = new ClauseSet();
    set.apply(track('audit'));
    expect(set.apply({ origin: 'chart', field: 'track' })).to.equal(true);
    expect(set.all).to.deep.equal([]);
  });

  it('tell a change from a repetition', () => {
    const set = new ClauseSet();
    expect(set.apply(track('audit'))).to.equal(true);
    const before = set.all;
    expect(set.apply(track('audit'))).to.equal(false);
    expect(set.all).to.equal(before);
    expect(set.apply({ origin: 'nobody', field: 'track' })).to.equal(false);
  });

  it('keep an empty choice apart from no choice: it matches nothing', () => {
    const set = new ClauseSet();
    set.apply({ origin: 'host', field: 'track', in: [] });
    expect(set.all).to.have.length(1);
  });

  it('of a widget itself are left out when it asks its own view', () => {
    const set = new ClauseSet();
    set.apply(track('audit'));
    set.apply({ origin: 'host', field: 'org', in: ['Org1'] });
    expect(set.without('chart').map((clause) => clause.field)).to.deep.equal(['org']);
  });
});

describe('a click on a value', () => {
  it('chooses it alone', () => expect(toggled(['a'], 'b', false)).to.deep.equal(['b']));
  it('lets the only chosen one go', () => expect(toggled(['a'], 'a', false)).to.deep.equal([]));
  it('with Ctrl adds it to the others', () => expect(toggled(['a'], 'b', true)).to.deep.equal(['a', 'b']));
  it('with Ctrl takes it out again', () => expect(toggled(['a', 'b'], 'a', true)).to.deep.equal(['b']));
  it('on one of several keeps that one alone', () => expect(toggled(['a', 'b'], 'a', false)).to.deep.equal(['a']));
  it('treats unknown as a value of its own', () => expect(toggled([], null, false)).to.deep.equal([null]));
});
