import type { SourceElement } from '../../../src/components/base/source-element.js';
import type { Clause, Order } from '../../../src/metrics/types.js';
import { press, type } from './hands.js';
import { quiet } from './quiet.js';

type Control = HTMLInputElement | HTMLSelectElement;

/**
 * What a reader has set in one widget alone, read from what the widget shows. No host can read or set it, so a fresh page is given it by
 * hand: how rows are sorted, the page of them, columns, a search, series taken out, what is chosen above a drawing, days that are no range
 * yet or no number, and the table in the place of a drawing.
 */
export interface Own {
  readonly controls: readonly string[];
  readonly boxes: readonly boolean[];
  readonly entries: readonly (string | null)[];
  readonly sorted: readonly [column: string, direction: string] | undefined;
  /** By a column that was hidden after that. */
  readonly sortedUnseen: readonly Order[] | undefined;
  readonly first: string | undefined;
  readonly scrolled: number;
  readonly asTable: boolean;
  readonly inPages: boolean;
  /** Choices that stay where their control is not shown; of parts of a whole no host can read them. */
  readonly choices: Readonly<Record<string, unknown>>;
}

interface Sorted {
  readonly params?: { readonly sort?: readonly Order[] };
  setParams(params: { readonly sort: readonly Order[] }): void;
}

/** Read from a widget. */
export function ownOf(element: SourceElement): Own {
  const root = element.renderRoot;
  const header = root.querySelector('th[aria-sort$="cending"]');
  return {
    controls: controlsIn(root).map(({ value }) => value),
    boxes: boxesIn(root).map(({ checked }) => checked),
    entries: entriesIn(root).map((entry) => entry.getAttribute('aria-pressed')),
    sorted: header === null ? undefined : [header.getAttribute('data-column') ?? '', header.getAttribute('aria-sort') ?? ''],
    sortedUnseen: header === null ? (element as unknown as Sorted).params?.sort : undefined,
    first: root.querySelector('.turns') === null ? undefined : firstRow(root),
    scrolled: root.querySelector('.frame:not(.plain)')?.scrollTop ?? 0,
    choices: {
      ...Object.fromEntries(choicesOf(element).map((name) => [name, element[name as keyof SourceElement]])),
      ...videoOf(element),
    },
    inPages: root.querySelector('.frame.plain') !== null,
    asTable: root.querySelector('.data-frame') !== null,
  };
}

/** Does in a fresh widget by hand what gives it the same. */
export async function setOwn(element: SourceElement, own: Own, page: HTMLElement): Promise<void> {
  const root = element.renderRoot;
  Object.assign(element, own.choices);
  await quiet(page);
  if (own.asTable && root.querySelector('.data-frame') === null) await chooseEntry(element, /View as table|Ver como tabla|عرض كجدول/, page);
  if (own.inPages && root.querySelector('.frame.plain') === null) await chooseEntry(element, /in pages|por páginas|في صفحات/, page);
  await each(controlsIn, own.controls, ({ value }) => value, type);
  await each(
    boxesIn,
    own.boxes,
    ({ checked }) => checked,
    (box) => press(box),
  );
  await each(
    entriesIn,
    own.entries,
    (entry) => entry.getAttribute('aria-pressed'),
    (entry) => press(entry),
  );
  if (own.sorted !== undefined) await sort(own.sorted[0], own.sorted[1]);
  if (own.sortedUnseen !== undefined) {
    (element as unknown as Sorted).setParams({ sort: own.sortedUnseen });
    await quiet(page);
  }
  for (let turns = 0; own.first !== undefined && firstRow(root) !== own.first && turns < 5; turns++) {
    press(root.querySelector('.turn:has(.forward)'));
    await quiet(page);
  }
  const frame = root.querySelector('.frame:not(.plain)');
  if (frame === null || frame.scrollTop === own.scrolled) return;
  frame.scrollTop = own.scrolled;
  await quiet(page);

  async function each<C extends HTMLElement, V>(
    list: (within: typeof root) => readonly C[],
    values: readonly V[],
    read: (control: C) => V,
    act: (control: C, value: V & string) => void,
  ): Promise<void> {
    for (const [at, value] of values.entries()) {
      const control = list(root)[at];
      if (control === undefined || read(control) === value) continue;
      act(control, value as V & string);
      await quiet(page);
    }
  }

  async function sort(column: string, direction: string): Promise<void> {
    for (let tries = 0; tries < 2; tries++) {
      const header = root.querySelector(`th[data-column="${column}"]`);
      if (header === null || header.getAttribute('aria-sort') === direction) return;
      press(header.querySelector('button'));
      await quiet(page);
    }
  }
}

async function chooseEntry(element: SourceElement, name: RegExp, page: HTMLElement): Promise<void> {
  press(element.renderRoot.querySelector('.more'));
  await quiet(page);
  const entries = [...element.renderRoot.querySelectorAll('[role="menuitem"]')];
  press(entries.find(({ textContent }) => name.test(textContent)));
  await quiet(page);
}

function choicesOf({ localName }: Element): readonly string[] {
  // The one mark stays at the second that was last looked at, also in another video: keys begin at the first one whatever it says.
  if (localName === 'at-risk-video-segments-chart') return ['cursor'];
  if (localName === 'creator-comparison') return ['exploration', 'compareWith'];
  if (localName === 'creator-trend-chart') return ['measure'];
  return localName === 'at-risk-enrollment-chart' ? ['date'] : [];
}

/**
 * The video that is shown stays where filters would put another first; where a small group is withheld there is no control that says which.
 */
function videoOf(element: SourceElement): { readonly video?: unknown } {
  if (element.localName !== 'at-risk-video-segments-chart') return {};
  const [fixed] = (element as unknown as { fixedClauses(): readonly Clause[] }).fixedClauses();
  return fixed === undefined ? {} : { video: fixed.in?.[0] };
}

function controlsIn(root: ParentNode): readonly Control[] {
  return [
    ...root.querySelectorAll<Control>(
      '.above > .field select, select.tool, .search input, .dates input, input[data-control="inactive-days"]',
    ),
  ];
}

function boxesIn(root: ParentNode): readonly HTMLInputElement[] {
  return [...root.querySelectorAll<HTMLInputElement>('.drop-card .check input')];
}

function entriesIn(root: ParentNode): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('.legend .entry')];
}

function firstRow(root: ParentNode): string {
  return root.querySelector('tr[part="row"]')?.getAttribute('aria-rowindex') ?? '';
}
