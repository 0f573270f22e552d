import { expect, fixture } from '@open-wc/testing';
import type { StatsElement } from '../../src/components/base/stats-element.js';
import { show } from '../../stories/support/show.js';
import { waitUntil } from './wait-until.js';

/** A widget in the page with its data in, drawn. */
export async function widget(
  tag: string,
  settings: Readonly<Record<string, unknown>>,
  around: HTMLElement = document.createElement('main'),
): Promise<StatsElement> {
  expect(customElements.get(tag), `${tag} is not defined`).to.exist;
  const element = await fixture<StatsElement>(show(tag, settings), { parentNode: around });
  await settled(element);
  return element;
}

/** Waits until a widget has nothing more to draw. */
export async function settled(element: StatsElement): Promise<void> {
  await waitUntil(() => element.shadowRoot?.querySelector('[aria-busy=false]') !== null, 'still busy', { timeout: 10_000 });
  while (!(await element.updateComplete));
}

/** What stands in the shadow root and matches. */
export function all<T extends Element = HTMLElement>(element: Element, selector: string): readonly T[] {
  return [...element.shadowRoot!.querySelectorAll<T>(selector)];
}

/** The one that matches. */
export function one<T extends Element = HTMLElement>(element: Element, selector: string): T {
  const found = element.shadowRoot!.querySelector<T>(selector);
  expect(found, selector).to.exist;
  return found!;
}

/** The text that a widget shows, white space folded. */
export function textOf(element: Element): string {
  return (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The first element of a role whose accessible name or text matches. */
export function byRole(element: Element, role: string, name: RegExp): HTMLElement | undefined {
  return all(element, `[role="${role}"]`).find((found) => name.test((found.getAttribute('aria-label') ?? found.textContent ?? '').trim()));
}
