import { expect } from '@open-wc/testing';
import { TableBuilder, valueAt } from '../../src/data/table.js';

describe('a table', () => {
  it('keeps unknown apart from zero, false and the empty text', () => {
    const builder = new TableBuilder('sessions', { session: 'category', active_seconds: 'number', completed: 'boolean' });
    builder.push({ session: '', active_seconds: 0, completed: false });
    builder.push({});
    const table = builder.build();
    const cells = [0, 1].map((row) => [...table.columns.values()].map((column) => valueAt(column, row)));
    expect(cells).to.deep.equal([
      ['', 0, false],
      [null, null, null],
    ]);
  });

  it('takes columns of any name', () => {
    const builder = new TableBuilder('odd', { ['__proto__']: 'number', constructor: 'number' } as never);
    builder.push({ constructor: 3 });
    expect(builder.build().columns.get('constructor')).to.have.property('type', 'number');
  });
});
