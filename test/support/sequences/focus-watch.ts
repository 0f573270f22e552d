import { focused } from './deep.js';
import { lastTouched } from './hands.js';

/** Knows what had the focus last, and whether that is lost: gone to the page as a whole, although the widget is there that had it. */
export class FocusWatch {
  #last: Element | undefined;
  #touched = lastTouched();

  /** What lost it, for people; undefined where nothing did. Told once. */
  lost(): string | undefined {
    const touched = lastTouched();
    if (touched !== this.#touched) this.#last = touched;
    this.#touched = touched;
    this.#last = focused() ?? this.#last;
    const last = this.#last;
    if (last === undefined || focused() !== undefined) return undefined;
    this.#last = undefined;
    const root = last.getRootNode();
    const host = root instanceof ShadowRoot ? root.host : last;
    if (!host.isConnected) return undefined;
    return `${last.localName}.${last.getAttribute('class') ?? ''} of ${host.id || host.localName}, ${last.isConnected ? 'which is still there' : 'which is gone'}`;
  }

  /** Of a page that has moved elements nothing is expected. */
  forget(): void {
    this.#last = undefined;
    this.#touched = lastTouched();
  }
}
