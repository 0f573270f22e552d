/** Timers of the page of one length, which are over when a test says so; those of other lengths run as ever. */
export class HeldTimers {
  readonly #real = { setTimeout: window.setTimeout, clearTimeout: window.clearTimeout };
  readonly #waiting = new Map<number, () => void>();
  #last = 0;

  constructor(length: number) {
    const { setTimeout, clearTimeout } = this.#real;
    window.setTimeout = ((act: () => void, ms?: number, ...more: unknown[]) => {
      if (ms !== length) return setTimeout.call(window, act, ms, ...more);
      this.#waiting.set(--this.#last, act);
      return this.#last;
    }) as typeof window.setTimeout;
    window.clearTimeout = (id) => {
      if (!this.#waiting.delete(Number(id))) clearTimeout.call(window, id);
    };
  }

  /** How many wait to be over. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** The time of those that wait is over. */
  pass(): void {
    const due = [...this.#waiting];
    for (const [id, act] of due) if (this.#waiting.delete(id)) act();
  }

  /** Gives the page its timers back; what still waits never comes. */
  restore(): void {
    Object.assign(window, this.#real);
  }
}
