import { expect } from '@open-wc/testing';
import { createEngine } from '../../../src/data/engine/create-engine.js';
import type { ViewSpec } from '../../../src/metrics/types.js';
import { tablesOf, valuesOf } from '../../support/tables.js';

const engine = createEngine(
  tablesOf({
    learners: [
      { actor_id: 'id-1', name: 'Núria Ferré', username: 'nferre' },
      { actor_id: 'id-2', name: null, username: 'Bo' },
      { actor_id: 'id-3', name: 'Bo (1)', username: null },
    ],
    enrollments: ['id-1', 'id-2', 'id-3', 'id-4'].map((id) => ({ course_key: 'bo', actor_id: id, track: 'bo' })),
  }),
  { timezone: 'UTC' },
);
const list: ViewSpec = { id: 'l', table: 'enrollments', select: ['actor_id', 'name', 'username', 'track'] };

function found(search: string, spec = list): unknown[] {
  return valuesOf(engine.view(spec, { params: { search } })).map(([id]) => id);
}

describe('searching a view of learners', () => {
  it('finds a part of the name whatever its case and accents', () => {
    expect(found('nuria')).to.deep.equal(['id-1']);
    expect(found('FERRÉ')).to.deep.equal(['id-1']);
  });

  it('finds a username, or a learner who has no name, by the id', () => {
    expect(found('bo')).to.deep.equal(['id-2', 'id-3']);
    expect(found('id-4')).to.deep.equal(['id-4']);
  });

  it('does not read signs of the text as a pattern, and looks in no other column', () => {
    expect(found('(1)')).to.deep.equal(['id-3']);
    expect(found('.*')).to.deep.equal([]);
  });

  it('shows all where nothing but space is looked for', () => {
    expect(found('  ')).to.have.length(4);
  });

  it('counts what it found before the page is cut', () => {
    const { length, total } = engine.view(list, { params: { search: 'bo', limit: 1 } });
    expect([length, total]).to.deep.equal([1, 2]);
  });

  it('looks in no column that the view does not select, and all where none can be searched', () => {
    expect(found('nuria', { ...list, select: ['actor_id'] })).to.deep.equal([]);
    expect(found('nuria', { id: 't', table: 'enrollments', select: ['track'] })).to.have.length(4);
  });
});
