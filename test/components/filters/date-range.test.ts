import { expect } from '@open-wc/testing';
import { datesOf, instantsOf, isRange } from '../../../src/components/filters/date-range.js';
import { clauseText } from '../../../src/components/base/clauses/clause-text.js';

const at = Date.parse;

describe('a range of local dates', () => {
  it('holds both days, in the time zone of the dataset', () => {
    expect(instantsOf({ from: '2024-03-01', to: '2024-03-31' }, 'UTC')).to.deep.equal([at('2024-03-01T00:00Z'), at('2024-04-01T00:00Z')]);
    expect(instantsOf({ from: '2024-03-31', to: '2024-03-31' }, 'Europe/Paris')).to.deep.equal([
      at('2024-03-30T23:00Z'),
      at('2024-03-31T22:00Z'),
    ]);
  });

  for (const range of [
    { from: '2024-02-29', to: '2024-03-10' },
    { from: '', to: '2024-03-10' },
    { from: '2024-03-31', to: '' },
    { from: '', to: '' },
  ]) {
    it(`comes back from its instants: ${range.from || 'open'} to ${range.to || 'open'}`, () => {
      expect(datesOf(instantsOf(range, 'America/New_York'), 'America/New_York')).to.deep.equal(range);
    });
  }

  it('is none while a date is being typed, or where it ends before it begins', () => {
    expect(isRange({ from: '0202-01-01', to: '' })).to.equal(false);
    expect(isRange({ from: '2024-03-02', to: '2024-03-01' })).to.equal(false);
    expect(isRange({ from: '2024-03-01', to: '2024-03-01' })).to.equal(true);
    expect(isRange({ from: '', to: '' })).to.equal(true);
  });

  it('is written as days, with its last day, where it is whole days', () => {
    const options = { locale: 'en', timezone: 'Europe/Paris' };
    const text = (from: string, to: string): string =>
      clauseText({ origin: 'o', field: 'visited_at', range: instantsOf({ from, to }, 'Europe/Paris')! }, options);
    expect(text('2024-03-01', '2024-03-31')).to.equal('Visits: Mar 1, 2024 – Mar 31, 2024');
    expect(text('2024-03-01', '2024-03-01')).to.equal('Visits: Mar 1, 2024');
    expect(text('2024-03-01', '')).to.equal('Visits: from Mar 1, 2024');
    expect(text('', '2024-03-31')).to.equal('Visits: until Mar 31, 2024');
  });
});
