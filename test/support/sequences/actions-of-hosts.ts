// Texts that a page is still waiting for are nothing that it shows to be under way: they are here from the start.
import '../../../src/locales/fr.js';
import '../../../src/locales/definitions/ar.js';
import '../../../src/locales/definitions/es.js';
import '../../../src/locales/definitions/fr.js';
import { configure } from '../../../src/components/base/configure.js';
import { FilterEvent } from '../../../src/components/base/events.js';
import type { FilterDetail } from '../../../src/components/base/events.js';
import type { Random } from '../random.js';
import type { SourceElement } from '../../../src/components/base/source-element.js';
import type { StatsDataset } from '../../../src/components/filters/stats-dataset.js';
import { COUNTED, COURSES, CREATORS } from './data.js';
import { sourcesIn } from './deep.js';
import { found, whereIs } from './find.js';
import type { Action } from './find.js';
import { loseNetwork, serveOn, STREAMS } from './server.js';

/** What was taken out of a page, and where it stood. */
const taken = new WeakMap<HTMLElement, { readonly element: Element; readonly from: Element }[]>();

/** Attributes of elements that bring data; null takes one away. */
const OF_DATA: readonly (readonly [name: string, ...values: (string | null)[]])[] = [
  ['timezone', 'Asia/Tokyo', 'America/New_York', 'UTC', null],
  ['now', '2024-03-01T00:00:00Z', '2024-06-01T00:00:00Z', '2026-11-16T12:00:00Z', 'soon'],
  ['rules', 'aspects-v8', '{"inactiveDays":14}', '{"from":"activity"}', null],
  ['idle-cap', '10 min', null],
  ['url-state', '', null],
];

/** Attributes of elements that show them. */
const OF_WIDGETS: readonly (readonly [name: string, ...values: (string | null)[]])[] = [
  ['audience', 'roster', 'aggregate', null],
  ['min-group', '3', '10', '40', null],
  ['heading', 'A title of the page', null],
  ['heading-level', '2', '4', null],
  ['without-menu', '', null],
  ['exploration', 'story_0001', 'story_0003', 'nowhere', null],
  ['measure', 'starts', 'average_rating', null],
  ['date', 'first', null],
  ['paging', '', null],
  ['compare-with', 'story_0002', 'story_0005', null],
  ['help-url', 'https://host.example/help', 'javascript:alert(1)', null],
  ['contact', '', null],
  ['tab', 'enrollment', 'videos', 'overview'],
];

const PREDICATES: readonly Omit<FilterDetail, 'origin'>[] = [
  { field: 'exploration', in: ['story_0002', 'story_0001'] },
  { field: 'exploration', in: ['story_0004'] },
  { field: 'status', in: ['private'] },
  { field: 'plays', range: [100, 300] },
  { field: 'week', in: ['2026-10-19'] },
  { field: 'track', in: ['audit'] },
  { field: 'track', in: [null] },
  { field: 'course_grade', range: [0.2, 0.5] },
  { field: 'last_visit', range: [Date.UTC(2024, 0, 20), Date.UTC(2024, 2, 1)] },
  { field: 'nowhere', in: ['x'] },
  { field: 'exploration' },
  { field: 'track' },
];

/** Texts that a host names, the last one as it is without any. */
const TEXTS: readonly (readonly [id: string, ...texts: string[]])[] = [
  ['filter-bar.learners', '{0} in {1} who need help', '{0} of {1} learners at risk'],
  ['filter-bar.explorations', '{0} in {1} lessons', '{0} of {1} explorations'],
  ['pager.range', 'rows {0} to {1} in {2}', '{0}–{1} of {2}'],
  ['range.clear', 'Let go', 'Clear'],
];

/** Takes back what was set for all pages. */
export function forgetPage(): void {
  for (const name of ['lang', 'dir']) {
    const before = BEFORE.get(name) ?? null;
    if (before === null) document.documentElement.removeAttribute(name);
    else document.documentElement.setAttribute(name, before);
  }
  configure({ strings: { en: Object.fromEntries(TEXTS.map(([id, ...texts]) => [id, texts.at(-1) ?? ''])) } });
}

const BEFORE = new Map(['lang', 'dir'].map((name) => [name, document.documentElement.getAttribute(name)]));

function setOnDocument([name, ...values]: readonly [string, ...(string | null)[]], random: Random): string | undefined {
  return set(document.documentElement, name, random.pick(values));
}

