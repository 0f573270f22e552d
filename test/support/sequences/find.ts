import type { Random } from '../random.js';
import { deep } from './deep.js';

/** Something that a reader or a host does; answers what it was, undefined where it cannot be done on this page now. */
export type Action = (page: HTMLElement, random: Random) => string | undefined | Promise<string | undefined>;

/** One of the elements of the page that match. */
export function found<T extends Element = HTMLElement>(page: HTMLElement, random: Random, selector: string): T | undefined {
  const all = deep(page).filter((element): element is T => element.matches(selector) && element.closest('[inert], [hidden]') === null);
  return all.length === 0 ? undefined : random.pick(all);
}

/** What an element stands in, for people. */
export function whereIs(element: Element): string {
  const root = element.getRootNode();
  const named = root instanceof ShadowRoot ? root.host : element;
  return named.id === '' ? named.localName : named.id;
}
