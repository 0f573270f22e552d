import { expect } from '@open-wc/testing';
import { restorePrivate } from '../../../src/data/loader/restore-private.js';
import type { Snapshot } from '../../../src/data/provider.js';
import { TableBuilder, valueAt } from '../../../src/data/table.js';

function snapshot(namesSupplied: boolean, rows: { actor_id?: string; name?: string }[]): Snapshot {
  const learners = new TableBuilder('learners', { actor_id: 'category', name: 'category' });
  for (const row of rows) learners.push(row);
  return { provider: 'xapi', version: 1, notes: { bytes: 1, namesSupplied }, tables: new Map([['learners', learners.build()]]) };
}

describe('names that come again', () => {
  it('go to the rows with their key, in whatever order they come', () => {
    const stored = snapshot(false, [{ actor_id: 'a' }, { actor_id: 'b' }, { actor_id: '__proto__' }, {}]);
    const fresh = snapshot(true, [
      { actor_id: '__proto__', name: 'Proto' },
      { actor_id: 'c', name: 'Carl' },
      { actor_id: 'a', name: 'Ada' },
    ]);
    const restored = restorePrivate(stored, fresh);
    const names = restored.tables.get('learners')!.columns.get('name')!;
    expect([0, 1, 2, 3].map((row) => valueAt(names, row))).to.deep.equal(['Ada', null, 'Proto', null]);
    expect(restored.notes.namesSupplied).to.equal(true);
  });

  it('leave everything where the tables have no people', () => {
    const stored = snapshot(false, [{ actor_id: 'a' }]);
    const restored = restorePrivate(stored, { ...stored, tables: new Map() });
    expect(restored.tables.get('learners')).to.equal(stored.tables.get('learners'));
    expect(restored.notes.namesSupplied).to.equal(false);
  });
});
