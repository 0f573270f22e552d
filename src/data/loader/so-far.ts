/** Showing what was read so far costs at most one part in so many of a load's time. */
const SHARE = 10;
/** Milliseconds between two such views at least. */
const GAP_MS = 250;
/** Milliseconds of reading without a pause after which questions get their turn. */
const TURN_MS = 50;

/**
 * How often the data of a load that goes on are shown: the first rows at once, then ever more rarely the longer it takes to make them
 * and to answer views of them.
 */
export class SoFarPace {
  readonly #clock: () => number;
  #shownAt = -Infinity;
  #turnAt: number;
  #spent = 0;

  /** `clock` tells milliseconds. */
  constructor(clock: () => number) {
    this.#clock = clock;
    this.#turnAt = clock();
  }

  /** Whether it is time for the next. */
  get isDue(): boolean {
    return this.#clock() - this.#shownAt >= Math.max(GAP_MS, this.#spent * (SHARE - 1));
  }

  /** Makes the next. */
  make<T>(work: () => T): T {
    this.#spent = 0;
    try {
      return this.spend(work);
    } finally {
      this.#shownAt = this.#clock();
    }
  }

  /** Does what is done for the data so far, and counts its time. */
  spend<T>(work: () => T): T {
    const start = this.#clock();
    try {
      return work();
    } finally {
      this.#spent += Math.max(0, this.#clock() - start);
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
}
