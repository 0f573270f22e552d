import type { ReactiveController } from 'lit';
import { focusForNow } from './focus-for-now.js';

/** Where the focus goes, to the first that takes it: what opened a card, the stop of the Tab key in what is drawn, the menu. */
const PLACES = ['details[open] > summary', '.body [tabindex="0"], .plain button', '.more'];

/**
 * Keeps the focus in an element whose drawing takes away what had it, as a button that has done its work: the Tab key would begin anew at
 * the top of the page. Where nothing else takes it the heading does.
 */
export class FocusKeeper implements ReactiveController {
  readonly #host: HTMLElement;
  #had: Element | null = null;
  /** Whether the focus was seen, as it is of who uses a keyboard: nothing scrolls for who uses a pointer. */
  #isSeen = false;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  hostUpdate(): void {
    this.#had = this.#host.shadowRoot?.activeElement ?? null;
    this.#isSeen = this.#had?.matches(':focus-visible') === true;
  }

  /** Once the element itself has had its chance to give the focus to what is better. */
  hostUpdated(): void {
    if (this.#had !== null) queueMicrotask(() => this.#keep());
  }

  #keep(): void {
    const root = this.#host.shadowRoot;
    const hasFocus = (): boolean => document.activeElement !== document.body && document.activeElement !== null;
    if (root === null || !this.#host.isConnected || hasFocus()) return;
    const options = { preventScroll: !this.#isSeen };
    for (const place of PLACES) {
      root.querySelector<HTMLElement>(place)?.focus(options);
      if (hasFocus()) return;
    }
    const heading = root.querySelector<HTMLElement>('.heading');
    if (heading !== null) focusForNow(heading, options);
  }
}
