import type { StatsElement } from '../../../src/components/base/stats-element.js';
import { locale as arabic } from '../../../src/locales/ar.js';
import { locale as spanish } from '../../../src/locales/es.js';
import { found, whereIs } from './find.js';
import type { Action } from './find.js';
import { key, press, type } from './hands.js';

/** Entries of menus that change what is shown, in the languages that a host sets. */
const ENTRIES: ReadonlySet<unknown> = new Set([
  ...['Force refresh', 'View as table', 'View as chart', 'Show rows in pages', 'Show all rows in one list', 'How is this counted?'],
  ...['menu.refresh', 'menu.table', 'menu.chart', 'table.pages', 'table.one-list', 'menu.counted'].flatMap((id) => [
    arabic.texts[id],
    spanish.texts[id],
  ]),
]);
const DAYS = ['', '2024-01-15', '2024-02-10', '2024-03-05'];
const SEARCHES = ['', 'a', 'learner-0001', 'Frac', 'zzz'];

/** What readers do with charts. */
const IN_CHARTS: Readonly<Record<string, Action>> = {
  'brush by keyboard': (page, random) => {
    const mark = found<SVGElement>(page, random, '.track [data-index]');
    if (mark === undefined) return undefined;
    const root = mark.getRootNode() as ShadowRoot;
    const name = random.pick(['ArrowRight', 'ArrowLeft']);
    const steps = 1 + random.below(4);
    for (let step = 0; step < steps; step++) key((root.activeElement as SVGElement | null) ?? mark, name, { shiftKey: true });
    return `${whereIs(mark)} from ${mark.getAttribute('data-index')} ${steps} × ${name}`;
  },
  'move the brush': (page, random) => {
    const part = found<SVGElement>(page, random, '[data-brush]');
    if (part === undefined) return undefined;
    const name = random.pick(['ArrowRight', 'ArrowLeft', 'Home', 'End', 'PageUp', 'Escape']);
    key(part, name);
    return `${whereIs(part)} ${part.getAttribute('data-brush')} ${name}`;
  },
  'set an end of the brush': (page, random) => {
    const end = found<HTMLSelectElement | HTMLInputElement>(page, random, '.range select, .range input');
    if (end === undefined) return undefined;
    const value = end instanceof HTMLSelectElement ? random.pick([...end.options]).value : String(random.below(30));
    type(end, value);
    return `${whereIs(end)} ${value}`;
  },
  'clear the brush': pressing('.range .link'),
  'click a mark': (page, random) => {
    const mark = found<SVGElement>(page, random, '.marks [data-index]');
    if (mark === undefined) return undefined;
    const ctrlKey = random.chance(0.3);
    press(mark, { ctrlKey });
    return `${whereIs(mark)} ${mark.getAttribute('data-index')}${ctrlKey ? ' with Ctrl' : ''}`;
  },
  'take out a series': (page, random) => {
    const entry = found(page, random, '.legend .entry');
    if (entry === undefined) return undefined;
    press(entry);
    return `${whereIs(entry)} ${entry.textContent.trim()}`;
  },
  'choose above a drawing': (page, random) => {
    const select = found<HTMLSelectElement>(page, random, '.above > .field select, select.tool');
    if (select === undefined || select.options.length === 0) return undefined;
    const { value } = random.pick([...select.options]);
    type(select, value);
    return `${whereIs(select)} = ${value}`;
  },
};

/** What readers do with tables. */
const IN_TABLES: Readonly<Record<string, Action>> = {
  'sort a table': (page, random) => {
    const button = found(page, random, 'th[data-column] button');
    if (button === undefined) return undefined;
    press(button);
    return `${whereIs(button)} ${button.closest('th')?.dataset['column']}`;
  },
  'turn the page of a table': (page, random) => {
    const button = found(page, random, '.turn[aria-disabled="false"]');
    if (button === undefined) return undefined;
    press(button);
    return `${whereIs(button)} ${button.getAttribute('aria-label')}`;
  },
  'scroll a table': (page, random) => {
    const frame = found(page, random, '.frame:not(.plain)');
    if (frame === undefined) return undefined;
    frame.scrollTop = random.below(4) * 700;
    return `${whereIs(frame)} to ${frame.scrollTop}`;
  },
  'choose rows': (page, random) => {
    const cell = found(page, random, 'tr[part="row"] [part~="cell"][tabindex], .choice input');
    if (cell === undefined) return undefined;
    const how = random.pick([{}, { ctrlKey: true }, { shiftKey: true }]);
    press(cell, how);
    return `${whereIs(cell)} ${cell.closest('tr')?.getAttribute('aria-rowindex')} ${JSON.stringify(how)}`;
  },
  'press a key in a grid': (page, random) => {
    const cell = found(page, random, '.grid [tabindex="0"]');
    if (cell === undefined) return undefined;
    const name = random.pick(['ArrowDown', 'ArrowUp', 'End', 'Home', 'PageDown', 'Enter', 'Escape']);
    key(cell, name, { ctrlKey: name !== 'Enter' && random.chance(0.3) });
    return `${whereIs(cell)} ${name}`;
  },
  'show or hide a column': (page, random) => {
    const box = found<HTMLInputElement>(page, random, '.drop-card .check input');
    if (box === undefined) return undefined;
    press(box);
    return `${whereIs(box)} ${box.closest('label')?.textContent.trim()}`;
  },
  'search a table': (page, random) => {
    const field = found<HTMLInputElement>(page, random, '.search input');
    if (field === undefined) return undefined;
    const text = random.pick(SEARCHES);
    type(field, text);
    return `${whereIs(field)} ${JSON.stringify(text)}`;
  },
  'filter in a table': (page, random) => {
    const field = found<HTMLInputElement | HTMLSelectElement>(page, random, '.drop-card [data-field]');
    if (field === undefined) return undefined;
    const values = field instanceof HTMLSelectElement ? [...field.options].map((option) => option.value) : valuesFor(field.type);
    const value = random.pick(values);
    type(field, value);
    return `${whereIs(field)} ${field.dataset['field']} = ${JSON.stringify(value)}`;
  },
  'clear the choice': pressing('.pager .link'),
};

