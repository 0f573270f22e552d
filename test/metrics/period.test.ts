import { expect } from '@open-wc/testing';
import { everyPeriod, nextPeriod, periodRange, startOfPeriod } from '../../src/metrics/period.js';
import type { Grain } from '../../src/metrics/types.js';

const HOUR = 3_600_000;
const at = (text: string): number => Date.parse(text);

describe('startOfPeriod', () => {
  it('answers the local date, not that of UTC', () => {
    expect(startOfPeriod(at('2024-03-05T23:30:00Z'), 'day', 'UTC')).to.equal('2024-03-05');
    expect(startOfPeriod(at('2024-03-05T23:30:00Z'), 'day', 'Europe/Paris')).to.equal('2024-03-06');
    expect(startOfPeriod(at('2024-03-05T18:14:59Z'), 'day', 'Asia/Kathmandu')).to.equal('2024-03-05');
    expect(startOfPeriod(at('2024-03-05T18:15:00Z'), 'day', 'Asia/Kathmandu')).to.equal('2024-03-06');
  });

  it('starts weeks on Monday, also across a year', () => {
    expect(startOfPeriod(at('2024-12-29T12:00:00Z'), 'week', 'UTC')).to.equal('2024-12-23');
    expect(startOfPeriod(at('2024-12-30T00:00:00Z'), 'week', 'UTC')).to.equal('2024-12-30');
    expect(startOfPeriod(at('2025-01-01T00:00:00Z'), 'week', 'UTC')).to.equal('2024-12-30');
    expect(startOfPeriod(at('1969-12-31T00:00:00Z'), 'week', 'UTC')).to.equal('1969-12-29');
  });

  it('knows months, quarters, years and the leap day', () => {
    const starts = (['day', 'month', 'quarter', 'year'] as Grain[]).map((grain) => startOfPeriod(at('2024-02-29T23:59:59Z'), grain, 'UTC'));
    expect(starts).to.deep.equal(['2024-02-29', '2024-02-01', '2024-01-01', '2024-01-01']);
    expect(startOfPeriod(at('2024-12-31T23:59:59Z'), 'quarter', 'UTC')).to.equal('2024-10-01');
  });

  it('keeps the hours of the days on which the clocks change', () => {
    expect(startOfPeriod(at('2024-03-30T22:59:59Z'), 'day', 'Europe/Paris')).to.equal('2024-03-30');
    expect(startOfPeriod(at('2024-03-30T23:00:00Z'), 'day', 'Europe/Paris')).to.equal('2024-03-31');
    expect(startOfPeriod(at('2024-03-31T21:59:59Z'), 'day', 'Europe/Paris')).to.equal('2024-03-31');
    expect(startOfPeriod(at('2024-03-31T22:00:00Z'), 'day', 'Europe/Paris')).to.equal('2024-04-01');
    expect(startOfPeriod(at('2024-10-27T22:59:59Z'), 'day', 'Europe/Paris')).to.equal('2024-10-27');
    expect(startOfPeriod(at('2024-10-27T23:00:00Z'), 'day', 'Europe/Paris')).to.equal('2024-10-28');
  });

  it('refuses a time zone that does not exist', () => {
    expect(() => startOfPeriod(0, 'day', 'Europe/Atlantis')).to.throw(RangeError);
  });
});

describe('periodRange', () => {
  it('is 23 or 25 hours long when the clocks change', () => {
    expect(periodRange('2024-03-31', 'day', 'Europe/Paris')).to.deep.equal([at('2024-03-30T23:00:00Z'), at('2024-03-31T22:00:00Z')]);
    expect(periodRange('2024-10-27', 'day', 'Europe/Paris')).to.deep.equal([at('2024-10-26T22:00:00Z'), at('2024-10-27T23:00:00Z')]);
  });

  it('starts a day without midnight at one o’clock', () => {
    const [from, to] = periodRange('2018-11-04', 'day', 'America/Sao_Paulo');
    expect(new Date(from).toISOString()).to.equal('2018-11-04T03:00:00.000Z');
    expect(to - from).to.equal(23 * HOUR);
    expect(startOfPeriod(from - 1, 'day', 'America/Sao_Paulo')).to.equal('2018-11-03');
    expect(startOfPeriod(from, 'day', 'America/Sao_Paulo')).to.equal('2018-11-04');
  });

  it('gives the hour before midnight that comes twice to its own day', () => {
    const [from, to] = periodRange('2018-02-17', 'day', 'America/Sao_Paulo');
    expect(to - from).to.equal(25 * HOUR);
  });

  it('is empty for a day that a zone skipped', () => {
    const [from, to] = periodRange('2011-12-30', 'day', 'Pacific/Apia');
    expect(to - from).to.equal(0);
  });

  it('holds the period of a date inside it', () => {
    expect(periodRange('2024-02-29', 'month', 'UTC')).to.deep.equal([at('2024-02-01T00:00:00Z'), at('2024-03-01T00:00:00Z')]);
  });

  it('is the range of just the instants that start there', () => {
    for (const timezone of [
      'UTC',
      'Europe/Paris',
      'America/Sao_Paulo',
      'Asia/Kathmandu',
      'America/Havana',
      'Australia/Lord_Howe',
      'Pacific/Apia',
    ]) {
      for (const grain of ['day', 'week', 'month', 'quarter', 'year'] as Grain[]) {
        for (let instant = at('2010-12-30T00:10:00Z'); instant < at('2019-01-03T00:00:00Z'); instant += 37 * HOUR + 11 * 60_000) {
          const start = startOfPeriod(instant, grain, timezone);
          const [from, to] = periodRange(start, grain, timezone);
          const where = `${timezone} ${grain} ${new Date(instant).toISOString()}`;
          expect(from <= instant && instant < to, where).to.equal(true);
          expect(startOfPeriod(from, grain, timezone), where).to.equal(start);
          expect(startOfPeriod(from - 1, grain, timezone) < start, where).to.equal(true);
        }
      }
    }
  });
});

describe('nextPeriod', () => {
  it('goes to the start of the following period', () => {
    expect(nextPeriod('2024-02-28', 'day')).to.equal('2024-02-29');
    expect(nextPeriod('2024-12-30', 'week')).to.equal('2025-01-06');
    expect(nextPeriod('2024-01-01', 'month')).to.equal('2024-02-01');
    expect(nextPeriod('2024-10-01', 'quarter')).to.equal('2025-01-01');
    expect(nextPeriod('2024-01-01', 'year')).to.equal('2025-01-01');
  });
});

describe('everyPeriod', () => {
  it('goes without a hole from the earliest to the latest, in any order of the data', () => {
    expect(everyPeriod(['2024-03-01', '2023-12-01'], 'month')).to.deep.equal(['2023-12-01', '2024-01-01', '2024-02-01', '2024-03-01']);
    expect(everyPeriod([], 'day')).to.deep.equal([]);
  });

  it('leaves holes where a date is so far from the others that nobody could use what is between', () => {
    expect(everyPeriod(['0001-01-01', '2024-03-01', '2024-05-01'], 'month')).to.deep.equal(['0001-01-01', '2024-03-01', '2024-05-01']);
    expect(everyPeriod(['1999-01-01', '2024-03-01'], 'day')).to.have.length(9192);
  });
});
