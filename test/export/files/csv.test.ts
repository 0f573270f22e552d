import { expect } from '@open-wc/testing';
import { toCsv, toCsvPieces, toDictionaryCsv } from '../../../src/export/files/csv.js';
import { exportColumns } from '../../../src/export/document.js';
import type { ExportColumn, ExportResult } from '../../../src/export/document.js';
import { Random } from '../../support/random.js';
import { readCsv, textsOf } from './rfc4180.js';
import { sampleDocument, samplePart, sampleResult, TEXTS } from '../sample.js';

const options = { texts: TEXTS };

/** A table of one text column. */
function texts(values: readonly (string | null)[], name = 'text'): { length: number; total: number; columns: readonly ExportColumn[] } {
  const dictionary = values.filter((value): value is string => value !== null);
  let next = 0;
  const codes = Int32Array.from(values, (value) => (value === null ? -1 : next++));
  return {
    length: values.length,
    total: values.length,
    columns: [{ name, label: name, unit: 'text', data: { type: 'category', codes, dictionary } }],
  };
}

describe('CSV', () => {
  it('says of a number that was not asked for yet so, and leaves one that is unknown empty', () => {
    const part = samplePart();
    const columns = part.columns
      .filter(({ name }) => name === 'title' || name === 'average_engagement_seconds')
      .map((column) => (column.name === 'title' ? column : { ...column, instead: [undefined, undefined, undefined, 'not loaded yet'] }));
    const lines = toCsv(sampleDocument({ parts: [{ ...part, columns }] }), { texts: TEXTS }).split('\r\n');
    expect(lines[4]).to.equal('Nothing known,not loaded yet');
    expect(lines[1]).to.equal('Fractions,157.25');
  });

  it('holds the shown columns of the view, with labels and units from the dictionary', () => {
    const [header, ...rows] = textsOf(toCsv(sampleDocument(), options));
    expect(header).to.deep.equal([
      'Title',
      'Average time (seconds)',
      'Completion rate (fraction)',
      'Last updated (UTC)',
      'recorded',
      'Learners',
    ]);
    expect(rows[0]).to.deep.equal(['Fractions', '157.25', '0.30000000000000004', '2024-03-04T09:12:00.000Z', 'true', '120']);
  });

  it('never holds a column that its table does not show', () => {
    expect(toCsv(sampleDocument(), options)).not.to.contain('secret-name');
  });

  it('leaves a negative number a number, whatever the language', () => {
    expect(textsOf(toCsv(sampleDocument(), options))[2]?.[1]).to.equal('-5');
  });

  it('tells unknown, zero, hidden and an empty text apart', () => {
    const rows = readCsv(toCsv(sampleDocument({ parts: [samplePart({}, sampleResult(['', 'b', 'c', 'd']))] }), options));
    expect(rows[1]?.[0]).to.deep.equal({ text: '', quoted: true });
    expect(rows[3]?.map(({ text }) => text).slice(1, 6)).to.deep.equal(['0', '0', '2024-03-04T09:12:00.000Z', 'true', '0']);
    expect(rows[4]?.slice(1, 5)).to.deep.equal(Array.from({ length: 4 }, () => ({ text: '', quoted: false })));
    expect(rows[4]?.[5]).to.deep.equal({ text: 'hidden', quoted: false });
  });

  it('writes the name that a table shows in place of an unknown one', () => {
    const result: ExportResult = {
      ...sampleResult(['a', 'b']),
      columns: [{ name: 'name', meaning: 'learners.name', data: { type: 'category', codes: Int32Array.of(-1, 0), dictionary: ['Ada'] } }],
    };
    const columns = exportColumns(result, ['name'], new Map([['name', (row: number) => `Learner ${row + 7}`]]));
    expect(textsOf(toCsv(sampleDocument({ parts: [samplePart({ columns, length: 2, total: 2 })] }), options))).to.deep.equal([
      ['Name'],
      ['Learner 7'],
      ['Ada'],
    ]);
  });

  it('keeps fields apart that bear names of Object', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const columns = names.map((name): ExportColumn => ({ ...texts([`of ${name}`], name).columns[0]! }));
    const document = sampleDocument({ parts: [samplePart({ columns, length: 1, total: 1 })] });
    expect(textsOf(toCsv(document, options))).to.deep.equal([names, names.map((name) => `of ${name}`)]);
    expect(
      textsOf(toDictionaryCsv(document, options))
        .slice(-4)
        .map((row) => row[1]),
    ).to.deep.equal(names);
  });

  it('names columns of one label so that they differ, or by the names of the view', () => {
    const columns = ['one', 'two'].map((name): ExportColumn => ({ ...texts(['x'], name).columns[0]!, label: 'Link' }));
    const document = sampleDocument({ parts: [samplePart({ columns, length: 1, total: 1 })] });
    expect(textsOf(toCsv(document, options))[0]).to.deep.equal(['Link [one]', 'Link [two]']);
    expect(textsOf(toCsv(document, { ...options, header: 'name' }))[0]).to.deep.equal(['one', 'two']);
  });

  it('starts with a byte order mark where asked', () => {
    expect(toCsv(sampleDocument(), { ...options, bom: true }).startsWith('\ufeff')).to.equal(true);
    expect(toCsv(sampleDocument(), options).startsWith('Title')).to.equal(true);
  });

  it('repeats filters, timezone and age of the data where it travels alone', () => {
    const [header, row] = textsOf(toCsv(sampleDocument(), { ...options, about: true }));
    expect(header?.slice(-3)).to.deep.equal(['Filters', 'Timezone', 'Data as of (UTC)']);
    expect(row?.slice(-3)).to.deep.equal(['Track: audit; Status: public', 'Europe/Paris', '2024-03-04T09:12:00.000Z']);
  });

  it('repeats who is at risk, and the moment that is counted to, where they are known', () => {
    const document = sampleDocument({ atRisk: 'Not seen for 7 days.', countedTo: Date.UTC(2024, 2, 1) });
    const [header, row] = textsOf(toCsv(document, { ...options, about: true }));
    expect(header?.slice(-5)).to.deep.equal(['Filters', 'At risk', 'Timezone', 'Data as of (UTC)', 'Counted to (UTC)']);
    expect(row?.slice(-4)).to.deep.equal(['Not seen for 7 days.', 'Europe/Paris', '2024-03-04T09:12:00.000Z', '2024-03-01T00:00:00.000Z']);
  });

  it('repeats what is counted and what qualifies it, so that a part of the data is not taken for all', () => {
    const part = samplePart({ subtitle: '“Fractions”: its cards.', notes: ['Not filtered by Track.'], total: 9 });
    const document = sampleDocument({ notes: ['Counted so far: 20%.', 'of 3 ratings'], parts: [part] });
    const [header, row] = textsOf(toCsv(document, { ...options, about: true }));
    const at = header?.indexOf('Notes') ?? -1;
    expect(row?.[at]).to.equal(
      '“Fractions”: its cards. Counted so far: 20%. of 3 ratings; Explorations: 4 of 9 rows; Not filtered by Track.',
    );
    const dictionary = textsOf(toDictionaryCsv(document, options)).map(([title, , label, , text]) => [title, label, text]);
    expect(dictionary).to.deep.include(['Explorations', 'Notes', '“Fractions”: its cards.']);
  });

  it('guards texts of data in every place that they get to', () => {
    const part = samplePart({ ...texts(['=1+1', '-5', 'plain']), title: '=title', subtitle: '=subtitle' });
    const document = sampleDocument({ title: '@doc', filters: ['=filter'], notes: ['+note'], parts: [part] });
    expect(
      textsOf(toCsv(document, { ...options, about: true }))
        .slice(1)
        .map((row) => row.slice(0, 3)),
    ).to.deep.equal([
      ["'=1+1", "'=subtitle; +note", "'=filter"],
      ["'-5", "'=subtitle; +note", "'=filter"],
      ['plain', "'=subtitle; +note", "'=filter"],
    ]);
    expect(
      textsOf(toDictionaryCsv(document, options))
        .flat()
        .filter((text) => /^[=+@-]/.test(text)),
    ).to.deep.equal([]);
  });

  it('is read back as it was by a strict reader, whatever the texts are', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = new Random(seed);
      const parts = [',', '"', '\r\n', '\n', '\r', '\t', ' ', ';', '|', 'é', '数', '🙂', 'a', 'b=', "'", '\0'];
      const values = Array.from({ length: 8 }, () => `a${Array.from({ length: random.below(6) }, () => random.pick(parts)).join('')}`);
      const read = textsOf(toCsv(sampleDocument({ parts: [samplePart(texts(values))] }), options));
      expect(
        read.slice(1).map(([text]) => text),
        `seed ${seed}`,
      ).to.deep.equal(values);
    }
  });
});

