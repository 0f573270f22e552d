/** Showing what was read so far costs at most one part in so many of a load's time. */
const SHARE = 10;
/** Milliseconds between two parts at least, and without a question about the one that is shown. */
const GAP_MS = 250;
/** Milliseconds after which the next does not wait for questions any more: nobody asks, or somebody asks on and on. */
const PATIENCE_MS = 2000;
/** Milliseconds of reading without a pause after which questions get their turn. */
const TURN_MS = 50;

/**
 * How often the data of a load that goes on are shown: the first rows at once, then ever more rarely the longer it takes to make them
 * and to answer views of them. A part that is being drawn is not taken away by the next.
 */
export class SoFarPace {
  readonly #clock: () => number;
  #shownAt = -Infinity;
  #turnAt: number;
  #answeredAt = -Infinity;
  #spent = 0;

  /** `clock` tells milliseconds. */
  constructor(clock: () => number) {
    this.#clock = clock;
    this.#turnAt = clock();
  }

  /** Whether it is time for the next. */
  get isDue(): boolean {
    const now = this.#clock();
    const since = now - this.#shownAt;
    if (since < Math.max(GAP_MS, this.#spent * (SHARE - 1))) return false;
    const isDrawn = this.#answeredAt >= this.#shownAt && now - this.#answeredAt >= GAP_MS;
    return isDrawn || since >= PATIENCE_MS;
  }

  /** Makes the next. */
  make<T>(work: () => T): T {
    this.#spent = 0;
    try {
      return this.#spend(work);
    } finally {
      this.#shownAt = this.#clock();
    }
  }

  /** Answers a view of the one that is shown. */
  answer<T>(work: () => T): T {
    try {
      return this.#spend(work);
    } finally {
      this.#answeredAt = this.#clock();
    }
  }

  /** Lets other work of the thread have its turn, if reading has gone on for long or there is something new to ask about. */
  async turn(isNew: boolean): Promise<void> {
    if (!isNew && this.#clock() - this.#turnAt < TURN_MS) return;
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    this.#turnAt = this.#clock();
  }

  #spend<T>(work: () => T): T {
    const start = this.#clock();
    try {
      return work();
    } finally {
      this.#spent += Math.max(0, this.#clock() - start);
    }
  }
}
