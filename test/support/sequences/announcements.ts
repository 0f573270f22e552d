import { deep } from './deep.js';

/** Less than the second that is between two sentences of one widget, by as much as drawing may take on a busy machine. */
const APART_MS = 400;
/** After this long nothing waits to be said any more. */
const REST_MS = 1150;

interface Said {
  readonly text: string;
  readonly at: number;
}

/** Hears what the live regions of a page say: each at most one sentence a second, and none of the same change twice. */
export class Announcements {
  readonly #observers = new Map<Element, MutationObserver>();
  readonly #last = new Map<Element, Said>();
  /** What each has said since the last look. */
  readonly #since = new Map<Element, Set<string>>();
  readonly #faults: string[] = [];
  #newest = 0;

  /** Listens to those that have come; what was done since the last look is told to be `what`. Answers what was wrong of it. */
  look(page: HTMLElement, what: string): readonly string[] {
    for (const region of regionsIn(page)) if (!this.#observers.has(region)) this.#listenTo(region);
    this.#since.clear();
    return this.#faults.splice(0).map((fault) => `${fault} after "${what}"`);
  }

  /** Waits until all is said; answers what is left in live regions that is of numbers which their widgets do not show. */
  async left(page: HTMLElement): Promise<readonly string[]> {
    const rest = REST_MS - (performance.now() - this.#newest);
    if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
    return regionsIn(page).flatMap((region) => {
      const text = textOf(region);
      // What a report says, no sentence of its own shows: its own test holds it against its table.
      const isShown = numbersIn(text) === '' || isOfReport(region) || numbersBeside(region).has(numbersIn(text));
      return isShown ? [] : [`${hostOf(region)} has said "${text}", which it does not show`];
    });
  }

  stop(): void {
    for (const observer of this.#observers.values()) observer.disconnect();
  }

  #listenTo(region: Element): void {
    const observer = new MutationObserver(() => this.#hear(region));
    observer.observe(region, { childList: true, characterData: true, subtree: true });
    this.#observers.set(region, observer);
  }

  #hear(region: Element): void {
    const text = textOf(region);
    const last = this.#last.get(region);
    if (text === '' || !region.isConnected) return;
    const at = performance.now();
    const since = this.#since.get(region) ?? new Set();
    if (last !== undefined && at - last.at < APART_MS)
      this.#faults.push(`${hostOf(region)} says "${text}" ${Math.round(at - last.at)} ms after "${last.text}"`);
    if (since.has(text)) this.#faults.push(`${hostOf(region)} says "${text}" again`);
    this.#since.set(region, since.add(text));
    this.#last.set(region, { text, at });
    this.#newest = at;
  }
}

function regionsIn(page: HTMLElement): readonly Element[] {
  return deep(page).filter((element) => element.matches('[role="status"].visually-hidden'));
}

function textOf(element: Element): string {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Numbers of a sentence, in whatever language it is. */
function numbersIn(text: string): string {
  return (text.match(/\p{Nd}+/gu) ?? []).join(' ');
}

/** Those of each sentence that stands in the same root; of the line under a table ("1–9 of 9") also how many rows there are alone. */
function numbersBeside(region: Element): ReadonlySet<string> {
  const root = region.getRootNode() as ShadowRoot;
  const others = [...root.querySelectorAll('*')].filter((element) => element !== region && element.children.length === 0);
  const shown = others.map((element) => numbersIn(textOf(element)));
  const totals = [...root.querySelectorAll('[part=pager]')].map((pager) => numbersIn(textOf(pager)).split(' ').at(-1) ?? '');
  return new Set([...shown, ...totals]);
}

function isOfReport(region: Element): boolean {
  return (region.getRootNode() as ShadowRoot).host.localName === 'creator-stats-report';
}

function hostOf(region: Element): string {
  const { host } = region.getRootNode() as ShadowRoot;
  return host.id === '' ? host.localName : host.id;
}
