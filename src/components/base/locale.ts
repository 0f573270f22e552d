import type { ReactiveController, ReactiveControllerHost } from 'lit';

const watchers = new Set<() => void>();
let observer: MutationObserver | undefined;

/** The language of an element: the closest `lang` around it, through shadow hosts; `en` where there is none that `Intl` knows. */
export function languageOf(element: Element): string {
  for (let at: Element | null = element; at !== null; at = parentOf(at)) {
    const lang = at.getAttribute('lang');
    if (lang !== null && lang !== '') return known(lang);
  }
  return 'en';
}

/** The direction in which an element is laid out. */
export function directionOf(element: Element): 'ltr' | 'rtl' {
  return getComputedStyle(element).direction === 'rtl' ? 'rtl' : 'ltr';
}

/** Keeps language and direction of an element, and redraws it when a `lang` or `dir` around it changes. */
export class LocaleController implements ReactiveController {
  language = 'en';
  direction: 'ltr' | 'rtl' = 'ltr';
  #host: ReactiveControllerHost & Element;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#read();
    watch(this.#host, this.#read);
  }

  hostDisconnected(): void {
    watchers.delete(this.#read);
  }

  /** While a page is still being set up, a computed direction may be that of before its style sheets. */
  hostUpdate(): void {
    this.#take();
  }

  /** Before the update begins, as hosts work out what they draw ahead of `hostUpdate`. Says whether anything changed. */
  #take(): boolean {
    const { language, direction } = this;
    this.language = languageOf(this.#host);
    this.direction = directionOf(this.#host);
    return language !== this.language || direction !== this.direction;
  }

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
