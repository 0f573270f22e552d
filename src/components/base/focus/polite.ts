/** Time between two messages, in ms. */
const PAUSE_MS = 1000;

/** Lets at most one message a second through, the newest: who listens is told the outcome, not every step. */
export class PoliteAnnouncer {
  #say: (text: string) => void;
  #later: (act: () => void, ms: number) => unknown;
  #said = '';
  #waiting: string | undefined;
  #resting = false;

  /** `later` calls back after a while, as `setTimeout` does. */
  constructor(say: (text: string) => void, later: (act: () => void, ms: number) => unknown) {
    this.#say = say;
    this.#later = later;
  }

  /** Says a text now, or when the last message is a second old; what was said last is not repeated. */
  say(text: string): void {
    if (this.#resting) {
      this.#waiting = text;
    } else if (text !== this.#said) {
      this.#said = text;
      this.#say(text);
      this.#resting = true;
      this.#later(() => this.#rested(), PAUSE_MS);
    }
  }

  /** Says nothing of what waits, and forgets what was said: there are other data. */
  forget(): void {
    this.#waiting = undefined;
    this.#said = '';
  }

  #rested(): void {
    this.#resting = false;
    const text = this.#waiting;
    this.#waiting = undefined;
    if (text !== undefined) this.say(text);
  }
}
