import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { onTexts, shownLanguage, speak } from '../../../localize/texts.js';
import { outsideZone } from '../../../workers/connect.js';

const watchers = new Set<() => void>();
let observer: MutationObserver | undefined;
const LISTENING = { capture: true, passive: true };

/** From now on texts are in the language of that element; for what is said after a wait, when another may have been drawn. */
export function speakAs(element: Element): void {
  speak(langOf(element));
}

/** The closest `lang` around an element, through shadow hosts; `en` where there is none. */
function langOf(element: Element): string {
  for (let at: Element | null = element; at !== null; at = parentOf(at)) {
    const lang = at.getAttribute('lang');
    if (lang !== null && lang !== '') return lang;
  }
  return 'en';
}

/** The direction in which an element is laid out. */
export function directionOf(element: Element): 'ltr' | 'rtl' {
  return getComputedStyle(element).direction === 'rtl' ? 'rtl' : 'ltr';
}

/** What a reader does in a widget, after which it may say something. */
const ACTS = ['pointerover', 'pointermove', 'pointerdown', 'focusin', 'keydown', 'input', 'change', 'click'];

/**
 * Keeps language and direction of an element, and redraws it when a `lang` or `dir` around it changes or texts of its language
 * have come. All texts of the page are given by one `msg`, so each element says its language before it draws and before it
 * answers the reader: widgets of several languages may stand on one page.
 */
export class LocaleController implements ReactiveController {
  /**
   * Of numbers, dates and lists: that of the texts that are shown, English where those of the closest `lang` are not here (yet), or `Intl`
   * does not know it.
   */
  language = 'en';
  direction: 'ltr' | 'rtl' = 'ltr';
  #host: ReactiveControllerHost & Element;
  #lang = 'en';
  #forget: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#read();
    watch(this.#host, this.#read);
    this.#forget = onTexts(() => this.#host.requestUpdate());
    outsideZone(() => ACTS.forEach((act) => this.#host.addEventListener(act, this.#speak, LISTENING)));
  }

  hostDisconnected(): void {
    unwatch(this.#read);
    this.#forget?.();
    ACTS.forEach((act) => this.#host.removeEventListener(act, this.#speak, LISTENING));
  }

  /**
   * Runs what draws the element, in its language and outside of zone.js, so that no listener of it starts a change detection of its
   * host. Language and direction are those of now: a page may have changed them since it was last heard, and then is not heard again.
   * While a page is still being set up, a computed direction may be that of before its style sheets.
   */
  draw(update: () => void): void {
    this.#take();
    this.#speak();
    outsideZone(update);
  }

  /** Says whether anything changed. */
  #take(): boolean {
    const { direction } = this;
    const lang = this.#lang;
    this.#lang = langOf(this.#host);
    this.language = known(shownLanguage(this.#lang));
    this.direction = directionOf(this.#host);
    return lang !== this.#lang || direction !== this.direction;
  }

  #speak = (): void => speak(this.#lang);

  #read = (): void => {
    if (this.#take()) this.#host.requestUpdate();
  };
}

/** One observer for the page; a root that it watches already is not watched twice. */
function watch(element: Element, read: () => void): void {
  watchers.add(read);
  observer ??= new MutationObserver(() => {
    for (const watcher of [...watchers]) watcher();
  });
  for (let root = element.getRootNode(); ; root = root.host.getRootNode()) {
    observer.observe(root, { subtree: true, attributeFilter: ['lang', 'dir'] });
    if (!(root instanceof ShadowRoot)) return;
  }
}

/** The last one takes the observer along. */
function unwatch(read: () => void): void {
  watchers.delete(read);
  if (watchers.size > 0) return;
  observer?.disconnect();
  observer = undefined;
}

function parentOf(element: Element): Element | null {
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

function known(lang: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(lang)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
