import { expect } from '@open-wc/testing';
import { readCsv } from '../../../src/data/ingest/csv.js';
import { StatsError } from '../../../src/data/stats-error.js';

const TYPES = { actor_id: 'category', grade: 'number', listed: 'boolean', last_visit: 'time' } as const;

function rows(text: string): unknown[] {
  return readCsv(text, TYPES).rows.map(({ cells }) => cells);
}

describe('readCsv', () => {
  it('takes epoch milliseconds with parts of one, as Oppia writes them', () => {
    expect(rows('last_visit\n1709251200000.25\n1709251200000')).to.deep.equal([
      { last_visit: 1709251200000.25 },
      { last_visit: 1709251200000 },
    ]);
  });

  it('types the cells; an empty one is unknown', () => {
    expect(
      rows('\uFEFFactor_id,grade,listed,last_visit,extra\r\n"a ""1"", b",.5,TRUE,2024-03-05,x\r\n,,,,\n7,-1e2,0,1709596800000,\n'),
    ).to.deep.equal([
      { actor_id: 'a "1", b', grade: 0.5, listed: true, last_visit: '2024-03-05' },
      { actor_id: null, grade: null, listed: null, last_visit: null },
      { actor_id: '7', grade: -100, listed: false, last_visit: Date.UTC(2024, 2, 5) },
    ]);
  });

  it('names row and column of a wrong cell', () => {
    expect(() => rows('actor_id,grade\na,1\nb,85%')).to.throw(StatsError, 'CSV: row 3, column grade: expected a number, got "85%"');
    expect(() => rows('listed\nyes')).to.throw(StatsError, 'row 2, column listed: expected true or false, got "yes"');
    expect(() => rows('last_visit\n2024-02-30')).to.throw(StatsError, 'row 2, column last_visit: expected a time');
    for (const number of ['0x10', '1,5', '1 000', 'Infinity', 'NaN', '--1'])
      expect(() => rows(`grade\n"${number}"`), number).to.throw(StatsError);
  });

  it('counts rows as a spreadsheet does', () => {
    expect(readCsv('actor_id,grade\na,1\n\nb,2', TYPES).rows.map(({ row }) => row)).to.deep.equal([2, 4]);
  });

  it('refuses rows of another length and columns of one name', () => {
    expect(() => rows('actor_id,grade\na')).to.throw(StatsError, 'row 2: expected 2 cells, got 1');
    expect(() => rows('grade,grade\n1,2')).to.throw(StatsError, 'two columns are named "grade"');
  });

  it('quotes nothing of a first line that is no header, which may be of a person', () => {
    const expected = 'expected a CSV header with actor_id, grade, listed, last_visit, got';
    for (const [line, got] of [
      ['ada.l@school.org,Ada,Lovelace', 'a first line of 3 cells, none of them a column'],
      ['ada.l@school.org,Ada,Ada', 'a first line of 3 cells, none of them a column'],
      ['Ada Lovelace', 'a first line of 1 cell, none of them a column'],
      ['/learners', 'an address'],
      ['learners.csv', 'an address'],
    ])
      expect(() => rows(`${line}\n`)).to.throw(StatsError, `CSV: ${expected} ${got}.`);
  });

  it('takes a web page for what a host sends once the session is over', () => {
    expect(() => rows('<!doctype html>\n<title>Sign in</title>')).to.throw(StatsError, 'CSV: expected data, got a web page');
  });

  it('takes columns of any name for what they are', () => {
    expect(readCsv('__proto__,constructor,grade\n1,2,3', TYPES).columns).to.deep.equal(['grade']);
  });
});
