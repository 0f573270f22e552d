import { expect } from '@open-wc/testing';
import '../../../src/define/creator-exploration-table.js';
import { styleOf, widgetDocument } from '../../../src/components/base/menu/exported-document.js';
import type { StatsElement } from '../../../src/components/base/stats-element.js';
import { toCsv, toDictionaryCsv } from '../../../src/export/files/csv.js';
import { toJson } from '../../../src/export/files/json.js';
import { textsOf } from '../../export/files/rfc4180.js';
import { all, one, settled, widget } from '../../support/widgets.js';
import { waitUntil } from '../../support/wait-until.js';

const AWKWARD = ['a, "b"', '=HYPERLINK("x")', 'two\r\nlines', 'עברית \u202etxt', '@SUM(1)', "'quoted", '\ttab', '-5', ' spaces ', 'ﬁ;|'];
const explorations = Array.from({ length: 130 }, (_, at) => ({
  exploration: `e${at}`,
  title: `${AWKWARD[at % AWKWARD.length] ?? ''}${at < AWKWARD.length ? '' : ` ${at}`}`,
  plays: (at * 37) % 130,
  starts: at % 7 === 0 ? null : at,
  completions: at % 11 === 0 ? 0 : Math.floor(at / 2),
}));

async function rowsOf(element: StatsElement): Promise<{ csv: string[][]; json: (string | number | null)[][]; total: number }> {
  const document = await widgetDocument(element.asExported, 'screen');
  const { texts } = styleOf(element.asExported, 'screen');
  const csv = textsOf(toCsv(document, { texts, header: 'name', bom: true, about: true }).replace('\ufeff', ''));
  const [part] = (
    JSON.parse(toJson(document, texts)) as { parts: [{ columns: { name: string }[]; rows: (string | number | null)[][]; total: number }] }
  ).parts;
  expect(csv[0]?.slice(0, part.columns.length)).to.deep.equal(part.columns.map(({ name }) => name));
  return { csv: csv.slice(1).map((row) => row.slice(0, part.columns.length)), json: part.rows, total: part.total };
}

describe('the file of a table', () => {
  it('has every row in the order that is shown, whatever page is, and texts that a reader gets back as they were', async () => {
    const element = await widget('creator-exploration-table', { provider: 'tables', data: { explorations } });
    const header = (name: string) => all(element, 'th button').find((button) => button.textContent.includes(name))!;
    header('Plays').click();
    await element.settled();
    const { csv, json, total } = await rowsOf(element);
    const expected = [...explorations].sort((a, b) => a.plays - b.plays);
    expect([json.length, csv.length, total]).to.deep.equal([130, 130, 130]);
    expect(json.map(([title, plays]) => [title, plays])).to.deep.equal(expected.map(({ title, plays }) => [title, plays]));
    for (const [at, [text = '', plays]] of csv.entries()) {
      const { title } = expected[at]!;
      expect(text === title || text === `'${title}`, JSON.stringify([text, title])).to.equal(true);
      expect(/^[=+\-@\t]/.test(text), text).to.equal(false);
      expect(plays).to.equal(String(expected[at]!.plays));
    }
  });

  it('has the rows of a search alone, and says what was searched for', async () => {
    const element = await widget('creator-exploration-table', { provider: 'tables', data: { explorations } });
    const search = one<HTMLInputElement>(element, 'input[type=search]');
    search.value = '"b"';
    search.dispatchEvent(new Event('input', { bubbles: true }));
    await waitUntil(async () => (await rowsOf(element)).total < 130, 'not searched', { timeout: 3000 });
    await settled(element);
    const { json } = await rowsOf(element);
    expect(json.map(([title]) => title).sort()).to.deep.equal(
      explorations
        .map(({ title }) => title)
        .filter((title) => title.includes('"b"'))
        .sort(),
    );
    expect((await widgetDocument(element.asExported, 'screen')).filters).to.deep.equal(['Search: “"b"”']);
  });

  it('leaves out a column that a reader hides', async () => {
    const element = await widget('creator-exploration-table', { provider: 'tables', data: { explorations } });
    const chosen = all(element, 'label').find((label) => label.textContent.trim() === 'Plays');
    chosen?.querySelector('input')?.click();
    await settled(element);
    const document = await widgetDocument(element.asExported, 'screen');
    const { texts } = styleOf(element.asExported, 'screen');
    const [header = []] = textsOf(toCsv(document, { texts, header: 'name' }));
    expect(header).to.include('starts').and.not.to.include('plays');
    expect(toJson(document, texts)).not.to.contain('"name": "plays"');
    expect(toDictionaryCsv(document, { texts })).not.to.contain('Explorations,plays,');
  });
});
