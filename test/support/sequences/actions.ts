import type { StatsDataset } from '../../../src/components/filters/stats-dataset.js';
import type { Random } from '../random.js';
import { deep } from './deep.js';
import { key, press, type } from './hands.js';

/** Something that a reader or a host does; answers what it was, undefined where it cannot be done on this page now. */
export type Action = (page: HTMLElement, random: Random) => string | undefined;

/** One of the elements of the page that match, and in what. */
function found<T extends Element>(page: HTMLElement, random: Random, selector: string): T | undefined {
  const all = deep(page).filter((element): element is T => element.matches(selector));
  return all.length === 0 ? undefined : random.pick(all);
}

function whereIs(element: Element): string {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host.id || root.host.localName : element.id || element.localName;
}

export const ACTIONS: Readonly<Record<string, Action>> = {
  'brush by keyboard': (page, random) => {
    const mark = found<SVGElement>(page, random, '.track [data-index]');
    if (mark === undefined) return undefined;
    const root = mark.getRootNode() as ShadowRoot;
    const name = random.pick(['ArrowRight', 'ArrowLeft']);
    mark.focus();
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
  'click a mark': (page, random) => {
    const mark = found<SVGElement>(page, random, '.marks [data-index]');
    if (mark === undefined) return undefined;
    const ctrlKey = random.chance(0.3);
    mark.focus();
    press(mark, { ctrlKey });
    return `${whereIs(mark)} ${mark.getAttribute('data-index')}${ctrlKey ? ' with Ctrl' : ''}`;
  },
  'choose in the filter bar': (page, random) => {
    const select = found<HTMLSelectElement>(page, random, 'select[data-control]:not(:disabled)');
    if (select === undefined || select.options.length === 0) return undefined;
    const { value } = random.pick([...select.options]);
    type(select, value);
    return `${select.dataset['control']} = ${JSON.stringify(value)}`;
  },
  'clear a chip': (page, random) => {
    const button = found<HTMLElement>(page, random, '.chip .clear, .clear-all');
    if (button === undefined) return undefined;
    press(button);
    return button.getAttribute('aria-label') ?? 'all';
  },
  'sort a table': (page, random) => {
    const button = found<HTMLElement>(page, random, 'th[data-column] button');
    if (button === undefined) return undefined;
    press(button);
    return `${whereIs(button)} ${button.closest('th')?.dataset['column']}`;
  },
  'set the zone or the moment': (page, random) => {
    const dataset = found<StatsDataset>(page, random, 'stats-dataset');
    if (dataset === undefined) return undefined;
    const [name, value] = random.pick([
      ['timezone', 'Asia/Tokyo'],
      ['timezone', 'America/New_York'],
      ['timezone', 'UTC'],
      ['now', '2024-03-01T00:00:00Z'],
      ['now', '2024-06-01T00:00:00Z'],
      ['now', '2026-11-16T12:00:00Z'],
    ] as const);
    dataset.setAttribute(name, value);
    return `${name}=${value}`;
  },
};
