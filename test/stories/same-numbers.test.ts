import { expect, nextFrame, waitUntil } from '@open-wc/testing';
import { codeText } from '../../src/components/base/code-text.js';
import { widgetDocument, styleOf } from '../../src/components/base/exported-document.js';
import { StatsElement } from '../../src/components/base/stats-element.js';
import { toCsv } from '../../src/export/csv.js';
import { toJson } from '../../src/export/json.js';
import { readCsv } from '../export/rfc4180.js';
import { runStory, storyModules } from './run-story.js';

type Cell = string | number | boolean | null | { readonly hidden: true };

interface Part {
  readonly columns: readonly { readonly name: string; readonly label: string; readonly unit: string }[];
  readonly rows: readonly (readonly Cell[])[];
}

const files = (await (await fetch('/__files/stories.json')).json()) as readonly string[];
const modules = await storyModules(files);

/** Shows its numbers as tiles, sentences or a table of its own instead of rows of its view. */
const OWN_SHAPE = ['at-risk-approval', 'creator-comparison', 'creator-insights', 'creator-summary'];

describe('a number is the same wherever a widget says it', () => {
  for (const module of modules) {
    const name = Object.keys(module).find((key) => key !== 'default') ?? '';
    it(module.default.component, async () => {
      const element = await runStory(module, name);
      if (!(element instanceof StatsElement)) return;
      const document = await widgetDocument(element.asExported, 'screen');
      const { texts } = styleOf(element.asExported, 'screen');
      const part = (JSON.parse(toJson(document, texts)) as { parts: readonly Part[] }).parts[0];
      if (part === undefined) throw new Error('There is nothing in the file.');
      expect(part.rows.length, 'rows').to.be.greaterThan(0);

      const [header, ...lines] = readCsv(toCsv(document, { texts, header: 'name' }));
      expect(header?.map(({ text }) => text)).to.deep.equal(part.columns.map((column) => column.name));
      const asJson = part.rows.map((row) =>
        row.map((cell) => (typeof cell === 'object' ? (cell === null ? '' : texts.hidden) : String(cell))),
      );
      expect(
        lines.map((line) => line.map(({ text }) => text)),
        'CSV and JSON',
      ).to.deep.equal(asJson);

      if (OWN_SHAPE.includes(module.default.component)) return;
      const marks = spokenMarks(element);
      await viewAsTable(element);
      const shown = tableRows(element);
      expect(shown.length, 'rows of the table').to.equal(part.rows.length);
      for (const [at, cells] of shown.entries()) {
        const row = part.rows[at];
        if (row === undefined) throw new Error('The table has a row more.');
        expect(cells.length, 'columns').to.equal(row.length);
        for (const [column, { unit, name: of }] of part.columns.entries())
          agree(cells[column] ?? '', row[column] ?? null, unit, `${of}, row ${at}`);
      }
      for (const mark of marks)
        expect(
          shown.some((cells) => saysRow(mark, cells)),
          `"${mark}" is a row of the table`,
        ).to.equal(true);
    });
  }
});

/** The marks of a chart as they are spoken, without what shares of others they say. */
function spokenMarks(element: StatsElement): readonly string[] {
  const options = [...element.renderRoot.querySelectorAll('[role=option]')];
  return options.map((option) =>
    clean(option.getAttribute('aria-label') ?? option.textContent ?? '').replace(/, [\d.]+% of (all|these)/g, ''),
  );
}

async function viewAsTable(element: StatsElement): Promise<void> {
  if (element.renderRoot.querySelector('table') !== null) return;
  element.renderRoot.querySelector<HTMLElement>('.more')?.click();
  await nextFrame();
  const entries = [...element.renderRoot.querySelectorAll<HTMLElement>('[role=menuitem]')];
  entries.find(({ textContent }) => textContent.includes('View as table'))?.click();
  await waitUntil(() => element.renderRoot.querySelector('table') !== null, 'no table');
}

/** Texts of the cells; what is only heard stands for what is only seen. */
function tableRows(element: StatsElement): readonly (readonly string[])[] {
  const rows = [...element.renderRoot.querySelectorAll('tbody:not(.space) tr')];
  return rows.map((row) =>
    [...row.querySelectorAll('th, td')].map((cell) => {
      const copy = cell.cloneNode(true) as Element;
      for (const silent of copy.querySelectorAll('[aria-hidden=true]')) silent.remove();
      return clean(copy.textContent ?? '');
    }),
  );
}

/** Every number that a mark says is one of that row of the table, and it says one. */
function saysRow(mark: string, cells: readonly string[]): boolean {
  const said = mark.slice(mark.lastIndexOf(': ') + 2).split(/, (?=[A-Z])/);
  const values = said.filter((each) => !each.startsWith('Note ')).map((each) => cells.slice(1).find((cell) => each.endsWith(` ${cell}`)));
  return values.length > 0 && values.every((value) => value !== undefined);
}

/** A cell of the table says what the file says. */
function agree(text: string, cell: Cell, unit: string, where: string): void {
  if (cell === null) return void expect(text, where).to.match(/^(not known|Learner .+|No grade yet)$/);
  if (typeof cell === 'object') return void expect(text, where).to.equal('hidden');
  if (typeof cell === 'boolean') return void expect(text, where).to.equal(cell ? 'yes' : 'no');
  if (unit === 'instant' || unit === 'date') return void expect(dayOf(text), where).to.equal(String(cell).slice(0, 10));
  if (unit === 'code') return void expect(text, where).to.equal(codeText(String(cell)));
  if (typeof cell === 'string') return void expect(text, where).to.equal(cell);
  const [value, precision] = unit === 'fraction' ? [cell * 100, 0.05] : [cell, unit === 'seconds' ? 0.5 : 0.005];
  expect(unit === 'seconds' ? secondsOf(text) : Number(text.replace(/[,%]/g, '')), where).to.be.closeTo(value, precision + 1e-9);
}

/** "Mar 5, 2024" as 2024-03-05. */
function dayOf(text: string): string {
  if (!/^[A-Z][a-z]{2} \d+, \d{4}$/.test(text)) return `no day: ${text}`;
  return new Date(`${text} UTC`).toISOString().slice(0, 10);
}

/** "1 h 5 min" as 3900. */
function secondsOf(text: string): number {
  const each: Readonly<Record<string, number>> = { h: 3600, min: 60, s: 1 };
  return [...text.matchAll(/([\d.]+) (h|min|s)/g)].reduce((sum, [, amount, unit = '']) => sum + Number(amount) * (each[unit] ?? NaN), 0);
}

function clean(text: string): string {
  return text
    .replace(/[\u2066-\u2069\u200e\u200f]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
