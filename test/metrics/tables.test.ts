import { expect } from '@open-wc/testing';
import { columnsOf, columnsWithout, TABLES } from '../../src/metrics/tables.js';

describe('columns of a normal table', () => {
  it('are those that are named, in that order, each as the schema says', () => {
    expect(Object.entries(columnsOf('ratings', ['stars', 'exploration']))).to.deep.equal([
      ['stars', 'number'],
      ['exploration', 'category'],
    ]);
  });

  it('are refused by name where the table has none of it', () => {
    expect(() => columnsOf('ratings', ['star'])).to.throw('The table ratings has no column star.');
  });

  it('are all, or all but some', () => {
    expect(columnsWithout('issues')).to.deep.equal(TABLES.get('issues')?.columns);
    expect(columnsWithout('issues', 'state', 'issue')).to.deep.equal({ exploration: 'category' });
  });
});