function set(element: Element | undefined, name: string, value: string | null): string | undefined {
  if (element === undefined) return undefined;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
  return `${whereIs(element)} ${name}=${String(value)}`;
}

const WIDGETS = '.page [id]:not(stats-dataset):not(p)';

/** What a page says of data and widgets. */
const BY_SETTINGS: Readonly<Record<string, Action>> = {
  'set an attribute of data': (page, random) => {
    const [name, ...values] = random.pick(OF_DATA);
    return set(ownerIn(page, random.next()), name, random.pick(values));
  },
  'set an attribute of a widget': (page, random) => {
    const [name, ...values] = random.pick(OF_WIDGETS);
    return set(found(page, random, WIDGETS), name, random.pick(values));
  },
  'name anew': (page, random) => {
    const owner = ownerIn(page, random.next());
    const id = random.pick(['data', 'course', 'other', '']);
    return document.getElementById(id) === null ? set(owner, 'id', id) : undefined;
  },
  'set a property': (page, random) => {
    const owner = ownerIn(page, random.next());
    const [name, value] = random.pick([
      ['now', Date.UTC(2024, 2, 13)],
      ['now', new Date('2026-11-16T12:00:00Z')],
      ['timezone', null],
      ['timezone', 'Asia/Tokyo'],
      ['rules', { inactiveDays: 3 }],
      ['rules', null],
      ['request', () => ({ 'x-token': 'one' })],
      ['request', undefined],
      ['maxAge', 60],
    ] as const);
    Object.assign(owner ?? {}, { [name]: value });
    return owner && `${whereIs(owner)} ${name} = ${JSON.stringify(value) ?? typeof value}`;
  },
  'set the language': (page, random) => {
    const element = random.chance(0.5) ? page : found(page, random, '.page [id]');
    return set(element, 'lang', random.pick(['ar', 'es', 'en', null]));
  },
  'set the language of the document': (_page, random) =>
    setOnDocument(
      random.pick([
        ['lang', 'ar', 'es', 'fr', null],
        ['dir', 'rtl', null],
      ]),
      random,
    ),
  'name texts': (_page, random) => {
    const [id, ...texts] = random.pick(TEXTS);
    const text = random.pick(texts);
    configure({ strings: { en: { [id]: text } } });
    return `${id} = ${text}`;
  },
  'set the direction': (page, random) => {
    const element = random.chance(0.5) ? page : found(page, random, '.page [id]');
    return set(element, 'dir', random.pick(['rtl', 'ltr', null]));
  },
  'set the width': (page, random) => {
    const width = random.pick(['320px', '700px', '1100px']);
    page.style.setProperty('inline-size', width);
    return width;
  },
  'swap the data': (page, random) => {
    const owner = ownerIn(page, random.next());
    if (owner === undefined) return undefined;
    if (owner.provider === 'tables' || owner.provider === 'xapi') {
      const there = owner.provider === 'xapi' ? [...STREAMS.keys()] : Object.keys(COURSES);
      const src = random.pick([...there, ...there, '/sequences/nowhere.json']);
      owner.src = src;
      return `${whereIs(owner)} src = ${src}`;
    }
    const name = random.pick([...Object.keys(CREATORS), 'counted', 'null']);
    owner.provider = name === 'counted' ? 'creator-engagement-stats' : 'oppia';
    owner.data = name === 'counted' ? COUNTED : (CREATORS[name] ?? null);
    return `${whereIs(owner)} data = ${name}`;
  },
};

