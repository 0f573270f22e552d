import type { LitElement } from 'lit';
import { FilteringElement } from '../../../src/components/base/filtering-element.js';
import type { DatasetState } from '../../../src/components/base/address/state-snapshot.js';
import { SourceElement } from '../../../src/components/base/source-element.js';
import { deep, sourcesIn } from './deep.js';
import { quiet } from './quiet.js';
import { ownOf, setOwn } from './readers-own.js';
import type { Own } from './readers-own.js';

/**
 * All that a page ends with that a fresh one is to be given: what a host says by markup and properties, filters, and what a reader has set
 * in single widgets.
 */
export interface Ending {
  readonly markup: HTMLElement;
  readonly properties: readonly Readonly<Record<string, unknown>>[];
  readonly states: readonly (DatasetState | undefined)[];
  readonly origins: ReadonlyMap<string, string>;
  readonly own: readonly (Own | undefined)[];
}

/** How a page ends, read as a host reads it. */
export function endingOf(page: HTMLElement): Ending {
  const hosts = lightSources(page);
  return {
    markup: page.cloneNode(true) as HTMLElement,
    properties: hosts.map(publicProperties),
    states: hosts.map((host) => (host.source === undefined ? undefined : host.getState())),
    origins: new Map([...placesOf(page)].map(([place, origin]) => [origin, place])),
    own: sourcesIn(page).map(ownOf),
  };
}

/** A page that begins as another one ended. */
export async function freshPage(ending: Ending, into: HTMLElement): Promise<HTMLElement> {
  const page = ending.markup;
  for (const told of page.querySelectorAll('[data-backend]')) told.removeAttribute('data-backend');
  const hosts = lightSources(page);
  hosts.forEach((host, at) => Object.assign(host, ending.properties[at]));
  into.append(page);
  for (const host of hosts) await host.updateComplete;
  const places = placesOf(page);
  hosts.forEach((host, at) => {
    const state = ending.states[at];
    if (state !== undefined)
      host.setState({ ...state, clauses: state.clauses.map((clause) => ({ ...clause, origin: renamed(clause.origin) })) });
  });
  await quiet(page);
  const all = sourcesIn(page);
  for (const [at, own] of ending.own.entries()) {
    const element = all[at];
    if (own !== undefined && element !== undefined) await setOwn(element, own, page);
  }
  return page;

  /** Parts of a whole that bear no id are numbered as they are made. */
  function renamed(origin: string): string {
    for (const [before, place] of ending.origins) {
      const now = places.get(place);
      if (now !== undefined && (origin === before || origin.startsWith(`${before} `))) return now + origin.slice(before.length);
    }
    return origin;
  }
}

function lightSources(page: HTMLElement): readonly SourceElement[] {
  return [...page.querySelectorAll('*')].filter((element): element is SourceElement => element instanceof SourceElement);
}

function publicProperties(host: SourceElement): Readonly<Record<string, unknown>> {
  const { elementProperties } = host.constructor as typeof LitElement;
  const names = [...elementProperties].filter(([, { state }]) => state !== true).map(([name]) => String(name));
  return Object.fromEntries(names.map((name) => [name, host[name as keyof SourceElement]]));
}

/** Who filters, by tag and place in the page. */
function placesOf(page: HTMLElement): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  const places = new Map<string, string>();
  for (const element of deep(page)) {
    if (!(element instanceof FilteringElement)) continue;
    const count = counts.get(element.localName) ?? 0;
    counts.set(element.localName, count + 1);
    places.set(`${element.localName} ${count}`, element.origin);
  }
  return places;
}
