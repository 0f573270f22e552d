import { expect, nextFrame } from '@open-wc/testing';
import { codeText } from '../../src/components/base/text/code-text.js';
import { widgetDocument, styleOf } from '../../src/components/base/menu/exported-document.js';
import { FilterEvent } from '../../src/components/base/events.js';
import { formatValue } from '../../src/components/base/text/format.js';
import { StatsElement } from '../../src/components/base/stats-element.js';
import { toCsv } from '../../src/export/files/csv.js';
import { toJson } from '../../src/export/files/json.js';
import type { Unit } from '../../src/metrics/types.js';
import { ALWAYS, NAMES } from '../../stories/support/state-names.js';
import type { StatesOf } from '../../stories/support/state-names.js';
import { readCsv } from '../export/files/rfc4180.js';
import { runStory, storyModules } from './run-story.js';
import { waitUntil } from '../support/wait-until.js';

type Cell = string | number | boolean | null | { readonly hidden: true };

interface Part {
  readonly columns: readonly { readonly name: string; readonly label: string; readonly unit: string }[];
  readonly rows: readonly (readonly Cell[])[];
}

const files = (await (await fetch('/__files/stories.json')).json()) as readonly string[];
const modules = await storyModules(files);

/** Shows its numbers as tiles, sentences or a table of its own instead of rows of its view. */
const OWN_SHAPE = ['at-risk-approval', 'creator-comparison', 'creator-insights', 'creator-summary'];

/** States whose numbers are awkward: unknown, withheld, of people without names. */
const AWKWARD = ['NotRecorded', 'HiddenForPrivacy', 'NamesNotSupplied'];

/** Stories of thousands of rows, of which a table shows some at a time, and of data that are wrong. */
const OTHERS = /Thousand|WrongData|NothingNamed/;

/** What is left of the data of a story by a filter of others. */
const FILTERS: Readonly<Record<string, readonly string[]>> = {
  track: ['audit'],
  status: ['open'],
  week: ['2026-10-05', '2026-10-12', '2026-11-02'],
  exploration: ['story_0001', 'story_0003', 'exp0001', 'exp0003', 'exp0005'],
};

describe('a number is the same wherever a widget says it', () => {
  for (const module of modules) {
    const { component, parameters = {} } = module.default;
    const states = Object.values(NAMES) as readonly string[];
    const own = Object.keys(module).filter(
      (name) => name !== 'default' && !states.includes(name) && !(ALWAYS as readonly string[]).includes(name) && !OTHERS.test(name),
    );
    for (const name of [...own, ...AWKWARD.filter((state) => state in module)]) {
      it(`${component}, ${name}`, async () => {
        const element = await runStory(module, name);
        if (element instanceof StatsElement) await saysTheSame(element, component, own.indexOf(name) === 0);
      });
    }
    const { field } = (parameters['states'] ?? {}) as StatesOf;
    const [first] = own;
    if (field === undefined || first === undefined) continue;
    it(`${component}, filtered by ${field}`, async () => {
      const element = await runStory(module, first);
      if (!(element instanceof StatsElement)) return;
      element.dispatchEvent(new FilterEvent({ origin: 'test', field, in: FILTERS[field] ?? [] }));
      await element.settled();
      await saysTheSame(element, component, false);
      const { filters, notes } = await widgetDocument(element.asExported, 'screen');
      expect(filters.length > 0 || notes.some((note) => note.startsWith('Not filtered by')), 'the file says the filter').to.equal(true);
    });
  }
});

/** Screen, table, speech, CSV and JSON of a widget say one thing; `has` demands that they say something. */
async function saysTheSame(element: StatsElement, component: string, has: boolean): Promise<void> {
  const document = await widgetDocument(element.asExported, 'screen');
  const { texts } = styleOf(element.asExported, 'screen');
  const part = (JSON.parse(toJson(document, texts)) as { parts: readonly Part[] }).parts[0];
  if (part === undefined) throw new Error('There is nothing in the file.');
  if (has) expect(part.rows.length, 'rows').to.be.greaterThan(0);

  const [header = [], ...lines] = part.columns.length === 0 ? [] : readCsv(toCsv(document, { texts, header: 'name' }));
  expect(header.map(({ text }) => text)).to.deep.equal(part.columns.map((column) => column.name));
  const asJson = part.rows.map((row) => row.map((cell) => (typeof cell === 'object' ? (cell === null ? '' : texts.hidden) : String(cell))));
  expect(
    lines.map((line) => line.map(({ text }) => text)),
    'CSV and JSON',
  ).to.deep.equal(asJson);

  // What shares are made of, where the widget does not show it, stands in the file alone, after all that it shows.
  const columns = part.columns.slice(0, document.parts[0]?.columns.length ?? 0);
  if (OWN_SHAPE.includes(component)) return isSaidSomewhere(element, { ...part, columns });
  const marks = spokenMarks(element);
  const ofRows = marks.filter((each) => ownValues(each).some((value) => !/ (0|not known)$/.test(value)));
  if (part.rows.length === 0) return void expect(ofRows, 'marks of no row').to.deep.equal([]);
  await viewAsTable(element);
  const shown = tableRows(element);
  expect(shown.length, 'rows of the table').to.equal(part.rows.length);
  for (const [at, cells] of shown.entries()) {
    const row = part.rows[at];
    if (row === undefined) throw new Error('The table has a row more.');
    expect(cells.length, 'columns').to.equal(columns.length);
    for (const [column, { unit, name: of }] of columns.entries()) agree(cells[column] ?? '', row[column] ?? null, unit, `${of}, row ${at}`);
  }
  // A mark of which filters leave nothing has no row.
  for (const mark of ofRows)
    expect(
      shown.some((cells) => saysRow(mark, cells)),
      `"${mark}" is a row of the table`,
    ).to.equal(true);
}

