/** Asks for signs of life while somebody waits for an answer. */
export class Heartbeat {
  readonly #ping: () => Promise<unknown>;
  readonly #patience: number;
  readonly #onSilence: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;
  #missed = 0;

  /** `onSilence` is called once, when no ping was answered for `patience` milliseconds. */
  constructor(ping: () => Promise<unknown>, patience: number, onSilence: () => void) {
    this.#ping = ping;
    this.#patience = patience;
    this.#onSilence = onSilence;
  }

  start(): void {
    if (this.#timer !== undefined) return;
    this.#missed = 0;
    this.#send();
    this.#timer = setInterval(() => this.#tick(), this.#patience / 2);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** A tab that slept wakes up with one tick due before any answer is read, so one silent tick is not enough. */
  #tick(): void {
    this.#missed++;
    if (this.#missed < 2) return this.#send();
    this.stop();
    this.#onSilence();
  }

  #send(): void {
    this.#ping().then(
      () => {
        this.#missed = -1;
      },
      () => undefined,
    );
  }
}
