import type { ReactiveControllerHost } from 'lit';
import { outsideZone } from '../../../workers/connect.js';
import { PoliteAnnouncer } from './polite.js';

/** How long a text can be read in the live region after it was said, in ms: later it is no news, and may hold no more. */
const KEPT_MS = 10_000;

/** What assistive technology is told of an element, in its one live region: the newest outcome, at most one a second. */
export class Spoken {
  /** The text of the live region. */
  text = '';
  readonly #polite: PoliteAnnouncer;
  /** What was said last, also once it has gone. */
  #last = '';
  #failure: string | undefined;
  #language: string | undefined;

  constructor(host: ReactiveControllerHost) {
    const later = (act: () => unknown, ms: number): unknown => outsideZone(() => setTimeout(act, ms));
    const show = (text: string): void => {
      this.text = text;
      host.requestUpdate();
    };
    this.#polite = new PoliteAnnouncer((text) => {
      show(text);
      this.#last = text;
      later(() => this.text === text && show(''), KEPT_MS);
    }, later);
  }

  /** Clears the text and what is still to be said, as when other data are shown. */
  forget(): void {
    this.text = this.#last = '';
    this.#failure = undefined;
    this.#polite.forget();
  }

  /**
   * The text of the live region. When `failure` begins it becomes the text, once; when it ends, or the language changes, the text is
   * cleared, as a screen reader would read the former one in the wrong voice.
   */
  textIn(language: string, failure?: string): string {
    if (failure === this.#failure && language === this.#language) return this.text;
    this.forget();
    [this.#failure, this.#language] = [failure, language];
    if (failure !== undefined) this.say(failure);
    return this.text;
  }

  /** Says a text; what was said last is not repeated. */
  say(text: string): void {
    this.#polite.say(text);
  }

  /** Says what came of something that was done, also if the same came of it before: a live region only tells of changes. */
  sayAgain(text: string): void {
    this.#polite.say(text === this.#last ? `${text}\u00a0` : text);
  }
}
