import { expect } from '@open-wc/testing';
import { greatestOf, measuredOf } from '../../../src/components/charts/measured.js';
import { viewData } from '../../support/view-data.js';

const COLUMNS = { keys: ['week'], values: ['so_far', 'learners'], unit: 'learners', running: ['so_far'] } as const;
const WHOLE = viewData({ week: ['a', 'b', 'c', 'd'], so_far: [4, 6, 9, 9], learners: [4, 2, 3, 1] });

describe('the measures of a view', () => {
  it('are read in the order of the view where no filter applies', () => {
    const groups = measuredOf(WHOLE, undefined, COLUMNS);
    expect(groups.map(({ keys, values }) => [keys[0], ...values])).to.deep.equal([
      ['a', 4, 4],
      ['b', 6, 2],
      ['c', 9, 3],
      ['d', 9, 1],
    ]);
    expect(groups.every(({ wholes, filteredOut }) => wholes === undefined && !filteredOut)).to.equal(true);
  });

  it('keep every group in its place under filters: a count is 0 then, a running one is as before', () => {
    const filtered = viewData({ week: ['b', 'c'], so_far: [1, 3], learners: [1, 2] });
    const groups = measuredOf(filtered, WHOLE, COLUMNS);
    expect(groups.map(({ keys, values }) => [keys[0], ...values])).to.deep.equal([
      ['a', 0, 0],
      ['b', 1, 1],
      ['c', 3, 2],
      ['d', 3, 0],
    ]);
    expect(groups.map(({ wholes }) => wholes)).to.deep.equal([
      [4, 4],
      [6, 2],
      [9, 3],
      [9, 1],
    ]);
    expect(groups.map(({ filteredOut }) => filteredOut)).to.deep.equal([true, false, false, true]);
  });

  it('are not known where filters leave no row, if that says no more than that nothing is told', () => {
    const filtered = viewData({ week: ['b'], so_far: [1], learners: [1] });
    const groups = measuredOf(filtered, WHOLE, { ...COLUMNS, emptied: 'unknown' });
    expect(groups.map(({ values, wholes }) => [...values, wholes?.[1]])).to.deep.equal([
      [undefined, undefined, 4],
      [1, 1, 2],
      [undefined, undefined, 3],
      [undefined, undefined, 1],
    ]);
  });

  it('are not known, never 0, where a mean or a share is of nothing', () => {
    const columns = { keys: ['week'], values: ['share'], unit: 'fraction' } as const;
    const whole = viewData({ week: ['a', 'b'], share: [0.5, 0.25] });
    const groups = measuredOf(viewData({ week: ['a'], share: [1] }), whole, columns);
    expect(groups.map(({ values }) => values)).to.deep.equal([[1], [undefined]]);
  });

  it('are not known under filters, never 0, where they are not known without them', () => {
    const whole = viewData({ week: ['a', 'b', 'c'], so_far: [4, null, 9], learners: [null, 2, 3] });
    const groups = measuredOf(viewData({ week: ['a'], so_far: [1], learners: [1] }), whole, COLUMNS);
    expect(groups.map(({ values }) => values)).to.deep.equal([
      [1, 1],
      [undefined, 0],
      [1, 0],
    ]);
    expect(measuredOf(viewData({ week: [], so_far: [], learners: [] }), whole, COLUMNS)[0]?.values).to.deep.equal([0, undefined]);
  });

  it('tell an unknown value from 0', () => {
    const [group] = measuredOf(viewData({ week: ['a'], so_far: [null], learners: [0] }), undefined, COLUMNS);
    expect(group?.values).to.deep.equal([undefined, 0]);
  });

  it('tell groups of the same name apart by further keys', () => {
    const answer = viewData({ block: ['x', 'y'], name: ['Week 1', 'Week 1'], learners: [3, 5] });
    const groups = measuredOf(answer, answer, { keys: ['block', 'name'], values: ['learners'], unit: 'learners' });
    expect(groups.map(({ values, wholes }) => [values, wholes])).to.deep.equal([
      [[3], [3]],
      [[5], [5]],
    ]);
  });

  it('have as the greatest the one of all groups, or of the sums where they are stacked', () => {
    const groups = measuredOf(WHOLE, undefined, COLUMNS);
    expect(greatestOf(groups)).to.equal(9);
    expect(greatestOf(groups, true)).to.equal(12);
    expect(greatestOf([])).to.equal(0);
  });
});