describe('a CSV file of many rows', () => {
  it('is written in pieces that together are the same, between which the page has its turn', async () => {
    const values = Array.from({ length: 12_345 }, (_, at) => (at % 3 === 0 ? `=${at}, "quoted"` : `row ${at}`));
    const document = sampleDocument({ notes: ['a, "note"'], parts: [samplePart(texts(values))] });
    const about = { ...options, bom: true, about: true };
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    const pieces = await toCsvPieces(document, about).finally(() => clearInterval(timer));
    expect(pieces.join('')).to.equal(toCsv(document, about));
    const [, ...rows] = textsOf(pieces.join(''));
    expect(rows.map(([text]) => text)).to.deep.equal(values.map((value) => (value.startsWith('=') ? `'${value}` : value)));
    expect(new Set(rows.map(([, ...said]) => said.join()))).to.have.property('size', 1);
    expect(turns).to.be.greaterThan(1);
  });

  it('has its header alone where there is no row', async () => {
    const document = sampleDocument({ parts: [samplePart(texts([]))] });
    expect(await toCsvPieces(document, options)).to.deep.equal(['text\r\n']);
  });
});

describe('the data dictionary', () => {
  it('says for the whole document what its filters, timezone and ages are', () => {
    const rows = textsOf(toDictionaryCsv(sampleDocument({ notes: ['1 line skipped'] }), options));
    expect(rows.slice(1, 7).map((row) => [row[2], row[4]])).to.deep.equal([
      ['Title', 'Explorations'],
      ['Filters', 'Track: audit; Status: public'],
      ['Timezone', 'Europe/Paris'],
      ['Data as of', '2024-03-04T09:12:00.000Z'],
      ['Exported', '2024-03-04T23:30:15.000Z'],
      ['Notes', '1 line skipped'],
    ]);
  });

  it('says what every column of every part means', () => {
    const rows = textsOf(toDictionaryCsv(sampleDocument({ parts: [samplePart(), samplePart({ title: 'Again' })] }), options));
    const rate = rows.find((row) => row[0] === 'Again' && row[1] === 'completion_rate');
    expect(rate?.slice(2, 6)).to.deep.equal(['Completion rate', 'fraction', 'Completions per start.', 'completions / starts']);
  });

  it('says where rows are missing', () => {
    expect(toDictionaryCsv(sampleDocument({ parts: [samplePart({ total: 257 })] }), options)).to.contain('Explorations: 4 of 257 rows');
  });
});
