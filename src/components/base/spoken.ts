import type { ReactiveControllerHost } from 'lit';
import { outsideZone } from '../../workers/connect.js';
import { PoliteAnnouncer } from './polite.js';

/** What assistive technology is told of an element, in its one live region: the newest outcome, at most one a second. */
export class Spoken {
  /** The text of the live region. */
  text = '';
  readonly #polite: PoliteAnnouncer;
  #failure: string | undefined;
  #language: string | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#polite = new PoliteAnnouncer(
      (text) => {
        this.text = text;
        host.requestUpdate();
      },
      (act, ms) => outsideZone(() => setTimeout(act, ms)),
    );
  }

  /** Leaves nothing of other data to be read or said. */
  forget(): void {
    this.text = '';
    this.#failure = undefined;
    this.#polite.forget();
  }

  /**
   * The text in that language, with what fails now: it is said once each time that it comes, and then nothing of before is left, nor of it
   * once it goes. Nor is anything of another language, which would be read in the voice of this one.
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
    this.#polite.say(text === this.text ? `${text}\u00a0` : text);
  }
}