/** What readers do with all widgets and with the filter bar. */
const ELSEWHERE: Readonly<Record<string, Action>> = {
  'choose in the filter bar': (page, random) => {
    const select = found<HTMLSelectElement>(page, random, 'select[data-control]:not(:disabled)');
    if (select === undefined || select.options.length === 0) return undefined;
    const { value } = random.pick([...select.options]);
    type(select, value);
    return `${select.dataset['control']} = ${JSON.stringify(value)}`;
  },
  'set a day in the filter bar': (page, random) => {
    const field = found<HTMLInputElement>(page, random, '.controls-row .dates input');
    if (field === undefined) return undefined;
    const day = random.pick(DAYS);
    type(field, day);
    return `${field.getAttribute('aria-label')} ${JSON.stringify(day)}`;
  },
  'set the days not seen': (page, random) => {
    const field = found<HTMLInputElement>(page, random, 'input[data-control="inactive-days"]:not(:disabled)');
    if (field === undefined) return undefined;
    const days = random.pick(['', '0', '14', '30', '-3']);
    type(field, days);
    return JSON.stringify(days);
  },
  'clear a chip': (page, random) => {
    const button = found(page, random, '.chip .clear, .clear-all');
    if (button === undefined) return undefined;
    press(button);
    return button.getAttribute('aria-label') ?? 'all';
  },
  'choose from a menu': async (page, random) => {
    const button = found(page, random, '.more');
    const host = (button?.getRootNode() as ShadowRoot | undefined)?.host as StatsElement | undefined;
    if (button === undefined || host === undefined) return undefined;
    press(button);
    await host.updateComplete;
    const entries = [...host.renderRoot.querySelectorAll<HTMLElement>('[role="menuitem"]')];
    const offered = entries.filter((entry) => ENTRIES.has(entry.querySelector('bdi')?.textContent));
    if (offered.length === 0) return undefined;
    const entry = random.pick(offered);
    const label = entry.querySelector('bdi')?.textContent;
    press(entry);
    return `${whereIs(button)} ${label}`;
  },
  'clear a filter by its badge': async (page, random) => {
    const button = found(page, random, '.badge');
    const host = (button?.getRootNode() as ShadowRoot | undefined)?.host as StatsElement | undefined;
    if (button === undefined || host === undefined) return undefined;
    press(button);
    await host.updateComplete;
    const entries = [...host.renderRoot.querySelectorAll<HTMLElement>('[role="menuitem"]')];
    if (entries.length === 0) return undefined;
    press(random.pick(entries));
    return whereIs(button);
  },
  'close how it is counted': pressing('.counted .link'),
  'press a button of a state': (page, random) => {
    const button = found(page, random, '.state button, .alert button, .headline button, .notice button');
    if (button === undefined) return undefined;
    press(button);
    return `${whereIs(button)} ${button.textContent.trim()}`;
  },
  'choose a tab': (page, random) => {
    const tab = found(page, random, '[role="tab"]');
    if (tab === undefined) return undefined;
    press(tab);
    return tab.id;
  },
};

/** Presses one of the buttons that match. */
function pressing(selector: string): Action {
  return (page, random) => {
    const button = found(page, random, selector);
    if (button === undefined) return undefined;
    press(button);
    return whereIs(button);
  };
}

export const READERS: Readonly<Record<string, Action>> = { ...IN_CHARTS, ...IN_TABLES, ...ELSEWHERE };

function valuesFor(inputType: string): readonly string[] {
  return inputType === 'date' ? ['', '2026-11-01', '2026-12-01'] : ['', '0', '3', '50', '200'];
}