/** Every number of the file stands on the screen, written out or in short, and one that is not known as that. */
async function isSaidSomewhere(element: StatsElement, part: Part): Promise<void> {
  for (const more of element.renderRoot.querySelectorAll<HTMLElement>('button'))
    if (more.textContent.trim().startsWith('Show all')) more.click();
  await element.updateComplete;
  const seen = clean(visibleText(element.renderRoot));
  for (const row of part.rows) {
    for (const [at, { unit, name }] of part.columns.entries()) {
      const value = row[at] ?? null;
      // What was a week ago is said as the change since.
      if (typeof value !== 'number' || name.endsWith('_last_week')) continue;
      const written = (['exact', 'short'] as const).map((style) =>
        clean(formatValue(value, unit as Unit, { locale: 'en', timezone: 'UTC', style })),
      );
      const points = clean(formatValue(Math.abs(value) * 100, 'items', { locale: 'en', timezone: 'UTC', style: 'exact' }));
      const change = [
        clean(formatValue(Math.abs(value), unit as Unit, { locale: 'en', timezone: 'UTC', style: 'exact' })),
        `${points} points`,
      ];
      if (unit === 'fraction') change.push(`${(Math.abs(value) * 100).toFixed(1)} points`, `${Math.abs(Math.round(value * 100))} points`);
      // Both sides of a row and their difference have the same decimals, of a mean as many as beside a count can be told apart.
      if (element.localName === 'creator-comparison' && unit !== 'fraction')
        change.push(
          ...[0, 1].map((digits) => Math.abs(value).toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })),
        );
      if (value === 0) change.push('no difference');
      else if (Number.parseFloat(written[0] ?? '') === 0)
        change.push(String(Number((Math.abs(value) * (unit === 'fraction' ? 100 : 1)).toPrecision(1))));
      expect(
        [...written, ...change].some((text) => seen.includes(text)),
        `${name}: ${written.join(' or ')} in "${seen}"`,
      ).to.equal(true);
    }
  }
}

function visibleText(root: Element | DocumentFragment): string {
  return [...root.children]
    .filter((child) => !child.matches('style, script'))
    .map(({ textContent }) => textContent)
    .join(' ');
}

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
  const said = ownValues(mark).map((each) => cells.slice(1).find((cell) => each.endsWith(` ${cell}`)));
  return said.length > 0 && said.every((value) => value !== undefined);
}

/** What a mark says of its own numbers, not of those without filters. */
function ownValues(mark: string): readonly string[] {
  const numbers = mark.replace(/, Note .*$/, '');
  const said = numbers.slice(numbers.lastIndexOf(': ') + 2).split(/, (?=[A-Z])/);
  return said.filter((each) => !/without filters /i.test(each));
}

/** A cell of the table says what the file says. */
function agree(text: string, cell: Cell, unit: string, where: string): void {
  if (cell === null) return void expect(text, where).to.match(/^(not known|Learner .+|No grade yet)$/);
  if (typeof cell === 'object') return void expect(text, where).to.equal('hidden');
  if (typeof cell === 'boolean') return void expect(text, where).to.equal(cell ? 'yes' : 'no');
  if (unit === 'instant' || unit === 'date')
    return void expect(String(cell), where).to.satisfy((iso: string) => iso.startsWith(momentOf(text)));
  if (unit === 'code') return void expect(text, where).to.equal(codeText(String(cell)));
  if (typeof cell === 'string') return void expect(text, where).to.equal(cell);
  const [value, precision] = unit === 'fraction' ? [cell * 100, 0.05] : [cell, unit === 'seconds' ? 0.5 : 0.005];
  expect(unit === 'seconds' ? secondsOf(text) : Number(text.replace(/[,%]/g, '')), where).to.be.closeTo(value, precision + 1e-9);
}

/**
 * "Mar 5, 2024" as 2024-03-05, also of "Week of Mar 5, 2024"; "March 2024" as the first day of the month; with its time of day, which is
 * only heard, "Mar 5, 2024 2:30 PM" as 2024-03-05T14:30.
 */
function momentOf(period: string): string {
  const text = period.replace(/^Week of /, '').replace(/^([A-Z][a-z]{2})[a-z]* (\d{4})$/, '$1 1, $2');
  const [, time] = /^[A-Z][a-z]{2} \d+, \d{4}( \d+:\d{2} [AP]M)?$/.exec(text) ?? [undefined, `no day: ${text}`];
  if (time?.startsWith('no day') === true) return time;
  return new Date(`${text} UTC`).toISOString().slice(0, time === undefined ? 10 : 16);
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
