import { expect } from '@open-wc/testing';
import { addDays, daysBetween, isDate, mondayOf, nearestMonday } from '../../src/metrics/week.js';

describe('weeks', () => {
  it('start on Monday', () => {
    expect(['2019-05-20', '2019-05-21', '2019-05-26'].map(mondayOf)).to.deep.equal(['2019-05-20', '2019-05-20', '2019-05-20']);
    expect(mondayOf('1969-12-31')).to.equal('1969-12-29');
  });

  it('end closest to the Monday up to Thursday before the next', () => {
    const days = ['2019-05-20', '2019-05-23', '2019-05-24', '2019-05-26'];
    expect(days.map(nearestMonday)).to.deep.equal(['2019-05-20', '2019-05-20', '2019-05-27', '2019-05-27']);
  });

  it('count days across a leap day and a change of clocks', () => {
    expect(addDays('2024-02-28', 2)).to.equal('2024-03-01');
    expect(daysBetween('2024-03-25', '2024-04-01')).to.equal(7);
  });

  it('know dates that exist from texts that are none', () => {
    const texts = ['2019-05-28', '2019-02-29', '2019-13-01', '2019-5-28', 'key_2', '', '2019-05-28T00:00:00Z'];
    expect(texts.map(isDate)).to.deep.equal([true, false, false, false, false, false, false]);
  });
});
