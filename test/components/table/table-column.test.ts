import { expect } from '@open-wc/testing';
import type { Unit, Value } from '../../../src/metrics/types.js';
import { ColumnBuilder } from '../../../src/data/table.js';
import type { ColumnType } from '../../../src/metrics/tables.js';
import { columnValue, formatCell, shownColumns } from '../../../src/components/table/table-column.js';

const options = { locale: 'en', timezone: 'UTC', style: 'exact' } as const;

function column(meaning: string, type: ColumnType, values: readonly Value[], hidden?: Uint8Array) {
  const builder = new ColumnBuilder(type);
  for (const value of values) builder.push(value);
  const data = { name: 'x', meaning, data: builder.build(), ...(hidden === undefined ? {} : { hidden }) };
  const result = { view: 'test', length: values.length, total: values.length, columns: [data], applied: [], unanswered: [] };
  return shownColumns(result, [{ column: 'x' }, { column: 'not there' }])[0]!;
}

const written = (unit: Unit, type: ColumnType, values: readonly Value[]): string[] => {
  const shown = { ...column('', type, values), unit };
  return values.map((value) => formatCell(value, shown, options));
};

describe('a column of a table', () => {
  it('writes its numbers on one scale of decimals, two at most', () => {
    expect(written('stars', 'number', [4, 3.5, null])).to.deep.equal(['4.0', '3.5', '–']);
    expect(written('plays', 'number', [1_234_567, 0])).to.deep.equal(['1,234,567', '0']);
    expect(written('items', 'number', [1 / 3, 2])).to.deep.equal(['0.33', '2.00']);
    expect(written('items', 'number', [0.1 + 0.2])).to.deep.equal(['0.3']);
  });

  it('writes none of them as none that is smaller than its decimals', () => {
    expect(written('views', 'number', [0.004, 0.25, 0])).to.deep.equal(['0.004', '0.25', '0.00']);
    expect(written('views', 'number', [0.0000001, 3])).to.deep.equal(['0.0000001', '3']);
    expect(written('fraction', 'number', [0.0004, 0])).to.deep.equal(['0.04%', '0.0%']);
  });

  it('leaves the unit to the header, but for shares and durations', () => {
    expect(written('days', 'number', [12])).to.deep.equal(['12']);
    expect(written('fraction', 'number', [0.85])).to.deep.equal(['85.0%']);
    expect(written('seconds', 'number', [157])).to.deep.equal(['2\u00a0min\u00a037\u00a0s']);
    expect(written('instant', 'time', [Date.parse('2024-03-10T12:00:00Z')])).to.deep.equal(['Mar 10, 2024']);
    expect(written('text', 'category', ['audit', null])).to.deep.equal(['audit', '–']);
  });

  it('is called as the dictionary says, or by its name', () => {
    expect(column('explorations.plays', 'number', [1]).label).to.equal('Plays');
    expect(column('nothing', 'number', [1]).label).to.equal('x');
  });

  it('does not tell what is hidden', () => {
    expect(columnValue(column('', 'number', [3, 4], Uint8Array.of(0, 1)), 1)).to.equal(null);
  });
});