/** What a page asks of data. */
const BY_CALLS: Readonly<Record<string, Action>> = {
  'filter by an event': (page, random) => {
    const element = found(page, random, '.page [id]');
    const predicate = random.pick(PREDICATES);
    const origin = random.pick(['host', 'host', 'table', 'trend']);
    const named = random.chance(0.3) ? { dataset: 'data' } : {};
    const from = random.chance(0.2) ? document : element;
    from?.dispatchEvent(new FilterEvent({ origin, ...predicate, ...named }));
    return `${JSON.stringify({ origin, ...predicate, ...named })} on ${from === document || element === undefined ? 'the document' : whereIs(element)}`;
  },
  'clear all filters': (page, random) => {
    const dataset = found<StatsDataset>(page, random, 'stats-dataset');
    dataset?.clearFilters();
    return dataset && whereIs(dataset);
  },
  'set a state': (page, random) => {
    const owner = ownerIn(page, random.next());
    const clauses = random.some(PREDICATES, 0.15).filter((predicate) => predicate.in !== undefined || predicate.range !== undefined);
    const params = random.pick([{}, { grain: 'week' }, { grain: 'day', inactiveDays: 20 }, { breaks: [['2024-02-01', '2024-02-20']] }]);
    owner?.setState({ version: 1, clauses: clauses.map((clause, at) => ({ origin: `state ${at}`, ...clause })), params });
    return owner && `${whereIs(owner)} ${JSON.stringify([clauses, params])}`;
  },
  refresh: (page, random) => {
    const owner = ownerIn(page, random.next());
    void owner?.refresh({ force: random.chance(0.5) });
    return owner && whereIs(owner);
  },
  'refresh without a network, then with it': async (page, random) => {
    const owner = ownerIn(page, random.next());
    loseNetwork(true);
    const failing = owner?.refresh();
    const waits = random.chance(0.6);
    if (waits) await failing;
    loseNetwork(false);
    void owner?.refresh();
    return owner && `${whereIs(owner)}${waits ? ' once that has failed' : ''}`;
  },
};

/** What servers and addresses do in the meantime. */
const BY_OTHERS: Readonly<Record<string, Action>> = {
  'what arrives': (_page, random) => serveOn(random),
  'what arrives then': (_page, random) => serveOn(random),
  'lose or find the network': () => loseNetwork(),
  'load parts': (page, random) => {
    const owner = ownerIn(page, random.next());
    const [name, act] = random.pick([
      ['stop', () => owner?.pageDataset?.pauseParts()],
      ['go on', () => owner?.pageDataset?.loadParts()],
      ['all', () => owner?.pageDataset?.loadParts('statistics')],
      ['retry', () => owner?.pageDataset?.retryParts()],
    ] as const);
    act();
    return owner && `${whereIs(owner)} ${name}`;
  },
};

/** What a page does with elements; these lose the focus that they have. */
const BY_MOVES: Readonly<Record<string, Action>> = {
  'move a widget': (page, random) => {
    const element = found(page, random, WIDGETS);
    const place = random.chance(0.7) ? found(page, random, WIDGETS) : page.querySelector<HTMLElement>('#elsewhere');
    if (element === undefined || place === undefined || place === null || element === place || element.contains(place)) return undefined;
    if (place.id === 'elsewhere') place.append(element);
    else place.before(element);
    return `${whereIs(element)} to ${whereIs(place)}`;
  },
  'move the data': (page, random) => {
    const dataset = found(page, random, 'stats-dataset');
    if (dataset === undefined) return undefined;
    if (dataset.parentElement === page) page.querySelector('#elsewhere')?.append(dataset);
    else page.prepend(dataset);
    return whereIs(dataset);
  },
  'name the data of a widget': (page, random) =>
    set(found(page, random, WIDGETS), 'dataset', random.pick(['data', 'data', 'course', 'nowhere', null])),
  'take out an element': (page, random) => {
    const element = found(page, random, random.chance(0.3) ? 'stats-dataset' : WIDGETS);
    const from = element?.parentElement;
    if (element === undefined || from === null || from === undefined) return undefined;
    taken.set(page, [...(taken.get(page) ?? []), { element, from }]);
    element.remove();
    return whereIs(element);
  },
  'bring an element back': (page, random) => {
    const all = taken.get(page) ?? [];
    if (all.length === 0) return undefined;
    const back = random.pick(all);
    taken.set(
      page,
      all.filter((other) => other !== back),
    );
    (back.from.isConnected ? back.from : page).append(back.element);
    return whereIs(back.element);
  },
  'take an element out and in': (page, random) => {
    const element = found(page, random, random.chance(0.3) ? 'stats-dataset' : WIDGETS);
    const parent = element?.parentElement;
    if (element === undefined || parent === null || parent === undefined) return undefined;
    element.remove();
    parent.append(element);
    return whereIs(element);
  },
};

export const HOSTS: Readonly<Record<string, Action>> = { ...BY_SETTINGS, ...BY_CALLS, ...BY_OTHERS, ...BY_MOVES };

/** Actions after which the focus may be gone. */
export const MOVES: readonly string[] = Object.keys(BY_MOVES);

/** One of those that bring data. */
function ownerIn(page: HTMLElement, which: number): SourceElement | undefined {
  const owners = sourcesIn(page).filter(({ source }) => source !== undefined);
  return owners[Math.floor(which * owners.length)];
}
